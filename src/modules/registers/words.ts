/** A sentence in both languages; `{…}` is filled in where it is said. */
export type Words = { readonly zh: string; readonly en: string };

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
