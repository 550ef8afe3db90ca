import type { Sentence } from '../../kernel/refusal';

/** What things of this module are called in refusals, with their measure word. */
export const things = {
  term: { zh: '个学期', en: 'term' },
  schoolYear: { zh: '个学年的设置', en: 'setting of the school year' },
  holidays: { zh: '一年的放假安排', en: 'year of public holidays' },
  exception: { zh: '条停课或补课', en: 'exception' },
  place: { zh: '个学校、班级或乡镇', en: 'place' },
} as const satisfies Record<string, Sentence>;

/** The two kinds of exceptions. */
export const exceptionNames: Readonly<Record<'taught' | 'closed', Sentence>> = {
  taught: { zh: '上课', en: 'taught' },
  closed: { zh: '停课', en: 'closed' },
};

/** Said beside everything that the county has not confirmed. */
export const toBeConfirmed: Sentence = { zh: '待县局确认', en: 'to be confirmed by the county bureau' };

/** The first day of the 中考 is the county's to say; as long as it has not, what depends on it has no days. */
export const examUnknown: Sentence = {
  zh: '中考日期还没有填，“中考前一个月”这个重点时段算不出来。请县教育局填上。',
  en: 'The day of the 中考 is not set, so the key period before it has no days. The county bureau sets it.',
};
