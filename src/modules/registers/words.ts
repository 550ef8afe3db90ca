/** A sentence in both languages; `{…}` is filled in where it is said. */
export type Words = { readonly zh: string; readonly en: string };

/** What can be wrong with a register: each says what it is and what to do. */
export const problemWords = {
  idLength: {
    zh: '身份证号是 {length} 位，应为 18 位，请对照户口簿改正。',
    en: 'The ID number has {length} characters instead of 18; correct it from the household booklet.',
  },
  idCharacters: {
    zh: '身份证号里有不该出现的字符，请对照户口簿改正；如是护照等证件，请填写证件类型。',
    en: 'The ID number has characters that cannot be; correct it, or state the kind of document.',
  },
  idRegion: { zh: '身份证号开头不是任何地区的代码，请对照户口簿改正。', en: 'The ID number begins with no region; correct it.' },
  idDate: {
    zh: '身份证号里的出生日期不存在，请对照户口簿改正。',
    en: 'The birth date in the ID number does not exist; correct it.',
  },
  idCheckDigit: {
    zh: '身份证号校验不通过，至少有一位写错，请对照户口簿改正。',
    en: 'The ID number fails its check, so at least one digit is wrong; correct it.',
  },
  idLostDigits: {
    zh: '身份证号被表格软件存成了数字，后几位已丢失、无法恢复，请把该列设为“文本”后从原系统重新导出。',
    en: 'The ID number was kept as a number and lost its last digits; set the column to text and export it again.',
  },
  idPerhapsLostDigits: {
    zh: '身份证号以 000 结尾且校验不通过，多半被表格软件改过，请把该列设为“文本”后从原系统重新导出。',
    en: 'The ID number ends in 000 and fails its check, most likely rounded; set the column to text and export it again.',
  },
  idSexDiffers: {
    zh: '性别与身份证号不一致，请核对哪一个写错了。',
    en: 'Sex and ID number contradict each other; check which is wrong.',
  },
  idBirthDiffers: {
    zh: '出生日期与身份证号不一致，请核对哪一个写错了。',
    en: 'Birth date and ID number contradict each other; check which is wrong.',
  },
  nameMissing: { zh: '没有姓名，请补上。', en: 'The name is missing; add it.' },
  rowNamesNobody: {
    zh: '这一行没有姓名也没有证件号，已跳过；如果是一名儿童，请补上后重新导入。',
    en: 'The row has neither name nor number and was left out; if it is a child, add them and import again.',
  },
  ageless: {
    zh: '没有出生日期，也没有有效的身份证号，无法判断年龄，请补上其中一项。',
    en: 'Neither birth date nor valid ID number, so the age is unknown; add one of them.',
  },
  birthUnreadable: { zh: '看不懂出生日期，请写成 2012-03-05 的形式。', en: 'Unreadable birth date; write it like 2012-03-05.' },
  birthImpossible: { zh: '出生日期不存在，请核对后改正。', en: 'The birth date does not exist; correct it.' },
  birthMonthOnly: {
    zh: '出生日期缺少日，请补全，写成 2012-03-05 的形式。',
    en: 'The birth date lacks its day; write it like 2012-03-05.',
  },
  sexUnreadable: { zh: '看不懂性别，请填“男”或“女”。', en: 'Unreadable sex; write 男 or 女.' },
  looksLikeOther: {
    zh: '这份表看起来像{looks}，却作为{kind}导入，请确认没有选错文件。',
    en: 'This sheet looks like the {looks} but is given as the {kind}; make sure it is the right file.',
  },
  hiddenSheet: {
    zh: '这张工作表是隐藏的，没有读取；如果需要，请取消隐藏后重新导入。',
    en: 'This sheet is hidden and was not read; if it is needed, show it and import again.',
  },
  moreOfThese: { zh: '同类问题还有 {count} 处，没有逐条列出。', en: '{count} more of these are not listed.' },
} as const satisfies Record<string, Words>;

export type ProblemCode = keyof typeof problemWords;

/** Why a file is no register at all. */
export const refusalWords = {
  noHeader: {
    zh: '“{file}”没有找到表头：应有一行同时写着“姓名”或“身份证号”以及“性别”“出生日期”等列名；前几行是：{rows}。请补上表头，或换正确的文件后再选。',
    en: 'No header in "{file}": a row must hold 姓名 or 身份证号 and other names such as 性别, 出生日期; the first rows are: {rows}. Add the header or choose the right file.',
  },
  noPeople: {
    zh: '“{file}”只有表头，没有一名儿童，请确认选对了文件，或重新导出一份。',
    en: '"{file}" has a header and no people; make sure it is the right file, or export it again.',
  },
} as const satisfies Record<string, Words>;

export const kindWords = {
  household: { zh: '户籍名册', en: 'household register' },
  enrolment: { zh: '学籍名册', en: 'enrolment register' },
  attending: { zh: '在校名册', en: 'attending register' },
  poverty: { zh: '脱贫户名册', en: 'poverty register' },
  disability: { zh: '残疾人名册', en: 'disability register' },
} as const satisfies Record<string, Words>;

/** A sentence with its facts filled in. */
export function fill(sentence: string, facts: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}
