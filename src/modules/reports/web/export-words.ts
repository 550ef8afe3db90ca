import { defineWords, type Says } from '../../../ui/shared/words';
import type { ExportView } from '../contract';
import type { ExportState } from '../rules/export-state';

export const stateSays: { readonly [S in ExportState]: Says } = {
  asked: { zh: '待审批', en: 'to be approved' },
  writing: { zh: '正在生成', en: 'being written' },
  failed: { zh: '没能生成', en: 'not written' },
  ready: { zh: '可以下载', en: 'can be taken' },
  taken: { zh: '已下载', en: 'taken' },
  refused: { zh: '没有批准', en: 'refused' },
  withdrawn: { zh: '已撤回', en: 'taken back' },
  expired: { zh: '已过期', en: 'ran out' },
};

export const kindSays: { readonly [K in ExportView['kind']]: Says } = {
  sheet: { zh: '导出', en: 'export' },
  roster: { zh: '花名册', en: 'roster' },
  print: { zh: '打印', en: 'printed page' },
};

/** What became of what leaves at once. */
export const leftSays: { readonly [K in ExportView['kind']]: Says } = {
  sheet: stateSays.taken,
  roster: stateSays.taken,
  print: { zh: '已打印', en: 'printed' },
};

/** What somebody may say who refuses. */
export const refusalReasons: readonly { readonly value: string; readonly says: Says }[] = [
  { value: '用途写得不清楚，请写明', says: { zh: '用途写得不清楚，请写明', en: 'The purpose is not clear' } },
  { value: '范围太大，请缩小后再申请', says: { zh: '范围太大，请缩小后再申请', en: 'Too many children; narrow it' } },
  { value: '用不到完整号码，请改成打码的', says: { zh: '用不到完整号码，请改成打码的', en: 'Whole numbers are not needed' } },
];

/** Words of 导出与审批 and 数据出局登记. */
export const exportWords = defineWords({
  title: { zh: '导出与审批', en: 'Exports' },
  help: {
    zh: '名单离开系统要两个人：一人申请，另一人批准。文件只能由申请人下载一次，带密码。',
    en: 'A list leaves with two people: one asks, another approves. The one who asked takes it once, with a password.',
  },
  helpClause: {
    zh: '《未成年人网络保护条例》第三十六条 最小授权、审批',
    en: 'Regulations on the Protection of Minors Online, 36',
  },
  left: { zh: '数据出局登记', en: 'What left the house' },
  leftHelp: {
    zh: '每一份导出、花名册和打印都在这里：谁、什么时候、给谁、做什么用、里面有谁。',
    en: 'Every export, roster and printed page: who, when, to whom, for what, and who was in it.',
  },
  leftClause: {
    zh: '《网络数据安全管理条例》第十二条：提供个人信息，记录至少保存 3 年',
    en: 'Regulations on Network Data Security, 12: records of what was given are kept for three years',
  },
  mine: { zh: '我的申请', en: 'Mine' },
  approve: { zh: '待我审批', en: 'For me to decide' },
  approveCount: { zh: (n: number) => `待我审批 ${n}`, en: (n: number) => `For me to decide: ${n}` },
  list: { zh: '看哪些', en: 'Which' },
  noneMine: {
    zh: '您还没有申请过导出。打开台账，设好条件，点“导出”。',
    en: 'You have asked for nothing yet. Open a ledger and export it.',
  },
  noneApprove: { zh: '现在没有等您审批的导出。', en: 'Nothing waits for your word.' },
  noneLeft: { zh: '还没有名单离开过系统。', en: 'Nothing has left yet.' },
  noneLeftWith: { zh: '没有哪份导出或打印里有这名学生。', en: 'No list that left had this child in it.' },
  number: { zh: '编号', en: 'Number' },
  what: { zh: '内容', en: 'What' },
  kind: { zh: '方式', en: 'How' },
  rows: { zh: '人数', en: 'Children' },
  state: { zh: '状态', en: 'State' },
  askedBy: { zh: '申请人', en: 'Asked by' },
  by: { zh: '经手人', en: 'By' },
  askedAt: { zh: '申请时间', en: 'Asked' },
  leftAt: { zh: '出局时间', en: 'Left' },
  purpose: { zh: '用途', en: 'Purpose' },
  basis: { zh: '依据', en: 'Basis' },
  receiver: { zh: '交给谁', en: 'Given to' },
  scope: { zh: '范围', en: 'Of' },
  county: { zh: '全县', en: 'the county' },
  filter: { zh: '条件', en: 'Filters' },
  noFilter: { zh: '没有另加条件', en: 'none' },
  day: { zh: '统计日', en: 'Day' },
  holds: { zh: '带哪些信息', en: 'Holds' },
  classes: { zh: '类别', en: 'Classes' },
  course: { zh: '经过', en: 'What became of it' },
  columns: { zh: '列', en: 'Columns' },
  wholeColumns: { zh: '不打码的列', en: 'Whole' },
  maskedColumns: { zh: '打码的列', en: 'Masked' },
  decidedBy: { zh: '审批人', en: 'Decided by' },
  reason: { zh: '没有批准的理由', en: 'Why refused' },
  problem: { zh: '为什么没能生成', en: 'Why it was not written' },
  expires: { zh: '最晚审批', en: 'To be decided by' },
  until: { zh: '最晚下载', en: 'To be taken by' },
  childrenIn: { zh: '里面有谁', en: 'Who was in it' },
  childrenElsewhere: {
    zh: (count: number) => `本页另有 ${count} 人，现在不在您的范围，或档案已合并`,
    en: (count: number) => `${count} more on this page are in another place today, or merged`,
  },
  yes: { zh: '批准', en: 'Approve' },
  no: { zh: '不批准', en: 'Refuse' },
  approved: { zh: (number: string) => `已批准 ${number}，正在生成文件`, en: (number: string) => `Approved: ${number}` },
  refuseTitle: { zh: (number: string) => `不批准 ${number}`, en: (number: string) => `Refuse ${number}` },
  withdraw: { zh: '撤回', en: 'Take back' },
  withdrawn: { zh: (number: string) => `已撤回 ${number}`, en: (number: string) => `Taken back: ${number}` },
  again: { zh: '重新生成', en: 'Write again' },
  takeTitle: { zh: '取文件', en: 'Take the file' },
  getPassword: { zh: '取密码', en: 'Get the password' },
  passwordIs: { zh: '文件密码', en: 'Password' },
  whatHow: {
    zh: (what: string, how: string) => `${what}（${how}）`,
    en: (what: string, how: string) => `${what} (${how})`,
  },
  passwordAfter: {
    zh: '离开这一页，密码就看不到了，请现在记下。',
    en: 'The password is gone once you leave this page; write it down now.',
  },
  passwordOnce: {
    zh: '只显示这一次，请先记下再下载；没有它，文件打不开。',
    en: 'Shown this once. Write it down before you take the file.',
  },
  download: { zh: '下载（只能一次）', en: 'Take it (once)' },
  downloaded: { zh: '已下载，已记入数据出局登记', en: 'Taken, and noted in the register' },
  zip: {
    zh: '下载的是加密的 zip，用 7-Zip 或 WinRAR 打开，里面是 Excel 工作簿。',
    en: 'An encrypted zip with a workbook in it; 7-Zip or WinRAR opens it.',
  },
  cardApprove: { zh: '等我审批', en: 'wait for my word' },
  cardTake: { zh: '可以下载', en: 'can be taken' },
  cardNone: { zh: '没有等着办的导出。', en: 'Nothing waits.' },
  received: { zh: '信息给过谁', en: 'Who got the data' },
  receivedNone: { zh: '这名学生的信息没有随名单离开过系统。', en: 'No list with this child has left.' },
  seeInRegister: { zh: '在登记里看', en: 'In the register' },
});
