import { type Day, formatDay, parseDay } from '../../../kernel/day';

/** When a child reported: on the first day of term, within the first week, later, or not yet. */
export const cuts = ['first-day', 'first-week', 'later', 'never'] as const;
export type Cut = (typeof cuts)[number];

/** 开学第一周未报到学生造册逐生落实 (policy.md §7): seven days, the first one counted. */
const weekDays = 7;

/** The last day of the first week. */
export function lastOfWeek(first: Day): Day {
  return formatDay((parseDay(first) ?? 0) + weekDays - 1);
}

/** Where the day a child reported lies; null: it has not reported. Who came before the first day is there on it. */
export function cutOf(first: Day, reported: Day | null): Cut {
  if (reported === null) return 'never';
  if (reported <= first) return 'first-day';
  return reported <= lastOfWeek(first) ? 'first-week' : 'later';
}
