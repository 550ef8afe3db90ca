import { defineWords, type Says } from '../../../ui/shared/words';
import type { Duty, Holder } from '../rules/duties';
import type { StepKey } from '../rules/steps';

export { promiseSays, reachedSays, reasonSays, waySays } from '../said';

/** What somebody owes a child, short enough for a chip. */
export const dutySays: { readonly [D in Duty]: Says } = {
  contact: { zh: '联系监护人', en: 'Reach the guardian' },
  again: { zh: '再联系一次', en: 'Reach them again' },
  visit: { zh: '上门家访', en: 'Visit the home' },
  report: { zh: '写缺课报告', en: 'Write the report' },
  receipt: { zh: '县局签收', en: 'Receipt of the bureau' },
  township: { zh: '乡镇签收', en: 'Receipt of the township' },
  proposal: { zh: '提请县局认定', en: 'Put to the county' },
};

/** With whom it lies. */
export const holderSays: { readonly [H in Holder]: Says } = {
  teacher: { zh: '班主任', en: 'Class teacher' },
  school: { zh: '学校', en: 'School' },
  township: { zh: '乡镇', en: 'Township' },
  bureau: { zh: '县局', en: 'Bureau' },
};

/** What each step of the ladder asks for. */
export const stepSays: { readonly [K in StepKey]: Says } = {
  contact: { zh: '当天联系监护人', en: 'The guardian is reached the same day' },
  visit: { zh: '上门家访，或请村里上门', en: 'A visit at home, or the village is asked' },
  report: { zh: '学校书面报告县局和乡镇', en: 'The school reports to bureau and township' },
  suspected: { zh: '列为疑似辍学', en: 'Suspected dropout' },
  dropout: { zh: '多次联系无效，提请县局认定', en: 'Contacts without success: put to the county' },
};

/** Words of following up, on the desktop and the phone. */
export const followWords = defineWords({
  title: { zh: '没来的孩子', en: 'Who is away' },
  none: { zh: '没有要跟进的孩子。', en: 'Nobody is away without leave.' },
  since: {
    zh: (day: string, days: number) => `${day}起，${days} 天没来`,
    en: (day: string, days: number) => `away ${days} days, since ${day}`,
  },
  dueOn: { zh: (day: string) => `${day}该办`, en: (day: string) => `due ${day}` },
  dueDay: { zh: '哪天该办', en: 'Due' },
  lateBy: { zh: (days: number) => `晚 ${days} 天`, en: (days: number) => `${days} days late` },
  inTime: { zh: '按时', en: 'in time' },
  open: { zh: '待办', en: 'to do' },
  doneOn: { zh: (day: string) => `${day}已办`, en: (day: string) => `done ${day}` },
  liftedOn: { zh: (day: string) => `${day}补了假条，不用再办`, en: (day: string) => `a leave entered ${day} took it away` },
  withWhom: { zh: (who: string) => `轮到${who}`, en: (who: string) => `with: ${who}` },
  whose: { zh: '我的', en: 'Mine' },
  onlyMine: { zh: '轮到我办的', en: 'Mine' },
  toDo: { zh: '轮到我办', en: 'Mine to see to' },
  holder: { zh: '现在轮到', en: 'With whom' },
  lateCount: { zh: (count: number) => `逾期 ${count} 人`, en: (count: number) => `${count} late` },
  undone: { zh: '改过的缺课', en: 'Absences taken back' },
  obligations: { zh: '该做的事', en: 'What is due' },
  done: { zh: '已跟进', en: 'Followed up' },
  contacts: { zh: (count: number) => `联系 ${count} 次`, en: (count: number) => `${count} contacts` },
  back: { zh: (day: string) => `说好 ${day} 回来`, en: (day: string) => `to be back ${day}` },
  notAway: { zh: '现在不是“没来”，不用再跟进。', en: 'The child is not away now.' },
  ladder: { zh: '到哪一步了', en: 'Where it stands' },
  closer: { zh: '多关注', en: 'Closer' },
  closerWhy: {
    zh: (why: string) => `${why}的孩子，家访和报告提前办。`,
    en: (why: string) => `Visit and report come sooner: ${why}.`,
  },
  basis: { zh: '依据', en: 'Basis' },
  county: { zh: '县定参数', en: 'Set by the county' },
  ours: { zh: '系统建议', en: 'Our proposal' },
  unconfirmed: { zh: '待县局确认', en: 'to be confirmed by the bureau' },
  ladderFrom: { zh: (days: number) => `${days} 天`, en: (days: number) => `${days} days` },
  way: { zh: '怎么联系的', en: 'How' },
  reached: { zh: '结果', en: 'Who was reached' },
  reason: { zh: '为什么没来', en: 'Why' },
  whenBack: { zh: '什么时候回来', en: 'When it will be back' },
  today: { zh: '今天', en: 'Today' },
  tomorrow: { zh: '明天', en: 'Tomorrow' },
  otherDay: { zh: '选日期', en: 'Another day' },
  note: { zh: '还说了什么（可不填）', en: 'What else was said (optional)' },
  save: { zh: '保存这次联系', en: 'Save this contact' },
  saved: { zh: '已保存', en: 'Saved' },
  record: { zh: '学生档案（看电话要选理由）', en: 'The record of the child (a phone number asks for a reason)' },
  before: { zh: '联系过', en: 'Contacts' },
  name: { zh: '姓名', en: 'Name' },
  school: { zh: '学校、班级', en: 'School, class' },
  days: { zh: '天数', en: 'Days' },
  due: { zh: '该做', en: 'To do' },
  last: { zh: '最近一次联系', en: 'Last contact' },
  sinceDay: { zh: '从哪天起', en: 'Since' },
  never: { zh: '还没联系', en: 'No contact yet' },
  help: {
    zh: '点名没来又没有请假的孩子，天数按应到校日算。联系和家访记在这里，孩子回来点名以后自动离开这张表。',
    en: 'Children who were not there and not on leave, counted in school days. Contacts and visits are noted here; a child leaves the list when a roll has it back.',
  },
  clause: { zh: '方案 三（四） 缺课学生登记、追踪、报告制度', en: 'Plan 三(四): absence is registered, followed and reported' },
  follow: { zh: (count: number) => `要跟进 ${count} 人`, en: (count: number) => `${count} to follow up` },
});
