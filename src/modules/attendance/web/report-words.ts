import { defineWords, type Says } from '../../../ui/shared/words';
import type { ReportKind, Unit } from '../rules/duties';

export const kindSays: { readonly [K in ReportKind]: Says } = {
  report: { zh: '缺课报告', en: 'Report of an absence' },
  proposal: { zh: '提请县局认定', en: 'Put to the county' },
};

export const unitSays: { readonly [U in Unit]: Says } = {
  bureau: { zh: '县局', en: 'Bureau' },
  township: { zh: '乡镇', en: 'Township' },
};

/** Words of reports, on the desktop and the phone. */
export const reportWords = defineWords({
  title: { zh: '缺课报告', en: 'Absence reports' },
  none: { zh: '还没有缺课报告。', en: 'There are no reports yet.' },
  noneNext: {
    zh: '孩子缺课满了天数，学籍员从“没来的孩子”里写，写好后县局和乡镇在这里看到。',
    en: 'Schools write them from the list of who is away once a child is away for long enough; they appear here.',
  },
  waiting: { zh: (count: number) => `待签收 ${count} 份`, en: (count: number) => `${count} to acknowledge` },
  waitingFor: { zh: '待签收', en: 'To acknowledge' },
  all: { zh: '全部报告', en: 'All reports' },
  allReceived: { zh: '都签收了', en: 'All acknowledged' },
  more: { zh: '只列最近 200 份，更早的请用条件筛选。', en: 'Only the newest 200 are listed; use the filters for earlier ones.' },
  help: {
    zh: '孩子缺课满天数，由学校书面报告县局和乡镇；县局和乡镇签收，写一句怎么办。报告提交后不能改，孩子回来后自动不用再办。',
    en: 'Once a child is away for long enough its school reports to bureau and township, which acknowledge it. A report is never changed.',
  },
  clause: { zh: '方案 三（四） 缺课学生登记、追踪、报告制度', en: 'Plan 三(四): absence is registered, followed and reported' },
  name: { zh: '姓名', en: 'Name' },
  number: { zh: '报告编号', en: 'Number' },
  school: { zh: '学校、班级', en: 'School, class' },
  township: { zh: '乡镇', en: 'Home township' },
  unknownTownship: { zh: '住址待核实', en: 'Home not known' },
  days: { zh: '缺课天数', en: 'Days away' },
  day: { zh: '报告日', en: 'Reported' },
  kind: { zh: '种类', en: 'Kind' },
  open: { zh: '签收', en: 'Receipts' },
  openYes: { zh: '还缺课，没签收全', en: 'Away, some missing' },
  openNo: { zh: '都签收了', en: 'All there' },
  received: { zh: (day: string) => `${day}签收`, en: (day: string) => `acknowledged ${day}` },
  bureauReceipt: { zh: '县局签收', en: 'Bureau' },
  townshipReceipt: { zh: '乡镇签收', en: 'Township' },
  over: { zh: '缺课已结束', en: 'no longer away' },
  overGroup: { zh: '缺课已结束，不用再签收', en: 'No longer away: nothing to acknowledge' },
  broken: { zh: '封签对不上', en: 'Seal broken' },
  notReceived: { zh: '未签收', en: 'Not yet' },
  writeReport: { zh: '写缺课报告', en: 'Write the report' },
  writeProposal: { zh: '提请县局认定', en: 'Put it to the county' },
  preview: { zh: '提交后是这样（编号提交时生成）', en: 'This is what will be sent; the number comes with sending' },
  words: { zh: '补充说明（可不填）', en: 'In your own words (optional)' },
  wordsHint: {
    zh: '写已经知道的情况，例如去了哪里、谁在联系。不写病情、家庭困难等隐私。',
    en: 'What is known, such as where the child went. Nothing about illness or hardship.',
  },
  submit: { zh: '提交给县局和乡镇', en: 'Send to bureau and township' },
  sent: { zh: (number: string) => `已提交：${number}`, en: (number: string) => `Sent: ${number}` },
  docx: { zh: '下载 Word', en: 'Take as .docx' },
  print: { zh: '打印', en: 'Print' },
  printed: {
    zh: (who: string, unit: string, day: string) => `打印：${unit} ${who} ${day}`,
    en: (who: string, unit: string, day: string) => `printed by ${who}, ${unit}, ${day}`,
  },
  receive: { zh: '签收', en: 'Acknowledge' },
  receiveFor: { zh: (unit: string) => `签收（${unit}）`, en: (unit: string) => `Acknowledge for: ${unit}` },
  whatNow: { zh: '怎么办（可不填）', en: 'What is done about it (optional)' },
  receivedNow: { zh: '已签收', en: 'Acknowledged' },
  receipts: { zh: '签收情况', en: 'Receipts' },
  child: { zh: '学生档案', en: 'The record of the child' },
  away: { zh: '没来的孩子', en: 'Who is away' },
  daysAway: { zh: (days: number) => `缺课 ${days} 天`, en: (days: number) => `${days} days away` },
});
