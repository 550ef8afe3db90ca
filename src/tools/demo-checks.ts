import type { Day } from '../kernel/day';
import { schoolYearOf } from '../modules/area';
import { findSchool, listClasses, type StoredClass } from '../modules/area/server';
import { type BroughtTerm, firstCalledDay } from '../modules/attendance/server';
import { calendarFrom, readBook } from '../modules/calendar/server';
import { monthsOf, usualOpenDay } from '../modules/checks';
import {
  type BroughtMonth,
  type BroughtSchool,
  type BroughtSheet,
  type BroughtStep,
  bringMonth,
  bringSteps,
  openedMonths,
  type UntouchedItem,
} from '../modules/checks/server';
import { childLine, listLines, userNames } from '../modules/children/server';
import type { DemoLogin } from '../platform/access/demo';
import { accountsByLogin } from '../platform/access/people/account-store';
import type { KeyRing } from '../platform/crypto';
import { type Context, type Db, newId, type ReadTrx, readAs, transact } from '../platform/db';
import { makeRng } from './demo/random';
import { backSince, followedOf, knownOf, type Newcomer, neverThere, newcomersOf } from './demo/term/checks';
import { makeYear } from './demo-term';

type Where = { readonly db: Db; readonly ring: KeyRing };
type Signature = BroughtMonth['opened'];

/** Months before the running one that the demo county has checked. */
const PAST = 3;
/** School days before the demo's day on which the running month was opened: early, because lessons have just begun. */
const OPENED_BEFORE = 1;
/** Of the schools so many have begun with the running month, and so many of these are through. */
const BEGUN = 0.4;
const THROUGH = 0.5;
/** Of the classes of a school that has begun so many have signed. */
const SIGNED = 0.7;
/** So many schools have not signed the newest of the past months. */
const LATE = 3;

/** A class with its rolls of the year, and who was new in it in each past month. */
type ClassYear = { readonly one: StoredClass; readonly term: BroughtTerm; readonly fresh: readonly (readonly Newcomer[])[] };
type Plan = {
  readonly classes: readonly ClassYear[];
  readonly months: readonly { readonly month: string; readonly openDay: Day }[];
  readonly running: { readonly month: string; readonly openDay: Day };
  readonly names: ReadonlyMap<string, string>;
  readonly people: People;
  /** a school day so many after another, none after the demo's day */ readonly later: (day: Day, many: number) => Day;
};
/** Who signs for a school: its head, and whoever keeps its register. */
type People = {
  readonly own: string | undefined;
  readonly head: Omit<Signature, 'at'>;
  readonly registrar: Omit<Signature, 'at'>;
  readonly heads: ReadonlyMap<string, string>;
  readonly officer: Omit<Signature, 'at'>;
};

/**
 * Brings the checks of the last months, signed and sealed, and the running one half done, a month in a transaction of its own; where it is
 * stopped, it goes on when it is called again. Does nothing where no class is called.
 */
export async function bringChecks({ db, ring }: Where, today: Day, signal: AbortSignal): Promise<boolean> {
  const context: Context = { actor: null, requestId: newId(), source: 'command' };
  const opened = await readAs(db, context, openedMonths);
  if (opened.has(today.slice(0, 7))) return false;
  const plan = await readAs(db, context, async (trx) =>
    (await firstCalledDay(trx)) === undefined ? undefined : planFor(trx, (await makeYear(trx, today)).terms, today),
  );
  if (plan === undefined) return false;
  const past = plan.months.map((_, at) => (trx: ReadTrx) => pastMonth(trx, plan, at));
  for (const makeMonth of [...past, (trx: ReadTrx) => runningMonth(trx, plan, today)]) {
    if (signal.aborted) return true;
    await transact(db, context, async (trx) => {
      const brought = await makeMonth(trx);
      if (!opened.has(brought.month)) await bringMonth(trx, ring, brought);
      // The running month is the last one; what it has closed nobody needs to follow.
      const isLast = brought.month === plan.running.month;
      const followed = isLast ? await bringSteps(trx, ring, (item, at) => stepsOf(plan, item, at, today)) : 0;
      const detail = { month: brought.month, schools: brought.schools.length, followed };
      return { result: undefined, changes: [{ act: 'demo.load', object: `county:${db.countyId}`, detail }] };
    });
  }
  return true;
}

async function planFor(trx: ReadTrx, terms: readonly BroughtTerm[], today: Day): Promise<Plan> {
  const everywhere = { county: true, areas: [], schools: [] };
  const calendar = calendarFrom(await readBook(trx), {});
  const running = today.slice(0, 7);
  const months = monthsOf(schoolYearOf(today), calendar)
    .filter((month) => month < running)
    .flatMap((month) => {
      const openDay = usualOpenDay(month, calendar);
      return openDay === undefined ? [] : [{ month, openDay }];
    })
    .slice(-PAST);
  const all = await listClasses(trx, everywhere, { schoolYear: schoolYearOf(today) });
  const schools = [...new Set(all.map(({ school }) => school))];
  const termOf = new Map(terms.map((term) => [term.of.path, term]));
  const classes = all.flatMap((one, at): ClassYear[] => {
    const term = termOf.get(one.path);
    if (term === undefined) return [];
    return [{ one, term, fresh: newcomersOf(makeRng(2025, 81, at), term.of, { months: months.length, schools }) }];
  });
  const named = classes.flatMap(({ term: { of, rolls }, fresh }) => [
    ...fresh.flat().map(({ childId }) => childId),
    ...months.flatMap(({ month, openDay }) => neverThere(of, rolls, `${month}-01`, openDay)),
  ]);
  const lines = await listLines(trx, everywhere, [...new Set(named)]);
  const names = new Map(lines.map(childLine).map(({ childId, name }) => [childId, name]));
  const openDay = calendar.addSchoolDays(today, -OPENED_BEFORE) ?? today;
  const later = (day: Day, many: number) => calendar.addSchoolDays(day, many) ?? today;
  return { classes, months, running: { month: running, openDay }, names, people: await peopleOf(trx, all), later };
}

/** What the owner of a difference has done about it by now. */
function stepsOf({ classes, months, running, people, later }: Plan, item: UntouchedItem, at: number, today: Day): BroughtStep[] {
  const found = months.find(({ month }) => month === item.firstMonth);
  const mine = classes.find(({ one }) => one.path === item.classPath);
  if (mine === undefined) return [];
  const { schoolId, id } = mine.one;
  const by = item.owner === 'teacher' ? { userId: id, name: '' } : registrarOf(people, schoolId, ofSchool(classes, schoolId));
  const { openDay } = found ?? running;
  const back = item.childId === null || !found ? undefined : backSince(mine.term.rolls, item.childId, openDay);
  const rng = makeRng(2025, 84, at);
  let last = openDay;
  return followedOf(rng, item, { back, isPast: found !== undefined }).map((step) => {
    const day = [later(openDay, step.after), last, 'state' in step && step.state === 'back' ? (back ?? '') : ''].sort().at(-1);
    last = day === undefined || day > today ? today : day;
    const signed = { ...by, at: moment(last, 7, rng.int(50)) };
    if ('state' in step) return { ...signed, state: step.state, note: step.note };
    return { ...signed, owner: item.owner, dueDay: later(today, step.more) };
  });
}

function ofSchool(classes: readonly ClassYear[], schoolId: string): readonly ClassYear[] {
  return classes.filter(({ one }) => one.schoolId === schoolId);
}

async function peopleOf(trx: ReadTrx, classes: readonly StoredClass[]): Promise<People> {
  const logins = ['officer', 'principal', 'registrar', 'teacher'] as const satisfies readonly DemoLogin[];
  const accounts = await accountsByLogin(trx, logins);
  const of = (login: DemoLogin) => ({ userId: accounts.get(login)?.userId ?? '', name: accounts.get(login)?.name ?? '' });
  // The account of a class teacher has the id of its class, that of a head the id of its school.
  const own = classes.find(({ id }) => id === of('teacher').userId)?.schoolId;
  const heads = await userNames(
    trx,
    classes.map(({ schoolId }) => schoolId),
  );
  return { own, head: of('principal'), registrar: of('registrar'), heads, officer: of('officer') };
}

/** A month that is over: every class has signed, and nearly every school. */
async function pastMonth(trx: ReadTrx, { classes, months, names, people }: Plan, at: number): Promise<BroughtMonth> {
  const { month, openDay } = months[at] ?? { month: '', openDay: '' };
  const rng = makeRng(2025, 82, at);
  const bySchool = groupsOf(classes);
  const late = new Set(at === months.length - 1 ? [...bySchool.keys()].filter((id) => id !== people.own).slice(-LATE) : []);
  const schools: BroughtSchool[] = [];
  for (const [schoolId, own] of bySchool) {
    const sheets = own.map(({ one, term: { of, rolls }, fresh }): BroughtSheet => {
      const known = knownOf(of, rolls, { from: `${month}-01`, to: openDay, fresh: fresh[at] ?? [], names });
      return { one, known, by: { userId: one.id, name: '', at: moment(openDay, 9, rng.int(420)) } };
    });
    const isLate = late.has(schoolId);
    const checked = { ...registrarOf(people, schoolId, own), at: moment(openDay, 17, rng.int(40)) };
    const sealed = { ...headOf(people, schoolId), at: moment(openDay, 18, rng.int(60)), reason: '' };
    schools.push(...(await schoolOf(trx, schoolId, { sheets, checked, sealed: isLate ? undefined : sealed })));
  }
  return {
    month,
    openDay,
    reason: '系统启用前的月核，随演示数据带入',
    opened: { ...people.officer, at: moment(openDay, 8, 0) },
    schools,
  };
}

/** The running month, opened by the bureau and half done; the class of the demo's teacher waits for whoever tries it. */
async function runningMonth(trx: ReadTrx, { classes, running, people }: Plan, today: Day): Promise<BroughtMonth> {
  const { month, openDay } = running;
  const rng = makeRng(2025, 83);
  const schools: BroughtSchool[] = [];
  for (const [schoolId, own] of groupsOf(classes)) {
    const isOwn = schoolId === people.own;
    if (!isOwn && !rng.chance(BEGUN)) continue;
    const through = !isOwn && rng.chance(THROUGH);
    const signing = isOwn ? own.slice(2) : through ? own : own.filter(() => rng.chance(SIGNED));
    const sheets = signing.map(({ one }) => ({ one, by: { userId: one.id, name: '', at: moment(openDay, 10, rng.int(400)) } }));
    const checked = through ? { ...registrarOf(people, schoolId, own), at: moment(openDay, 17, rng.int(40)) } : undefined;
    const sealed = through ? { ...headOf(people, schoolId), at: moment(today, 7, rng.int(50)), reason: '' } : undefined;
    schools.push(...(await schoolOf(trx, schoolId, { sheets, checked, sealed })));
  }
  return { month, openDay, reason: '开学初先核一次', opened: { ...people.officer, at: moment(openDay, 8, 30) }, schools };
}

async function schoolOf(trx: ReadTrx, id: string, rest: Omit<BroughtSchool, 'school'>): Promise<readonly BroughtSchool[]> {
  const school = await findSchool(trx, { county: true, areas: [], schools: [] }, id);
  return school === undefined ? [] : [{ school, ...rest }];
}

function groupsOf(classes: readonly ClassYear[]): ReadonlyMap<string, readonly ClassYear[]> {
  const groups = new Map<string, ClassYear[]>();
  for (const one of classes) groups.set(one.one.schoolId, [...(groups.get(one.one.schoolId) ?? []), one]);
  return groups;
}

function headOf({ own, head, heads }: People, schoolId: string): Omit<Signature, 'at'> {
  return schoolId === own ? head : { userId: schoolId, name: heads.get(schoolId) ?? '' };
}

/** In a school without a registrar of its own the teacher of the last class keeps the register. */
function registrarOf({ own, registrar }: People, schoolId: string, classes: readonly ClassYear[]): Omit<Signature, 'at'> {
  return schoolId === own ? registrar : { userId: classes[classes.length - 1]?.one.id ?? '', name: '' };
}

/** So many minutes after an hour of a day, in China. */
function moment(day: Day, hour: number, minutes: number): Date {
  return new Date(new Date(`${day}T00:00:00+08:00`).getTime() + (hour * 60 + minutes) * 60_000);
}
