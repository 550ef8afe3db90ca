import { cellText } from '../../../kernel/packed-column';
import { Refusal } from '../../../kernel/refusal';
import type { Upload } from '../../../platform/http';
import { readUploaded, type SheetPick, type SheetPreview } from '../../../platform/sheets/index';
import type { MarkTable } from '../rules/mark-columns';
import { isMarkHeader } from '../rules/mark-sheet';

/** More rows than a school has children in a month of days; a longer file is not of a class. */
const MOST_ROWS = 50_000;

type Top = {
  readonly name: string;
  readonly above: readonly string[];
  readonly header: readonly string[];
  readonly pick: SheetPick;
};

/** The sheets of marks in a file, as tables. A Refusal when no sheet has the headers, or the file is far too long. */
export async function readMarkTables(upload: Upload, month: string): Promise<readonly MarkTable[]> {
  let tops: readonly Top[] = [];
  const sheets = await readUploaded(upload, (file) => {
    tops = topsOf(file.sheets, month);
    if (tops.length === 0) throw noHeader(upload.name);
    return tops.map(({ pick }) => pick);
  });
  if (sheets.some(({ rowNumbers }) => rowNumbers.length > MOST_ROWS)) throw tooLong(upload.name);
  return sheets.map((sheet, at) => ({
    name: tops[at]?.name ?? '',
    titles: [upload.name, ...(tops[at]?.above ?? [])],
    header: tops[at]?.header ?? [],
    rows: [...sheet.rowNumbers].map((row, line) => ({ row, cells: sheet.columns.map((column) => cellText(column, line)) })),
  }));
}

/** The sheets with a row of headers; those that are not shown only where there is no other. */
function topsOf(sheets: readonly SheetPreview[], month: string): readonly Top[] {
  const found = sheets.flatMap(({ name, hidden, rows }) => {
    const above: string[] = [];
    for (const { row, cells } of rows) {
      const header = cells.map(({ text }) => text.trim());
      if (!isMarkHeader(header, month)) {
        above.push(...header);
        continue;
      }
      const columns = header.map((_, column) => column);
      return [{ hidden, name, above, header, pick: { sheet: name, fromRow: row + 1, columns } }];
    }
    return [];
  });
  const shown = found.filter(({ hidden }) => !hidden);
  return shown.length > 0 ? shown : found;
}

function noHeader(file: string): Refusal {
  return new Refusal('unprocessable', 'no-header', {
    zh: `没有读：“${file}”里没有认出考勤表。表头要有“姓名”，再加上日期列，或“日期”和“考勤情况”，或“刷卡时间”。也可以先导出本月考勤表，填好再导入。`,
    en: `Not read: no sheet of marks was found in "${file}". Its headers need 姓名 and days, or 日期 and 考勤情况, or 刷卡时间. You can also take this month's sheet, fill it in and choose it here.`,
  });
}

function tooLong(file: string): Refusal {
  return new Refusal('unprocessable', 'too-long', {
    zh: `没有读：“${file}”超过 ${MOST_ROWS} 行。请只留这个班的行再选。`,
    en: `Not read: "${file}" has more than ${MOST_ROWS} rows. Keep the rows of this class only.`,
  });
}
