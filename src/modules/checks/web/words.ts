import { defineWords, type Says } from '../../../ui/shared/words';

/** Words of the monthly check that more than one page says. */
export const checkWords = defineWords({
  title: { zh: '一月一核', en: 'Monthly check' },
  clause: {
    zh: '《喀左县“一个都不能少”控辍保学工作方案》三（三）：一月一核，一账一单',
    en: 'The county’s plan, 3 (3): checked each month, one account and one list',
  },
  help: {
    zh: '每月把学籍名单和实际在校的人核对一遍：班主任签班，学籍员复核，校长签账。相符的不用填，只说明不相符的。',
    en: 'Each month the register is held against who is in class: teachers sign classes, the registrar checks, the principal signs. Only what differs is explained.',
  },
  month: { zh: (year: number, month: number) => `${year}年${month}月`, en: (year: number, month: number) => `${year}-${month}` },
  noMonth: { zh: '这个学年还没有要核对的月份。', en: 'No month of this school year is to be checked yet.' },
  notThis: { zh: '这个月不用核对，请换一个月。', en: 'This month is not checked. Choose another.' },
  noMonthWhy: {
    zh: '导入学籍名册以后，每月 20 日起（遇放假顺延）自动开启。',
    en: 'Once a list of enrolments is imported, each month opens on the 20th or the next school day.',
  },
  opensOn: { zh: (day: string) => `${day} 开启`, en: (day: string) => `opens on ${day}` },
  checkDay: { zh: (day: string) => `核对日 ${day}`, en: (day: string) => `as of ${day}` },
  due: { zh: (day: string) => `${day} 前签完`, en: (day: string) => `due ${day}` },
  unsigned: { zh: '没签', en: 'Not signed' },
  signed: { zh: '已签', en: 'Signed' },
  checked: { zh: '已复核', en: 'Checked' },
  returned: { zh: '退回重核', en: 'Sent back' },
  by: {
    zh: (name: string, when: string) => `${name} ${when} 签`,
    en: (name: string, when: string) => `signed by ${name}, ${when}`,
  },
  byRegistrar: {
    zh: (name: string, when: string) => `${name}（学籍员代签） ${when}`,
    en: (name: string, when: string) => `signed by ${name} (registrar), ${when}`,
  },
  backBecause: { zh: (reason: string) => `学籍员退回：${reason}`, en: (reason: string) => `Sent back: ${reason}` },
  registered: { zh: '在籍', en: 'Registered' },
  attending: { zh: '实有', en: 'In class' },
  differences: { zh: '差异', en: 'Differences' },
  differ: { zh: (n: number) => `${n} 条差异`, en: (n: number) => (n === 1 ? '1 difference' : `${n} differences`) },
  allAgree: { zh: '全部相符', en: 'all agree' },
  gotBy: { zh: '数据已说明', en: 'known from the data' },
  called: {
    zh: (called: number, present: number) => `点名 ${called} 天，到 ${present} 天`,
    en: (called: number, present: number) => `called on ${called} days, here on ${present}`,
  },
  calledLeave: { zh: (days: number) => `请假 ${days} 天`, en: (days: number) => `on leave ${days}` },
  notCalled: { zh: '没点过名', en: 'never called' },
  place: { zh: (where: string) => `另在${where}`, en: (where: string) => `also at ${where}` },
});

/** Words of the form of a class, on the phone and on the desk. */
export const sheetWords = defineWords({
  title: { zh: '班级月核', en: 'Check of a class' },
  daysCalled: { zh: (days: number) => `点名 ${days} 天`, en: (days: number) => `called on ${days} days` },
  none: { zh: '学籍名单和在校的人都对得上。', en: 'Register and class agree.' },
  toSay: { zh: '要说明的', en: 'To be explained' },
  known: { zh: '数据已经说明的，看看对不对', en: 'Known from the data; see whether it is right' },
  agreeing: { zh: (n: number) => `相符的 ${n} 人`, en: (n: number) => `${n} agree` },
  agreeingHint: { zh: '谁有出入，点名字说明。', en: 'Tap a name that is otherwise.' },
  addName: { zh: '班里有名单上没有的孩子', en: 'A child in class that is not listed' },
  addTitle: { zh: '名单上没有的孩子', en: 'A child that is not listed' },
  name: { zh: '姓名', en: 'Name' },
  what: { zh: '是哪种情况', en: 'What it is' },
  why: { zh: '原因', en: 'Why' },
  whyOf: { zh: (name: string) => `${name}的原因`, en: (name: string) => `Why: ${name}` },
  words: { zh: '说明', en: 'In your words' },
  wordsOf: { zh: (name: string) => `${name}的说明`, en: (name: string) => `In your words: ${name}` },
  add: { zh: '加上', en: 'Add' },
  keep: { zh: '记下', en: 'Note it' },
  drop: { zh: '去掉', en: 'Remove' },
  dropOf: { zh: (name: string) => `去掉 ${name}`, en: (name: string) => `Remove ${name}` },
  added: { zh: '班主任补充的', en: 'Added by the teacher' },
  signAll: { zh: (n: number) => `${n} 人全部相符，签字`, en: (n: number) => `All ${n} agree: sign` },
  signSome: {
    zh: (differ: number, agree: number) => `签字：${differ} 条差异，其余 ${agree} 人相符`,
    en: (differ: number, agree: number) => `Sign: ${differ} differ, ${agree} agree`,
  },
  answerFirst: { zh: (n: number) => `先说明上面 ${n} 条`, en: (n: number) => `Explain ${n} first` },
  changeWhy: { zh: '学校已经签账，为什么要改', en: 'The school has signed: why change it' },
  again: { zh: '改签', en: 'Sign again' },
  againHint: { zh: '改签会另记一版，原来签的留着。', en: 'Another signature is kept beside the one before.' },
  done: { zh: '签好了。', en: 'Signed.' },
  doneNext: {
    zh: '学籍员复核，校长签账。差异都在差异单里，会一直跟到办结。',
    en: 'The registrar checks it, the principal signs. Differences stay on the list until they are closed.',
  },
  frozen: { zh: '学校已经签账。', en: 'The school has signed its account.' },
  movedSince: {
    zh: '签字以后名单有变化。和现在对不上的，请改签。',
    en: 'The list has changed since it was signed. Sign again where it is otherwise now.',
  },
  came: { zh: (names: string) => `新来：${names}`, en: (names: string) => `came: ${names}` },
  left: { zh: (names: string) => `不在名单了：${names}`, en: (names: string) => `gone: ${names}` },
  differs: { zh: (names: string) => `情况变了：${names}`, en: (names: string) => `otherwise: ${names}` },
  look: { zh: '看现在的名单', en: 'See the list as it is' },
  backDone: { zh: '退回了。', en: 'Sent back.' },
  data: { zh: '数据显示', en: 'From the data' },
  choose: { zh: '请选', en: 'Choose' },
  nobody: { zh: '核对那天这个班没有学生。', en: 'The class had no children on that day.' },
  nobodyWhy: {
    zh: '确实没有学生，直接签；不对的话，请学籍员先核对学籍名册里的班级。',
    en: 'If that is so, sign; if not, ask the registrar to check the class in the register first.',
  },
  signNobody: { zh: '没有学生，签字', en: 'No children: sign' },
  back: { zh: '退回重核', en: 'Send back' },
  backTitle: { zh: (name: string) => `退回${name}的月核`, en: (name: string) => `Send back: ${name}` },
  backEffect: { zh: '班主任会看到理由，改好后重新签。', en: 'The teacher sees the reason and signs again.' },
  preview: {
    zh: (day: string) => `还没开启，${day} 起签。下面是今天的情况，先看看。`,
    en: (day: string) => `Not open yet; sign from ${day} on. This is how it looks today.`,
  },
});

/** Words of the pages of schools and of the bureau. */
export const deskWords = defineWords({
  schools: { zh: '各校月核', en: 'Schools' },
  classes: { zh: '各班月核', en: 'Classes' },
  school: { zh: '学校', en: 'School' },
  class: { zh: '班级', en: 'Class' },
  teacher: { zh: '班主任', en: 'Teacher' },
  state: { zh: '进度', en: 'State' },
  chooseMonth: { zh: '月份', en: 'Month' },
  notOpenYet: { zh: '（未开启）', en: ' (not open)' },
  onlyUnsigned: { zh: '只看没签的', en: 'Unsigned only' },
  signedLate: { zh: '逾期签', en: 'signed late' },
  schoolsSigned: {
    zh: (done: number, all: number) => `${all} 所学校，签了 ${done} 所`,
    en: (done: number, all: number) => `${done} of ${all} schools signed`,
  },
  classesSigned: {
    zh: (done: number, all: number) => `${all} 个班，签了 ${done} 个`,
    en: (done: number, all: number) => `${done} of ${all} classes signed`,
  },
  ofClasses: { zh: '班级', en: 'Classes' },
  signedClasses: { zh: '已签', en: 'Signed' },
  checkedClasses: { zh: '已复核', en: 'Checked' },
  open: { zh: '未办结', en: 'Open' },
  overdue: { zh: '超期', en: 'Overdue' },
  account: { zh: '学校签账', en: 'Account' },
  accountAt: {
    zh: (number: string, when: string) => `${number} · ${when}`,
    en: (number: string, when: string) => `${number} · ${when}`,
  },
  missing: { zh: (n: number) => `缺 ${n} 个班`, en: (n: number) => `${n} classes missing` },
  allSigned: { zh: '都签了。', en: 'All have signed.' },
  noClasses: {
    zh: '没有您负责的班。请学校管理员在“学校与班级”里设班主任。',
    en: 'You have no class. Ask the school to name you its teacher.',
  },
  list: { zh: '差异单', en: 'Differences' },
  paper: { zh: '看账单', en: 'Account and list' },
  judge: { zh: (n: number) => `复核 ${n} 个班`, en: (n: number) => `Check ${n} classes` },
  judged: { zh: (n: number) => `复核了 ${n} 个班。`, en: (n: number) => `${n} classes checked.` },
  judgeHint: {
    zh: '点班级看它签了什么；不对就退回，对的一起复核。',
    en: 'Open a class to see what it signed; send back what is wrong, check the rest at once.',
  },
  freeze: { zh: '签字，生成账单', en: 'Sign the account' },
  freezeAgain: { zh: '再签一版', en: 'Sign another version' },
  frozenDone: { zh: '账单签好了。', en: 'Signed.' },
  freezeMissing: { zh: (names: string) => `还没核完：${names}`, en: (names: string) => `Not ready: ${names}` },
  freezeEffect: {
    zh: (n: number) => `有 ${n} 个班没有核完，账上会写明缺班和理由。`,
    en: (n: number) => `${n} classes are not ready; the account will name them and the reason.`,
  },
  againEffect: {
    zh: '原来的账留着不动，另生成一版，两版的出入会写明。',
    en: 'The account stays as it was; another version is made, and what differs is written down.',
  },
  readyFor: { zh: '各班都核完了，可以签账。', en: 'All classes are ready.' },
  notReady: { zh: (n: number) => `还有 ${n} 个班没核完`, en: (n: number) => `${n} classes are not ready` },
  whyUnsigned: { zh: '没签', en: 'not signed' },
  whyReturned: { zh: '退回重核', en: 'sent back' },
  whyUnchecked: { zh: '待复核', en: 'to be checked' },
  frozenBy: {
    zh: (name: string, when: string) => `${name} ${when} 签`,
    en: (name: string, when: string) => `signed by ${name}, ${when}`,
  },
  version: { zh: (n: number) => `第 ${n} 版`, en: (n: number) => `version ${n}` },
  changed: { zh: (n: number) => `签字以后变了 ${n} 处`, en: (n: number) => `${n} changes since it was signed` },
  changedBetween: { zh: '和上一版的出入', en: 'What differs from the version before' },
  broken: {
    zh: '封签对不上，内容可能被改过。请报告县教育局核查。',
    en: 'The seal does not fit; it may have been altered. Report it to the bureau.',
  },
  openEarly: { zh: '提前开启', en: 'Open early' },
  openTitle: { zh: (month: string) => `提前开启${month}的核对`, en: (month: string) => `Open ${month} early` },
  openEffect: {
    zh: '以今天的名单核对，全县各班马上可以签。开启后不能收回。',
    en: 'Everybody checks by the list of today, at once. It cannot be undone.',
  },
  openedDone: { zh: '开启了。', en: 'Opened.' },
});

/** What changed between two accounts. */
export const changeWords = defineWords({
  'class-new': { zh: '新增这个班', en: 'class added' },
  'class-gone': { zh: '没有这个班了', en: 'class gone' },
  registered: {
    zh: (before: string, after: string) => `在籍 ${before} → ${after}`,
    en: (before: string, after: string) => `registered ${before} → ${after}`,
  },
  attending: {
    zh: (before: string, after: string) => `实有 ${before} → ${after}`,
    en: (before: string, after: string) => `in class ${before} → ${after}`,
  },
  new: {
    zh: (name: string, kind: string, after: string) => `新增 ${name} ${kind}：${after}`,
    en: (name: string, kind: string, after: string) => `new: ${name}, ${kind}: ${after}`,
  },
  came: { zh: (name: string) => `新来 ${name}`, en: (name: string) => `came: ${name}` },
  left: { zh: (name: string) => `${name} 不在名单了`, en: (name: string) => `${name}: not on the list any more` },
  detail: { zh: (name: string) => `${name} 的说明或天数改了`, en: (name: string) => `${name}: words or days differ` },
  gone: {
    zh: (name: string, kind: string) => `${name} ${kind} 不再列出`,
    en: (name: string, kind: string) => `${name}, ${kind}: no longer listed`,
  },
  answer: {
    zh: (name: string, before: string, after: string) => `${name}：${before} → ${after}`,
    en: (name: string, before: string, after: string) => `${name}: ${before} → ${after}`,
  },
});

/** Words of the card on the start page. */
export const cardWords = defineWords({
  classes: { zh: '没签的班', en: 'Classes not signed' },
  schools: { zh: '没签账的学校', en: 'Schools not signed' },
  open: { zh: '未办结的差异', en: 'Open differences' },
  overdue: { zh: '超期的差异', en: 'Overdue differences' },
  done: { zh: '都签了，没有未办结的差异。', en: 'All signed, nothing open.' },
});

/** Why a month is opened before its day. */
export const openReasons: readonly { readonly value: string; readonly says: Says }[] = [
  { value: '上级要求提前核对', says: { zh: '上级要求提前核对', en: 'Asked for from above' } },
  { value: '临近放假，提前核对', says: { zh: '临近放假，提前核对', en: 'Holidays are near' } },
];

/** Why a school signs with classes missing, or once more. */
export function freezeReasons(again: boolean): readonly { readonly value: string; readonly says: Says }[] {
  return again
    ? [
        { value: '班级更正', says: { zh: '班级更正', en: 'A class has corrected' } },
        { value: '补签缺的班', says: { zh: '补签缺的班', en: 'Missing classes have signed' } },
      ]
    : [
        { value: '到期限了，缺的班随后补签', says: { zh: '到期限了，缺的班随后补签', en: 'Due; missing classes follow' } },
        { value: '班主任请假，随后补签', says: { zh: '班主任请假，随后补签', en: 'A teacher is on leave; it follows' } },
      ];
}

/** Why a registrar sends a sheet back. */
export const returnReasons: readonly { readonly value: string; readonly says: Says }[] = [
  {
    value: '人数和学籍名册对不上，请重新核对',
    says: { zh: '人数和学籍名册对不上，请重新核对', en: 'Numbers do not fit the register' },
  },
  { value: '差异的原因要写清楚', says: { zh: '差异的原因要写清楚', en: 'Say more about the differences' } },
];

/** Words of account and list as they go on paper; the columns are those of the county's forms. */
export const paperWords = defineWords({
  title: { zh: '月核账单', en: 'Account and list' },
  help: {
    zh: '账是校长签字时冻结的，带编号和封签，以后只能另签一版。单是差异现在的办理情况。打印和导出都会留记录。',
    en: 'The account is frozen as it was signed, numbered and sealed; a change is another version. The list shows how far differences have come now. Printing and exporting are recorded.',
  },
  notSigned: { zh: '学校还没有签这个月的账。', en: 'The school has not signed this month.' },
  notSignedWhy: { zh: '各班核完以后，由校长在“一月一核”里签字。', en: 'When its classes are ready, the principal signs.' },
  version: { zh: '版次', en: 'Version' },
  print: { zh: '打印', en: 'Print' },
  sheet: { zh: '导出 Excel', en: 'Excel' },
  head: {
    zh: (school: string, month: string) => `${school} ${month} 月核台账`,
    en: (school: string, month: string) => `${school}: account of ${month}`,
  },
  number: {
    zh: (number: string, seal: string, at: string, by: string) => `编号：${number}　封签：${seal}　校长：${by}　签字时间：${at}`,
    en: (number: string, seal: string, at: string, by: string) => `No. ${number} · seal ${seal} · signed by ${by}, ${at}`,
  },
  missing: { zh: (names: string) => `缺班：${names}`, en: (names: string) => `Classes missing: ${names}` },
  reason: { zh: (reason: string) => `说明：${reason}`, en: (reason: string) => `Reason: ${reason}` },
  list: { zh: '差异清单', en: 'Differences' },
  noItems: { zh: '这个月没有差异。', en: 'Nothing differs in this month.' },
  sum: { zh: '合计', en: 'Total' },
  class: { zh: '班级', en: 'Class' },
  registered: { zh: '在籍', en: 'Registered' },
  attending: { zh: '实有', en: 'In class' },
  both: { zh: '在籍在校', en: 'Both' },
  absent: { zh: '在籍不在校', en: 'Registered only' },
  extra: { zh: '在校不在籍', en: 'In class only' },
  leave: { zh: '请假', en: 'Leave' },
  suspended: { zh: '休学', en: 'Suspended' },
  homeTeaching: { zh: '送教', en: 'Taught at home' },
  leaving: { zh: '转出在途', en: 'Moving out' },
  arriving: { zh: '转入在途', en: 'Moving in' },
  suspected: { zh: '疑似辍学', en: 'Suspected dropout' },
  dropout: { zh: '辍学', en: 'Dropout' },
  signer: { zh: '核查人', en: 'Signed by' },
  checker: { zh: '复核', en: 'Checked by' },
  no: { zh: '序号', en: 'No.' },
  name: { zh: '姓名', en: 'Name' },
  kind: { zh: '差异类型', en: 'Difference' },
  why: { zh: '归类', en: 'Why' },
  elsewhere: { zh: '去向/实际就读学校', en: 'Where else' },
  owner: { zh: '责任人', en: 'Owner' },
  due: { zh: '整改时限', en: 'Due' },
  state: { zh: '状态', en: 'State' },
  closed: { zh: '销号日期', en: 'Closed' },
  first: { zh: '首次发现', en: 'Found in' },
  sign: {
    zh: '校长（签字）：　　　　　　　　　学校（盖章）：　　　　　　　　　日期：　　　　　　',
    en: 'Principal: ____________  Seal of the school: ____________  Date: ____________',
  },
  digest: { zh: (digest: string) => `校验码：${digest}`, en: (digest: string) => `Digest: ${digest}` },
  printed: {
    zh: (name: string, unit: string, when: string) =>
      `内部资料，内含未成年人个人信息，不得转发、公开。　打印：${name}（${unit}） ${when}`,
    en: (name: string, unit: string, when: string) =>
      `Internal; personal information of minors. Printed by ${name} (${unit}), ${when}`,
  },
});
