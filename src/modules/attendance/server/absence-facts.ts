import { type Day, formatDay, parseDay } from '../../../kernel/day';
import type { Scope } from '../../../platform/access';
import { dayOf } from '../../../platform/clock';
import type { ReadTrx } from '../../../platform/db';
import { daysOfSchoolYear, schoolYearOf } from '../../area/index';
import type { SchoolCalendar } from '../../calendar/index';
import { type CalendarBook, calendarFrom, readBook } from '../../calendar/server/index';
import { type ChildRow, listChildren } from '../../children/server/index';
import { dayWords, type Excused, takenOut } from '../rules/known-days';
import type { Absence } from '../rules/obligations';
import { contactsOf, type StoredContact } from './contact-store';
import { receivedOf, reportsOf, type StoredReport } from './report-store';
import { leaveDaysOf, sumsOfDay } from './roll-store';
import { leaveEnteredLater, rollWords } from './word-store';

type AbsenceFacts = Awaited<ReturnType<typeof factsOf>>;

/** All that is known of some children in this school year, in one query a kind. */
export async function factsOf(trx: ReadTrx, scope: Scope, ids: readonly string[]) {
  const { first } = daysOfSchoolYear(schoolYearOf(dayOf(trx.now)));
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
    takenOut: await leavesTakenOut(trx, children, first),
    calendarOf: calendarsOf(book),
    calledToday,
  };
}

/** What leaves that were entered afterwards have taken out of the absences of some children; few have any. */
async function leavesTakenOut(trx: ReadTrx, children: readonly ChildRow[], from: Day) {
  const found = new Map<string, ReturnType<typeof takenOut>>();
  const later = await leaveEnteredLater(
    trx,
    children.map(({ child_id }) => child_id),
    from,
  );
  for (const { child_id, class_id } of children) {
    const classes = later.get(child_id);
    if (classes === undefined) continue;
    const words = await rollWords(trx, child_id, { classes: [...classes, ...(class_id === null ? [] : [class_id])], from });
    found.set(child_id, takenOut(dayWords(words)));
  }
  return found;
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

/** The absence of a child that is away since a day, as it is known today. */
export function absenceOf({ child_id, school_path }: ChildRow, began: Day, today: Day, facts: AbsenceFacts) {
  const [, , classId = ''] = school_path.split('/');
  const taken = facts.takenOut.get(child_id)?.excused ?? [];
  const first = taken.reduce((day, one) => (one.day < day ? one.day : day), began);
  const onLeave = new Set(facts.leave.get(child_id) ?? []);
  const isCalled = (day: Day) => day < today || facts.calledToday.has(classId) || day === began;
  const schoolDays = schoolDaysOf(facts.calendarOf(school_path), { first, began, last: today });
  const away = schoolDays.filter((day) => isCalled(day) && !onLeave.has(day));
  // Nobody had called these, and they counted so long as the absence was known to begin before them.
  const between = away.flatMap((day): readonly Excused[] => {
    const on = day < began ? taken.filter((one) => one.day < day).pop()?.on : undefined;
    return on === undefined || on <= day ? [] : [{ day, on }];
  });
  const excused = [...taken, ...between].sort((one, other) => (one.day < other.day ? -1 : 1));
  return withSteps(child_id, first, facts, { days: away.filter((day) => day >= began), excused, schoolDays, today });
}

/**
 * The absence that a leave, entered afterwards, has ended: what was due by then stays on record. Undefined for a child that is away,
 * that was there since, or of which no leave took anything back.
 */
export function endedByLeave({ child_id, school_path }: ChildRow, today: Day, facts: AbsenceFacts) {
  const known = facts.takenOut.get(child_id);
  const on = known?.excused.reduce((last, one) => (one.on > last ? one.on : last), '');
  if (known === undefined || !on || known.last !== 'leave') return undefined;
  const excused = [...known.excused, ...known.away.map((day) => ({ day, on }))].sort((a, b) => (a.day < b.day ? -1 : 1));
  const first = excused[0]?.day ?? today;
  const schoolDays = schoolDaysOf(facts.calendarOf(school_path), { first, began: first, last: today });
  return withSteps(child_id, first, facts, { days: [], excused, schoolDays, today });
}

function withSteps(id: string, first: Day, facts: AbsenceFacts, days: Omit<Absence, 'contacts' | 'reports'>) {
  const contacts = (facts.contacts.get(id) ?? []).filter(({ day }) => day >= first);
  const reports = (facts.reports.get(id) ?? []).filter(({ made_day }) => made_day >= first);
  const absence: Absence = {
    ...days,
    contacts: contacts.map(asContact),
    reports: reports.map((one) => asReport(one, facts.received)),
  };
  return { absence, contacts };
}

function asContact({ day, way, reached, reason, promise, back_day: backDay, noted_at }: StoredContact) {
  return { day, noted: dayOf(noted_at), way, reached, reason, promise, backDay };
}

function asReport({ kind, made_day: day, area_path, report_id }: StoredReport, received: AbsenceFacts['received']) {
  return { kind, day, toTownship: townshipOf(area_path) !== undefined, received: received(report_id) };
}

/** Every school day of a stretch; the first day of an absence is one of them whatever the calendar was changed to since. */
function schoolDaysOf(
  calendar: SchoolCalendar,
  { first, began, last }: { readonly first: Day; readonly began: Day; readonly last: Day },
): readonly Day[] {
  const [from, to] = [parseDay(first) ?? 0, parseDay(last) ?? 0];
  const all = Array.from({ length: Math.max(1, to - from + 1) }, (_, at) => formatDay(from + at));
  return all.filter((day, at) => at === 0 || day === began || calendar.isSchoolDay(day));
}

/** `county/township/` of a place, undefined where it is not known so far. */
export function townshipOf(areaPath: string): string | undefined {
  const [county, township] = areaPath.split('/');
  return county && township && township !== '~' ? `${county}/${township}/` : undefined;
}
