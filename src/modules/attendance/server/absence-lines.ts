import { type Day, formatDay, parseDay } from '../../../kernel/day';
import type { Scope } from '../../../platform/access';
import { dayOf } from '../../../platform/clock';
import type { ReadTrx } from '../../../platform/db';
import type { SchoolCalendar } from '../../calendar/index';
import { type CalendarBook, calendarFrom, readBook } from '../../calendar/server/index';
import { type ChildRow, listChildren } from '../../children/server/index';
import type { CareReason } from '../../groups/index';
import { closerCare } from '../../groups/server/index';
import { policyOn } from '../../standing/index';
import { listStandees, policiesOf, type Standee } from '../../standing/server/index';
import type { AbsenceLine } from '../contract';
import { closerLadder, ladderOf, type Step, stepOf } from '../rules/ladder';
import { type Absence, isFor, nextOf, type Obligation, obligationsOf } from '../rules/obligations';
import { viewerOf } from './asking';
import { contactsOf, type StoredContact } from './contact-store';
import { receivedOf, reportsOf, type StoredReport } from './report-store';
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

/** A child that is away, with all that its duties follow from. */
export type Away = {
  readonly child: ChildRow;
  readonly line: AbsenceLine;
  readonly schoolId: string;
  /** by which its duties come */ readonly ladder: readonly Step[];
  readonly absence: Absence;
  readonly obligations: readonly Obligation[];
  readonly contacts: readonly StoredContact[];
};

/** The ladder of most children, and that of those who are looked at more closely. */
export type Ladders = { readonly usual: readonly Step[]; readonly closer: readonly Step[] };

/** The ladders by the policy of today. */
export async function laddersToday(trx: ReadTrx): Promise<Ladders> {
  const policy = policyOn(await policiesOf(trx), dayOf(trx.now));
  const usual = ladderOf(policy);
  return { usual, closer: closerLadder(usual, policy) };
}

/** Who is away without leave today in the places of a scope, the longest first. */
export async function absencesIn(trx: ReadTrx, scope: Scope, ladders: Ladders): Promise<readonly Away[]> {
  const today = dayOf(trx.now);
  const since = await awaySince(trx, scope);
  if (since.size === 0) return [];
  const facts = await factsOf(trx, scope, since);
  const closer = await closerCare(trx, facts.children);
  const viewer = viewerOf(trx.context);
  return facts.children
    .map((child): Away => {
      const { absence, contacts } = absenceOf(child, since.get(child.child_id) ?? today, today, facts);
      const ladder = closer.has(child.child_id) ? ladders.closer : ladders.usual;
      const obligations = obligationsOf(absence, ladder);
      const [, schoolId = ''] = child.school_path.split('/');
      const line = lineOf(child, absence, { ladder, obligations, viewer, closer: closer.get(child.child_id) ?? [] });
      return { child, schoolId, ladder, absence, obligations, contacts, line };
    })
    .sort((a, b) => b.line.days - a.line.days || (a.line.childId < b.line.childId ? -1 : 1));
}

/** Since when the children of a scope are away that are away without leave today. */
export async function awaySince(trx: ReadTrx, scope: Scope): Promise<ReadonlyMap<string, Day>> {
  const today = dayOf(trx.now);
  const standees = await standeesIn(trx, scope, today);
  return new Map(standees.map(({ childId, since }) => [childId, since ?? today]));
}

async function standeesIn(trx: ReadTrx, scope: Scope, day: Day): Promise<readonly Standee[]> {
  const schools = (scope.county ? [`${trx.countyId}/`] : scope.schools).map((path) => ({ tree: 'school', path }) as const);
  const areas = (scope.county ? [] : scope.areas).map((path) => ({ tree: 'area', path }) as const);
  const wanted = [...schools, ...areas].flatMap((grid) => awayBy.map((by) => ({ grid, day, ...by })));
  return (await Promise.all(wanted.map((one) => listStandees(trx, one, { skip: 0, take: MOST })))).flat();
}

type Facts = Awaited<ReturnType<typeof factsOf>>;

/** All that is known of some children since they are away, in one query a kind. */
async function factsOf(trx: ReadTrx, scope: Scope, since: ReadonlyMap<string, Day>) {
  const ids = [...since.keys()];
  const first = [...since.values()].reduce((one, other) => (other < one ? other : one));
  const [children, contacts, reports, leave, book, called] = await Promise.all([
    listChildren(trx, scope, ids),
    contactsOf(trx, ids),
    reportsOf(trx, ids),
    leaveDaysOf(trx, ids, first),
    readBook(trx),
    sumsOfDay(trx, scope, dayOf(trx.now)),
  ]);
  const received = await receivedOf(
    trx,
    reports.map(({ report_id }) => report_id),
  );
  const calledToday = new Set(called.map((row) => row.class_id));
  return {
    children,
    contacts: byChild(contacts),
    reports: byChild(reports),
    received,
    leave,
    calendarOf: calendarsOf(book),
    calledToday,
  };
}

/** The school days of each class, worked out once for those that have the same. */
function calendarsOf(book: CalendarBook): (school: string) => SchoolCalendar {
  const known = new Map<string, SchoolCalendar>();
  return (school) => {
    // Without exceptions of places the days of all classes are the county's.
    const key = book.exceptions.length === 0 ? '' : school;
    const found = known.get(key) ?? calendarFrom(book, { school });
    known.set(key, found);
    return found;
  };
}

function byChild<T extends { readonly child_id: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) found.set(row.child_id, [...(found.get(row.child_id) ?? []), row]);
  return found;
}

function absenceOf({ child_id, school_path }: ChildRow, began: Day, today: Day, facts: Facts) {
  const [, , classId = ''] = school_path.split('/');
  const schoolDays = schoolDaysOf(facts.calendarOf(school_path), began, today);
  const onLeave = new Set(facts.leave.get(child_id) ?? []);
  const isCalled = (day: Day) => day < today || facts.calledToday.has(classId) || day === began;
  const contacts = (facts.contacts.get(child_id) ?? []).filter(({ day }) => day >= began);
  const reports = (facts.reports.get(child_id) ?? []).filter(({ made_day }) => made_day >= began);
  const absence: Absence = {
    ...{ days: schoolDays.filter((day) => isCalled(day) && !onLeave.has(day)), schoolDays, today },
    contacts: contacts.map(asContact),
    reports: reports.map((one) => asReport(one, facts.received)),
  };
  return { absence, contacts };
}

function asContact({ day, way, reached, reason, promise, back_day: backDay, noted_at }: StoredContact) {
  return { day, noted: dayOf(noted_at), way, reached, reason, promise, backDay };
}

function asReport({ kind, made_day: day, area_path, report_id }: StoredReport, received: Facts['received']) {
  return { kind, day, toTownship: townshipOf(area_path) !== undefined, received: received(report_id) };
}

function lineOf(
  child: ChildRow,
  { days, contacts, today }: Absence,
  {
    ladder,
    obligations,
    viewer,
    closer,
  }: Pick<Away, 'ladder' | 'obligations'> & {
    readonly viewer: 'teacher' | 'school' | 'bureau';
    readonly closer: readonly CareReason[];
  },
): AbsenceLine {
  const last = contacts.at(-1);
  const mine = nextOf(obligations.filter((one) => isFor(one, viewer)));
  return {
    ...{ childId: child.child_id, name: child.name, school: child.school_name, className: child.class_name },
    ...{ since: days[0] ?? today, days: days.length, step: stepOf(ladder, days.length)?.key ?? null },
    ...{ next: mine ?? nextOf(obligations) ?? null, mine: mine !== undefined, contacts: contacts.length, closer },
    last: last === undefined ? null : { day: last.day, reached: last.reached, backDay: last.backDay },
  };
}

/** Every school day of a stretch; the first day of an absence is one of them whatever the calendar was changed to since. */
function schoolDaysOf(calendar: SchoolCalendar, first: Day, last: Day): readonly Day[] {
  const [from, to] = [parseDay(first) ?? 0, parseDay(last) ?? 0];
  const all = Array.from({ length: Math.max(1, to - from + 1) }, (_, at) => formatDay(from + at));
  return all.filter((day, at) => at === 0 || calendar.isSchoolDay(day));
}

/** `county/township/` of a place, undefined where it is not known so far. */
export function townshipOf(areaPath: string): string | undefined {
  const [county, township] = areaPath.split('/');
  return county && township && township !== '~' ? `${county}/${township}/` : undefined;
}
