import type { Day } from '../../../kernel/day';
import type { Span } from './span';

/** Who decides on a leave: 班主任, or the school (学籍员, 校长). */
export const levels = ['teacher', 'school'] as const;
export type Level = (typeof levels)[number];

/**
 * The numbers by which leave goes, as the county has them (`standing`'s policy, each with its source): school days up to which the
 * class teacher decides, months from which on it is 休学, school days over a term from which somebody looks.
 */
export type LeaveNumbers = { readonly teacherDays: number; readonly months: number; readonly sumDays: number };

/** Who decides on a leave of so many half school days. */
export function levelOf(halfDays: number, { teacherDays }: Pick<LeaveNumbers, 'teacherDays'>): Level {
  return halfDays <= 2 * teacherDays ? 'teacher' : 'school';
}

/** Whether somebody who stands for a level may decide on a leave that asks for one: the school decides on everything. */
export function reaches(mine: Level | null, asked: Level): boolean {
  return mine === 'school' || mine === asked;
}

/** Whether a span is so long that it is 休学. */
export function isSuspension({ from, until }: Span, { months }: Pick<LeaveNumbers, 'months'>): boolean {
  return until.day >= monthsAfter(from.day, months);
}

/** The same date so many months later, as text to compare with: it need not be a day of the calendar. */
function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const whole = year * 12 + (month - 1) + months;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${Math.floor(whole / 12)}-${two((whole % 12) + 1)}-${two(date)}`;
}
