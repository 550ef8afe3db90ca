import { defineWords, type Says } from '../../../ui/shared/words';
import type { EffectKind } from '../rules/effect';
import { fewContacts } from '../rules/effect';
import { patternNumbers, type SignKey } from '../rules/patterns';

const { window, edges, halves, leaves, unrecorded, uncalled, often } = patternNumbers;

/** What a sign is called, as a filter. */
export const signSays: { readonly [K in SignKey]: Says } = {
  often: { zh: `${window} 个上课日里没来 ${often} 天`, en: `${often} days away in ${window}` },
  edges: { zh: '多在周一、周五没来', en: 'Mostly Mondays and Fridays' },
  halves: { zh: '常缺半天', en: 'Half days' },
  leave: { zh: '多次请假', en: 'Leave again and again' },
  unrecorded: { zh: '名单上有，点名没点到', en: 'On the list, not called' },
};

/** The reason in words, with its number. */
export const signReasons = defineWords({
  often: {
    zh: (times: number) => `${window} 个上课日里有 ${times} 天没来`,
    en: (times: number) => `away on ${times} of ${window} school days`,
  },
  edges: {
    zh: (times: number) => `没来的日子多在周一、周五，共 ${times} 天`,
    en: (times: number) => `mostly away on Mondays and Fridays, ${times} days`,
  },
  halves: { zh: (times: number) => `有 ${times} 天只来半天`, en: (times: number) => `there for half of ${times} days` },
  leave: { zh: (times: number) => `本学期请假 ${times} 次`, en: (times: number) => `${times} leaves this term` },
  unrecorded: {
    zh: (times: number) => `最近 ${times} 个点名日都没有点到他`,
    en: (times: number) => `not read out on the last ${times} called days`,
  },
});

export const effectSays: { readonly [K in EffectKind]: Says } = {
  next: { zh: '下一个上课日就来了', en: 'back the next school day' },
  within: { zh: '五个上课日以内来了', en: 'back within five school days' },
  not: { zh: '五个上课日以内没有来', en: 'not back within five school days' },
  open: { zh: '还看不出', en: 'too early to tell' },
};

/** Words of 值得留意. */
export const patternWords = defineWords({
  title: { zh: '值得留意', en: 'Worth a look' },
  help: {
    zh: `从本学期点名看出来的规律，只提醒去问一问、看一看，不说明原因，也不是评价。数字是系统建议：${window} 个上课日里没来 ${often} 天；没来 ${edges} 天以上、三分之二在周一周五；缺半天 ${halves} 次；请假 ${leaves} 次；${unrecorded} 个点名日没点到；班级 ${uncalled} 个上课日没点名。请假不算没来。`,
    en: `What the rolls of the term suggest asking about; they give no reason and judge nobody. The numbers are proposals: ${often} days away in ${window}; at least ${edges}, two in three on a Monday or Friday; ${halves} half days; ${leaves} leaves; ${unrecorded} called days without the child; ${uncalled} school days without a roll. Leave is no absence.`,
  },
  note: {
    zh: (term: string, count: number) => `${term} · ${count} 人`,
    en: (term: string, count: number) => `${term} · ${count}`,
  },
  none: { zh: '这学期还没有要留意的。', en: 'Nothing to look at in this term.' },
  noTerm: { zh: '校历里还没有学期。请县教育局先在“校历”里设学期。', en: 'The calendar has no term yet.' },
  name: { zh: '姓名', en: 'Name' },
  school: { zh: '学校、班级', en: 'School, class' },
  why: { zh: '看到了什么', en: 'What was seen' },
  kind: { zh: '哪一种', en: 'Kind' },
  ours: { zh: '系统建议', en: 'Our proposal' },
  list: { zh: '孩子', en: 'Children' },
  classes: { zh: '好几天没点名的班', en: 'Classes not called for days' },
  silent: {
    zh: (days: number, last: string) => `${days} 个上课日没点名，上次 ${last}`,
    en: (days: number, last: string) => `not called for ${days} school days, last ${last}`,
  },
  neverCalled: {
    zh: (days: number) => `本学期还没点过名（${days} 个上课日）`,
    en: (days: number) => `not called this term (${days} days)`,
  },
  effects: { zh: '联系以后', en: 'After a contact' },
  effectsHelp: {
    zh: `联系以后孩子来没来，从点名看。来了不一定是因为联系。少于 ${fewContacts} 次的不比较。`,
    en: `Whether the child came after a contact, by the rolls. What came after need not have come of it. Fewer than ${fewContacts} are not compared.`,
  },
  way: { zh: '怎么联系的', en: 'How' },
  contacts: { zh: '联系次数', en: 'Contacts' },
  told: { zh: '已看得出', en: 'Known' },
  next: { zh: '下一个上课日来', en: 'Back next day' },
  within: { zh: '五个上课日内来', en: 'Back within five' },
  few: { zh: `少于 ${fewContacts}`, en: `fewer than ${fewContacts}` },
  after: { zh: (says: string) => `以后：${says}`, en: (says: string) => `Afterwards: ${says}` },
  dates: { zh: (list: string) => `（${list}）`, en: (list: string) => ` (${list})` },
});
