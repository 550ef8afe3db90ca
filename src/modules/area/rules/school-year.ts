import { type Day, dayNumber, formatDay, parseDay } from '../../../kernel/day';

/** A school year by its two calendar years, `2024-2025`: 1 September 2024 to 31 August 2025. */
export type SchoolYear = string;

/**
 * The school year that contains a day. It begins on 1 September (县方案 三(一)1(1): 当年 8 月 31 日前年满 6 周岁), also
 * where lessons begin some days earlier or later. Throws when `day` is not a day; check what a user typed before.
 */
export function schoolYearOf(day: Day): SchoolYear {
  if (parseDay(day) === undefined) throw new Error(`not a day: ${day}`);
  const year = Number(day.slice(0, 4));
  return schoolYearFrom(Number(day.slice(5, 7)) >= 9 ? year : year - 1);
}

/** The school year that begins in a calendar year: 2024 → `2024-2025`. */
function schoolYearFrom(begins: number): SchoolYear {
  return `${begins}-${begins + 1}`;
}

/** The calendar year in which a school year begins, or undefined for a text that names none (`2024-2026`). */
export function yearOfBegin(schoolYear: string): number | undefined {
  const match = /^(\d{4})-(\d{4})$/.exec(schoolYear);
  if (!match) return undefined;
  const begins = Number(match[1]);
  return Number(match[2]) === begins + 1 ? begins : undefined;
}

/** First and last day of a school year, both included. Throws when the text names none. */
export function daysOfSchoolYear(schoolYear: SchoolYear): { readonly first: Day; readonly last: Day } {
  const begins = yearOfBegin(schoolYear);
  if (begins === undefined) throw new Error(`not a school year: ${schoolYear}`);
  return { first: dayText(begins, 9, 1), last: dayText(begins + 1, 8, 31) };
}

/** The school year so many years later, or earlier for a negative number. Throws when the text names none. */
export function schoolYearAfter(schoolYear: SchoolYear, years = 1): SchoolYear {
  const begins = yearOfBegin(schoolYear);
  if (begins === undefined) throw new Error(`not a school year: ${schoolYear}`);
  return schoolYearFrom(begins + years);
}

function dayText(year: number, month: number, date: number): Day {
  return formatDay(dayNumber(year, month, date) ?? 0);
}
