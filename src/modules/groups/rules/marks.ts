import { formatDay, parseDay } from '../../../kernel/day';

/** The days of a mark; both ends count. */
export type MarkDays = { readonly from: string; readonly until: string | null; readonly ended: string | null };

/** Whether a mark holds on a day: begun, not run out, and not ended by anybody. The day of its end is the first without it. */
export function holdsOn({ from, until, ended }: MarkDays, day: string): boolean {
  return from <= day && (until === null || day <= until) && (ended === null || day < ended);
}

/** A mark by hand holds no longer than so many days without being looked at again (系统建议). */
const mostDays = 365;

/** What runs out is named so many days before (系统建议), which leaves time to ask an office for its next list. */
export const soonDays = 14;

/** The day after a day, or so many days after it. */
export function dayAfter(day: string, days = 1): string {
  return formatDay((parseDay(day) ?? 0) + days);
}

/** The last day that a mark made today may name. */
export function lastDayFrom(today: string): string {
  return formatDay((parseDay(today) ?? 0) + mostDays);
}

/** Whether a mark until a day would hold longer than a mark may. */
export function isTooLong(today: string, until: string): boolean {
  return until > lastDayFrom(today);
}
