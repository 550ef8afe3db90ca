import { type Day, formatDay, parseDay } from '../../../kernel/day';

/** So many days are given where the bureau names no day. 系统建议，待县局确认：no notice sets a number (policy.md §13, 2). */
export const usualDays = 10;
/** A question that may wait longer than this is forgotten. Our choice. */
export const mostDays = 60;

/** The day by which a question asked today is to be answered, where nobody names another. */
export function usualDueDay(today: Day): Day {
  return daysAfter(today, usualDays);
}

/** Whether a day can be a deadline: not in the past, and within two months. */
export function isDueDay(today: Day, due: Day): boolean {
  return parseDay(due) !== undefined && due >= today && due <= daysAfter(today, mostDays);
}

/** Whether a question is late: it waits for somebody outside the bureau and its day is over. */
export function isOverdue(due: Day, today: Day, waits: boolean): boolean {
  return waits && due < today;
}

/** So many days after a day; a text that is no day comes back as it is. */
export function daysAfter(day: Day, days: number): Day {
  const number = parseDay(day);
  return number === undefined ? day : formatDay(number + days);
}
