import { type RegisterKind, registerKinds } from '../../modules/registers';

/** One way in which a register differs from the truth; `rates` are shares of the rows it can happen to, in register order. */
type ErrorSpec = {
  readonly group: ErrorGroup;
  readonly chinese: string;
  readonly says: string;
  readonly source: string;
  /** household, enrolment, attending, poverty, disability */ readonly rates: Five;
};
type Five = readonly [number, number, number, number, number];

/** At most one error of a group happens to a row; the groups are drawn independently and in this order. */
export const errorGroups = [
  'id',
  'idForm',
  'name',
  'nameSpecial',
  'nameForm',
  'birth',
  'sex',
  'place',
  'guardian',
  'guardianId',
  'phone',
] as const;
export type ErrorGroup = (typeof errorGroups)[number];

function spec(group: ErrorGroup, chinese: string, says: string, rates: Five, source: string): ErrorSpec {
  return { group, chinese, says, source, rates };
}

const ours = 'our assumption';
const verhoeff = 'proportion of substitutions to neighbour swaps about 8 : 1 (Verhoeff 1969); level: our assumption';
const excel = 'mechanism: 15 significant digits (IEEE 754), a known trouble of school forms; level: our assumption';
const problems = 'kind: the three sorts of 问题学籍; level: our assumption';

/** Every error kind the generator makes, with its usual rates. */
export const errorKinds = {
  idMissing: spec('id', '证号缺失', 'no ID number', [0.001, 0.018, 0.02, 0.002, 0.1], problems),
  idDigit: spec('id', '错一位', 'one digit wrong', [0.0008, 0.012, 0.015, 0.004, 0.001], verhoeff),
  idSwap: spec('id', '相邻两位颠倒', 'two neighbouring digits swapped', [0.0001, 0.0016, 0.002, 0.0005, 0.0002], verhoeff),
  idDropped: spec('id', '漏一位', 'one digit left out', [0.0001, 0.002, 0.003, 0.0005, 0.0005], ours),
  idExcel: spec('id', '末位变 000', 'last digits lost to a spreadsheet', [0.0002, 0.005, 0.01, 0.001, 0.001], excel),
  idSibling: spec('id', '错填兄弟姐妹证号', "a sibling's number", [0.0002, 0.006, 0.004, 0.001, 0], problems),
  idParent: spec('id', '错填父母证号', "a parent's number", [0, 0.002, 0.004, 0.001, 0], problems),
  idOld15: spec('id', '15 位旧式', 'written in the 15-digit way', [0, 0.0003, 0.0005, 0.0003, 0], ours),
  idEarlier: spec('id', '公安更改前证号', 'the number before the police changed it', [0, 0.7, 0.7, 0.6, 0.7], ours),
  idLowerX: spec('idForm', '小写 x', 'check digit x in lower case', [0, 0.15, 0.3, 0.1, 0.1], ours),
  idBlank: spec('idForm', '证号含空格', 'blanks around or inside the number', [0.0002, 0.006, 0.012, 0.002, 0.004], ours),
  idFullWidth: spec('idForm', '全角证号', 'full-width digits', [0, 0.002, 0.003, 0.001, 0.002], ours),
  nameHomophone: spec('name', '同音字', 'another character of the same sound', [0.001, 0.005, 0.012, 0.004, 0.003], ours),
  nameLookAlike: spec('name', '形近字', 'a character of similar shape', [0.0003, 0.002, 0.005, 0.002, 0.001], ours),
  nameVariant: spec('name', '异体或繁体', 'a variant or traditional character', [0.0005, 0.001, 0.001, 0.001, 0.001], ours),
  nameShort: spec('name', '漏一字', 'one character left out', [0.0001, 0.0008, 0.002, 0.0008, 0.0005], ours),
  nameSwapped: spec('name', '名字颠倒', 'the two given-name characters swapped', [0.0001, 0.0008, 0.001, 0.0005, 0.0003], ours),
  nameFormer: spec('name', '曾用名', 'another given name (school or earlier name)', [0, 0.004, 0.003, 0.002, 0.002], ours),
  nameSurname: spec('name', '改姓', "the mother's or stepfather's surname", [0, 0.002, 0.002, 0.001, 0.001], ours),
  nameDot: spec('nameForm', '间隔号不一', 'the dot written another way or left out', [0.1, 0.35, 0.6, 0.4, 0.3], ours),
  nameMongolian: spec(
    'nameSpecial',
    '蒙古族名长短写法',
    'long or short form of a Mongolian name',
    [0.01, 0.06, 0.12, 0.08, 0.06],
    ours,
  ),
  nameRare: spec('nameSpecial', '生僻字替代', 'a rare character replaced', [0.12, 0.3, 0.4, 0.4, 0.35], ours),
  nameBlank: spec('nameForm', '姓名含空格', 'blanks inside the name', [0.0005, 0.004, 0.02, 0.004, 0.005], ours),
  birthDay: spec('birth', '差一天', 'one day early or late', [0, 0.002, 0.004, 0.001, 0.001], ours),
  birthSwapped: spec('birth', '月日颠倒', 'month and day swapped', [0, 0.0008, 0.0015, 0.0005, 0.0003], ours),
  birthYear: spec('birth', '错一年', 'one year early or late', [0, 0.0015, 0.003, 0.001, 0.001], ours),
  birthLunar: spec('birth', '农历生日', 'the lunar date in place of the solar one', [0, 0.004, 0.03, 0.002, 0.002], ours),
  birthMonth: spec('birth', '只有年月', 'year and month only', [0, 0, 0.04, 0, 0], ours),
  birthDefault: spec('birth', '默认 1 月 1 日', '1 January of the year', [0, 0.001, 0.003, 0.002, 0.002], ours),
  birthMissing: spec('birth', '出生日期缺失', 'no birthday', [0.0003, 0.0005, 0.03, 0.002, 0], ours),
  sexWrong: spec('sex', '性别错', 'the other sex', [0.0003, 0.002, 0.003, 0.001, 0.001], ours),
  placeMoved: spec('place', '已迁移', 'another village of the county', [0.005, 0.04, 0.03, 0.01, 0.01], ours),
  placeMissing: spec('place', '地址缺失', 'no village', [0.002, 0.03, 0.2, 0, 0.01], ours),
  placeAlias: spec(
    'place',
    '地名异写',
    'another spelling of the place',
    [0.01, 0.04, 0.08, 0.01, 0.01],
    'spellings known from old lists',
  ),
  guardianOther: spec('guardian', '换成另一家长', 'the other parent first', [0.05, 0.3, 0.15, 0.05, 0.2], ours),
  guardianElder: spec('guardian', '填祖辈', 'a grandparent', [0.02, 0.08, 0.12, 0.05, 0.1], ours),
  guardianTypo: spec(
    'guardian',
    '家长姓名错字',
    "a wrong character in the guardian's name",
    [0.002, 0.015, 0.03, 0.01, 0.01],
    ours,
  ),
  guardianMissing: spec('guardian', '家长缺失', 'no guardian', [0.35, 0.01, 0.08, 0.02, 0.1], ours),
  guardianIdMissing: spec(
    'guardianId',
    '家长证号缺失',
    'no ID numbers of guardians',
    [0.1, 0.45, 0, 0, 0],
    'the import form asks for them only of pupils without a number; level: our assumption',
  ),
  guardianIdWrong: spec('guardianId', '家长证号有误', "one digit of a guardian's number wrong", [0.002, 0.02, 0, 0, 0], ours),
  phoneChanged: spec('phone', '电话已换', 'another phone number', [0.3, 0.12, 0.05, 0.2, 0.3], ours),
  phoneMissing: spec('phone', '电话缺失', 'no phone number', [0.4, 0.01, 0.05, 0.1, 0.1], ours),
} as const satisfies Record<string, ErrorSpec>;

export type ErrorKind = keyof typeof errorKinds;
export type ErrorRates = { readonly [R in RegisterKind]: { readonly [K in ErrorKind]: number } };

/** The names of all error kinds, in table order. */
export const errorKindNames = Object.keys(errorKinds).filter(isErrorKind);

function isErrorKind(name: string): name is ErrorKind {
  return Object.hasOwn(errorKinds, name);
}

/** The usual rates with some of them replaced: `{ enrolment: { idDigit: 0.1 } }`; `factor` multiplies all usual ones. */
export function errorRates(
  changes: { readonly [R in RegisterKind]?: { readonly [K in ErrorKind]?: number } } = {},
  factor = 1,
): ErrorRates {
  const of = (kind: RegisterKind) => ratesOf(registerKinds.indexOf(kind), factor, changes[kind] ?? {});
  return {
    household: of('household'),
    enrolment: of('enrolment'),
    attending: of('attending'),
    poverty: of('poverty'),
    disability: of('disability'),
  };
}

function ratesOf(register: number, factor: number, changes: { readonly [K in ErrorKind]?: number }) {
  const usual = (name: ErrorKind) => Math.min(1, errorKinds[name].rates[register] * factor);
  const entries = errorKindNames.map((name): [ErrorKind, number] => [name, changes[name] ?? usual(name)]);
  return recordOf(entries);
}

function recordOf(entries: readonly (readonly [ErrorKind, number])[]): Record<ErrorKind, number> {
  // `errorKindNames` lists every kind, so the record is whole.
  return Object.fromEntries(entries) as Record<ErrorKind, number>;
}
