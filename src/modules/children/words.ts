import type { ChildField, SourceKind } from './rules/child-values';

type Words = { readonly zh: string; readonly en: string };

/** What the things of this module are called in a sentence: 没有找到这{zh}. */
export const things = {
  child: { zh: '名儿童', en: 'child' },
  merge: { zh: '条合并', en: 'merge' },
  row: { zh: '条名册记录', en: 'row' },
  field: { zh: '项内容', en: 'value' },
} as const satisfies Record<string, Words>;

/** The fields of a record as forms call them. */
export const fieldWords: { readonly [F in ChildField]: Words } = {
  name: { zh: '姓名', en: 'name' },
  formerName: { zh: '曾用名', en: 'former name' },
  sex: { zh: '性别', en: 'sex' },
  birthDay: { zh: '出生日期', en: 'birth date' },
  idNumber: { zh: '身份证件号', en: 'ID number' },
  studentNumber: { zh: '全国学籍号', en: 'student number' },
  ethnicity: { zh: '民族', en: 'ethnicity' },
  guardianName: { zh: '监护人', en: 'guardian' },
  guardianPhone: { zh: '监护人电话', en: "guardian's telephone" },
  address: { zh: '地址', en: 'address' },
  home: { zh: '所属村', en: 'village' },
  schooling: { zh: '学校和班级', en: 'school and class' },
};

export const listWords: { readonly [K in SourceKind]: Words } = {
  household: { zh: '户籍', en: 'household register' },
  enrolment: { zh: '学籍', en: 'enrolment' },
  attending: { zh: '在校名册', en: 'class list' },
  poverty: { zh: '脱贫户名册', en: 'poverty list' },
  disability: { zh: '残疾人名册', en: 'disability list' },
};

/** Why somebody looks at what is masked; a reason of one's own has at least six characters (PRV-07). */
export const revealReasons = {
  'contact-guardian': { zh: '联系监护人', en: 'to reach the guardian' },
  'verify-identity': { zh: '核对身份', en: 'to verify who it is' },
  'fill-form': { zh: '填报材料', en: 'to fill in a form' },
  'correct-record': { zh: '更正信息', en: 'to put the record right' },
  'case-work': { zh: '控辍保学工作', en: 'work on the case' },
} as const satisfies Record<string, Words>;
export type RevealReason = keyof typeof revealReasons;

const gradeDigits = '一二三四五六七八九';

/** School and class of a child in one text: 青禾小学 三年级2班, 听泉中学 七(2); '' where there is neither. */
export function schoolingWords(
  line: { readonly school: string; readonly grade: number | null; readonly className: string },
  language: keyof Words,
): string {
  return [line.school, classWords(line.grade, line.className, language)].filter((part) => part !== '').join(' ');
}

/** Lists write a class whole (七(2)班) or only its number (2班), which says nothing without the grade. */
function classWords(grade: number | null, className: string, language: keyof Words): string {
  const number = /^(\d{1,2})班?$/.exec(className)?.[1];
  if (grade === null || (className !== '' && number === undefined)) return className;
  const digit = gradeDigits[grade - 1] ?? String(grade);
  if (language === 'en') return number === undefined ? `grade ${grade}` : `grade ${grade} class ${number}`;
  if (number === undefined) return `${digit}年级`;
  return grade >= 7 ? `${digit}(${number})` : `${digit}年级${number}班`;
}
