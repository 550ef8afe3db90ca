import type { Day } from '../../../kernel/day';

/** A month, `2025-03`. */
export type Month = string;

/** What of a calendar decides when a month is checked. */
export type SchoolDays = {
  readonly isSchoolDay: (day: Day) => boolean;
  readonly schoolDaysBetween: (first: Day, last: Day) => number;
};

/** The day of the month on which its check opens, or the next school day after it. 系统建议, 待县局确认: reports of a county were due on the 28th. */
export const OPENS_ON = 20;
/** School days after the opening within which a school signs. 系统建议, 待县局确认: reports of a county were due on the 28th. */
export const SIGN_DAYS = 5;
/** School days within which a difference is to be settled. 系统建议, 待县局确认. */
export const DUE_DAYS = 10;
/** School days past due after which the bureau is shown it too. 系统建议, 待县局确认. */
export const BUREAU_AFTER = 5;
/** Called days on leave without a day there, from which leave is a difference of its own. 系统建议, 待县局确认. */
export const LONG_LEAVE_DAYS = 5;

/** The day a month's check opens by itself: the 20th or the next school day of the month, else its last one; undefined without school days. */
export function usualOpenDay(month: Month, { isSchoolDay }: SchoolDays): Day | undefined {
  const days = daysOf(month).filter(isSchoolDay);
  return days.find((day) => Number(day.slice(8)) >= OPENS_ON) ?? days[days.length - 1];
}

/** Until when schools sign a month: so many school days after the opening, and never into the month after, which may be a holiday away. */
export function signDay(month: Month, openDay: Day, { isSchoolDay }: SchoolDays): Day {
  const left = daysOf(month).filter((day) => day > openDay && isSchoolDay(day));
  return left[SIGN_DAYS - 1] ?? left[left.length - 1] ?? openDay;
}

/** The months of a school year, `2024-09` first, that have school days. */
export function monthsOf(schoolYear: string, calendar: SchoolDays): readonly Month[] {
  const first = Number(schoolYear.slice(0, 4));
  return Array.from({ length: 12 }, (_, at) => {
    const month = ((8 + at) % 12) + 1;
    return `${first + (month < 9 ? 1 : 0)}-${String(month).padStart(2, '0')}`;
  }).filter((month) => calendar.schoolDaysBetween(`${month}-01`, lastOf(month)) > 0);
}

/** Every day of a month. */
function daysOf(month: Month): readonly Day[] {
  return Array.from({ length: Number(lastOf(month).slice(8)) }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`);
}

function lastOf(month: Month): Day {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const thirty = number === 4 || number === 6 || number === 9 || number === 11;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${month}-${number === 2 ? (leap ? 29 : 28) : thirty ? 30 : 31}`;
}
