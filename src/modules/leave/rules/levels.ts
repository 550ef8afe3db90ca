import type { Day } from '../../../kernel/day';
import type { Span } from './span';

/** Who decides on a leave: 班主任, or the school (学籍员, 校长). */
export const levels = ['teacher', 'school'] as const;
export type Level = (typeof levels)[number];

type Words = { readonly zh: string; readonly en: string };

/**
 * By what length who decides. No notice of the county or the province names a number; rules of single schools do (policy.md §3.4:
 * up to 3 days the class teacher and longer the school; up to 2 days, or up to a week elsewhere). Proposed, 待县局确认.
 */
export const levelRule = {
  /** school days up to which the class teacher decides */ teacherDays: 3,
  label: 'suggested',
  source: {
    zh: '几所学校的请假制度各不相同（2 天、3 天、1 周都有），取常见的 3 天；待县局确认',
    en: 'Rules of single schools differ (2 days, 3 days, a week); the usual 3 is proposed, to be confirmed by the bureau',
  } satisfies Words,
} as const;

/**
 * From how many months on it is no leave but 休学. Liaoning's rules on enrolment name no number; other provinces (陕西) and single
 * schools say three months (policy.md §3.3). Proposed, 待县局确认.
 */
export const suspensionRule = {
  months: 3,
  label: 'suggested',
  source: {
    zh: '外省规定（陕西）和学校制度；辽宁的细则没有写天数，待县局确认',
    en: 'A rule of another province (Shaanxi) and of schools; Liaoning names no number, to be confirmed',
  } satisfies Words,
} as const;

/** Who decides on a leave of so many half school days. */
export function levelOf(halfDays: number): Level {
  return halfDays <= 2 * levelRule.teacherDays ? 'teacher' : 'school';
}

/** Whether somebody who stands for a level may decide on a leave that asks for one: the school decides on everything. */
export function reaches(mine: Level | null, asked: Level): boolean {
  return mine === 'school' || mine === asked;
}

/** Whether a span is so long that it is 休学. */
export function isSuspension({ from, until }: Span): boolean {
  return until.day >= monthsAfter(from.day, suspensionRule.months);
}

/** The same date so many months later, as text to compare with: it need not be a day of the calendar. */
function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const whole = year * 12 + (month - 1) + months;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${Math.floor(whole / 12)}-${two((whole % 12) + 1)}-${two(date)}`;
}
