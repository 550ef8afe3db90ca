import type { Day } from '../../../kernel/day';
import type { FieldFault, Sentence } from '../../../kernel/refusal';
import type { School } from './school';

/** A class of one school year; the same children next year are another class (see `roll-over.ts`). */
export type SchoolClass = {
  readonly id: string;
  readonly schoolId: string;
  /** 211324/<school>/<id>/ */ readonly path: string;
  /** 2024-2025 */ readonly schoolYear: string;
  /** ascending; several for children of different grades taught together (复式班) */ readonly grades: readonly number[];
  /** its number among the classes of these grades, from 1 */ readonly number: number;
  /** a name of its own, such as 向日葵班 */ readonly label: string | null;
  /** the class of the year before that moved up to this one */ readonly previousId: string | null;
  readonly from: Day;
  /** last day, where it ended before its year did */ readonly until: Day | null;
};

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 三年级, 七年级. */
export function gradeName(grade: number): Sentence {
  return { zh: `${digits[grade] ?? grade}年级`, en: `grade ${grade}` };
}

/** What a class is called on screens: 三年级2班, 七(2), 一、二年级复式1班, 三年级向日葵班. */
export function className({ grades, number, label }: Pick<SchoolClass, 'grades' | 'number' | 'label'>): Sentence {
  const [grade = 0] = grades;
  if (grades.length > 1) {
    const zh = `${grades.map((one) => digits[one]).join('、')}年级复式${label ?? `${number}班`}`;
    return { zh, en: `grades ${grades.join(', ')} together, ${label ?? `class ${number}`}` };
  }
  if (label !== null) return { zh: `${gradeName(grade).zh}${label}`, en: `grade ${grade} ${label}` };
  return {
    zh: grade >= 7 ? `${digits[grade]}(${number})` : `${digits[grade]}年级${number}班`,
    en: `grade ${grade} class ${number}`,
  };
}

/** The calendar year in which the children of a grade entered its stage (2022级): grade 1 for 1 to 6, grade 7 above. */
export function entryYear(schoolYear: string, grade: number): number {
  return Number(schoolYear.slice(0, 4)) - (grade - (grade >= 7 ? 7 : 1));
}

/** How lists write a class, by what says the grade: a Chinese digit, a digit with a sign after it, 302, the year of entry. */
const writings = [
  /^(?<stage>初|小)?(?<grade>[一二三四五六七八九])(?:年级|年)?[(第.-]?(?<number>\d{1,2}|[一二三四五六七八九十]{1,2})\)?班?$/,
  /^(?<stage>初|小)?(?<grade>[1-9])(?:年级|年|(?=[(第.-]))[(第.-]?(?<number>\d{1,2}|[一二三四五六七八九十]{1,2})\)?班?$/,
  /^(?<grade>[1-9])(?<number>\d\d)班?$/,
  /^(?<entry>20\d\d|\d\d)级[(第.-]?(?<number>\d{1,2}|[一二三四五六七八九十]{1,2})\)?班?$/,
];

/**
 * Grade and number of a class as lists write it: 三年级2班, 3年2班, 七(2)班, 初一（3）班, 302班, 2022级2班. A year of entry alone does not
 * tell primary from junior, so `junior` says which the list is of. Undefined where the text does not say both.
 */
export function readClassName(
  text: string,
  schoolYear: string,
  junior: boolean,
): { readonly grade: number; readonly number: number } | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const found = writings.map((writing) => writing.exec(plain)?.groups).find((groups) => groups !== undefined);
  if (!found) return undefined;
  const grade = found.entry ? gradeOfEntry(found.entry, schoolYear, junior) : gradeOf(found.grade ?? '', found.stage);
  const number = numeral(found.number ?? '');
  return grade >= 1 && grade <= 9 && number >= 1 ? { grade, number } : undefined;
}

/** What is wrong with a class beside the other classes of its school and year; nothing when it may stand. */
export function faultsOfClass(
  draft: Pick<SchoolClass, 'grades' | 'number'>,
  school: School,
  others: readonly SchoolClass[],
): readonly FieldFault[] {
  const { grades, number } = draft;
  const { firstGrade, lastGrade } = school;
  if (
    grades.some((grade, place) => grade < firstGrade || grade > lastGrade || (place > 0 && grade <= (grades[place - 1] ?? 0)))
  ) {
    const zh = `${school.name}开设 ${firstGrade} 到 ${lastGrade} 年级，请从低到高选择其中的年级。`;
    const en = `${school.name} teaches grades ${firstGrade} to ${lastGrade}; choose among them, the lowest first.`;
    return [{ path: 'grades', zh, en }];
  }
  const twin = others.find((other) => other.number === number && String(other.grades) === String(grades));
  if (!twin) return [];
  return [{ path: 'number', zh: `已有${className(twin).zh}，请换一个班号。`, en: `There is a ${className(twin).en} already.` }];
}

function gradeOf(text: string, stage: string | undefined): number {
  const grade = numeral(text);
  return stage === '初' && grade <= 3 ? grade + 6 : grade;
}

function gradeOfEntry(entry: string, schoolYear: string, junior: boolean): number {
  const year = entry.length === 2 ? 2000 + Number(entry) : Number(entry);
  const years = Number(schoolYear.slice(0, 4)) - year;
  return years < 0 ? 0 : years + (junior ? 7 : 1);
}

function numeral(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (tens === '' ? 1 : digits.indexOf(tens ?? '')) * 10 : 0;
  return ten + (ones === '' ? 0 : digits.indexOf(ones ?? ''));
}
