import path from 'node:path';
import { SheetRefusal, type SheetRefusalCode } from './types';

/** Why a file is refused, finer than the code: each reason has its own sentence. `{…}` is filled in where it is thrown. */
const reasons = {
  missing: ['notFound', '找不到文件“{file}”，它可能被移动或改名了，请重新选择。'],
  forbidden: ['notFound', '没有权限打开文件“{file}”，请检查它的权限，或复制到自己的文件夹后再选。'],
  folder: ['notASheet', '“{file}”是一个文件夹，请进入文件夹选择里面的表格文件。'],
  nothing: ['empty', '文件“{file}”是空的，请确认选对了文件，或重新导出一份。'],
  noCells: ['empty', '“{file}”里没有任何内容，请确认选对了文件，或重新导出一份。'],
  picture: ['notASheet', '“{file}”其实是一张图片，不是表格，请选择 .xlsx、.xls 或 .csv 文件。'],
  pdf: ['notASheet', '“{file}”其实是 PDF 文档，不是表格，请向提供方索取 .xlsx 或 .csv 文件。'],
  document: ['notASheet', '“{file}”其实是文档，不是表格，请把里面的表复制到 Excel，另存为 .xlsx 后再选。'],
  otherArchive: ['notASheet', '“{file}”是一个压缩包，不是表格，请先解压，再选里面的表格文件。'],
  xlsb: ['notASheet', '“{file}”是二进制工作簿（.xlsb），本程序读不了，请在 Excel 里另存为 .xlsx 后再选。'],
  ods: ['notASheet', '“{file}”是 OpenDocument 表格，本程序读不了，请另存为 .xlsx 后再选。'],
  webPage: ['notASheet', '“{file}”其实是网页或 XML，不是真正的 Excel 文件，请用 Excel 或 WPS 打开后另存为 .xlsx 再选。'],
  notText: ['notASheet', '认不出“{file}”是什么格式的表格，请用 Excel 或 WPS 打开后另存为 .xlsx 再选。'],
  prose: ['notASheet', '“{file}”是一段文字，没有分成列，请整理成一行一人的表格，另存为 .xlsx 后再选。'],
  password: ['protected', '“{file}”设了打开密码，请在 Excel 里取消密码、另存一份后再选。'],
  broken: ['broken', '“{file}”已经损坏或没有下载完整，请用 Excel 或 WPS 打开另存一份，打不开就请对方重新发送。'],
  brokenText: ['broken', '“{file}”第 {row} 行附近的文字编码已损坏，请从原系统重新导出，或用 Excel 打开后另存为 .xlsx 再选。'],
  openQuote: ['broken', '“{file}”第 {row} 行有一个双引号没有配对，后面的行无法分开，请改正这一行或另存为 .xlsx 后再选。'],
  hollow: ['broken', '“{file}”的工作表“{sheet}”应有内容却一行也读不出来，请用 Excel 打开后另存为 .xlsx 再选。'],
  noSheet: ['broken', '“{file}”里没有名为“{sheet}”的工作表，请重新选择文件。'],
  tooLarge: ['tooLarge', '“{file}”有 {size} MB，超过 {limit} MB 的上限，请按乡镇或学校拆成几个文件后再选。'],
  tooLargeInside: ['tooLarge', '“{file}”解开后超过 {limit} MB，请删去空白行、多余的工作表和图片，或拆成几个文件后再选。'],
  tooManyRows: ['tooManyRows', '“{file}”超过 {limit} 行，请按乡镇或学校拆成几个文件后再选。'],
  tooManyColumns: ['tooManyColumns', '“{file}”第 {row} 行超过 {limit} 列，请删去用不到的列后再选。'],
  cellTooLong: ['cellTooLong', '“{file}”第 {row} 行{column}有一格超过 {limit} 个字，请缩短这一格后再选。'],
  partTooLong: ['cellTooLong', '“{file}”里有一格内容长得不正常，为保护电脑没有读取，请删去超长的单元格、另存一份后再选。'],
  bomb: ['suspicious', '“{file}”解开后会膨胀几百倍，不像正常表格，为保护电脑没有读取，请向提供方核实，或用 Excel 另存一份再选。'],
  tooManyParts: ['suspicious', '“{file}”里面有 {count} 个部件，不像正常表格，请用 Excel 打开后另存一份，去掉图片和附件再选。'],
  badNames: ['suspicious', '“{file}”里面的文件名不正常，可能被人改动过，为保护电脑没有读取，请向提供方核实后重新索取。'],
  entities: ['suspicious', '“{file}”里含有表格不该有的外部引用（DTD），为保护电脑没有读取，请用 Excel 另存一份后再选。'],
  tooDeep: ['suspicious', '“{file}”的内部结构不像正常表格，为保护电脑没有读取，请用 Excel 另存一份后再选。'],
  outOfMemory: ['outOfMemory', '读取“{file}”用的内存超过 {limit} MB，请删去多余的工作表和列，或拆成几个文件后再选。'],
  tooSlow: ['tooSlow', '读取“{file}”超过 {limit} 秒还没有读完，请拆成几个文件后再选，或换一台较快的电脑。'],
  cannotWrite: ['cannotWrite', '无法写入“{file}”，它可能正在 Excel 里打开，或磁盘已满、没有权限，请关闭后重试或换个位置。'],
} as const satisfies Record<string, readonly [SheetRefusalCode, string]>;

export type Reason = keyof typeof reasons;

/** The refusal of one file for one reason: names the file, says what is wrong and what to do now. */
export function refusal(file: string, reason: Reason, facts: Readonly<Record<string, string | number>> = {}): SheetRefusal {
  const [code, sentence] = reasons[reason];
  const known: Readonly<Record<string, string | number>> = { column: '', row: '?', ...facts, file: path.basename(file) };
  return new SheetRefusal(
    code,
    sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(known[name] ?? '')),
  );
}

/** 0 → A, 27 → AB: a column as the head of Excel's window shows it. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
