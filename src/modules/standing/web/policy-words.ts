import { defineWords, type Says } from '../../../ui/shared/words';
import type { PolicyNumber } from '../contract';

type Key = PolicyNumber['key'];

/** What each number of the policy is called, and what it means in one sentence. */
export const numberWords: { readonly [K in Key]: { readonly name: Says; readonly means: Says } } = {
  enrolmentAlone: {
    name: { zh: '只有学籍，没有班级名单', en: 'Enrolled, and no class list yet' },
    means: {
      zh: '学校还没交班级名单时，有学籍的儿童先算什么。',
      en: 'Where an enrolled child stands until its school gives a list.',
    },
  },
  classListGraceDays: {
    name: { zh: '上学年班级名单延用', en: 'Last year’s class list' },
    means: { zh: '新学年开始后，上学年的班级名单还能用几天。', en: 'How long it still counts in the new school year.' },
  },
  listWindowDays: {
    name: { zh: '同一次收名单', en: 'One collection of lists' },
    means: { zh: '各校班级名单相隔几天以内，算同一次收上来的。', en: 'Class lists within so many days count as one collection.' },
  },
  graduationFromMonth: {
    name: { zh: '小学毕业等升学', en: 'Between primary and junior school' },
    means: { zh: '小学毕业生从几月起到开学前，算等待升入初中。', en: 'From which month until term a primary graduate waits.' },
  },
  visitDays: {
    name: { zh: '缺课家访', en: 'A visit at home' },
    means: { zh: '没请假、连续几个应到校日没来，要上门。', en: 'After how many school days away without leave.' },
  },
  reportDays: {
    name: { zh: '缺课书面报告', en: 'A written report' },
    means: { zh: '第几个应到校日起，学校要向县局和乡镇书面报告。', en: 'When the school reports to bureau and township.' },
  },
  closerDays: {
    name: { zh: '重点人群提前', en: 'Sooner for some' },
    means: {
      zh: '八、九年级和有重点人群标记的孩子，家访和报告提前几个应到校日；不早于第二天。',
      en: 'For grades 8 and 9 and marked children: by how many school days visit and report come sooner, never before the second.',
    },
  },
  suspectedDays: {
    name: { zh: '列为疑似辍学', en: 'Suspected dropout' },
    means: {
      zh: '点名没到满几个应到校日，自动进疑似辍学台账；回来了自动出。',
      en: 'By called days; the child leaves it by itself when back.',
    },
  },
  dropoutDays: {
    name: { zh: '提请认定辍学', en: 'Put to the county' },
    means: { zh: '满几个应到校日、多次联系无效，学校提请县局认定。', en: 'After contacts without success.' },
  },
  rollsADay: {
    name: { zh: '每天点名次数', en: 'Rolls a day' },
    means: { zh: '1 是一天点一次；2 是上午、下午各点一次。', en: '1: once a day; 2: in the morning and in the afternoon.' },
  },
  leaveTeacherDays: {
    name: { zh: '班主任批假', en: 'Leave by the teacher' },
    means: {
      zh: '几个上课日以内的假由班主任批，更长的由学校批。',
      en: 'Up to how many school days; longer leave the school decides on.',
    },
  },
  leaveMonths: {
    name: { zh: '请假转休学', en: 'Leave becomes suspension' },
    means: { zh: '满几个月不再是请假，要办休学。', en: 'From how many months on it is no leave.' },
  },
  leaveSumDays: {
    name: { zh: '请假累计提醒', en: 'Leave over a term' },
    means: {
      zh: '一学期累计请假几个上课日，提醒学校看一看。',
      en: 'From how many school days over a term the school is asked to look.',
    },
  },
  classWindowDays: {
    name: { zh: '班主任补点', en: 'The teacher’s window' },
    means: { zh: '过后几个应到校日内，班主任还能补点或更正。', en: 'How long a class teacher can still enter a day.' },
  },
  schoolWindowDays: {
    name: { zh: '学校补点', en: 'The school’s window' },
    means: {
      zh: '过后几个应到校日内，学校还能补点或更正；再往后由县局改。',
      en: 'How long the school can; after that the bureau.',
    },
  },
  'in-county': {
    name: { zh: '县内在校证明', en: 'Proof of a school here' },
    means: { zh: '在读证明、入户或到班核实，核准后管多少天。', en: 'How long an accepted proof holds.' },
  },
  elsewhere: {
    name: { zh: '县外就读证明', en: 'Proof of a school elsewhere' },
    means: { zh: '接收学校或外地学籍的证明，核准后管多少天；到期要重新核实。', en: 'How long it holds; then it is asked anew.' },
  },
  placement: {
    name: { zh: '特校、机构和送教证明', en: 'Proof of a placement' },
    means: { zh: '特校、机构就读或送教上门的证明，核准后管多少天。', en: 'Special school, institution, home teaching.' },
  },
  suspension: {
    name: { zh: '休学手续', en: 'Suspension' },
    means: {
      zh: '休学核准后管多少天；期满要复学或申请延长。',
      en: 'How long it holds; then the child returns or it is extended.',
    },
  },
  deferral: {
    name: { zh: '延缓入学批准', en: 'Deferral' },
    means: { zh: '延缓入学核准后管多少天；期满要重新申请。', en: 'How long it holds; then it is asked for anew.' },
  },
  abroad: {
    name: { zh: '出境证明', en: 'Proof of having left the country' },
    means: { zh: '出入境证明或公安核查，核准后管多少天。', en: 'How long an accepted proof holds.' },
  },
  lasting: {
    name: { zh: '死亡、户籍迁出或不实、完成学业', en: 'Dead, moved away, not real, finished' },
    means: { zh: '核准后不用再核，直到有新的情况。', en: 'Not asked again until something new is known.' },
  },
};

/** 设置 → 判定口径. */
export const policyWords = defineWords({
  title: { zh: '判定口径', en: 'How standings are judged' },
  help: {
    zh: '点名按这些数判定每名儿童站在哪里。没有文件写明的，由县局定；还没定的先用系统建议。',
    en: 'The roll is called by these numbers. Where no document names one the county decides; until then our suggestion holds.',
  },
  table: { zh: '判定口径的各项数值', en: 'The numbers' },
  lists: { zh: '学籍和名单', en: 'Enrolments and lists' },
  absence: { zh: '点名和缺课', en: 'Rolls and absence' },
  proofs: { zh: '证明管多久', en: 'How long proofs hold' },
  others: { zh: '办理期限', en: 'Deadlines' },
  name: { zh: '口径', en: 'Number' },
  value: { zh: '现在的值', en: 'Now' },
  whose: { zh: '谁定的', en: 'Whose' },
  source: { zh: '来源', en: 'Source' },
  since: { zh: '从哪天起', en: 'Since' },
  actions: { zh: '办理', en: 'Change' },
  days: { zh: (days: number) => `${days} 天`, en: (days: number) => `${days} days` },
  months: { zh: (months: number) => `${months} 个月`, en: (months: number) => `${months} months` },
  times: { zh: (times: number) => `${times} 次`, en: (times: number) => (times === 1 ? 'once' : 'twice') },
  schoolDays: { zh: (days: number) => `${days} 个应到校日`, en: (days: number) => `${days} school days` },
  month: { zh: (month: number) => `${month} 月起`, en: (month: number) => `from month ${month}` },
  inSchool: { zh: '先算在校', en: 'in school' },
  toVerify: { zh: '算待核实', en: 'to verify' },
  forGood: { zh: '长期有效', en: 'for good' },
  coming: {
    zh: (from: string, value: string) => `${from} 起 ${value}`,
    en: (from: string, value: string) => `${value} from ${from}`,
  },
  fromProgram: { zh: '随程序', en: 'with the program' },
  fromDay: { zh: (day: string) => `${day} 起`, en: (day: string) => day },
  somebody: { zh: '县局', en: 'the bureau' },
  edit: { zh: '修改', en: 'Change' },
  editOf: { zh: (name: string) => `修改：${name}`, en: (name: string) => `Change: ${name}` },
  confirm: { zh: '确认', en: 'Confirm' },
  confirmOf: { zh: (name: string) => `确认：${name}`, en: (name: string) => `Confirm: ${name}` },
  confirmAll: {
    zh: (count: number) => `确认全部系统建议（${count} 项）`,
    en: (count: number) => `Confirm all suggestions (${count})`,
  },
  newValue: { zh: '新的值', en: 'New value' },
  range: {
    zh: (least: number, most: number) => `${least} 到 ${most}`,
    en: (least: number, most: number) => `${least} to ${most}`,
  },
  now: { zh: (value: string) => `现在是 ${value}`, en: (value: string) => `now ${value}` },
  from: { zh: '从哪天起执行', en: 'From' },
  fromHint: {
    zh: (earliest: string) => `最早 ${earliest}；以前的日子不变`,
    en: (earliest: string) => `${earliest} at the earliest; earlier days stay`,
  },
  document: { zh: '文号或会议纪要', en: 'Document or minutes' },
  reason: { zh: '为什么', en: 'Why' },
  editEffect: {
    zh: (from: string) => `从 ${from} 起按新的值判定，全县重新点名，几分钟内完成。以前的日子不变。`,
    en: (from: string) => `From ${from} on; the roll is called again within minutes. Earlier days stay.`,
  },
  confirmEffect: {
    zh: (from: string) => `数值不变，没有儿童的状态会变。从 ${from} 起是县定参数，不再显示“待县局确认”。`,
    en: (from: string) => `No value and no standing changes. From ${from} on these are set by the county.`,
  },
  save: { zh: '保存新的值', en: 'Save the new value' },
  saveConfirm: { zh: (count: number) => `确认 ${count} 项`, en: (count: number) => `Confirm ${count}` },
  cancel: { zh: '取消', en: 'Cancel' },
  saved: {
    zh: (from: string) => `已保存，${from} 起执行；全县正在重新点名`,
    en: (from: string) => `Saved, from ${from}; the roll is called again`,
  },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  history: { zh: '历次设定', en: 'Every decision' },
  noHistory: {
    zh: '县局还没有设定过，现在用的是有依据的值和系统建议。',
    en: 'Nothing decided yet: clauses and suggestions hold.',
  },
  changed: {
    zh: (name: string, before: string, after: string) => `${name}：${before} 改为 ${after}`,
    en: (name: string, before: string, after: string) => `${name}: ${before} becomes ${after}`,
  },
  kept: {
    zh: (name: string, value: string) => `${name}：确认 ${value}`,
    en: (name: string, value: string) => `${name}: ${value} confirmed`,
  },
  version: {
    zh: (version: number, from: string) => `第 ${version} 版，${from} 起`,
    en: (version: number, from: string) => `Version ${version}, from ${from}`,
  },
  decidedBy: {
    zh: (name: string, moment: string) => `${name} ${moment} 设定`,
    en: (name: string, moment: string) => `by ${name}, ${moment}`,
  },
});
