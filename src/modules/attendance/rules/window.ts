import type { Day } from '../../../kernel/day';
import type { StandingPolicy } from '../../standing/index';

/** In whose name a roll is taken. */
export type Taker = 'teacher' | 'school' | 'bureau';

/**
 * How many school days after its own a day can still be entered, by whom; the bureau always can. The register of goals (T02)
 * proposes T+1 for the class and T+7 for the school; no notice names a number, so the county sets them.
 */
export type Windows = Pick<StandingPolicy, 'classWindowDays' | 'schoolWindowDays'>;

/** Whether somebody may still enter a day that lies so many school days back. */
export function isOpen({ classWindowDays, schoolWindowDays }: Windows, taker: Taker, schoolDaysAgo: number): boolean {
  if (taker === 'bureau') return true;
  return schoolDaysAgo <= (taker === 'teacher' ? classWindowDays : schoolWindowDays).value;
}

/** Who may enter it instead. */
export function nextTaker(windows: Windows, taker: Taker, schoolDaysAgo: number): 'school' | 'bureau' {
  return taker === 'teacher' && isOpen(windows, 'school', schoolDaysAgo) ? 'school' : 'bureau';
}

/** Of a roll that is changed after its day, or entered after it, people will ask why. */
export function needsReason({
  day,
  today,
  changes,
}: {
  readonly day: Day;
  readonly today: Day;
  readonly changes: boolean;
}): boolean {
  return changes && day < today;
}
