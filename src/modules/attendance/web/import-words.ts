import { defineWords } from '../../../ui/shared/words';

/** Words of the page on which a sheet becomes rolls. */
export const importWords = defineWords({
  title: { zh: '导入考勤', en: 'Take a sheet of marks' },
  help: {
    zh: '纸质考勤、别的系统或校门口刷卡机的表，读进来先看，再记成点名；以前的日子标“补录”。空着的格不算到。',
    en: 'A paper register, another system or a machine at the gate: the sheet is looked at first and then becomes rolls, earlier days as entered late. An empty cell is never "here".',
  },
  choose: { zh: '选文件', en: 'Choose a file' },
  look: { zh: '核对', en: 'Look' },
  done: { zh: '记好了', en: 'Done' },
  chooseFile: { zh: '选考勤表…', en: 'Choose a sheet…' },
  reading: { zh: '正在读…', en: 'Reading…' },
  kinds: {
    zh: '.xlsx、.xls 或 .csv，三种都认：一天一列的月表（可先在考勤表上“导出 Excel”，填好再选）；一行一人一天的名单（姓名、日期、考勤情况）；刷卡记录（姓名、刷卡时间）。',
    en: '.xlsx, .xls or .csv of three sorts: a month with a column a day (take the Excel of this month, fill it in); a list with a row a child and day (姓名, 日期, 考勤情况); what a gate has noted (姓名, 刷卡时间).',
  },
  signs: {
    zh: '认得的写法：√ 到，× 没来、缺课、旷课，△ 病假，○ 事假，◇ 迟到，□ 早退。',
    en: 'What is understood: √ here, × away, △ sick leave, ○ other leave, ◇ late, □ left early, and the Chinese words.',
  },
  month: { zh: (month: string) => `只写了日子的，按 ${month} 算。`, en: (month: string) => `Dates alone are of ${month}.` },
  file: {
    zh: (file: string, shape: string) => `${file} · ${shape}`,
    en: (file: string, shape: string) => `${file} · ${shape}`,
  },
  again: { zh: '换一个文件', en: 'Another file' },
  readAgain: { zh: '重新读这个文件', en: 'Read it again' },
  take: { zh: '记下', en: 'Take' },
  pick: { zh: (day: string) => `记下 ${day}`, en: (day: string) => `Take ${day}` },
  day: { zh: '日期', en: 'Day' },
  am: { zh: '上午', en: 'morning' },
  pm: { zh: '下午', en: 'afternoon' },
  here: { zh: '到', en: 'Here' },
  absent: { zh: '没来', en: 'Away' },
  leave: { zh: '请假', en: 'On leave' },
  late: { zh: '迟到、早退', en: 'Late, left early' },
  rest: { zh: '表里没写', en: 'Not named' },
  note: { zh: '说明', en: 'Note' },
  replaces: { zh: '已经点过名，记下会换成表里的', en: 'Called already; the sheet would replace it' },
  fresh: { zh: '还没点名', en: 'Not called yet' },
  more: {
    zh: (names: string, count: number) => `${names} 等 ${count} 人`,
    en: (names: string, count: number) => `${names} and others, ${count} in all`,
  },
  restAsk: { zh: '表里没写到的孩子', en: 'Children that the sheet does not name' },
  restLeft: { zh: '不算点到，以后再点', en: 'Are not called; somebody does so later' },
  restHere: {
    zh: '都到了，我核对过（这份表只记没来的）',
    en: 'Were all here, I have checked (the sheet names only who was away)',
  },
  reason: { zh: '为什么换掉已有的点名', en: 'Why rolls that are there are replaced' },
  reasonWhy: { zh: '一句话，例如：照纸质考勤核对', en: 'A sentence, such as: checked against the paper register' },
  save: {
    zh: (days: number) => `记成 ${days} 次点名`,
    en: (days: number) => (days === 1 ? 'Take 1 roll' : `Take ${days} rolls`),
  },
  none: { zh: '一天也没有选', en: 'No day is chosen' },
  problems: { zh: (count: number) => `有 ${count} 处没有用上`, en: (count: number) => `${count} entries are not used` },
  row: { zh: (row: number) => `第 ${row} 行`, en: (row: number) => `row ${row}` },
  word: { zh: (text: string) => `看不懂“${text}”`, en: (text: string) => `"${text}" is not understood` },
  noDay: {
    zh: (text: string) => (text === '' ? '没有写日期' : `“${text}”不是日期`),
    en: (text: string) => (text === '' ? 'has no day' : `"${text}" is no day`),
  },
  noHour: {
    zh: (text: string) => `“${text}”没有写几点，说不清是上午还是下午`,
    en: (text: string) => `"${text}" names no time, so that nobody knows which part of the day it was`,
  },
  ofAway: {
    zh: (text: string) => `这里记的是没来的，“${text}”说不清是到了还是没来`,
    en: (text: string) => `names those who were away, so that "${text}" may mean either`,
  },
  noWord: { zh: '没有写考勤情况', en: 'says nothing of this child' },
  others: {
    zh: (count: number) => `另有 ${count} 行是别的班的，没有读。`,
    en: (count: number) => `${count} rows are of other classes and were not read.`,
  },
  ready: { zh: (days: number) => `记好了 ${days} 次点名`, en: (days: number) => `${days} rolls are taken` },
  readyWhy: { zh: '要改的，在点名页上再点一次，以最新一次为准。', en: 'To correct one, call that day again; the newest counts.' },
  left: {
    zh: '下面的孩子上次没来或有假条，表里又没写到，没有算到校，请在点名页上回答：',
    en: 'These were away before or have a leave, and the sheet does not name them. They were not called; answer for them on the page:',
  },
  toMonth: { zh: '看考勤表', en: 'See the sheet' },
});

/** What sort of sheet it is. */
export const shapeWords = defineWords({
  month: { zh: '一天一列的月表', en: 'a column a day' },
  list: { zh: '一行一人一天的名单', en: 'a row a child and day' },
  gate: { zh: '刷卡记录：只说明谁到了', en: 'from a gate: who came, and no more' },
});

/** Why somebody in a sheet was not found in the class. */
export const unplacedWords = defineWords({
  stranger: { zh: '这些日子不在本班名单上', en: 'is not on the list of the class on these days' },
  namesakes: { zh: '本班有同名的孩子，请在网页上点', en: 'is the name of several children; call them on the page' },
  twice: {
    zh: '同一天写了两种情况，两种都没有用',
    en: 'is said to be two things on one day; neither is used',
  },
});

/** What the page above is called. */
export const pageNames = defineWords({ title: { zh: '班级考勤表', en: 'A month of a class' } });
