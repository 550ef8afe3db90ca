/** A day as text, `2025-03-01`: the way days are stored, sent and shown. */
export type Day = string;

const dayMs = 86_400_000;

/** Days since 1970-01-01 of a calendar date, or undefined where the calendar has no such day (2013-02-29). */
export function dayNumber(year: number, month: number, date: number): number | undefined {
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined;
  return Date.UTC(year, month - 1, date) / dayMs;
}

/** Days since 1970-01-01 of a day written `2025-03-01`; undefined for anything else. */
export function parseDay(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** The other way round: `2025-03-01` for a number of days since 1970-01-01. */
export function formatDay(days: number): Day {
  return new Date(days * dayMs).toISOString().slice(0, 10);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
