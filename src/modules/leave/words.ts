import type { AskFault } from './rules/check';
import { DAYS_BACK } from './rules/check';

type Words = { readonly zh: string; readonly en: string };

/** What the things of this module are called in a sentence: 没有找到这{zh}. */
export const things = {
  leave: { zh: '张假条', en: 'leave' },
  child: { zh: '名儿童', en: 'child' },
  class: { zh: '个班', en: 'class' },
} as const satisfies Record<string, Words>;

/** Why a leave cannot be asked for like this, without the words before it. */
export const askFaults: { readonly [F in AskFault]: Words } = {
  order: { zh: '结束在开始以前。请核对起止日期。', en: 'It ends before it begins. Check the days.' },
  'too-old': {
    zh: `开始的日子在 ${DAYS_BACK} 天以前，不能再补假条。要更正以前的考勤，请改那几天的点名。`,
    en: `It begins more than ${DAYS_BACK} days ago. To put earlier days right, change the rolls of those days.`,
  },
  suspension: {
    zh: '这么长已经不是请假，请到学籍员那里办理休学，保留学籍。',
    en: 'So long is no leave any more: ask the registrar for a suspension, which keeps the place at school.',
  },
  'no-lessons': {
    zh: '这几天按校历都不上课，不用请假。请核对日期。',
    en: 'By the school calendar there are no lessons on these days, so no leave is needed. Check the days.',
  },
  overlap: {
    zh: '这几天已经有假条。请先看原来的假条，要延长就从它结束后的日子请起。',
    en: 'There is a leave on these days already. Look at it first; to go on, ask from the day after it ends.',
  },
};

/** Why something was not done: what happened, why, what now. */
export const refusals = {
  notYours: {
    zh: '没有保存：您可以看这张假条，不能改。请由这个班的班主任或学籍员办理。',
    en: 'Not saved: you can look at this leave; the class teacher or the registrar changes it.',
  },
  level: {
    zh: '没有保存：这么长的假由学校批。假条已经在学籍员和校长的待批里。',
    en: 'Not saved: leave as long as this is decided by the school, where it waits already.',
  },
  settled: {
    zh: '没有保存：这张假条已经办结，或者还不能这样办。请刷新看最新情况。',
    en: 'Not saved: this leave is settled, or not so far yet. Reload it to see how it stands.',
  },
  begun: {
    zh: '没有撤回：假已经开始。孩子回来了请办销假。',
    en: 'Not withdrawn: the leave has begun. When the child is back, end it.',
  },
  backDay: {
    zh: '返校的日子要在假条开始那天到今天之间。',
    en: 'The child was back between the first day of the leave and today.',
  },
  noSchoolBack: { zh: '返校的日子要是上课日。', en: 'The child is back on a school day.' },
  note: { zh: '不批请写一句原因，家长会问。', en: 'To refuse, say why in a sentence: the family will ask.' },
  noClass: {
    zh: '没有保存：这名孩子现在不在任何一个班上。请先由学籍员核对。',
    en: 'Not saved: the child is in no class now. Ask the registrar to check.',
  },
  link: {
    zh: '这个链接不能用：已经用过、过了 24 小时，或者不完整。请让班主任重新发一个。',
    en: 'This link is not good: used, older than 24 hours, or not whole. Ask the class teacher for a new one.',
  },
  tooMany: (minutes: number): Words => ({
    zh: `试的次数太多，请 ${minutes} 分钟后再试，或者直接给班主任打电话。`,
    en: `Too many tries. Try again in ${minutes} minutes, or call the class teacher.`,
  }),
} as const;
