import { covers, type Permission } from '../../../platform/access';
import { dayOf } from '../../../platform/clock';
import type { ReadTrx } from '../../../platform/db';
import { className } from '../../area/index';
import { listOwners } from '../../area/server/index';
import type { SchoolCalendar } from '../../calendar/index';
import { findChild, listLines } from '../../children/server/index';
import type { MonthDay, MonthRow, MonthView } from '../month-contract';
import { permissions } from '../permissions';
import type { Session } from '../rules/marks';
import { daysOfMonth } from '../rules/month';
import { type GridRoll, gridOf, sumOfRoll } from '../rules/month-grid';
import { classFor, scopeFor, takerOf } from './asking';
import { rollsOfSpan } from './month-store';
import { calledOn } from './roll-view';

/** A class on the days of a month; of this month, or the last in which there was the class, where none is named. */
export async function monthOf(
  trx: ReadTrx,
  id: string,
  asked: string | undefined,
  permission: Permission = permissions['attendance.see'],
): Promise<MonthView> {
  const { one, calendar } = await classFor(trx, id, permission);
  const today = dayOf(trx.now);
  const last = one.until !== null && one.until < today ? one.until : today;
  const month = asked ?? last.slice(0, 7);
  const days = daysOfMonth(month);
  const shownOn = [days[days.length - 1] ?? last, last].sort()[0] ?? last;
  const [stored, list, owners] = await Promise.all([
    rollsOfSpan(trx, one.id, { from: days[0] ?? last, to: days[days.length - 1] ?? last }),
    calledOn(trx, one, shownOn),
    // The owner of a class lies open to whoever may see the class.
    listOwners(trx, { county: true, areas: [], schools: [] }, { path: one.path, day: shownOn }),
  ]);
  const people = await peopleOf(trx, stored, list.ids);
  const rolls = stored.map((roll) => people.follow(roll));
  const sessions: readonly Session[] = rolls.some(({ session }) => session === 'pm') ? ['am', 'pm'] : ['am'];
  return {
    ...{ classId: one.id, name: className(one), schoolId: one.schoolId, school: one.school, month, today, sessions },
    teacher: owners.map(({ name }) => name).join('、'),
    days: days.map((day) => dayView(calendar, rolls, day)),
    rows: rowsOf(days, rolls, people.names),
    mayTake: takerOf(trx.context, one) !== null,
    maySheet: covers(scopeFor(trx.context, permissions['attendance.sheet']), { school: one.path }),
  };
}

function dayView(calendar: SchoolCalendar, rolls: readonly GridRoll[], day: string): MonthDay {
  const of = (session: Session) => {
    const roll = rolls.find((one) => one.day === day && one.session === session);
    return roll === undefined ? null : sumOfRoll(roll);
  };
  const [am, pm] = [of('am'), of('pm')];
  // A day that was called and is no school day by now was one then.
  return { day, noSchool: am === null && pm === null ? (calendar.whyNoSchool(day) ?? null) : null, am, pm };
}

type People = {
  /** names by child, those nobody may see by '' */ readonly names: ReadonlyMap<string, string>;
  /** a roll with the records that hold everything now, in place of those that were merged */
  readonly follow: (roll: GridRoll) => GridRoll;
};

async function peopleOf(trx: ReadTrx, rolls: readonly GridRoll[], members: readonly string[]): Promise<People> {
  const called = rolls.flatMap(({ present, marks }) => [...present, ...marks.map(({ childId }) => childId)]);
  const scope = scopeFor(trx.context, permissions['attendance.see']);
  const lines = await listLines(trx, scope, [...new Set([...members, ...called])]);
  const names = new Map(lines.map((line) => [line.child_id, line.name]));
  const merged = new Map<string, string>();
  for (const id of new Set(called)) {
    if (names.has(id) || merged.has(id)) continue;
    const kept = await findChild(trx, scope, id);
    if (kept !== undefined && kept.child_id !== id) merged.set(id, kept.child_id);
    names.set(kept?.child_id ?? id, kept?.name ?? '');
  }
  const now = (id: string) => merged.get(id) ?? id;
  const follow = (roll: GridRoll) => ({
    ...roll,
    present: roll.present.map(now),
    marks: roll.marks.map(({ childId, mark }) => ({ childId: now(childId), mark })),
  });
  return { names, follow };
}

function rowsOf(days: readonly string[], rolls: readonly GridRoll[], names: ReadonlyMap<string, string>): readonly MonthRow[] {
  return gridOf(days, rolls, [...names.keys()])
    .map(({ childId, cells, sum }) => ({ childId, name: names.get(childId) ?? '', ...cells, sum }))
    .sort(
      (a, b) =>
        Number(a.name === '') - Number(b.name === '') || byName.compare(a.name, b.name) || (a.childId < b.childId ? -1 : 1),
    )
    .map((row) => (row.name === '' ? { ...row, childId: null } : row));
}

/** As a class register has them. */
const byName = new Intl.Collator('zh-u-co-pinyin');
