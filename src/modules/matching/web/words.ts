import type { z } from 'zod';
import { numberText } from '../../../ui/shared/numbers';
import { defineWords } from '../../../ui/shared/words';
import type { Kind } from '../contract';

type Says = { readonly zh: string; readonly en: string };

/** The lists as a page calls them. */
export const kindWords: Readonly<Record<z.infer<typeof Kind>, Says>> = {
  household: { zh: '户籍', en: 'Household' },
  enrolment: { zh: '学籍', en: 'Enrolment' },
  attending: { zh: '在校', en: 'Class lists' },
  poverty: { zh: '脱贫户', en: 'Poverty list' },
  disability: { zh: '残疾人', en: 'Disability list' },
};

/** 名册比对: the equation, what changed, what comes next. */
export const comparisonWords = defineWords({
  title: { zh: '名册比对', en: 'Comparison' },
  help: {
    zh: '户籍、学籍、在校三份名册逐人核对，每一行都落到一个孩子、一种情形，加起来必须相等。数字都能点开。',
    en: 'Household, enrolment and class lists are compared child by child; every row has its place, and the sums must agree. Every number opens its list.',
  },
  clause: {
    zh: '教基厅函〔2024〕15 号：四查三比对；县方案 三（一）1',
    en: 'Notice 15 of 2024: four lists, three comparisons; county plan 3(1)1',
  },
  of: { zh: (no: number, day: string) => `第 ${no} 次 · ${day}`, en: (no: number, day: string) => `No. ${no} · ${day}` },
  asOf: { zh: (day: string) => `适龄按 ${day} 计算`, en: (day: string) => `school age as of ${day}` },
  run: { zh: '开始比对', en: 'Compare' },
  again: { zh: '重新比对', en: 'Compare again' },
  print: { zh: '打印底册', en: 'Print' },
  all: { zh: '历次比对', en: 'All comparisons' },
  newest: { zh: '看最新一次', en: 'See the newest' },
  none: { zh: '还没有比对过。', en: 'Nothing has been compared yet.' },
  noneWhy: {
    zh: '名册已经导入，可以开始比对，一般一分钟内做完。',
    en: 'The lists are there. A comparison usually takes less than a minute.',
  },
  noLists: { zh: '还不能比对：', en: 'Nothing can be compared yet: ' },
  import: { zh: '导入名册', en: 'Import a list' },
  balances: { zh: '账平', en: 'Balanced' },
  broken: { zh: '账不平', en: 'Not balanced' },
  brokenBy: {
    zh: (list: string, rows: number, sum: number) =>
      `${list}名册有 ${rows} 行，各项加起来是 ${sum}，差 ${Math.abs(rows - sum)}。请重新比对，仍不平请联系管理员。`,
    en: (list: string, rows: number, sum: number) =>
      `${list} has ${rows} rows and the terms sum to ${sum}. Compare again; if it stays so, tell the administrator.`,
  },
  equation: { zh: (list: string) => `${list}名册的账`, en: (list: string) => `The sum of: ${list}` },
  rows: { zh: '行', en: 'rows' },
  repeated: { zh: '同一个孩子的重复行', en: 'further rows of a child' },
  grownUp: { zh: '已成年，不建档', en: 'grown up, no record' },
  nobody: { zh: '没有姓名和证件号', en: 'neither name nor number' },
  begun: { zh: (count: number) => `新增 ${count}`, en: (count: number) => `${count} new` },
  ended: { zh: (count: number) => `消除 ${count}`, en: (count: number) => `${count} gone` },
  todo: { zh: '要跟进的', en: 'To follow up' },
  first: { zh: '比对一　户籍 × 学籍：没有入学', en: '1 Household × enrolment: not enrolled' },
  second: { zh: '比对二　学籍 × 在校：在籍不在校', en: '2 Enrolment × class lists: enrolled, not there' },
  third: { zh: '比对三　其中脱贫户', en: '3 Of these on the poverty list' },
  thirdSays: {
    zh: (none: number, absent: number) => `没有入学 ${numberText(none)} 人，在籍不在校 ${numberText(absent)} 人`,
    en: (none: number, absent: number) => `${numberText(none)} not enrolled, ${numberText(absent)} not there`,
  },
  thirdWhy: {
    zh: '只给人数，不列名单；是否脱贫户在儿童档案里按权限查看。',
    en: 'Counts only, no list; whether a family is on it stands in the child’s record, by right.',
  },
  reviews: { zh: '认人　待判', en: 'Who is who: to decide' },
  others: { zh: '其他发现', en: 'Also found' },
  changed: { zh: '和上次比', en: 'Since the comparison before' },
  nothingChanged: { zh: '和上次比没有变化。', en: 'Nothing has changed.' },
  firstRun: { zh: '这是第一次比对，没有上次可比。', en: 'This is the first comparison.' },
  records: {
    zh: (fresh: number, changed: number, unlisted: number) =>
      `新建档案 ${numberText(fresh)} 份，更新 ${numberText(changed)} 份，不再在任何名册上 ${numberText(unlisted)} 人。`,
    en: (fresh: number, changed: number, unlisted: number) =>
      `${numberText(fresh)} records are new, ${numberText(changed)} changed, ${numberText(unlisted)} are on no list any more.`,
  },
  splits: {
    zh: (splits: number, proposals: number) =>
      `拆开 ${numberText(splits)} 份；疑似重复的档案 ${numberText(proposals)} 对，等两人确认合并。`,
    en: (splits: number, proposals: number) =>
      `${numberText(splits)} were taken apart; ${numberText(proposals)} pairs of records look like one child and wait for two people.`,
  },
  asked: {
    zh: (asked: number, lapsed: number, followed: number) =>
      `新增待判 ${numberText(asked)} 对，名册变了要重判 ${numberText(lapsed)} 对，按判定办了 ${numberText(followed)} 对。`,
    en: (asked: number, lapsed: number, followed: number) =>
      `${numberText(asked)} new pairs to decide, ${numberText(lapsed)} to decide again, ${numberText(followed)} decisions followed.`,
  },
  looked: {
    zh: (rows: number, changed: number, gone: number, seconds: string) =>
      `看了 ${numberText(rows)} 行，其中新增或有变化 ${numberText(changed)} 行、移出 ${numberText(gone)} 行；用时 ${seconds} 秒。`,
    en: (rows: number, changed: number, gone: number, seconds: string) =>
      `${numberText(rows)} rows looked at; ${numberText(changed)} new or changed, ${numberText(gone)} gone; ${seconds} seconds.`,
  },
  inputs: { zh: '用的名册', en: 'Lists compared' },
  inputsNow: { zh: '现在的名册', en: 'Lists now' },
  county: { zh: '全县', en: 'whole county' },
  days: {
    zh: (days: number) => (days <= 0 ? '今天' : `${days} 天前`),
    en: (days: number) => (days <= 0 ? 'today' : `${days} d ago`),
  },
  old: { zh: (days: number) => `超过 ${days} 天，请更新`, en: (days: number) => `older than ${days} days` },
  missing: { zh: '没有导入', en: 'not imported' },
  listsChanged: { zh: '名册比上次比对时有变化。', en: 'Lists have changed since.' },
  waiting: {
    zh: (count: number) => `有 ${count} 条判定，下次比对生效。`,
    en: (count: number) => `${count} decisions take effect with the next comparison.`,
  },
  listDay: { zh: '名册日期', en: 'Day of the list' },
  printedBy: {
    zh: (who: string, when: string) => `打印人 ${who}　${when}`,
    en: (who: string, when: string) => `Printed by ${who}, ${when}`,
  },
  printTitle: { zh: '四查三比对底册', en: 'Four lists, three comparisons' },
  signs: { zh: '经办人　　　　　　　　复核人　　　　　　　　日期', en: 'Done by                Checked by                Date' },
});

/** A comparison that is under way. */
export const runningWords = defineWords({
  title: { zh: '正在比对', en: 'Comparing' },
  by: {
    zh: (who: string, when: string) => `${who} ${when} 开始`,
    en: (who: string, when: string) => `begun by ${who}, ${when}`,
  },
  since: { zh: (when: string) => `${when} 开始`, en: (when: string) => `begun ${when}` },
  leave: { zh: '可以离开这一页，做完会显示在这里。', en: 'You may leave this page; the result will appear here.' },
  waiting: { zh: '排队', en: 'Waiting' },
  reading: { zh: '读名册', en: 'Read' },
  enrolment: { zh: '户籍 × 学籍', en: 'Household × enrolment' },
  attending: { zh: '学籍 × 在校', en: 'Enrolment × class' },
  poverty: { zh: '× 脱贫户', en: '× poverty' },
  disability: { zh: '× 残疾人', en: '× disability' },
  saving: { zh: '写入结果', en: 'Save' },
  cancel: { zh: '停止', en: 'Stop' },
  cancelling: { zh: '正在停止……', en: 'Stopping…' },
  stopped: { zh: '已停止，没有留下任何结果。', en: 'Stopped; nothing was kept.' },
});

/** The children of a finding. */
export const findingWords = defineWords({
  title: { zh: '比对发现', en: 'Findings' },
  list: { zh: '儿童名单', en: 'Children' },
  finding: { zh: '发现', en: 'Finding' },
  change: { zh: '变化', en: 'Change' },
  begun: { zh: '这次新增', en: 'New this time' },
  ended: { zh: '这次消除', en: 'Gone this time' },
  township: { zh: '乡镇（街道）', en: 'Township' },
  village: { zh: '村（社区）', en: 'Village' },
  school: { zh: '学校', en: 'School' },
  className: { zh: '班级', en: 'Class' },
  name: { zh: '姓名', en: 'Name' },
  sex: { zh: '性别', en: 'Sex' },
  boy: { zh: '男', en: 'boy' },
  girl: { zh: '女', en: 'girl' },
  born: { zh: '出生年', en: 'Born' },
  bornIn: { zh: (year: string) => `${year} 年`, en: (year: string) => year },
  since: { zh: '哪次发现', en: 'Found by' },
  sinceSays: { zh: (no: number, day: string) => `第 ${no} 次 ${day}`, en: (no: number, day: string) => `No. ${no}, ${day}` },
  none: { zh: '没有这种情形的孩子。', en: 'No child is found so.' },
  noRun: { zh: '还没有比对过。', en: 'Nothing has been compared yet.' },
  back: { zh: '回到比对', en: 'Back to the comparison' },
  verify: { zh: '发给学校或乡镇核实', en: 'Ask schools or townships' },
  ofRun: { zh: (no: number) => `第 ${no} 次比对`, en: (no: number) => `comparison ${no}` },
});

/** 历次比对. */
export const runsWords = defineWords({
  title: { zh: '历次比对', en: 'All comparisons' },
  list: { zh: '历次比对', en: 'All comparisons' },
  no: { zh: '第几次', en: 'No.' },
  times: { zh: (no: number) => `第 ${no} 次`, en: (no: number) => `No. ${no}` },
  when: { zh: '完成时间', en: 'Done' },
  by: { zh: '谁比对的', en: 'By' },
  balance: { zh: '账', en: 'Sum' },
  notEnrolled: { zh: '没有入学', en: 'Not enrolled' },
  absent: { zh: '在籍不在校', en: 'Not there' },
  changed: { zh: '有变化的行', en: 'Rows changed' },
  seconds: { zh: '用时（秒）', en: 'Seconds' },
  lists: { zh: '名册日期', en: 'Days of lists' },
  none: { zh: '还没有比对过。', en: 'Nothing has been compared yet.' },
});
