import type { Day } from '../../../kernel/day';

/** In whose name a roll is taken. */
export type Taker = 'teacher' | 'school' | 'bureau';

/**
 * How many school days after its own a day can still be entered, by whom; null: always. The register of goals (T02) proposes T+1
 * for the class and T+7 for the school; no notice names a number, so the bureau has to confirm them.
 */
export const windowDays = { teacher: 1, school: 7, bureau: null } as const satisfies Record<Taker, number | null>;

/** Whether somebody may still enter a day that lies so many school days back. */
export function isOpen(taker: Taker, schoolDaysAgo: number): boolean {
  const most = windowDays[taker];
  return most === null || schoolDaysAgo <= most;
}

/** Who may enter it instead. */
export function nextTaker(taker: Taker, schoolDaysAgo: number): 'school' | 'bureau' {
  return taker === 'teacher' && isOpen('school', schoolDaysAgo) ? 'school' : 'bureau';
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
