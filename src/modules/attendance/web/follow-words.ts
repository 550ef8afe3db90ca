import { defineWords, type Says } from '../../../ui/shared/words';
import type { Promised, Reached, Reason, Way } from '../rules/contact';
import type { StepKey } from '../rules/steps';

export const waySays: { readonly [W in Way]: Says } = {
  phone: { zh: '打电话', en: 'By phone' },
  visit: { zh: '上门', en: 'A visit' },
  message: { zh: '发消息', en: 'A message' },
  met: { zh: '见面', en: 'In person' },
};

export const reachedSays: { readonly [R in Reached]: Says } = {
  guardian: { zh: '联系上监护人', en: 'The guardian' },
  child: { zh: '联系上孩子', en: 'The child' },
  relative: { zh: '联系上亲属', en: 'A relative' },
  nobody: { zh: '没联系上', en: 'Nobody' },
  'wrong-number': { zh: '停机或换号', en: 'Number no longer valid' },
};

export const reasonSays: { readonly [R in Reason]: Says } = {
  sick: { zh: '生病', en: 'Ill' },
  unwilling: { zh: '不想上学', en: 'Does not want to' },
  family: { zh: '家里有事', en: 'Family' },
  work: { zh: '外出打工', en: 'Working' },
  away: { zh: '随家人外出', en: 'Away with the family' },
  unclear: { zh: '说不清', en: 'Not clear' },
};

export const promiseSays: { readonly [P in Promised]: Says } = {
  day: { zh: '说好回来', en: 'A day was named' },
  none: { zh: '没说', en: 'Nothing said' },
  refused: { zh: '不肯回来', en: 'Will not come' },
};

/** What each step of the ladder asks for. */
export const stepSays: { readonly [K in StepKey]: Says } = {
  contact: { zh: '当天联系监护人', en: 'The guardian is reached the same day' },
  visit: { zh: '上门家访', en: 'A visit at home' },
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
  contact: { zh: '要联系', en: 'To be contacted' },
  visit: { zh: '要家访', en: 'To be visited' },
  done: { zh: '已跟进', en: 'Followed up' },
  contacts: { zh: (count: number) => `联系 ${count} 次`, en: (count: number) => `${count} contacts` },
  back: { zh: (day: string) => `说好 ${day} 回来`, en: (day: string) => `to be back ${day}` },
  notAway: { zh: '现在不是“没来”，不用再跟进。', en: 'The child is not away now.' },
  ladder: { zh: '到哪一步了', en: 'Where it stands' },
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
  due: { zh: '该做', en: 'Due' },
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
