import { numberText } from '../../../ui/shared/numbers';
import { defineWords } from '../../../ui/shared/words';

/** The words of 认列. */
export const columnStepWords = defineWords({
  heading: { zh: '认列', en: 'Columns' },
  toLook: {
    zh: (known: number, open: number) => `认出 ${known} 列，${open} 列要您看一下。`,
    en: (known: number, open: number) => `${known} columns are known, ${open} are for you to say.`,
  },
  allKnown: { zh: (known: number) => `${known} 列都认出来了。`, en: (known: number) => `All ${known} columns are known.` },
  source: {
    zh: (where: string, more: number) => `${where}${more > 0 ? `（另有 ${more} 张表头相同的表）` : ''}`,
    en: (where: string, more: number) => `${where}${more > 0 ? ` (and ${more} more with the same headings)` : ''}`,
  },
  remembered: { zh: '按上次说的认列', en: 'as you said last time' },
  header: { zh: '表里的列', en: 'Column' },
  examples: { zh: '里面是', en: 'Holds' },
  role: { zh: '当作', en: 'Taken for' },
  why: { zh: '说明', en: 'Why' },
  unnamed: { zh: '（没有列名）', en: '(no name)' },
  noExamples: { zh: '全空', en: 'all empty' },
  choose: { zh: (header: string) => `“${header}”当作`, en: (header: string) => `"${header}" is taken for` },
  unused: { zh: '不导入', en: 'not used' },
  showAll: { zh: (count: number) => `显示全部 ${count} 列`, en: (count: number) => `Show all ${count} columns` },
  showOpen: { zh: '只显示要看的列', en: 'Show only those to look at' },
  remember: { zh: '记住，下次同样的表不再问', en: 'Remember this for lists of the same layout' },
  apply: { zh: '按这样认列，重新检查', en: 'Use this and check again' },
  next: { zh: '看检查结果', en: 'See what was found' },
});

/** The words of 检查. */
export const checkStepWords = defineWords({
  heading: { zh: '检查结果', en: 'What was found' },
  rows: { zh: '共', en: 'Rows' },
  good: { zh: '可以导入', en: 'Good' },
  errors: { zh: '要改', en: 'To mend' },
  notices: { zh: '提醒', en: 'To look at' },
  count: { zh: (count: number) => `${numberText(count)} 行`, en: (count: number) => `${numberText(count)} rows` },
  all: { zh: '全部', en: 'All' },
  onlyErrors: { zh: '只看要改', en: 'Only to mend' },
  onlyNotices: { zh: '只看提醒', en: 'Only to look at' },
  filter: { zh: '看哪些问题', en: 'Which problems' },
  clean: { zh: '每一行都没有发现问题。', en: 'No problem was found in any row.' },
  noneOfThese: { zh: '没有这一类问题。', en: 'There are no such problems.' },
  error: { zh: '要改', en: 'mend' },
  notice: { zh: '提醒', en: 'look' },
  wholeRow: { zh: '整行', en: 'whole row' },
  places: { zh: (count: number) => `${numberText(count)} 处`, en: (count: number) => `${numberText(count)} places` },
  expected: { zh: (what: string) => `应该是：${what}`, en: (what: string) => `expected: ${what}` },
  file: { zh: '文件', en: 'File' },
  sheet: { zh: '工作表', en: 'Sheet' },
  row: { zh: '第几行', en: 'Row' },
  column: { zh: '哪一列', en: 'Column' },
  value: { zh: '现在是', en: 'Now' },
  should: { zh: '应该是', en: 'Expected' },
  sheetWide: { zh: '整张表', en: 'whole sheet' },
  first: {
    zh: (shown: number, of: number) => `先列出 ${shown} 处，共 ${numberText(of)} 处。`,
    en: (shown: number, of: number) => `The first ${shown} of ${numberText(of)}.`,
  },
  showAll: { zh: (count: number) => `逐条看全部 ${numberText(count)} 处`, en: (count: number) => `See all ${numberText(count)}` },
  previous: { zh: '上一页', en: 'Previous' },
  nextPage: { zh: '下一页', en: 'Next' },
  pageOf: {
    zh: (page: number, of: number) => `第 ${page} / ${of} 页`,
    en: (page: number, of: number) => `page ${page} of ${of}`,
  },
  next: { zh: '看影响', en: 'See the effect' },
  download: { zh: '下载问题行.xlsx', en: 'Download the rows to mend' },
  columnsAgain: { zh: '改认列', en: 'Change columns' },
});

/** The words of 看影响. */
export const effectStepWords = defineWords({
  heading: { zh: '导入后会怎样', en: 'What it would change' },
  checked: {
    zh: (rows: number) => `检查过 ${numberText(rows)} 行，没有要改的。`,
    en: (rows: number) => `${numberText(rows)} rows were checked, none is to be mended.`,
  },
  checkedNotices: {
    zh: (rows: number, notices: number) => `检查过 ${numberText(rows)} 行，没有要改的，有 ${numberText(notices)} 行提醒。`,
    en: (rows: number, notices: number) =>
      `${numberText(rows)} rows were checked, none is to be mended, ${numberText(notices)} are to look at.`,
  },
  seeCheck: { zh: '看检查结果', en: 'See what was found' },
  mode: { zh: '怎样导入', en: 'How' },
  replaceHint: { zh: '这份是完整的名册，不在里面的会移出', en: 'it is the whole list; who is not in it is taken out' },
  addHint: { zh: '这份只是一部分，只新增和更新，不移出任何人', en: 'it is a part; nobody is taken out' },
  mendHint: { zh: '这份是改好的问题行，只补这些行', en: 'these are mended rows; only they are touched' },
  bad: {
    zh: (count: number) => `${numberText(count)} 行要改的先不导`,
    en: (count: number) => `Keep the ${numberText(count)} rows with mistakes back`,
  },
  badHint: {
    zh: '勾上就等改好再补，这期间比对看不到这些孩子。不勾就照原样导入，错的格子仍会列在问题里。',
    en: 'They are added once mended, and no comparison sees them until then. Otherwise they are imported as they are, and stay listed as problems.',
  },
  fresh: { zh: '新增', en: 'New' },
  changed: { zh: '更新', en: 'Changed' },
  unchanged: { zh: '不变', en: 'Unchanged' },
  gone: { zh: '移出', en: 'Taken out' },
  before: { zh: '现在', en: 'Now' },
  after: { zh: '导入后', en: 'Afterwards' },
  fields: { zh: '更新的内容', en: 'What changes' },
  first: { zh: '这是第一份，导入后就用它。', en: 'This is the first; it will be the one in use.' },
  stops: { zh: '这样不能导入：', en: 'It cannot be imported like this:' },
  asks: { zh: '请先确认，导入时要写明原因：', en: 'Please make sure; you will be asked why:' },
  tells: { zh: '请知道：', en: 'Good to know:' },
  commit: { zh: (rows: number) => `导入 ${numberText(rows)} 行`, en: (rows: number) => `Import ${numberText(rows)} rows` },
  stopped: { zh: '有不能导入的原因，见上面红色的一条。', en: 'Something speaks against it; see above.' },
  reasonTitle: { zh: '写明原因后导入', en: 'Say why, then import' },
  reCheck: { zh: '重新检查', en: 'Check again' },
  asOther: { zh: (kind: string) => `改按${kind}导入`, en: (kind: string) => `Import as ${kind}` },
  committing: { zh: '正在导入', en: 'Importing' },
});

/** Why a list counts although something speaks against it. */
export const commitReasons = [
  {
    value: '已与来源单位核对，名册无误',
    says: { zh: '已与来源单位核对，名册无误', en: 'Checked with the office it comes from' },
  },
  { value: '学校撤并或学生集中转出', says: { zh: '学校撤并或学生集中转出', en: 'Schools were merged or many pupils moved' } },
  { value: '来源系统只有这一份', says: { zh: '来源系统只有这一份', en: 'There is no other list' } },
];

/** The words of 完成. */
export const doneStepWords = defineWords({
  heading: { zh: (rows: number) => `已导入 ${numberText(rows)} 行`, en: (rows: number) => `${numberText(rows)} rows imported` },
  undone: { zh: '这一批已撤销', en: 'This batch was undone' },
  undoneWhy: { zh: '名册已恢复到这次导入之前的样子。', en: 'The list is as it was before this import.' },
  kind: { zh: '名册', en: 'List' },
  unit: { zh: '谁的', en: 'Whose' },
  asOf: { zh: '名册日期', en: 'As of' },
  number: { zh: '批次号', en: 'Batch' },
  by: { zh: '导入人', en: 'Imported by' },
  undoneAt: { zh: '撤销', en: 'Undone' },
  files: { zh: '文件', en: 'Files' },
  mode: { zh: '导入方式', en: 'How' },
  reason: { zh: '写明的原因', en: 'Reason given' },
  waiting: { zh: '没有导入的行', en: 'Rows kept back' },
  waitingRows: {
    zh: (rows: number) => `${numberText(rows)} 行有错，改好后再导入，只补这些行`,
    en: (rows: number) => `${numberText(rows)} with mistakes; mend them and import them, only they are touched`,
  },
  mended: { zh: '补回问题行', en: 'Bring the mended rows back' },
  mendedHint: {
    zh: '下载问题行，把红色的格子改好，整个文件拖回这里：只补这些行，别的不动。',
    en: 'Download them, mend the red cells, and bring the whole file back here: only these rows are touched.',
  },
  undo: { zh: '撤销整批', en: 'Undo the batch' },
  otherReason: { zh: '其他原因…', en: 'Another reason…' },
  undoneTell: { zh: '已撤销，名册恢复原样。', en: 'Undone; the list is as before.' },
  superseded: {
    zh: '之后又导入了新的名册。要撤销这一批，先撤销更新的那一批。',
    en: 'A newer list was imported since. To undo this batch, undo the newer one first.',
  },
});

/** Why a batch is taken back. */
export const undoReasons = [
  { value: '拿错了文件', says: { zh: '拿错了文件', en: 'It was the wrong file' } },
  { value: '名册内容有误', says: { zh: '名册内容有误', en: 'The list is wrong' } },
  { value: '重复导入', says: { zh: '重复导入', en: 'It was imported twice' } },
];
