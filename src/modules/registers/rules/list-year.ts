import { type Day, formatDay } from '../../../kernel/day';
import { entryText, type PackedColumn } from '../../../kernel/packed-column';
import { MISSING_DAY, type Register } from './register';

/** By how many years a list is behind the day it is given for, and what shows it; `share` of `rows` rows show it. */
export type YearShift = {
  readonly years: number;
  readonly how: 'grades' | 'entry-years' | 'ages';
  readonly share: number;
  readonly rows: number;
};

/**
 * Whether a list is last year's: its children are older than its grades, its newest pupils entered a year ago, or the
 * children who have just turned six are missing while those who have left school are all there. Undefined where nothing
 * shows it. Thresholds are our choice: real lists have some children ahead of or behind their grade, never half of them.
 */
export function yearShift(register: Register, asOf: Day): YearShift | undefined {
  const begins = schoolYearOf(asOf);
  return shiftOfGrades(register, begins) ?? shiftOfEntries(register, begins) ?? shiftOfAges(register, begins);
}

/** The grade of 一年级, 三年级2班, 初一, 7年级, 八（3）班 …; 0 where a text names none. */
export function gradeOf(text: string): number {
  const junior = /初([一二三123])|^([一二三])中?年级.*初中/.exec(text);
  if (junior) return 6 + numberOf(junior[1] ?? junior[2]);
  const named =
    /([一二三四五六七八九1-9])年级|^([一二三四五六七八九1-9])[.(（]\d{1,2}[)）]?班?$|^([一二三四五六七八九1-9])年/.exec(text);
  return named ? numberOf(named[1] ?? named[2] ?? named[3]) : 0;
}

/** Fewer rows prove nothing. */
const fewest = 20;
const mostly = 0.5;

/** A clerk's rough filter lets some too old and too young through; falling births make a first grade small, but not by half. */
const fewBeginners = 0.6;
const manyLeavers = 0.8;

/** The year in which the school year of a day begins. */
function schoolYearOf(day: Day): number {
  return Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) >= 9 ? 0 : 1);
}

/** The grade a child of this birthday is in, if all went as usual: the first after the sixth birthday, by 31 August. */
function usualGrade(birth: number, begins: number): number {
  const day = formatDay(birth);
  const turnsSix = Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) >= 9 ? 1 : 0) + 6;
  return begins - turnsSix + 1;
}

function shiftOfGrades({ text, birth, count }: Register, begins: number): YearShift | undefined {
  const grades = [text.grade, text.className].flatMap((column) =>
    column ? [{ column, ofEntry: eachEntry(column, gradeOf) }] : [],
  );
  if (grades.length === 0) return undefined;
  const votes = new Map<number, number>();
  let rows = 0;
  for (let row = 0; row < count; row++) {
    const grade = grades.map(({ column, ofEntry }) => ofEntry[column.codes[row]]).find((one) => one > 0) ?? 0;
    if (grade === 0 || birth[row] === MISSING_DAY) continue;
    rows++;
    const shift = usualGrade(birth[row], begins) - grade;
    votes.set(shift, (votes.get(shift) ?? 0) + 1);
  }
  const [years, most] = [...votes].sort((one, other) => other[1] - one[1])[0] ?? [0, 0];
  return rows >= fewest && years >= 1 && most > rows * mostly ? { years, how: 'grades', share: most / rows, rows } : undefined;
}

/** Class numbers such as 202401 and names such as 2019级3班 begin with the year in which the class entered. */
function shiftOfEntries({ text, count }: Register, begins: number): YearShift | undefined {
  const column = text.className;
  if (!column) return undefined;
  const years = eachEntry(column, (name) => Number(/^(20\d\d)(\d{2}$|级)/.exec(name)?.[1] ?? 0));
  const perYear = new Map<number, number>();
  let rows = 0;
  for (let row = 0; row < count; row++) {
    const year = years[column.codes[row]];
    if (year === 0) continue;
    rows++;
    perYear.set(year, (perYear.get(year) ?? 0) + 1);
  }
  // A handful of pupils under a wrong number does not make a year.
  const real = [...perYear].filter(([, pupils]) => pupils >= Math.max(2, rows * 0.02)).map(([year]) => year);
  const shift = begins - Math.max(...real);
  return rows >= fewest && real.length > 0 && shift >= 1 ? { years: shift, how: 'entry-years', share: 1, rows } : undefined;
}

/** A list of all ages: few who have just turned six, and as many who left school as are in any grade. */
function shiftOfAges({ birth, count }: Register, begins: number): YearShift | undefined {
  const perGrade = new Map<number, number>();
  let rows = 0;
  for (let row = 0; row < count; row++) {
    if (birth[row] === MISSING_DAY) continue;
    const grade = usualGrade(birth[row], begins);
    if (grade < -2 || grade > 12) continue;
    rows++;
    perGrade.set(grade, (perGrade.get(grade) ?? 0) + 1);
  }
  const of = (grade: number) => perGrade.get(grade) ?? 0;
  const usual = [2, 3, 4, 5, 6, 7, 8, 9].reduce((sum, grade) => sum + of(grade), 0) / 8;
  const shifted = usual >= fewest && of(1) < usual * fewBeginners && of(10) > usual * manyLeavers;
  return shifted ? { years: 1, how: 'ages', share: of(10) / rows, rows } : undefined;
}

function eachEntry(column: PackedColumn, read: (text: string) => number): Uint16Array {
  return Uint16Array.from({ length: column.entries.count }, (_, entry) =>
    entry === 0 ? 0 : read(entryText(column.entries, entry)),
  );
}

function numberOf(digit: string): number {
  const numeral = '一二三四五六七八九'.indexOf(digit);
  return numeral >= 0 ? numeral + 1 : Number(digit);
}
