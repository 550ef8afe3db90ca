import { parseDay } from './day';

/** How many whole years old somebody is on a day; null where no birth day is known. */
export function wholeYears(birth: string | null, today: string): number | null {
  if (birth === null || parseDay(birth) === undefined) return null;
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}
