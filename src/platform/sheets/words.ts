import path from 'node:path';
import { SheetRefusal, type SheetRefusalCode } from './types';

/** Why a file is refused, finer than the code: each reason has its own sentence. `{…}` is filled in where it is thrown. */
const reasons = {
  missing: [
    'notFound',
    '找不到文件“{file}”，它可能被移动或改名了，请重新选择。',
    '"{file}" was not found; it may have been moved or renamed. Choose it again.',
  ],
  forbidden: [
    'notFound',
    '没有权限打开文件“{file}”，请检查它的权限，或复制到自己的文件夹后再选。',
    '"{file}" may not be opened; check its permissions or copy it to your own folder and choose that.',
  ],
  folder: [
    'notASheet',
    '“{file}”是一个文件夹，请进入文件夹选择里面的表格文件。',
    '"{file}" is a folder; open it and choose the table inside.',
  ],
  nothing: [
    'empty',
    '文件“{file}”是空的，请确认选对了文件，或重新导出一份。',
    '"{file}" is empty; make sure it is the right file or export it again.',
  ],
  noCells: [
    'empty',
    '“{file}”里没有任何内容，请确认选对了文件，或重新导出一份。',
    '"{file}" holds nothing; make sure it is the right file or export it again.',
  ],
  picture: [
    'notASheet',
    '“{file}”其实是一张图片，不是表格，请选择 .xlsx、.xls 或 .csv 文件。',
    '"{file}" is a picture and no table; choose an .xlsx, .xls or .csv file.',
  ],
  pdf: [
    'notASheet',
    '“{file}”其实是 PDF 文档，不是表格，请向提供方索取 .xlsx 或 .csv 文件。',
    '"{file}" is a PDF and no table; ask its sender for an .xlsx or .csv file.',
  ],
  document: [
    'notASheet',
    '“{file}”其实是文档，不是表格，请把里面的表复制到 Excel，另存为 .xlsx 后再选。',
    '"{file}" is a document and no table; copy its table into Excel, save it as .xlsx and choose that.',
  ],
  otherArchive: [
    'notASheet',
    '“{file}”是一个压缩包，不是表格，请先解压，再选里面的表格文件。',
    '"{file}" is an archive and no table; unpack it and choose the table inside.',
  ],
  xlsb: [
    'notASheet',
    '“{file}”是二进制工作簿（.xlsb），本程序读不了，请在 Excel 里另存为 .xlsx 后再选。',
    '"{file}" is a binary workbook (.xlsb), which this program cannot read; save it as .xlsx in Excel and choose that.',
  ],
  ods: [
    'notASheet',
    '“{file}”是 OpenDocument 表格，本程序读不了，请另存为 .xlsx 后再选。',
    '"{file}" is an OpenDocument table, which this program cannot read; save it as .xlsx and choose that.',
  ],
  webPage: [
    'notASheet',
    '“{file}”其实是网页或 XML，不是真正的 Excel 文件，请用 Excel 或 WPS 打开后另存为 .xlsx 再选。',
    '"{file}" is a web page or XML and no true Excel file; open it in Excel or WPS, save it as .xlsx and choose that.',
  ],
  notText: [
    'notASheet',
    '认不出“{file}”是什么格式的表格，请用 Excel 或 WPS 打开后另存为 .xlsx 再选。',
    'The format of "{file}" is unknown; open it in Excel or WPS, save it as .xlsx and choose that.',
  ],
  prose: [
    'notASheet',
    '“{file}”是一段文字，没有分成列，请整理成一行一条的表格，另存为 .xlsx 后再选。',
    '"{file}" is running text without columns; make it a table with one entry a row, save it as .xlsx and choose that.',
  ],
  password: [
    'protected',
    '“{file}”设了打开密码，请在 Excel 里取消密码、另存一份后再选。',
    '"{file}" is locked with a password; remove it in Excel, save a copy and choose that.',
  ],
  broken: [
    'broken',
    '“{file}”已经损坏或没有下载完整，请用 Excel 或 WPS 打开另存一份，打不开就请对方重新发送。',
    '"{file}" is damaged or was not downloaded whole; open it in Excel or WPS and save a copy, or ask for it again.',
  ],
  brokenText: [
    'broken',
    '“{file}”第 {row} 行附近的文字编码已损坏，请从原系统重新导出，或用 Excel 打开后另存为 .xlsx 再选。',
    'The encoding of "{file}" is damaged near row {row}; export it again, or save it as .xlsx in Excel and choose that.',
  ],
  openQuote: [
    'broken',
    '“{file}”第 {row} 行有一个双引号没有配对，后面的行无法分开，请改正这一行或另存为 .xlsx 后再选。',
    'Row {row} of "{file}" has a quotation mark without its partner, so what follows cannot be told apart; correct the row or save the file as .xlsx.',
  ],
  hollow: [
    'broken',
    '“{file}”的工作表“{sheet}”应有内容却一行也读不出来，请用 Excel 打开后另存为 .xlsx 再选。',
    'The sheet "{sheet}" of "{file}" claims to hold something and no row can be read; save it as .xlsx in Excel and choose that.',
  ],
  noSheet: [
    'broken',
    '“{file}”里没有名为“{sheet}”的工作表，请重新选择文件。',
    '"{file}" has no sheet called "{sheet}"; choose the file again.',
  ],
  tooLarge: [
    'tooLarge',
    '“{file}”有 {size} MB，超过 {limit} MB 的上限，请按乡镇或学校拆成几个文件后再选。',
    '"{file}" has {size} MB and the limit is {limit} MB; split it by township or school and choose the parts.',
  ],
  tooLargeInside: [
    'tooLarge',
    '“{file}”解开后超过 {limit} MB，请删去空白行、多余的工作表和图片，或拆成几个文件后再选。',
    '"{file}" unpacks to more than {limit} MB; delete empty rows, other sheets and pictures, or split it, and choose it again.',
  ],
  tooManyRows: [
    'tooManyRows',
    '“{file}”超过 {limit} 行，请按乡镇或学校拆成几个文件后再选。',
    '"{file}" has more than {limit} rows; split it by township or school and choose the parts.',
  ],
  tooManyColumns: [
    'tooManyColumns',
    '“{file}”第 {row} 行超过 {limit} 列，请删去用不到的列后再选。',
    'Row {row} of "{file}" has more than {limit} columns; delete those not needed and choose it again.',
  ],
  cellTooLong: [
    'cellTooLong',
    '“{file}”第 {row} 行{column}有一格超过 {limit} 个字，请缩短这一格后再选。',
    'Row {row}{column} of "{file}" has a cell of more than {limit} characters; shorten it and choose the file again.',
  ],
  partTooLong: [
    'cellTooLong',
    '“{file}”里有一格内容长得不正常，为保护电脑没有读取，请删去超长的单元格、另存一份后再选。',
    '"{file}" has a cell of abnormal length and was not read, to protect the computer; delete that cell, save a copy and choose it.',
  ],
  bomb: [
    'suspicious',
    '“{file}”解开后会膨胀几百倍，不像正常表格，为保护电脑没有读取，请向提供方核实，或用 Excel 另存一份再选。',
    '"{file}" would swell some hundred times when unpacked, unlike a table, and was not read; ask its sender, or save a copy in Excel and choose that.',
  ],
  tooManyParts: [
    'suspicious',
    '“{file}”里面有 {count} 个部件，不像正常表格，请用 Excel 打开后另存一份，去掉图片和附件再选。',
    '"{file}" has {count} parts, unlike a table; save a copy in Excel without pictures and attachments and choose that.',
  ],
  badNames: [
    'suspicious',
    '“{file}”里面的文件名不正常，可能被人改动过，为保护电脑没有读取，请向提供方核实后重新索取。',
    '"{file}" has abnormal names inside and may have been tampered with, so it was not read; ask its sender for it again.',
  ],
  entities: [
    'suspicious',
    '“{file}”里含有表格不该有的外部引用（DTD），为保护电脑没有读取，请用 Excel 另存一份后再选。',
    '"{file}" has external references (DTD) that no table has, so it was not read; save a copy in Excel and choose that.',
  ],
  tooDeep: [
    'suspicious',
    '“{file}”的内部结构不像正常表格，为保护电脑没有读取，请用 Excel 另存一份后再选。',
    'The inside of "{file}" is unlike a table, so it was not read; save a copy in Excel and choose that.',
  ],
  outOfMemory: [
    'outOfMemory',
    '读取“{file}”用的内存超过 {limit} MB，请删去多余的工作表和列，或拆成几个文件后再选。',
    'Reading "{file}" took more than {limit} MB; delete sheets and columns not needed, or split it, and choose it again.',
  ],
  tooSlow: [
    'tooSlow',
    '读取“{file}”超过 {limit} 秒还没有读完，请拆成几个文件后再选，或换一台较快的电脑。',
    'Reading "{file}" took more than {limit} seconds; split it and choose the parts, or use a faster computer.',
  ],
  cannotWrite: [
    'cannotWrite',
    '无法写入“{file}”，它可能正在 Excel 里打开，或磁盘已满、没有权限，请关闭后重试或换个位置。',
    '"{file}" cannot be written; it may be open in Excel, the disk full or locked. Close it and try again, or choose another place.',
  ],
} as const satisfies Record<string, readonly [code: SheetRefusalCode, zh: string, en: string]>;

export type Reason = keyof typeof reasons;

/** The refusal of one file for one reason: names the file, says what is wrong and what to do now. */
export function refusal(file: string, reason: Reason, facts: Readonly<Record<string, string | number>> = {}): SheetRefusal {
  const [code, zh, en] = reasons[reason];
  const known: Readonly<Record<string, string | number>> = { column: '', row: '?', ...facts, file: path.basename(file) };
  const filled = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(known[name] ?? ''));
  return new SheetRefusal(code, filled(zh), filled(en));
}

/** 0 → A, 27 → AB: a column as the head of Excel's window shows it. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
