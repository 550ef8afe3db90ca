import { defineWords } from '../../../ui/shared/words';

/** The words of putting a record right. */
export const correctWords = defineWords({
  title: { zh: (name: string) => `更正${name}的信息`, en: (name: string) => `Put the record of ${name} right` },
  field: { zh: '哪一项', en: 'Field' },
  value: { zh: '改成', en: 'Right value' },
  now: { zh: (value: string) => `现在：${value}`, en: (value: string) => `now: ${value}` },
  village: { zh: '选乡镇或村', en: 'Choose a township or village' },
  dayHint: { zh: '按 2014-05-02 的样子填写', en: 'Like 2014-05-02' },
  reason: { zh: '怎么知道的', en: 'How it is known' },
  reasonHint: { zh: '至少 6 个字，例如：对照户口簿核对', en: 'At least 6 characters: checked against the household booklet' },
  submit: { zh: '更正', en: 'Put right' },
  done: {
    zh: (field: string) => `${field}已更正，名册再导入也不会改回去。`,
    en: (field: string) => `${field} was put right; lists do not change it back.`,
  },
  takeBack: { zh: '撤回更正', en: 'Take the correction back' },
  takenBack: {
    zh: (field: string) => `已撤回，${field}按名册显示。`,
    en: (field: string) => `Taken back; ${field} is what the lists say.`,
  },
  help: {
    zh: '更正只改档案，不改名册原文；撤回后恢复按名册显示。',
    en: 'A correction changes the record, not the rows of lists; taken back, the lists count again.',
  },
});

/** The words of merging and taking apart. */
export const mergeWords = defineWords({
  title: { zh: '合并', en: 'Merges' },
  help: {
    zh: '两条记录是同一名儿童时合并成一条。合并和拆开都要两个人：一人申请，另一人确认；拆开后两条记录和原来一样。',
    en: 'Two records of one child become one. Merging and taking apart need two people; taken apart, both records are as they were.',
  },
  clause: { zh: '县方案 三（三）一人一籍', en: 'County plan 3(3), one person one enrolment' },
  list: { zh: '合并列表', en: 'Merges' },
  state: { zh: '状态', en: 'State' },
  all: { zh: '全部', en: 'All' },
  empty: {
    zh: '还没有要合并的记录。比对发现一名儿童有两条记录时，会列在这里。',
    en: 'Nothing to merge. Where a comparison finds two records of one child, they stand here.',
  },
  emptyOf: { zh: '没有这种状态的合并。', en: 'None in this state.' },
  choose: { zh: '从左边选一条，或按 J。', en: 'Choose one at the left, or press J.' },
  byProgram: { zh: '比对提出', en: 'proposed by a comparison' },
  byPerson: { zh: (who: string) => `${who}提出`, en: (who: string) => `asked by ${who}` },
  asked: { zh: (who: string, when: string) => `${who} ${when}申请`, en: (who: string, when: string) => `${who} asked, ${when}` },
  merged: {
    zh: (who: string, when: string) => `${who} ${when}确认合并`,
    en: (who: string, when: string) => `${who} confirmed, ${when}`,
  },
  refused: {
    zh: (who: string, when: string) => `${who} ${when}认定不是同一人`,
    en: (who: string, when: string) => `${who} said they are two, ${when}`,
  },
  undoAsked: { zh: (who: string) => `${who}申请拆开`, en: (who: string) => `${who} asked to take it apart` },
  undone: {
    zh: (who: string, when: string) => `${who} ${when}确认拆开`,
    en: (who: string, when: string) => `${who} took it apart, ${when}`,
  },
  secondPerson: { zh: '要由另一位专干确认。', en: 'Another officer has to confirm.' },
  why: { zh: (reason: string) => `理由：${reason}`, en: (reason: string) => `reason: ${reason}` },
  count: { zh: (count: number) => `共 ${count} 条`, en: (count: number) => `${count} in all` },
  older: { zh: '下一页', en: 'Next page' },
  newer: { zh: '上一页', en: 'Previous page' },
  openKept: { zh: '打开保留的记录', en: 'Open the record that stays' },
  openOther: { zh: '打开并入的记录', en: 'Open the other record' },
  takenBack: { zh: '刚才点错了，撤销', en: 'a slip, taken back' },
});

/** What is done with a merge, and what is said when it was done. */
export const stepWords = defineWords({
  ask: { zh: '是同一人，申请合并', en: 'One child: ask to merge' },
  withdraw: { zh: '收回申请', en: 'Take the request back' },
  confirm: { zh: '确认合并', en: 'Confirm the merge' },
  refuse: { zh: '不是同一人', en: 'Two children' },
  'ask-undo': { zh: '申请拆开', en: 'Ask to take apart' },
  'confirm-undo': { zh: '确认拆开', en: 'Confirm taking apart' },
  keep: { zh: '不拆开', en: 'Leave merged' },
  reopen: { zh: '重新考虑', en: 'Think again' },
});
export const stepDoneWords = defineWords({
  ask: { zh: '已申请合并，等另一位专干确认。', en: 'Asked; another officer has to confirm.' },
  withdraw: { zh: '已收回申请。', en: 'The request was taken back.' },
  confirm: { zh: '已合并成一条记录。', en: 'Merged into one record.' },
  refuse: { zh: '已记下：不是同一人，以后比对不再提出。', en: 'Noted: two children; comparisons will not propose it again.' },
  'ask-undo': { zh: '已申请拆开，等另一位专干确认。', en: 'Asked; another officer has to confirm.' },
  'confirm-undo': { zh: '已拆开，两条记录和原来一样。', en: 'Taken apart; both records are as they were.' },
  keep: { zh: '不拆开，合并照旧。', en: 'Left merged.' },
  reopen: { zh: '已放回待判，可以重新考虑。', en: 'Open again.' },
});

/** Usual reasons for each kind of step, and the states. */
export const mergeReasons = {
  same: [
    { value: '核对户口簿，是同一人', says: { zh: '核对户口簿，是同一人', en: 'One child by the household booklet' } },
    { value: '学校核实，是同一人', says: { zh: '学校核实，是同一人', en: 'One child, the school says' } },
    {
      value: '证件号登记错误，是同一人',
      says: { zh: '证件号登记错误，是同一人', en: 'One child, its number was written wrong' },
    },
  ],
  different: [
    { value: '核对户口簿，是两个人', says: { zh: '核对户口簿，是两个人', en: 'Two children by the household booklet' } },
    { value: '兄弟姐妹或双胞胎', says: { zh: '兄弟姐妹或双胞胎', en: 'Brothers, sisters or twins' } },
    { value: '同名同姓的两个人', says: { zh: '同名同姓的两个人', en: 'Two of the same name' } },
  ],
  undo: [
    { value: '核实后是两个人', says: { zh: '核实后是两个人', en: 'Found to be two children' } },
    { value: '合并时选错了记录', says: { zh: '合并时选错了记录', en: 'The wrong record was chosen' } },
  ],
  keep: [{ value: '核实后仍是同一人', says: { zh: '核实后仍是同一人', en: 'Still found to be one child' } }],
} as const;

/** The dialog that asks for a merge from the page of a child. */
export const mergeAskWords = defineWords({
  title: { zh: (name: string) => `与${name}是同一名儿童的另一条记录`, en: (name: string) => `Another record of ${name}` },
  find: { zh: '先查出另一条记录', en: 'Find the other record first' },
  chosen: { zh: '另一条记录', en: 'The other record' },
  change: { zh: '换一条', en: 'Choose another' },
  reason: { zh: '怎么知道是同一人', en: 'How it is known' },
  submit: { zh: '申请合并', en: 'Ask to merge' },
  note: {
    zh: '这一页的记录保留，另一条并入；由另一位专干确认后才合并。',
    en: 'This record stays and the other goes into it, once another officer has confirmed.',
  },
});
