import { defineWords } from '../../../ui/shared/words';

/** Words of the page of groups. */
export const groupsWords = defineWords({
  title: { zh: '重点人群', en: 'Marked groups' },
  help: {
    zh: '需要多关注的孩子。残疾、脱贫户、休学和延缓跟着名册和就学状态走，其余由县教育局和学校按材料标记。班主任只看到“需关注”，看不到原因。',
    en: 'Children who need a closer look. Some marks follow from lists and standing, the others are made from documents. Class teachers see that, never why.',
  },
  clause: { zh: '方案 三（四）', en: 'plan 三（四）' },
  counts: { zh: '各类人数', en: 'Children by group' },
  group: { zh: '类别', en: 'Group' },
  children: { zh: '人数', en: 'Children' },
  definition: { zh: '按什么口径认定', en: 'Definition' },
  source: { zh: '出处', en: 'Source' },
  onlyCount: { zh: '只统计人数，不列名单', en: 'Counted, never listed' },
  all: { zh: '全部类别', en: 'All groups' },
  list: { zh: (group: string) => `${group}名单`, en: (group: string) => `Children: ${group}` },
  noted: { zh: '打开名单会留下记录。', en: 'Opening a list is recorded.' },
  name: { zh: '姓名', en: 'Name' },
  school: { zh: '学校', en: 'School' },
  grade: { zh: '年级', en: 'Grade' },
  village: { zh: '住在', en: 'Home' },
  from: { zh: '从', en: 'From' },
  until: { zh: '到', en: 'Until' },
  open: { zh: '没有期限', en: 'No end' },
  some: { zh: (says: string, count: number) => `${says}（${count}）`, en: (says: string, count: number) => `${says} (${count})` },
  none: {
    zh: '这一类现在没有孩子。有材料时，打开孩子的页面点“添加标记”。',
    en: 'No child in this group. To add one, open the page of the child.',
  },
  find: { zh: '查学生', en: 'Find a child' },
  due: { zh: '快到期和已到期', en: 'Running out' },
  dueNote: {
    zh: '标记请按新的名单续期或结束；休学、延缓到期，请核实是否返校，或补办手续。',
    en: 'Renew a mark by the next list, or end it; when a suspension or deferral runs out, see whether the child is back.',
  },
  dueMark: { zh: '重点人群标记', en: 'A mark' },
  dueSuspended: { zh: '休学', en: 'Suspended' },
  dueDeferred: { zh: '延缓入学', en: 'Entry deferred' },
  dueOn: { zh: (day: string) => `${day}到期`, en: (day: string) => `until ${day}` },
  dueOver: { zh: (day: string) => `已于${day}到期`, en: (day: string) => `ran out ${day}` },
  dueMore: { zh: '只列前 200 条。', en: 'The first 200 are listed.' },
  dueCount: {
    zh: (over: number, soon: number) => `已到期 ${over} 条，两周内到期 ${soon} 条`,
    en: (over: number, soon: number) => `${over} ran out, ${soon} within two weeks`,
  },
  take: { zh: '导入民政名单', en: 'Take in a list' },
});

/** Words of the marks on the page of a child. */
export const markWords = defineWords({
  title: { zh: '重点人群标记', en: 'Marks of groups' },
  care: { zh: '需关注', en: 'Needs care' },
  careOnly: {
    zh: '原因不在这里显示，校长和县教育局了解。请平时多留意，有变化告诉学校。',
    en: 'The reason is not shown here; principal and bureau know it. Keep an eye on the child, and tell the school of any change.',
  },
  none: { zh: '没有标记。', en: 'No marks.' },
  add: { zh: '添加标记', en: 'Add a mark' },
  hidden: { zh: '一条不直接显示的标记', en: 'A mark that is not shown' },
  see: { zh: '查看', en: 'Show' },
  seeTitle: { zh: '查看这条标记', en: 'Show this mark' },
  seeEffect: { zh: '显示五分钟，只有您看得到，并留下记录。', en: 'Shown for five minutes, to you alone, and recorded.' },
  shown: { zh: '五分钟后自动收起', en: 'Hidden again after five minutes' },
  end: { zh: '结束', en: 'End' },
  endTitle: { zh: (group: string) => `结束“${group}”标记`, en: (group: string) => `End the mark: ${group}` },
  endEffect: { zh: '从今天起不再算在这一类，历史保留。', en: 'From today on; its history stays.' },
  ended: { zh: '标记已结束', en: 'The mark was ended' },
  offList: { zh: '部门名单上已经没有', en: 'No longer on the list' },
  noLonger: { zh: '核实后不再符合', en: 'Looked at, no longer so' },
  mistake: { zh: '当时标记错了', en: 'It was a mistake' },
  span: {
    zh: (from: string, until: string) => `${from} 至 ${until}`,
    en: (from: string, until: string) => `${from} until ${until}`,
  },
  since: { zh: (from: string) => `${from} 起`, en: (from: string) => `since ${from}` },
  over: { zh: (day: string) => `已于 ${day} 结束`, en: (day: string) => `ended ${day}` },
  ranOut: { zh: '已到期', en: 'Run out' },
  list: { zh: '名册', en: 'A list' },
  standing: { zh: '就学状态', en: 'Standing' },
  civil: { zh: '民政名单', en: 'List of civil affairs' },
  by: { zh: (name: string) => `${name}标记`, en: (name: string) => `marked by ${name}` },
  past: { zh: (count: number) => `以前的标记 ${count} 条`, en: (count: number) => `${count} earlier marks` },
});

/** Words of the form by which a child is marked. */
export const formWords = defineWords({
  group: { zh: '类别', en: 'Group' },
  definition: { zh: '按哪个口径', en: 'By which definition' },
  document: { zh: '材料', en: 'Document' },
  documentHint: { zh: '部门、文号或名单日期，例如“民政局 2025 年 3 月名单”。', en: 'Office, number or date of the list.' },
  from: { zh: '从哪天起', en: 'From' },
  until: { zh: '到哪天', en: 'Until' },
  untilHint: { zh: '最长一年，到期再核实。', en: 'A year at most; then it is looked at again.' },
  submit: { zh: '添加标记', en: 'Add the mark' },
  done: { zh: (group: string) => `已标记：${group}`, en: (group: string) => `Marked: ${group}` },
});
