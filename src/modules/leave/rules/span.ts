import { type Day, formatDay, parseDay } from '../../../kernel/day';
import type { SchoolCalendar } from '../../calendar/index';

/** The two parts of a school day. */
export const halves = ['am', 'pm'] as const;
export type Half = (typeof halves)[number];

/** A part of a day; `am` sorts before `pm`. */
export type Slot = { readonly day: Day; readonly half: Half };

/** From a part of a day to another, both included. */
export type Span = { readonly from: Slot; readonly until: Slot };

type Calendar = Pick<SchoolCalendar, 'isSchoolDay' | 'schoolDaysBetween' | 'addSchoolDays'>;

/** Whether one part of a day lies before another. */
export function isBefore(one: Slot, other: Slot): boolean {
  return `${one.day}${one.half}` < `${other.day}${other.half}`;
}

/** Whether a part of a day lies in a span. */
export function covers({ from, until }: Span, slot: Slot): boolean {
  return !isBefore(slot, from) && !isBefore(until, slot);
}

/** Whether two spans have a part of a day in common. */
export function overlaps(one: Span, other: Span): boolean {
  return !isBefore(one.until, other.from) && !isBefore(other.until, one.from);
}

/** Half school days of a span; 0 where it lies over days without lessons only, or ends before it begins. */
export function halvesIn(calendar: Calendar, { from, until }: Span): number {
  if (isBefore(until, from)) return 0;
  const late = from.half === 'pm' && calendar.isSchoolDay(from.day) ? 1 : 0;
  const early = until.half === 'am' && calendar.isSchoolDay(until.day) ? 1 : 0;
  return 2 * calendar.schoolDaysBetween(from.day, until.day) - late - early;
}

/** What of a span a child was away that was back in some part of a day; undefined where it was back before the span began. */
export function spanUntilBack({ from, until }: Span, back: Slot): Span | undefined {
  if (!isBefore(from, back)) return undefined;
  if (isBefore(until, back)) return { from, until };
  return { from, until: slotBefore(back) };
}

/** The first school day after a span: then the child is to be back. Undefined where the calendar does not know it. */
export function dueBackOf(calendar: Calendar, { until }: Span): Day | undefined {
  return calendar.addSchoolDays(until.day, 1);
}

function slotBefore({ day, half }: Slot): Slot {
  return half === 'pm' ? { day, half: 'am' } : { day: dayAfter(day, -1), half: 'pm' };
}

/** So many days after a day, or before it. */
export function dayAfter(day: Day, days: number): Day {
  const number = parseDay(day);
  if (number === undefined) throw new Error(`${day} is no day`);
  return formatDay(number + days);
}
