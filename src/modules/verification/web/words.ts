import { numberText } from '../../../ui/shared/numbers';
import { defineWords } from '../../../ui/shared/words';

/** Words of the desktop pages. */
export const deskWords = defineWords({
  tasks: { zh: '核查任务', en: 'Questions' },
  help: {
    zh: '名册比对里说不清的孩子，请学校和乡镇逐个问清在哪上学；县局核准后才算数。',
    en: 'Of children whom the registers cannot place, schools and townships find out where they learn; the bureau decides.',
  },
  list: { zh: '核查任务', en: 'Questions about children' },
  none: {
    zh: '还没有核查任务。比对名册之后，可以把找不到的孩子发给学校和乡镇核查。',
    en: 'Nothing was asked yet. Compare the registers first, then ask about whom they cannot place.',
  },
  noneMine: { zh: '现在没有要核查的孩子。', en: 'Nobody to look for at the moment.' },
  send: { zh: '下发核查', en: 'Send questions' },
  units: { zh: '各单位进度', en: 'By office' },
  name: { zh: '姓名', en: 'Name' },
  who: { zh: '性别年龄', en: 'Sex, age' },
  home: { zh: '乡镇、村', en: 'Township, village' },
  school: { zh: '学校班级', en: 'School, class' },
  unit: { zh: '核查单位', en: 'Asked of' },
  finding: { zh: '为什么问', en: 'Why' },
  state: { zh: '状态', en: 'State' },
  due: { zh: '期限', en: 'Due' },
  outcome: { zh: '核查结果', en: 'Answer' },
  waiting: { zh: '没交的', en: 'not answered' },
  late: { zh: '只看超期', en: 'Overdue only' },
  lateYes: { zh: '超期', en: 'overdue' },
  open: { zh: '打开学生档案', en: 'Open the record' },
  answer: { zh: '填写核查结果', en: 'Answer' },
  accept: { zh: '核准', en: 'Accept' },
  acceptKey: { zh: '核准这一条', en: 'Accept this answer' },
  acceptUntil: { zh: '证明有效期到（可不填）', en: 'The proof holds until (optional)' },
  acceptNote: {
    zh: (what: string) => `还缺：${what}。现在核准，孩子仍是“待核实”。`,
    en: (what: string) => `Still missing: ${what}. Accepted now, the child stays “to verify”.`,
  },
  sendBack: { zh: '退回', en: 'Send back' },
  sendBackKey: { zh: '退回这一条', en: 'Send this answer back' },
  sendBackTitle: { zh: (name: string) => `退回 ${name} 的核查结果`, en: (name: string) => `Send back the answer about ${name}` },
  acceptedOne: { zh: (name: string) => `已核准：${name}`, en: (name: string) => `Accepted: ${name}` },
  acceptMany: { zh: (n: number) => `核准选中的 ${n} 条`, en: (n: number) => `Accept ${n}` },
  acceptedMany: {
    zh: (n: number, refused: number) =>
      refused === 0 ? `已核准 ${n} 条` : `已核准 ${n} 条，${refused} 条没有核准（状态已变或是您自己填的）`,
    en: (n: number, refused: number) =>
      refused === 0 ? `${n} accepted` : `${n} accepted, ${refused} not (changed, or your own)`,
  },
  moveOn: { zh: '转交', en: 'Pass on' },
  moveTitle: { zh: '转交给别的单位', en: 'Pass on to another office' },
  moveTo: { zh: '转交到', en: 'Pass on to' },
  moveWhy: { zh: '理由', en: 'Reason' },
  ownAnswer: { zh: '这条结果是您填的，请另一位专干核准。', en: 'You gave this answer; a colleague decides.' },
  papers: { zh: '材料', en: 'Papers' },
  noAnswer: { zh: '还没有人填。', en: 'Nobody has answered yet.' },
  cardMine: { zh: '待我核查', en: 'To be found out' },
  cardDecide: { zh: '待核准', en: 'To be decided' },
  cardLate: { zh: (n: number) => `超期 ${n}`, en: (n: number) => `${n} overdue` },
  cardNone: { zh: '没有要核查的。', en: 'Nothing to find out.' },
  cardUnasked: {
    zh: '现在没有一件发给学校和乡镇核查。',
    en: 'No school and no township is asked about them at the moment.',
  },
  panel: { zh: '核查', en: 'Verification' },
  panelNone: { zh: '没有核查过。', en: 'Nothing was asked.' },
  sentAt: { zh: (when: string) => `${when} 下发`, en: (when: string) => `sent ${when}` },
});

/** Words of the page that sends. */
export const sendWords = defineWords({
  title: { zh: '下发核查', en: 'Send questions' },
  what: { zh: '核查哪些孩子', en: 'About which children' },
  found: {
    zh: (n: number, out: number) => `${numberText(n)} 人${out > 0 ? `，${numberText(out)} 人已在核查` : ''}`,
    en: (n: number, out: number) => `${numberText(n)}${out > 0 ? `, ${numberText(out)} asked already` : ''}`,
  },
  to: {
    zh: (children: number, units: number) => `发给 ${units} 个单位，${numberText(children)} 名孩子`,
    en: (children: number, units: number) => `${numberText(children)} children, ${units} offices`,
  },
  unit: { zh: '单位', en: 'Office' },
  children: { zh: '孩子', en: 'Children' },
  due: { zh: '什么时候交', en: 'To be answered by' },
  dueHint: { zh: '系统建议 10 天，待县局确认', en: 'Ten days are our suggestion; the bureau settles it' },
  note: { zh: '给核查单位的说明（可不填，不要写姓名）', en: 'A word to those who answer (optional; no names)' },
  send: { zh: (n: number) => `下发 ${numberText(n)} 件`, en: (n: number) => `Send ${numberText(n)}` },
  sent: { zh: (n: number) => `已下发 ${numberText(n)} 件核查任务`, en: (n: number) => `${numberText(n)} questions sent` },
  nothing: { zh: '这一类没有要下发的孩子。', en: 'Nobody to ask about.' },
  nothingWhy: {
    zh: (out: number) => (out > 0 ? `${numberText(out)} 人已经在核查。` : '最近一次比对没有发现。'),
    en: (out: number) => (out > 0 ? `${numberText(out)} are asked about already.` : 'The last comparison found none.'),
  },
  only: { zh: '只发给选中的单位；都不选就是全部。', en: 'Choose offices, or send to all of them.' },
});

/** Words of the page of offices. */
export const unitWords = defineWords({
  list: { zh: '各单位核查进度', en: 'How each office stands' },
  unit: { zh: '单位', en: 'Office' },
  sent: { zh: '下发', en: 'Sent' },
  waiting: { zh: '没交', en: 'Waiting' },
  late: { zh: '超期', en: 'Overdue' },
  answered: { zh: '待核准', en: 'To decide' },
  accepted: { zh: '已核准', en: 'Accepted' },
  batches: { zh: '下发记录', en: 'What was sent' },
  when: { zh: '下发时间', en: 'Sent' },
  by: { zh: '下发人', en: 'By' },
  count: { zh: '件数', en: 'Questions' },
  what: { zh: '问什么', en: 'What was asked' },
  recall: { zh: '收回没交的', en: 'Call back' },
  recallTitle: {
    zh: (n: number) => `收回还没交的 ${numberText(n)} 件`,
    en: (n: number) => `Call back ${numberText(n)} questions`,
  },
  recalled: { zh: '已收回', en: 'called back' },
  wrongList: { zh: '名册有误，要重新比对', en: 'The registers were wrong' },
  wrongPlace: { zh: '发错了单位', en: 'Sent to the wrong office' },
  none: { zh: '还没有下发过。', en: 'Nothing was sent yet.' },
});
