import { dayOf } from '../../../platform/clock';
import { type Context, type Db, readAs } from '../../../platform/db';
import { calendarFrom, readBook } from '../../calendar/server/index';
import { listLines, userNames } from '../../children/server/index';
import { permissions } from '../permissions';
import { undoneOf } from '../rules/undone';
import type { UndoneView } from '../undone-contract';
import { scopeFor } from './asking';
import { calledAgain } from './undone-store';

/** So many school days are looked back on, and so many rolls at most; our choice. */
const [LOOK_BACK, MOST] = [20, 500];

/** Whose absence was taken back by a later roll, in the places of the asker, the newest first: by whom, when, and why. */
export async function readUndone(db: Db, context: Context, most = MOST): Promise<UndoneView> {
  return readAs(db, context, async (trx) => {
    const today = dayOf(trx.now);
    const scope = scopeFor(context, permissions['attendance.see']);
    const from = calendarFrom(await readBook(trx), {}).addSchoolDays(today, -LOOK_BACK) ?? today;
    const found = await calledAgain(trx, scope, from, most + 1);
    const rolls = found.slice(0, most);
    const undone = rolls.flatMap((roll) =>
      undoneOf({ present: roll.present_before, marks: roll.marks_before }, roll).map((one) => ({ ...one, roll })),
    );
    const [names, lines] = await Promise.all([
      userNames(
        trx,
        rolls.map(({ taken_by }) => taken_by),
      ),
      listLines(trx, scope, [...new Set(undone.map(({ childId }) => childId))]),
    ]);
    const known = new Map(lines.map((line) => [line.child_id, line]));
    const rows = undone.flatMap(({ childId, to, roll }): UndoneView['rows'] => {
      const line = known.get(childId);
      if (line === undefined) return [];
      const who = { name: line.name, school: line.school_name, className: line.class_name };
      const { day, session, reason, taken_by, taken_as: as, taken_at } = roll;
      return [{ childId, ...who, day, session, to, reason, as, by: names.get(taken_by) ?? '', at: taken_at.toISOString() }];
    });
    return { today, from, more: found.length > most, rows };
  });
}
