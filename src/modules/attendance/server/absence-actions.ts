import type { Day } from '../../../kernel/day';
import { absent, Refusal } from '../../../kernel/refusal';
import type { Scope } from '../../../platform/access';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, type ReadTrx, readAs, transact } from '../../../platform/db';
import { calendarFrom, readBook } from '../../calendar/server/index';
import { type ChildRow, findChild, listChildren, userNames } from '../../children/server/index';
import { policyOn } from '../../standing/index';
import { listStandees, policiesOf, type Standee } from '../../standing/server/index';
import type { AbsenceLine, AbsencesQuery, AbsencesView, FollowUpView, NoteRequest } from '../contract';
import { permissions } from '../permissions';
import { dueStep, type LadderPolicy, ladderOf, stepOf } from '../rules/ladder';
import { refusals, things } from '../words';
import { fieldRefusal, scopeFor, takerOf } from './asking';
import { contactsOf, insertContacts, noteOf, type StoredContact } from './contact-store';
import { leaveDaysOf, sumsOfDay } from './roll-store';

/** More than so many are not listed: a county in which more are away has another day than a school day. */
const MOST = 2000;

/**
 * How `standing` says that a child is away without leave. Whoever is away for so long that it stands as 疑似辍学 has to be followed
 * up all the more.
 */
const awayBy = [
  { state: 'absence-followed', rule: 'absent-from-class' },
  { state: 'suspected-dropout', rule: 'absent-for-long' },
] as const;

/** Who is away without leave today in the places of the asker, the longest first. */
export async function readAbsences(db: Db, context: Context, { school, from }: AbsencesQuery): Promise<AbsencesView> {
  return readAs(db, context, async (trx) => {
    const scope = scopeFor(context, permissions['attendance.see']);
    const policy = await policyOf(trx);
    const lines = await absencesIn(trx, scope, policy);
    const rows = lines.filter((line) => line.days >= from && (school === undefined || line.schoolId === school));
    return {
      today: dayOf(trx.now),
      due: rows.filter(({ due }) => due !== null).length,
      ladder: ladderOf(policy),
      rows: rows.map(({ schoolId: _, ...line }) => line),
    };
  });
}

/** One child with everything that was done about it. */
export async function readFollowUp(db: Db, context: Context, ring: KeyRing, id: string): Promise<FollowUpView> {
  return readAs(db, context, (trx) => followUp(trx, ring, id));
}

/** Notes that somebody was called, visited or met about a child that is away. Nothing of it is ever changed. */
export async function noteContact(db: Db, context: Context, ring: KeyRing, id: string, said: NoteRequest): Promise<FollowUpView> {
  return transact(db, context, async (trx) => {
    const child = await childFor(trx, id);
    const taker = takerOf(context, { path: child.school_path });
    if (taker === null) throw new Refusal('forbidden', 'only-see', refusals.onlySee);
    const absence = await absenceOf(trx, child, await policyOf(trx));
    if (absence === null) throw new Refusal('unprocessable', 'not-away', refusals.notAway);
    const today = dayOf(trx.now);
    if (said.day < absence.since || said.day > today) throw fieldRefusal('day', refusals.contactDay);
    if ((said.promise === 'day') !== (said.backDay !== null && said.backDay >= said.day))
      throw fieldRefusal('backDay', refusals.backDay);
    await insertContacts(trx, ring, [{ childId: id, classPath: child.school_path, taker, said }]);
    const { note: _, ...detail } = said;
    const change = { act: 'attendance.contact', object: `child:${id}`, detail };
    return { result: await followUp(trx, ring, id), changes: [change] };
  });
}

async function followUp(trx: ReadTrx, ring: KeyRing, id: string): Promise<FollowUpView> {
  const [child, contacts, policy] = await Promise.all([childFor(trx, id), contactsOf(trx, [id]), policyOf(trx)]);
  const names = await userNames(
    trx,
    contacts.map((one) => one.noted_by),
  );
  return {
    ...{ childId: id, name: child.name, today: dayOf(trx.now), ladder: ladderOf(policy) },
    absence: await absenceOf(trx, child, policy),
    mayNote: takerOf(trx.context, { path: child.school_path }) !== null,
    contacts: contacts.toReversed().map((one) => ({
      ...{
        contactId: one.contact_id,
        day: one.day,
        way: one.way,
        reached: one.reached,
        reason: one.reason,
        promise: one.promise,
      },
      ...{
        backDay: one.back_day,
        note: noteOf(trx, ring, one),
        by: names.get(one.noted_by) ?? '',
        at: one.noted_at.toISOString(),
      },
    })),
  };
}

async function childFor(trx: ReadTrx, id: string): Promise<ChildRow> {
  const child = await findChild(trx, scopeFor(trx.context, permissions['attendance.see']), id);
  if (child === undefined) throw absent(things.child);
  return child;
}

async function absenceOf(trx: ReadTrx, { child_id, school_path }: ChildRow, policy: LadderPolicy): Promise<AbsenceLine | null> {
  const lines = await absencesIn(trx, { county: false, areas: [], schools: [school_path] }, policy);
  const found = lines.find(({ childId }) => childId === child_id);
  if (found === undefined) return null;
  const { schoolId: _, ...line } = found;
  return line;
}

type Line = AbsenceLine & { readonly schoolId: string };

async function absencesIn(trx: ReadTrx, scope: Scope, policy: LadderPolicy): Promise<readonly Line[]> {
  const today = dayOf(trx.now);
  const standees = await standeesIn(trx, scope, today);
  const since = new Map(standees.map((one) => [one.childId, one.since ?? today]));
  const ids = [...since.keys()];
  const first = [...since.values()].reduce((one, other) => (other < one ? other : one), today);
  const [lines, contacts, leave, book, called] = await Promise.all([
    listChildren(trx, scope, ids),
    contactsOf(trx, ids),
    leaveDaysOf(trx, ids, first),
    readBook(trx),
    sumsOfDay(trx, scope, today),
  ]);
  const calledToday = new Set(called.map((row) => row.class_id));
  const ladder = ladderOf(policy);
  return lines
    .map((line): Line => {
      const calendar = calendarFrom(book, { school: line.school_path });
      const began = since.get(line.child_id) ?? today;
      const [, schoolId = '', classId = ''] = line.school_path.split('/');
      const open = calendar.isSchoolDay(today) && !calledToday.has(classId) ? 1 : 0;
      const onLeave = (leave.get(line.child_id) ?? []).filter((day) => day >= began).length;
      const days = Math.max(1, calendar.schoolDaysBetween(began, today) - open - onLeave);
      const own = contacts.filter((one) => one.child_id === line.child_id && one.day >= began);
      const last = own.at(-1);
      return {
        ...{ childId: line.child_id, name: line.name, school: line.school_name, className: line.class_name, schoolId },
        ...{ since: began, days, step: stepOf(ladder, days)?.key ?? null, contacts: own.length },
        due: dueStep({ since: began, days, today, contacts: own.map(asContact) }, policy) ?? null,
        last: last === undefined ? null : { day: last.day, reached: last.reached, backDay: last.back_day },
      };
    })
    .sort((a, b) => b.days - a.days || (a.childId < b.childId ? -1 : 1));
}

async function standeesIn(trx: ReadTrx, scope: Scope, day: Day): Promise<readonly Standee[]> {
  const grids = scope.county ? [`${trx.countyId}/`] : scope.schools;
  const wanted = grids.flatMap((path) => awayBy.map((by) => ({ grid: { tree: 'school', path }, day, ...by }) as const));
  return (await Promise.all(wanted.map((one) => listStandees(trx, one, { skip: 0, take: MOST })))).flat();
}

async function policyOf(trx: ReadTrx): Promise<LadderPolicy> {
  return policyOn(await policiesOf(trx), dayOf(trx.now));
}

function asContact({ day, way, reached, promise, back_day: backDay }: StoredContact) {
  return { day, way, reached, promise, backDay };
}
