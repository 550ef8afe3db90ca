import { defineWords } from '../../../ui/shared/words';

/** How a child is told apart in one line. */
export const lineWords = defineWords({
  born: { zh: (year: string) => `${year} 年生`, en: (year: string) => `born ${year}` },
  male: { zh: '男', en: 'male' },
  female: { zh: '女', en: 'female' },
  noSchool: { zh: '没有学籍和班级', en: 'no school, no class' },
  noPlace: { zh: '所属村不详', en: 'village not known' },
  noName: { zh: '（名册上没有姓名）', en: '(no list gives a name)' },
});

/** 查学生, in the box at the top and on its page. */
export const findWords = defineWords({
  title: { zh: '查学生', en: 'Find a child' },
  box: { zh: '查学生：姓名 / 拼音首字母 / 证件号', en: 'Find a child: name / initials / number' },
  label: {
    zh: '姓名、拼音、拼音首字母，或完整的身份证号、学籍号、监护人电话',
    en: 'Name, pinyin, initials, or a whole ID, student or telephone number',
  },
  short: { zh: '姓名、拼音首字母，或完整号码', en: 'Name, initials, or a whole number' },
  submit: { zh: '查找', en: 'Find' },
  results: { zh: '找到的学生', en: 'Children found' },
  wholeNumber: {
    zh: '号码输完整后按回车查找；按号码查找会留下记录。',
    en: 'Press Enter when the number is whole; a search by number is recorded.',
  },
  numberNote: { zh: '号码要输完整；按号码查找会留下记录。', en: 'The number has to be whole; the search is recorded.' },
  keys: { zh: '↑ ↓ 选择，回车打开', en: '↑ ↓ to choose, Enter to open' },
  alike: { zh: '没有这样写的，下面是读音相同的：', en: 'Nobody is written so; these are read alike:' },
  more: { zh: '还有更多，请再多输几个字。', en: 'There are others; type more.' },
  onPage: { zh: '在整页里看', en: 'See on a page' },
  none: { zh: '没有找到', en: 'Nobody found' },
  noneWhy: {
    zh: '可能是：写法不同，换拼音或首字母再试；不在您负责的范围；各份名册上都还没有这名儿童。',
    en: 'It may be written otherwise (try pinyin or initials), be outside your scope, or stand on no list yet.',
  },
  noneNumber: {
    zh: '可能是：号码没有输完整或输错一位；不在您负责的范围；名册上没有这个号码。',
    en: 'The number may be incomplete or have a slip, belong to a child outside your scope, or stand on no list.',
  },
  help: {
    zh: '只查得到您负责范围内的儿童。按号码查要输完整，不能只输后几位；每次按号码查都会记入审计。',
    en: 'Only children of your scope are found. A number has to be whole, and each search by number is recorded.',
  },
  clause: {
    zh: '《未成年人网络保护条例》第三十六条：最小授权、记录访问',
    en: 'Regulations on the Protection of Minors in Cyberspace, 36: least authority, access recorded',
  },
  start: {
    zh: '输入姓名、拼音首字母或完整号码，查您负责范围内的儿童。',
    en: 'Type a name, initials or a whole number to find a child of your scope.',
  },
});

/** The words of the page of a child. */
export const childWords = defineWords({
  title: { zh: '学生', en: 'Child' },
  birthDay: { zh: '出生日期', en: 'Born' },
  home: { zh: '所属村', en: 'Village' },
  school: { zh: '学校班级', en: 'School, class' },
  lists: { zh: '在哪些名册上', en: 'On which lists' },
  noList: { zh: '现在的名册上都没有', en: 'on none of today' },
  corrected: { zh: '已更正', en: 'put right' },
  reveal: { zh: '查看·填理由', en: 'See, with a reason' },
  revealTitle: {
    zh: (field: string, name: string) => `查看${name}的${field}`,
    en: (field: string, name: string) => `See the ${field} of ${name}`,
  },
  revealWhy: { zh: '为什么查看', en: 'Why' },
  revealSubmit: { zh: '查看五分钟', en: 'See for five minutes' },
  see: { zh: '查看', en: 'See' },
  fiveMinutes: { zh: '五分钟后自动遮盖', en: 'masked again in five minutes' },
  left: { zh: (clock: string) => `${clock} 后自动遮盖`, en: (clock: string) => `masked again in ${clock}` },
  behind: { zh: '经过和来源', en: 'What happened, and where it comes from' },
  timeline: { zh: '时间线', en: 'Timeline' },
  sources: { zh: '来源', en: 'Sources' },
  looks: { zh: '谁看过', en: 'Who looked' },
  correct: { zh: '更正信息', en: 'Put right' },
  merge: { zh: '与另一条合并', en: 'Merge with another' },
  back: { zh: '查学生', en: 'Find a child' },
});

/** The words of the timeline. */
export const timelineWords = defineWords({
  all: { zh: '全部', en: 'All' },
  register: { zh: '名册', en: 'Lists' },
  verify: { zh: '核实', en: 'Verification' },
  correction: { zh: '更正', en: 'Corrections' },
  merge: { zh: '合并', en: 'Merges' },
  filter: { zh: '看哪一类', en: 'Which lines' },
  empty: {
    zh: '还没有记录。导入名册并比对后，这里会列出每一步。',
    en: 'Nothing yet. After lists are imported and compared, each step stands here.',
  },
  emptyOf: { zh: '这一类还没有记录。', en: 'Nothing of this kind yet.' },
  showAll: { zh: '看全部', en: 'Show all' },
  more: { zh: '只列出最近的 300 条。', en: 'Only the newest 300 lines are listed.' },
  late: { zh: (day: string) => `${day}记入`, en: (day: string) => `recorded ${day}` },
  corrected: { zh: (field: string) => `更正了${field}`, en: (field: string) => `${field} put right` },
  withdrawn: { zh: (field: string) => `撤回了对${field}的更正`, en: (field: string) => `correction of ${field} taken back` },
  mergeAsked: { zh: '申请与另一条记录合并', en: 'asked for a merge with another record' },
  merged: { zh: '与另一条记录合并', en: 'merged with another record' },
  refused: { zh: '没有同意合并', en: 'merge refused' },
  undoAsked: { zh: '申请把合并拆开', en: 'asked to take the merge apart' },
  undone: { zh: '合并已拆开', en: 'merge taken apart' },
  reason: { zh: (reason: string) => `理由：${reason}`, en: (reason: string) => `reason: ${reason}` },
});

/** The words of the rows of lists side by side. */
export const sourceWords = defineWords({
  field: { zh: '项目', en: 'Field' },
  help: {
    zh: '每一列是一份名册里的一行。打勾的是档案里采用的：先看更正，再按名册先后，同一份名册取最新的。',
    en: 'Each column is a row of a list. Ticked is what the record has: corrections first, then the order of lists, the newest of one list.',
  },
  asOf: { zh: (day: string) => `${day}的名册`, en: (day: string) => `list of ${day}` },
  county: { zh: '全县', en: 'whole county' },
  row: { zh: (row: number) => `第 ${row} 行`, en: (row: number) => `row ${row}` },
  gone: { zh: '已不在名册上', en: 'no longer listed' },
  wins: { zh: '采用', en: 'in the record' },
  why: { zh: '为什么是同一人', en: 'Why it is the same child' },
  alone: { zh: '只有这一行', en: 'the only row' },
  program: { zh: '比对认定', en: 'found by comparison' },
  person: { zh: '人工核实认定', en: 'decided by a person' },
  noEvidence: { zh: '没有记下依据', en: 'no reasons on record' },
  empty: { zh: '没有名册行。', en: 'No rows.' },
  kept: { zh: '保留的记录', en: 'Record that stays' },
  other: { zh: '并入的记录', en: 'Record that goes into it' },
});

/** The words of 谁看过. */
export const lookWords = defineWords({
  who: { zh: '谁', en: 'Who' },
  what: { zh: '看了什么', en: 'What' },
  why: { zh: '理由', en: 'Why' },
  when: { zh: '时间', en: 'When' },
  ofRow: { zh: (field: string) => `${field}（名册行）`, en: (field: string) => `${field} (row of a list)` },
  empty: { zh: '还没有人查看过这名儿童的完整信息。', en: 'Nobody has looked at masked fields of this child.' },
  count: { zh: (count: number) => `共 ${count} 次`, en: (count: number) => `${count} in all` },
  group: { zh: '重点人群标记', en: 'mark of a group' },
  older: { zh: '更早的', en: 'Older' },
  newer: { zh: '更近的', en: 'Newer' },
});
