import type { Day } from '../../../kernel/day';
import type { Verdict } from './marks';

/** What a day comes to by now, what was told of it before, and what the days before it left standing. */
export type DayWord = {
  readonly verdict: Verdict | undefined;
  readonly told: Verdict | undefined;
  readonly before: Verdict | undefined;
};

/**
 * Whether a day has to be told to `standing`. Days like every other are not: of 28,000 children some 300 are away. Every day away
 * is told, the first day back after it, and whatever corrects what was told.
 */
export function isToTell({ verdict, told, before }: DayWord): boolean {
  if (verdict === undefined || verdict === told) return false;
  if (told !== undefined) return true;
  return verdict !== 'present' || (before !== undefined && before !== 'present');
}

/** Which of a child's called days are told where nothing was told before, oldest first: as if they had been called one after another. */
export function daysToTell<T extends { readonly day: Day; readonly verdict: Verdict }>(days: readonly T[]): readonly T[] {
  let before: Verdict | undefined;
  return days.filter(({ verdict }) => {
    if (!isToTell({ verdict, told: undefined, before })) return false;
    before = verdict;
    return true;
  });
}
