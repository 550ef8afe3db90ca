import type { Day } from '../../../kernel/day';
import type { SchoolCalendar } from '../../calendar/index';
import { isSuspension, type LeaveNumbers, type Level, levelOf } from './levels';
import { dayAfter, halvesIn, isBefore, overlaps, type Span } from './span';

/** How far back a leave may begin: who was away longer ago is put right in the roll. Our choice, of issue 4. */
export const DAYS_BACK = 30;

/** Why a leave cannot be asked for like this. */
export type AskFault = 'order' | 'too-old' | 'suspension' | 'no-lessons' | 'overlap';

export type AskFacts = {
  readonly span: Span;
  readonly today: Day;
  readonly numbers: LeaveNumbers;
  readonly calendar: Pick<SchoolCalendar, 'isSchoolDay' | 'schoolDaysBetween' | 'addSchoolDays'>;
  /** what the child's other leaves cover */ readonly others: readonly Span[];
};

/** What is asked for, in half school days and with who decides; or the first thing that stands in its way. */
export function checkAsk({
  span,
  today,
  numbers,
  calendar,
  others,
}: AskFacts): AskFault | { readonly halves: number; readonly level: Level } {
  if (isBefore(span.until, span.from)) return 'order';
  if (span.from.day < dayAfter(today, -DAYS_BACK)) return 'too-old';
  if (isSuspension(span, numbers)) return 'suspension';
  const halves = halvesIn(calendar, span);
  if (halves === 0) return 'no-lessons';
  if (others.some((other) => overlaps(other, span))) return 'overlap';
  return { halves, level: levelOf(halves, numbers) };
}
