import type { ReadTrx } from '../../../platform/db';
import { type CalendarOf, exceptionsFor } from '../rules/exception';
import { type Holidays, type HolidayYear, holidaysOf } from '../rules/holidays';
import { makeSchoolCalendar, type SchoolCalendar } from '../rules/school-calendar';
import { packageHolidays } from './holidays';
import {
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

/** Reads the calendar of the county. */
export async function readBook(trx: ReadTrx): Promise<CalendarBook> {
  // Asked at once, so that the connection turns to the server once for all four.
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

/** The school days of one place. */
export function calendarFrom({ terms, settings, holidays, exceptions }: CalendarBook, whose: CalendarOf): SchoolCalendar {
  const taught = new Map(settings.map(({ schoolYear, makeUpDaysTaught }) => [schoolYear, makeUpDaysTaught]));
  return makeSchoolCalendar({
    terms,
    holidays,
    makeUpDaysTaught: (schoolYear) => taught.get(schoolYear) ?? MAKE_UP_DAYS_TAUGHT,
    exceptions: exceptionsFor(exceptions, whose),
  });
}

/**
 * The school days of a place as the county keeps them: four queries, then every question is a look into an array. For many places
 * in one go, read the book once.
 */
export async function loadSchoolCalendar(trx: ReadTrx, whose: CalendarOf = {}): Promise<SchoolCalendar> {
  return calendarFrom(await readBook(trx), whose);
}
