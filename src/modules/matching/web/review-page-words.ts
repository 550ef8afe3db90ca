import { defineWords } from '../../../ui/shared/words';
import type { comparedKinds, reviewStates } from '../review-contract';
import type { Likelihood } from '../rules/likelihood';
import type { ComparedField, FieldMark } from '../rules/side-by-side';

type Says = { readonly zh: string; readonly en: string };

/** 待判: two rows side by side, decided by one key. */
export const reviewWords = defineWords({
  title: { zh: '认人', en: 'Who is who' },
  help: {
    zh: '两份名册上的两行是不是同一个孩子，程序拿不准的由人来判。判定记住不忘，名册上的信息变了才再问。',
    en: 'Whether two rows are one child is for a person where the program is not sure. A decision is remembered until the rows change.',
  },
  clause: { zh: '县方案 三（一）1（2）：人籍一致', en: 'County plan 3(1)1(2): every enrolment is a child' },
  list: { zh: '待判的人', en: 'Pairs' },
  kinds: { zh: '哪两份名册', en: 'Lists' },
  likelihood: { zh: '把握', en: 'How sure' },
  lapsed: { zh: '重判', en: 'Asked again' },
  lapsedOnly: { zh: '判过、名册又变了', en: 'Decided before, rows changed' },
  none: { zh: '没有要判的，都判完了。', en: 'Nothing to decide; all is done.' },
  noneElse: { zh: '没有。', en: 'None.' },
  choose: { zh: '从左边选一对。', en: 'Choose a pair at the left.' },
  same: { zh: '同一人', en: 'One child' },
  different: { zh: '不是', en: 'Two children' },
  unsure: { zh: '拿不准', en: 'Not sure' },
  undo: { zh: '撤销', en: 'Undo' },
  undone: { zh: '已撤销，恢复原样。', en: 'Undone; as it was.' },
  why: { zh: (answer: string) => `判为“${answer}”，另选理由`, en: (answer: string) => `${answer}, for another reason` },
  own: { zh: '自己写理由……', en: 'In your own words…' },
  ownTitle: { zh: (answer: string) => `判为“${answer}”`, en: (answer: string) => `Decide: ${answer}` },
  decided: {
    zh: (answer: string, of: string) => `已判：${answer}（${of}）`,
    en: (answer: string, of: string) => `Decided: ${answer} (${of})`,
  },
  count: { zh: (done: number) => `这次已判 ${done} 对`, en: (done: number) => `${done} decided so far` },
  effect: {
    zh: '判定下次比对生效。判为“同一人”而各有档案的，生效后还要两人确认合并。',
    en: 'A decision takes effect with the next comparison. Where both have a record, two people then confirm the merge.',
  },
  compare: { zh: '重新比对', en: 'Compare again' },
  for: { zh: '说明是同一人', en: 'For one child' },
  against: { zh: '说明不是', en: 'Against' },
  neutral: { zh: '另外', en: 'Also' },
  strong: { zh: '有力', en: 'strong' },
  fair: { zh: '一般', en: 'fair' },
  weak: { zh: '较弱', en: 'weak' },
  weights: {
    zh: '有力、一般、较弱由本县名册自己的数据算得。',
    en: 'Strong, fair and weak are learnt from the county’s own lists.',
  },
  field: { zh: '项目', en: 'Field' },
  sideOf: { zh: (list: string, day: string) => `${list}名册 ${day}`, en: (list: string, day: string) => `${list}, ${day}` },
  unlisted: { zh: '已不在名册', en: 'no longer listed' },
  record: {
    zh: (list: string, name: string) => `${list}行的档案：${name}`,
    en: (list: string, name: string) => `Record of the ${list} row: ${name}`,
  },
  grade: { zh: (grade: string) => `${grade} 年级`, en: (grade: string) => `grade ${grade}` },
  agreement: { zh: '对比', en: 'Agreement' },
  masked: {
    zh: '证件号、监护人、电话和地址遮盖显示，是否一致由系统比对；要看完整内容，请打开档案填写理由。',
    en: 'Numbers, guardians, telephones and addresses are masked and compared by the system; open the record to see them with a reason.',
  },
  before: {
    zh: (when: string, who: string, answer: string) => `${when} ${who}判为“${answer}”。名册上的信息后来变了，请再看一遍。`,
    en: (when: string, who: string, answer: string) => `${when}: ${who} decided "${answer}". The rows have changed since.`,
  },
  somebody: { zh: '有人', en: 'somebody' },
  history: { zh: '判定经过', en: 'What was decided' },
  together: { zh: '一并判定', en: 'together with others' },
  followed: { zh: '已生效', en: 'in effect' },
  next: { zh: '下次比对生效', en: 'with the next comparison' },
  alike: {
    zh: (count: number) => `有 ${count} 对只差空格、全角或间隔号。`,
    en: (count: number) => `${count} pairs differ in blanks, width or dots alone.`,
  },
  lookTogether: { zh: '一起看', en: 'Look at them together' },
  alikeTitle: { zh: '只差写法的', en: 'Different in writing alone' },
  decideAll: { zh: (count: number) => `${count} 对都判为同一人`, en: (count: number) => `Decide ${count} pairs: one child` },
  decidedAll: {
    zh: (count: number) => `已把 ${count} 对判为同一人。`,
    en: (count: number) => `${count} pairs decided: one child.`,
  },
  leftAll: {
    zh: (count: number) => `另有 ${count} 对刚刚有变化，没有判。`,
    en: (count: number) => `${count} changed meanwhile and were left.`,
  },
  keys: { zh: 'J／K 上下', en: 'J/K to move' },
  card: { zh: '名册比对', en: 'Comparison' },
  cardSays: { zh: '待判', en: 'to decide' },
  cardOpen: { zh: '看比对结果', en: 'See the result' },
  cardNotYet: { zh: '还没有比对过。', en: 'Nothing has been compared yet.' },
  cardNone: { zh: '认人都判完了。', en: 'All pairs are decided.' },
});

export const stateWords: Readonly<Record<(typeof reviewStates)[number], Says>> = {
  open: { zh: '待判', en: 'To decide' },
  waiting: { zh: '等下次比对', en: 'For the next run' },
  decided: { zh: '已判', en: 'Decided' },
  gone: { zh: '不用再判', en: 'Asked no more' },
};

export const comparedKindWords: Readonly<Record<(typeof comparedKinds)[number], Says>> = {
  enrolments: { zh: '户籍 × 学籍', en: 'Household × enrolment' },
  attending: { zh: '在校 × 学籍', en: 'Class × enrolment' },
  leftovers: { zh: '在校 × 户籍', en: 'Class × household' },
  others: { zh: '其他名册 × 户籍', en: 'Another list × household' },
};

export const likelihoodWords: Readonly<Record<Likelihood, Says>> = {
  'very-likely': { zh: '很可能同一人', en: 'very likely one child' },
  likely: { zh: '较可能同一人', en: 'likely one child' },
  possible: { zh: '可能同一人', en: 'possibly one child' },
};

export const markWords: Readonly<Record<FieldMark, Says>> = {
  same: { zh: '一样', en: 'same' },
  alike: { zh: '只是写法不同', en: 'written otherwise' },
  slip: { zh: '只差一处', en: 'one slip apart' },
  differs: { zh: '不一样', en: 'differs' },
  'one-side': { zh: '只有一方有', en: 'one side only' },
};

export const fieldWords: Readonly<Record<ComparedField, Says>> = {
  name: { zh: '姓名', en: 'Name' },
  formerName: { zh: '曾用名', en: 'Former name' },
  sex: { zh: '性别', en: 'Sex' },
  birthDay: { zh: '出生日期', en: 'Born' },
  idNumber: { zh: '身份证件号', en: 'ID number' },
  township: { zh: '乡镇（街道）', en: 'Township' },
  village: { zh: '村（社区）', en: 'Village' },
  address: { zh: '地址', en: 'Address' },
  school: { zh: '学校', en: 'School' },
  grade: { zh: '年级', en: 'Grade' },
  className: { zh: '班级', en: 'Class' },
  guardianName: { zh: '监护人', en: 'Guardian' },
  guardianPhone: { zh: '监护人电话', en: 'Telephone' },
};
