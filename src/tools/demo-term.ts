import type { Day } from '../kernel/day';
import { schoolYearOf } from '../modules/area';
import { listClasses } from '../modules/area/server';
import {
  type BroughtContact,
  type BroughtReport,
  type BroughtTerm,
  bringDays,
  bringReports,
  factsOfTerm,
  firstCalledDay,
  listsOfClasses,
} from '../modules/attendance/server';
import { calendarFrom, readBook } from '../modules/calendar/server';
import { type PastMark, putMarks } from '../modules/groups/server';
import { type PastLeave, putLeaves } from '../modules/leave/server';
import type { DemoLogin } from '../platform/access/demo';
import { accountsByLogin } from '../platform/access/people/account-store';
import type { KeyRing } from '../platform/crypto';
import { type Context, type Db, newId, type ReadTrx, readAs, transact } from '../platform/db';
import { makeTerm } from './demo/term/term';

type Where = { readonly db: Db; readonly ring: KeyRing };
type Made = {
  readonly days: readonly Day[];
  readonly terms: readonly BroughtTerm[];
  readonly contacts: readonly BroughtContact[];
  readonly leaves: readonly PastLeave[];
  readonly reports: readonly BroughtReport[];
  readonly marks: readonly PastMark[];
};

const seed = 2025;
/** So many school days are brought at once. */
const AT_ONCE = 5;

/** Brings marks of children, and the mornings of the running term, up to and with the demo's day; those of the term before are left to `bringOlder`. */
export async function bringRunningTerm({ db, ring }: Where, context: Context, today: Day): Promise<void> {
  const { made, from } = await readAs(db, context, async (trx) => {
    const term = calendarFrom(await readBook(trx), {}).termOf(today);
    return { made: await makeYear(trx, today), from: term?.firstDay ?? today };
  });
  await bring({ db, ring }, context, made, (day) => day >= from);
  await transact(db, context, async (trx) => {
    await putMarks(trx, ring, made.marks);
    const detail = { marks: made.marks.length };
    return { result: undefined, changes: [{ act: 'demo.load', object: `county:${db.countyId}`, detail }] };
  });
}

/**
 * Brings the mornings of the school year before the first one that is kept, newest weeks first, each week in a transaction of its
 * own; where it is stopped, it goes on when it is called again. Does nothing where no morning is kept. Answers whether it brought any.
 */
export async function bringOlder({ db, ring }: Where, today: Day, signal: AbortSignal): Promise<boolean> {
  const context: Context = { actor: null, requestId: newId(), source: 'command' };
  const found = await readAs(db, context, async (trx) => {
    const first = await firstCalledDay(trx);
    if (first === undefined || !(await schoolDays(trx, today)).some((day) => day < first)) return undefined;
    return { first, made: await makeYear(trx, today) };
  });
  if (found === undefined) return false;
  const { first, made } = found;
  for (
    let until = made.days.filter((day) => day < first);
    until.length > 0 && !signal.aborted;
    until = until.slice(0, -AT_ONCE)
  ) {
    const week = new Set(until.slice(-AT_ONCE));
    await bring({ db, ring }, context, made, (day) => week.has(day));
  }
  return true;
}

async function bring({ db, ring }: Where, context: Context, made: Made, isOf: (day: Day) => boolean): Promise<void> {
  const terms = made.terms.map(({ of, rolls }) => ({ of, rolls: rolls.filter(({ day }) => isOf(day)) }));
  const facts = factsOfTerm(made.terms).filter(({ happened }) => isOf(happened));
  const contacts = made.contacts.filter(({ said }) => isOf(said.day));
  const leaves = made.leaves.filter(({ span }) => isOf(span.from.day));
  const reports = made.reports.filter(({ made: { day } }) => isOf(day));
  await transact(db, context, async (trx) => {
    await bringDays(trx, ring, { terms, facts, contacts });
    await putLeaves(trx, ring, leaves);
    await bringReports(trx, ring, reports);
    const detail = {
      rolls: terms.reduce((sum, { rolls }) => sum + rolls.length, 0),
      facts: facts.length,
      contacts: contacts.length,
      leaves: leaves.length,
      reports: reports.length,
    };
    return { result: undefined, changes: [{ act: 'demo.load', object: `county:${db.countyId}`, detail }] };
  });
}

/** The mornings of the school year up to and with a day, the same whenever they are made; with contacts and slips. */
export async function makeYear(trx: ReadTrx, today: Day): Promise<Made> {
  const everywhere = { county: true, areas: [], schools: [] };
  const days = await schoolDays(trx, today);
  const classes = await listClasses(trx, everywhere, { schoolYear: schoolYearOf(today) });
  const lists = await listsOfClasses(trx, today);
  // The account of a class teacher has the id of its class.
  const accounts = await accountsByLogin(trx, ['teacher', 'officer', 'principal'] satisfies readonly DemoLogin[]);
  const own = accounts.get('teacher')?.userId;
  const teacher = classes.findIndex(({ id }) => id === own);
  const beside = classes.findIndex(({ schoolId }, at) => at > teacher + 1 && schoolId === classes[teacher]?.schoolId);
  // And that of a head the id of its school, but in the school of the demo's teacher.
  const ownHead = accounts.get('principal')?.userId;
  const ownSchool = classes[teacher]?.schoolId;
  const asked = classes.map(({ id, path, schoolId, grades }) => ({
    of: { id, path, children: lists.get(path) ?? [] },
    grade: grades[0] ?? 1,
    by: id,
    head: schoolId === ownSchool ? (ownHead ?? schoolId) : schoolId,
  }));
  return {
    days,
    ...makeTerm({ seed, classes: asked, own: { teacher, beside }, officer: accounts.get('officer')?.userId, days }),
  };
}

/** The days of the school year that were taught, up to and with today. */
async function schoolDays(trx: ReadTrx, today: Day): Promise<readonly Day[]> {
  const book = await readBook(trx);
  const calendar = calendarFrom(book, {});
  const first =
    book.terms
      .filter(({ schoolYear }) => schoolYear === schoolYearOf(today))
      .map(({ firstDay }) => firstDay)
      .sort()[0] ?? today;
  const many = calendar.schoolDaysBetween(first, today);
  return Array.from({ length: many }, (_, at) => calendar.addSchoolDays(today, at + 1 - many) ?? today);
}
