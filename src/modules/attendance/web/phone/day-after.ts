import { type Day, formatDay, parseDay } from '../../../../kernel/day';

/** The next day of the calendar. */
export function dayAfter(day: Day): Day {
  const number = parseDay(day);
  return number === undefined ? day : formatDay(number + 1);
}
