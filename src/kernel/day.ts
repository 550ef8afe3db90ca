/** A day as text, `2025-03-01`: the way days are stored, sent and shown. */
export type Day = string;

const dayMs = 86_400_000;

/** Days since 1970-01-01 of a calendar date, or undefined where the calendar has no such day (2013-02-29). */
export function dayNumber(year: number, month: number, date: number): number | undefined {
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined;
  // Counted from 1 March, so that the leap day is a year's last (Hinnant, "chrono-compatible date algorithms").
  const marchYear = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}

/** Days since 1970-01-01 of a day written `2025-03-01`; undefined for anything else. */
export function parseDay(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** The other way round: `2025-03-01` for a number of days since 1970-01-01. */
export function formatDay(days: number): Day {
  const known = texts.get(days);
  if (known !== undefined) return known;
  const text = new Date(days * dayMs).toISOString().slice(0, 10);
  if (texts.size < MOST_TEXTS) texts.set(days, text);
  return text;
}

/** Written once a day and not once a child: writing days was an eighth of working out a county's standings. */
const texts = new Map<number, Day>();
const MOST_TEXTS = 20_000;

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
