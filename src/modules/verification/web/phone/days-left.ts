import { parseDay } from '../../../../kernel/day';

/** Days from today until a deadline; negative when it is over. */
export function daysLeft(due: string, today: string): number {
  return (parseDay(due) ?? 0) - (parseDay(today) ?? 0);
}
