import { type Day, formatDay, parseDay } from '../../../kernel/day';

/** A month as a wall calendar has it: weeks from Monday to Sunday, days of other months left out. `month` is `2025-03`. */
export function weeksOf(month: string): readonly (readonly (Day | null)[])[] {
  const first = parseDay(`${month}-01`);
  if (first === undefined) return [];
  const last = parseDay(lastDayOf(month)) ?? first;
  const weeks: (Day | null)[][] = [];
  for (let monday = first - weekdayOf(first); monday <= last; monday += 7)
    weeks.push(Array.from({ length: 7 }, (_, at) => (monday + at < first || monday + at > last ? null : formatDay(monday + at))));
  return weeks;
}

/** The last day of a month, `2025-02-28` of `2025-02`. */
export function lastDayOf(month: string): Day {
  const after = parseDay(`${monthAfter(month, 1)}-01`);
  return after === undefined ? `${month}-28` : formatDay(after - 1);
}

/** Another month, so many later, or earlier for a negative number. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** 0 on Monday; day 0 of the kernel's count, 1 January 1970, was a Thursday. */
function weekdayOf(number: number): number {
  return (number + 3) % 7;
}

/** All days of a month, the first one first; none for what is no month. */
export function daysOfMonth(month: string): readonly Day[] {
  return weeksOf(month)
    .flat()
    .filter((day): day is Day => day !== null);
}
