import type { ReadTrx } from '../../../platform/db';
import { type CalendarException, type CalendarOf, exceptionsFor } from '../rules/exception';
import { type Holidays, type HolidayYear, holidaysOf } from '../rules/holidays';
import { makeSchoolCalendar, type SchoolCalendar } from '../rules/school-calendar';
import { packageHolidays } from './holidays';
import {
  calendarFingerprint,
  listExceptions,
  listHolidayYears,
  listTerms,
  listYearSettings,
  type StoredException,
  type StoredHolidays,
  type StoredTerm,
  type YearSetting,
} from './store';

/** Everything the county has said about its calendar, with the public holidays of the package beside it. */
export type CalendarBook = {
  readonly terms: readonly StoredTerm[];
  readonly settings: readonly YearSetting[];
  readonly entered: readonly StoredHolidays[];
  readonly holidays: Holidays;
  readonly exceptions: readonly StoredException[];
};

/** 调休 working days are taught unless the county says otherwise: 校课日 count 含调休, and a school closes single ones. Our choice. */
export const MAKE_UP_DAYS_TAUGHT = true;

let shipped: readonly HolidayYear[] | undefined;

/** The package's years, read once in a process. */
export function shippedHolidays(): readonly HolidayYear[] {
  shipped ??= packageHolidays();
  return shipped;
}

/** The book of each county as it was read last, and its fingerprint then. */
const read = new Map<string, { readonly fingerprint: string; readonly book: CalendarBook }>();

/** The calendar of the county: asked each time whether it is still the one that was read last, and read again only when it is not. */
export async function readBook(trx: ReadTrx): Promise<CalendarBook> {
  // Before the rows: what is changed between the two is read too early, which the next fingerprint finds out.
  const fingerprint = await calendarFingerprint(trx);
  const last = read.get(trx.countyId);
  if (last?.fingerprint === fingerprint) return last.book;
  const book = await bookFrom(trx);
  read.set(trx.countyId, { fingerprint, book });
  return book;
}

async function bookFrom(trx: ReadTrx): Promise<CalendarBook> {
  const [entered, terms, settings, exceptions] = await Promise.all([
    listHolidayYears(trx),
    listTerms(trx),
    listYearSettings(trx),
    listExceptions(trx),
  ]);
  const own = entered.map(({ year, days }) => ({
    year,
    days: days.map(({ day, name, off }) => ({ day, name: { zh: name, en: name }, off })),
  }));
  return { terms, settings, entered, holidays: holidaysOf([...shippedHolidays(), ...own]), exceptions };
}

/** What was worked out of a book, by the exceptions that hold: nearly every class of a county has the same. */
const workedOut = new WeakMap<CalendarBook, Map<string, SchoolCalendar>>();

/** The school days of one place. */
export function calendarFrom(book: CalendarBook, whose: CalendarOf): SchoolCalendar {
  const exceptions = exceptionsFor(book.exceptions, whose);
  const known = workedOut.get(book) ?? new Map<string, SchoolCalendar>();
  workedOut.set(book, known);
  const key = exceptions.map(({ id }) => id).join();
  const found = known.get(key) ?? workOut(book, exceptions);
  known.set(key, found);
  return found;
}

function workOut({ terms, settings, holidays }: CalendarBook, exceptions: readonly CalendarException[]): SchoolCalendar {
  const taught = new Map(settings.map(({ schoolYear, makeUpDaysTaught }) => [schoolYear, makeUpDaysTaught]));
  return makeSchoolCalendar({
    terms,
    holidays,
    makeUpDaysTaught: (schoolYear) => taught.get(schoolYear) ?? MAKE_UP_DAYS_TAUGHT,
    exceptions,
  });
}

/**
 * The school days of a place as the county keeps them; every question is a look into an array. For many places in one go, read
 * the book once.
 */
export async function loadSchoolCalendar(trx: ReadTrx, whose: CalendarOf = {}): Promise<SchoolCalendar> {
  return calendarFrom(await readBook(trx), whose);
}
