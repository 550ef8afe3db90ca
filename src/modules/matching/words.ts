import type { EnrolmentStatus, HouseholdStatus, Presence } from './rules/compare';
import type { Evidence, EvidenceCode } from './rules/evidence';

type Words = { readonly zh: string; readonly en: string };

/** One sentence for each reason; the characters in question follow after a colon. */
const evidenceWords: { readonly [C in EvidenceCode]: Words } = {
  idEqual: { zh: '身份证号相同', en: 'same ID number' },
  idSameText: { zh: '证件号文字相同', en: 'same text as document number' },
  idNear: { zh: '身份证号只差一处', en: 'ID numbers one slip apart' },
  idFar: { zh: '一方证件号无效，与另一方不符', en: 'one document number is invalid and unlike the other' },
  idDiffers: { zh: '身份证号不同', en: 'different ID numbers' },
  nameEqual: { zh: '姓名相同', en: 'same name' },
  nameVariant: { zh: '姓名只是写法不同', en: 'same name written another way' },
  nameFormer: { zh: '曾用名相同', en: 'same former name' },
  nameSound: { zh: '姓名同音', en: 'names sound alike' },
  nameShape: { zh: '姓名形近', en: 'names look alike' },
  nameSwapped: { zh: '姓名字序颠倒', en: 'characters of the name changed places' },
  namePartial: { zh: '姓名缺字', en: 'a character of the name is missing' },
  nameOneCharacter: { zh: '姓名差一个字', en: 'one character of the name differs' },
  nameGivenOnly: { zh: '姓不同、名相同', en: 'same given name, other surname' },
  nameSurnameOnly: { zh: '只有姓相同', en: 'only the surname agrees' },
  nameDiffers: { zh: '姓名不同', en: 'different names' },
  nameRare: { zh: '少见的姓名', en: 'a rare name' },
  nameCommon: { zh: '常见的姓名', en: 'a common name' },
  birthEqual: { zh: '出生日期相同', en: 'same birth date' },
  birthDayOff: { zh: '出生日期差一天', en: 'birth dates one day apart' },
  birthMonthDay: { zh: '出生日期月日颠倒', en: 'month and day of birth changed places' },
  birthNeighbours: { zh: '出生日期相邻两位颠倒', en: 'two neighbouring digits of the birth date changed places' },
  birthDigit: { zh: '出生日期一位数字不同', en: 'one digit of the birth date differs' },
  birthLunar: { zh: '出生日期像农历与公历之别', en: 'one birth date looks like the other in the lunar calendar' },
  birthSameMonth: { zh: '出生年月相同、日不同', en: 'same month of birth' },
  birthYearOnly: { zh: '出生年份相同，一方只登记到1月1日', en: 'same year of birth, one side says 1 January' },
  birthOtherYear: { zh: '出生月日相同、年份不同', en: 'same day of another year' },
  birthSameYear: { zh: '只有出生年份相同', en: 'only the year of birth agrees' },
  birthDiffers: { zh: '出生日期不同', en: 'different birth dates' },
  kinId: { zh: '监护人证件号相同', en: "same guardian's ID number" },
  kinNameAndPhone: { zh: '监护人和电话相同', en: 'same guardian and telephone' },
  kinName: { zh: '监护人相同', en: 'same guardian' },
  kinPhone: { zh: '电话相同', en: 'same telephone' },
  kinNameAlike: { zh: '监护人姓名相近', en: "guardians' names alike" },
  kinPhoneDiffers: { zh: '电话不同', en: 'different telephones' },
  kinDiffers: { zh: '监护人不同', en: 'different guardians' },
  placeVillage: { zh: '同村', en: 'same village' },
  placeTownship: { zh: '同乡镇', en: 'same township' },
  placeDiffers: { zh: '不同乡镇', en: 'different townships' },
  schoolClass: { zh: '同班', en: 'same class' },
  school: { zh: '同校', en: 'same school' },
  schoolDiffers: { zh: '学校或班级不同', en: 'different school or class' },
  sexDiffers: { zh: '性别不同', en: 'different sex' },
  siblings: { zh: '兄弟姐妹也会这样相同', en: 'brothers and sisters agree alike' },
  sameHousehold: { zh: '与同一名户籍儿童对上', en: 'linked to one child of the household register' },
};

/** 「姓名同音：宏/洪」 */
export function evidenceText(evidence: Evidence, lang: keyof Words = 'zh'): string {
  const words = evidenceWords[evidence.code][lang];
  if (evidence.detail === undefined) return words;
  return `${words}${lang === 'zh' ? '：' : ': '}${evidence.detail}`;
}

/** 「身份证号相同(+13)」: with the weight in bits, one after another. */
export function weighedText(list: readonly Evidence[]): string {
  return list.map((one) => `${evidenceText(one)}${weightText(one.weight)}`).join('；');
}

function weightText(weight: number): string {
  if (weight === 0) return '';
  return weight > 0 ? `(+${weight})` : `(−${-weight})`;
}

export const registerWords = {
  household: { zh: '户籍', en: 'household' },
  enrolment: { zh: '学籍', en: 'enrolment' },
  attending: { zh: '在校', en: 'attending' },
  poverty: { zh: '脱贫户', en: 'poverty' },
  disability: { zh: '残疾人', en: 'disability' },
} as const;

export const householdWords: { readonly [S in HouseholdStatus]: string } = {
  enrolled: '已入学',
  'not-enrolled': '未入学',
  review: '待核实',
  'out-of-age': '不在适龄',
  invalid: '无法辨认',
};

export const enrolmentWords: { readonly [S in EnrolmentStatus]: string } = {
  matched: '已对上户籍',
  'no-household': '不在户籍名册',
  review: '待核实',
  invalid: '无法辨认',
};

export const presenceWords: { readonly [P in Presence]: string } = {
  present: '在校',
  absent: '在籍不在校',
  review: '待核实',
  'no-list': '该校未提供名册',
};

/** How a disabled child is placed; the words of the yearly check of 残联 and bureau. */
export const placementWords = {
  specialSchool: '特殊教育学校',
  homeTeaching: '送教上门',
  inclusive: '普通学校随班就读',
  ordinary: '普通学校在籍（未标随班就读）',
  notEnrolled: '未入学',
  review: '待核实',
  outOfAge: '不在适龄',
  noHousehold: '不在户籍名册',
} as const;

export const fileWords = {
  cannotWrite: '无法写入“{file}”，它可能正被别的程序打开，或磁盘已满、没有权限，请关闭后重试或换个位置。',
} as const;
