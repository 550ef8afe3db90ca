import type { Sentence } from '../../kernel/refusal';

/** What the things of this module are called in a sentence: 没有找到这{zh}. */
export const things = { child: { zh: '名儿童', en: 'child' } } as const;

/** Why something was refused. */
export const refusals = {
  notYours: {
    zh: '没有办理：您的岗位不能办这一类标记。工作需要时请联系县教育局。',
    en: 'Not done: your role may not do this with marks of this class. Ask the bureau.',
  },
  listedNever: {
    zh: '没有显示：这一类只统计人数，不列名单。需要时请在儿童页面填理由查看。',
    en: 'Not shown: children of this class are counted and never listed. See the page of the child, with a reason.',
  },
  gone: {
    zh: '没有办理：这条标记已经变了。请刷新后再看。',
    en: 'Not done: this mark has changed. Look again.',
  },
  definition: { zh: '请选择按哪个口径认定。', en: 'Choose the definition it goes by.' },
  order: { zh: '结束日期不能早于开始日期。', en: 'The last day cannot be before the first.' },
  future: { zh: '开始日期不能晚于今天。', en: 'The first day cannot be after today.' },
  past: { zh: '结束日期不能早于今天。', en: 'The last day cannot be before today.' },
  tooLong: { zh: '一次最多标记一年，到期后再核实。', en: 'A mark holds for a year at most; then it is looked at again.' },
  noHeader: (file: string) => ({
    zh: `没有读：“${file}”里没有认出名单。表头要有“姓名”和“身份证号”两列，可以再有“类别”。`,
    en: `Not read: no list was found in "${file}". Its headers need 姓名 and 身份证号; 类别 may be there too.`,
  }),
  tooManyRows: (file: string, most: number) => ({
    zh: `没有读：“${file}”超过 ${most} 行。请只留这几类儿童的行再选。`,
    en: `Not read: "${file}" has more than ${most} rows. Keep the rows of these children only.`,
  }),
  twice: { zh: '这个口径的标记已经有了，先结束原来的。', en: 'There is a mark by this definition; end that one first.' },
} as const satisfies Record<string, Sentence | ((file: string, most: number) => Sentence)>;
