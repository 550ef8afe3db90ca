import type { Words } from './words';

/** An error is a cell that cannot be used as it is; a notice is something to look at that may well be right. */
export type Severity = 'error' | 'notice';

type ProblemWords = Words & {
  readonly severity: Severity;
  readonly expected: Words;
  /** said of several at once, where the sentence has a fact of one */ readonly many?: Words;
};

/** What can be wrong with a register: each says what it is and what to do, and beside it what the cell should hold. */
export const problemWords = {
  idLength: {
    zh: '身份证号是 {length} 位，应为 18 位，请对照户口簿改正。',
    en: 'The ID number has {length} characters instead of 18; correct it from the household booklet.',
    severity: 'error',
    expected: { zh: '18 位身份证号', en: 'an ID number of 18 characters' },
    many: {
      zh: '身份证号不是 18 位，请对照户口簿改正。',
      en: 'The ID number has not 18 characters; correct it from the household booklet.',
    },
  },
  idCharacters: {
    zh: '身份证号里有不该出现的字符，请对照户口簿改正；如是护照等证件，请填写证件类型。',
    en: 'The ID number has characters that cannot be; correct it, or state the kind of document.',
    severity: 'error',
    expected: { zh: '17 位数字加 1 位数字或 X', en: '17 digits and a last one that may be X' },
  },
  idRegion: {
    zh: '身份证号开头不是任何地区的代码，请对照户口簿改正。',
    en: 'The ID number begins with no region; correct it.',
    severity: 'error',
    expected: { zh: '开头 6 位是地区代码', en: 'six digits of a region in front' },
  },
  idDate: {
    zh: '身份证号里的出生日期不存在，请对照户口簿改正。',
    en: 'The birth date in the ID number does not exist; correct it.',
    severity: 'error',
    expected: { zh: '第 7 至 14 位是出生日期', en: 'a birth date in the seventh to fourteenth digit' },
  },
  idCheckDigit: {
    zh: '身份证号校验不通过，至少有一位写错，请对照户口簿改正。',
    en: 'The ID number fails its check, so at least one digit is wrong; correct it.',
    severity: 'error',
    expected: { zh: '末位与前 17 位相符的身份证号', en: 'an ID number whose last digit fits the others' },
  },
  idLostDigits: {
    zh: '身份证号被表格软件存成了数字，后几位已丢失、无法恢复，请把该列设为“文本”后从原系统重新导出。',
    en: 'The ID number was kept as a number and lost its last digits; set the column to text and export it again.',
    severity: 'error',
    expected: { zh: '文本格式的 18 位身份证号', en: 'an ID number of 18 characters as text' },
  },
  idPerhapsLostDigits: {
    zh: '身份证号以 000 结尾且校验不通过，多半被表格软件改过，请把该列设为“文本”后从原系统重新导出。',
    en: 'The ID number ends in 000 and fails its check, most likely rounded; set the column to text and export it again.',
    severity: 'error',
    expected: { zh: '文本格式的 18 位身份证号', en: 'an ID number of 18 characters as text' },
  },
  idSexDiffers: {
    zh: '性别与身份证号不一致，请核对哪一个写错了。',
    en: 'Sex and ID number contradict each other; check which is wrong.',
    severity: 'notice',
    expected: { zh: '与身份证号一致的性别', en: 'the sex that the ID number says' },
  },
  idBirthDiffers: {
    zh: '出生日期与身份证号不一致，请核对哪一个写错了。',
    en: 'Birth date and ID number contradict each other; check which is wrong.',
    severity: 'notice',
    expected: { zh: '与身份证号一致的出生日期', en: 'the birth date that the ID number says' },
  },
  nameMissing: {
    zh: '没有姓名，请补上。',
    en: 'The name is missing; add it.',
    severity: 'error',
    expected: { zh: '与户口簿一致的姓名', en: 'the name of the household booklet' },
  },
  rowNamesNobody: {
    zh: '这一行没有姓名也没有证件号，已跳过；如果是一名儿童，请补上后重新导入。',
    en: 'The row has neither name nor number and was left out; if it is a child, add them and import again.',
    severity: 'error',
    expected: { zh: '姓名或证件号', en: 'a name or a number' },
  },
  ageless: {
    zh: '没有出生日期，也没有有效的身份证号，无法判断年龄，请补上其中一项。',
    en: 'Neither birth date nor valid ID number, so the age is unknown; add one of them.',
    severity: 'error',
    expected: { zh: '出生日期或有效的身份证号', en: 'a birth date or a valid ID number' },
  },
  birthUnreadable: {
    zh: '看不懂出生日期，请写成 2012-03-05 的形式。',
    en: 'Unreadable birth date; write it like 2012-03-05.',
    severity: 'error',
    expected: { zh: '形如 2012-03-05 的日期', en: 'a day like 2012-03-05' },
  },
  birthImpossible: {
    zh: '出生日期不存在，请核对后改正。',
    en: 'The birth date does not exist; correct it.',
    severity: 'error',
    expected: { zh: '日历上有的日期', en: 'a day that the calendar has' },
  },
  birthMonthOnly: {
    zh: '出生日期缺少日，请补全，写成 2012-03-05 的形式。',
    en: 'The birth date lacks its day; write it like 2012-03-05.',
    severity: 'notice',
    expected: { zh: '形如 2012-03-05 的日期', en: 'a day like 2012-03-05' },
  },
  sexUnreadable: {
    zh: '看不懂性别，请填“男”或“女”。',
    en: 'Unreadable sex; write 男 or 女.',
    severity: 'error',
    expected: { zh: '男 或 女', en: '男 or 女' },
  },
  looksLikeOther: {
    zh: '这份表看起来像{looks}，却作为{kind}导入，请确认没有选错文件。',
    en: 'This sheet looks like the {looksEn} but is given as the {kindEn}; make sure it is the right file.',
    severity: 'notice',
    expected: { zh: '{kind}', en: '{kindEn}' },
  },
  hiddenSheet: {
    zh: '这张工作表是隐藏的，没有读取；如果需要，请取消隐藏后重新导入。',
    en: 'This sheet is hidden and was not read; if it is needed, show it and import again.',
    severity: 'notice',
    expected: { zh: '显示的工作表', en: 'a sheet that is shown' },
  },
  moreOfThese: {
    zh: '同类问题还有 {count} 处，没有逐条列出。',
    en: '{count} more of these are not listed.',
    severity: 'notice',
    expected: { zh: '', en: '' },
  },
} as const satisfies Record<string, ProblemWords>;

export type ProblemCode = keyof typeof problemWords;

/** What is said of several problems of one kind together; undefined where the sentence of one says it. */
export function saidOfMany(code: string): Words | undefined {
  const words: ProblemWords | undefined = isProblemCode(code) ? problemWords[code] : undefined;
  return words?.many;
}

/** Whether a problem keeps its row from being used; a code nobody knows is a notice. */
export function severityOf(code: string): Severity {
  return isProblemCode(code) ? problemWords[code].severity : 'notice';
}

/** Whether a text is the code of a problem. */
export function isProblemCode(code: string): code is ProblemCode {
  return code in problemWords;
}
