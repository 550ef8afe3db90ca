import { numberText } from '../../../ui/shared/numbers';
import { defineWords } from '../../../ui/shared/words';

/** Rows and other counts as people read them: `30,000`. */
/** The words around every step of an import. */
export const wizardWords = defineWords({
  title: { zh: '导入名册', en: 'Import a list' },
  titleOf: { zh: (kind: string) => `导入${kind}`, en: (kind: string) => `Import: ${kind}` },
  number: { zh: (number: string) => `批次 ${number}`, en: (number: string) => `batch ${number}` },
  lists: { zh: '名册', en: 'Lists' },
  help: {
    zh: '把公安户籍、学籍、在校、脱贫户、残疾人五份名册导入后互相比对，找出没有上学的孩子。检查时不会改动现在使用的名册，最后一步确认后才生效。',
    en: 'Five lists (household, enrolment, attending, poverty, disability) are compared to find children out of school. Nothing changes before the last step.',
  },
  clause: { zh: '县方案 三（一）四查三比对', en: 'County plan 3(1), four checks and three comparisons' },
  file: { zh: '选文件', en: 'File' },
  columns: { zh: '认列', en: 'Columns' },
  check: { zh: '检查', en: 'Check' },
  effect: { zh: '看影响', en: 'Effect' },
  done: { zh: '完成', en: 'Done' },
  back: { zh: '上一步', en: 'Back' },
  cancel: { zh: '取消这次导入', en: 'Cancel this import' },
  cancelled: { zh: '已取消，没有导入任何行。', en: 'Cancelled; nothing was imported.' },
  another: { zh: '再导入一份', en: 'Import another list' },
  toLists: { zh: '看全部名册', en: 'See all lists' },
  wholeCounty: { zh: '全县', en: 'Whole county' },
  ownSchool: { zh: '本校', en: 'Own school' },
  asOf: { zh: (day: string) => `截至 ${day}`, en: (day: string) => `as of ${day}` },
});

/** The words of the first step. */
export const fileWords = defineWords({
  drop: { zh: '把文件拖到这里，或', en: 'Drop files here, or' },
  choose: { zh: '选择文件', en: 'choose files' },
  taking: { zh: '正在上传', en: 'uploading' },
  paste: { zh: '，也可以从表格里复制后按 Ctrl V', en: ', or copy cells and press Ctrl V' },
  kinds: {
    zh: '支持 .xlsx .xls .csv，每个不超过 20 MB；同一种名册分成几个文件的，一起选。',
    en: '.xlsx, .xls or .csv, up to 20 MB each; a list in several files is chosen together.',
  },
  pasted: { zh: '粘贴的表格.csv', en: 'pasted.csv' },
  chosen: { zh: '要导入的文件', en: 'Files to import' },
  remove: { zh: (name: string) => `去掉 ${name}`, en: (name: string) => `Remove ${name}` },
  kind: { zh: '这是哪一种名册', en: 'Which list is it' },
  byName: { zh: '从文件名认出，不对请改选', en: 'Known by its name; choose another if it is not' },
  template: { zh: '原系统导不出来的，可以填我们的表：', en: 'Nothing to export from? Fill in ours:' },
  templateOf: {
    zh: (kind: string) => `下载${kind}模板（含填写说明）`,
    en: (kind: string) => `template of the ${kind}, with explanations`,
  },
  unit: { zh: '谁的名册', en: 'Whose list' },
  asOf: { zh: '名册的日期', en: 'Day of the list' },
  asOfHint: { zh: '从原系统导出的那一天', en: 'The day on which it was exported' },
  start: { zh: '检查这份名册', en: 'Check this list' },
  startHint: { zh: '检查不会改动现在使用的名册。', en: 'Checking changes nothing.' },
  sending: {
    zh: (at: number, of: number) => (of === 1 ? '正在上传' : `正在上传第 ${at} 个，共 ${of} 个`),
    en: (at: number, of: number) => (of === 1 ? 'Uploading' : `Uploading ${at} of ${of}`),
  },
  noFile: { zh: '请先选择文件。', en: 'Choose a file first.' },
  noKind: { zh: '请选择这是哪一种名册。', en: 'Say which list it is.' },
  noDay: { zh: '请填写名册的日期，不能晚于今天。', en: 'Enter the day of the list, not after today.' },
  wrongType: {
    zh: (name: string) => `“${name}”不是表格文件，没有加入。请选 .xlsx .xls .csv 文件。`,
    en: (name: string) => `"${name}" is no sheet and was left out. Choose .xlsx, .xls or .csv.`,
  },
  tooLarge: {
    zh: (name: string) => `“${name}”超过 20 MB，没有加入。请按乡镇或年级拆成几个文件，一起选。`,
    en: (name: string) => `"${name}" is larger than 20 MB and was left out. Split it and choose the parts together.`,
  },
  empty: {
    zh: (name: string) => `“${name}”是空文件，没有加入。请重新导出。`,
    en: (name: string) => `"${name}" is empty and was left out. Export it again.`,
  },
  notTable: {
    zh: '粘贴的不是表格。请连同表头一行一起复制，再按 Ctrl V。',
    en: 'What was pasted is no table. Copy the cells with their heading and press Ctrl V again.',
  },
  known: { zh: (when: string) => `${when} 上传过同样的文件`, en: (when: string) => `the same file came ${when}` },
  waiting: { zh: '文件已经上传，还没有检查。', en: 'The files are uploaded and not yet checked.' },
  notRead: { zh: '没有读成', en: 'Not read' },
  again: { zh: '换一份重新导入', en: 'Import another file' },
});

/** The words of work in progress. */
export const progressWords = defineWords({
  waiting: { zh: '排队中，轮到就开始', en: 'Waiting for its turn' },
  reading: { zh: '正在读取文件', en: 'Reading the files' },
  checking: { zh: '正在逐行检查', en: 'Checking the rows' },
  comparing: { zh: '正在和现在使用的名册对照', en: 'Comparing with the list in use' },
  saving: { zh: '正在保存', en: 'Saving' },
  rows: {
    zh: (rows: number, of: number | undefined) =>
      of === undefined ? `${numberText(rows)} 行` : `${numberText(rows)} / ${numberText(of)} 行`,
    en: (rows: number, of: number | undefined) =>
      of === undefined ? `${numberText(rows)} rows` : `${numberText(rows)} of ${numberText(of)} rows`,
  },
  leave: {
    zh: '可以离开这一页去做别的，做完后从“名册”里打开这一批接着办。',
    en: 'You may leave this page; open the batch from the lists later to go on.',
  },
});

/** The words of the list of lists. */
export const listWords = defineWords({
  card: { zh: '名册', en: 'Lists' },
  bring: { zh: '导入名册', en: 'Import a list' },
  cardNone: { zh: '本校还没有导入过名册。', en: 'The school has brought no list yet.' },
  cardFirst: {
    zh: '先把名册导进来：有了户籍和学籍就能比对，看出谁还没有上学。',
    en: 'Bring the lists first: with households and enrolments it can be seen who is in no school.',
  },
  current: { zh: '现在使用的名册', en: 'Lists in use' },
  none: { zh: '还没有', en: 'none yet' },
  rows: { zh: (count: number) => `${numberText(count)} 行`, en: (count: number) => `${numberText(count)} rows` },
  schools: {
    zh: (count: number) => `另有 ${count} 所学校自己的`,
    en: (count: number) => `and ${count} of single schools`,
  },
  onlySchools: { zh: (count: number) => `${count} 所学校`, en: (count: number) => `${count} schools` },
  batches: { zh: '历次导入', en: 'All imports' },
  kind: { zh: '名册', en: 'List' },
  number: { zh: '批次号', en: 'Batch' },
  unit: { zh: '谁的', en: 'Whose' },
  asOf: { zh: '名册日期', en: 'As of' },
  inUse: { zh: '正在使用', en: 'in use' },
  state: { zh: '状态', en: 'State' },
  count: { zh: '行数', en: 'Rows' },
  errors: { zh: '要改的行', en: 'Rows to mend' },
  files: { zh: '文件', en: 'Files' },
  by: { zh: '导入人', en: 'By' },
  at: { zh: '上传时间', en: 'Uploaded' },
  moreFiles: {
    zh: (name: string, of: number) => `${name} 等 ${of} 个`,
    en: (name: string, of: number) => `${name} and ${of - 1} more`,
  },
  empty: { zh: '还没有导入过名册。', en: 'No list has been imported yet.' },
  first: { zh: '导入第一份名册', en: 'Import the first list' },
});
