import { formatDay } from '../../../kernel/day';
import { MISSING_DAY } from '../../registers/index';

/** How two birth dates agree; the numbers are places in the table of weights. */
export const birthLevel = {
  missing: 0,
  equal: 1,
  /** one digit wrong, two digits or month and day changed places, or one day off */ slip: 2,
  /** one is the other's date in the farmers' calendar */ lunar: 3,
  sameMonth: 4,
  /** the default day of a form that knows the year only */ sameYearDefault: 5,
  otherYear: 6,
  sameYear: 7,
  different: 8,
} as const;
export const birthLevels = 9;

/** The level of two birth dates in days since 1970-01-01. */
export function compareBirths(a: number, b: number): number {
  if (a === MISSING_DAY || b === MISSING_DAY) return birthLevel.missing;
  if (a === b) return birthLevel.equal;
  const da = digitsOf(a);
  const db = digitsOf(b);
  if (Math.abs(a - b) === 1 || isSlip(da, db)) return birthLevel.slip;
  if (isLunar(a, b) || isLunar(b, a)) return birthLevel.lunar;
  const sameYear = da.slice(0, 4) === db.slice(0, 4);
  if (sameYear && da.slice(4, 6) === db.slice(4, 6)) return birthLevel.sameMonth;
  if (sameYear && (da.endsWith('0101') || db.endsWith('0101'))) return birthLevel.sameYearDefault;
  if (da.slice(4) === db.slice(4) && Math.abs(Number(da.slice(0, 4)) - Number(db.slice(0, 4))) <= 3) return birthLevel.otherYear;
  return sameYear ? birthLevel.sameYear : birthLevel.different;
}

const digits = new Map<number, string>();

/** `20130901`, remembered: a county has a few thousand birth dates. */
function digitsOf(day: number): string {
  const known = digits.get(day);
  if (known !== undefined) return known;
  const text = formatDay(day).replaceAll('-', '');
  digits.set(day, text);
  return text;
}

/** One of the last five digits wrong (a wrong year is another matter), neighbours swapped, or month and day swapped. */
function isSlip(a: string, b: string): boolean {
  const places: number[] = [];
  for (let at = 0; at < 8; at++) if (a[at] !== b[at]) places.push(at);
  if (places.length === 1) return places[0] >= 3;
  if (a.slice(0, 4) === b.slice(0, 4) && a.slice(4, 6) === b.slice(6) && a.slice(6) === b.slice(4, 6)) return true;
  const [i, j] = places;
  return places.length === 2 && j === i + 1 && a[i] === b[j] && a[j] === b[i];
}

/** The date `written` read as a date of the farmers' calendar falls on the day `solar`. */
function isLunar(solar: number, written: number): boolean {
  const gap = solar - written;
  return gap >= 15 && gap <= 62 && lunarDigitsOf(solar) === digitsOf(written);
}

const lunarFormat = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});
const lunar = new Map<number, string>();

function lunarDigitsOf(day: number): string {
  const known = lunar.get(day);
  if (known !== undefined) return known;
  // Written 7/26/2013; a leap month is 6bis.
  const [month, date, year] = lunarFormat
    .format(day * 86_400_000)
    .split('/')
    .map(Number.parseFloat);
  const text = String(year * 10_000 + month * 100 + date);
  lunar.set(day, text);
  return text;
}
