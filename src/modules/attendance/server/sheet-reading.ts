import { Refusal } from '../../../kernel/refusal';
import type { Upload } from '../../../platform/http';
import { readTables } from '../../../platform/sheets/index';
import type { MarkTable } from '../rules/mark-columns';
import { isMarkHeader } from '../rules/mark-sheet';

/** More rows than a school has children in a month of days; a longer file is not of a class. */
const MOST_ROWS = 50_000;

/** The sheets of marks in a file, as tables. A Refusal when no sheet has the headers, or the file is far too long. */
export async function readMarkTables(upload: Upload, month: string): Promise<readonly MarkTable[]> {
  const tables = await readTables(upload, {
    isHeader: (header) => isMarkHeader(header, month),
    mostRows: MOST_ROWS,
    noHeader: () => noHeader(upload.name),
    tooLong: () => tooLong(upload.name),
  });
  return tables.map(({ above, ...table }) => ({ ...table, titles: [upload.name, ...above] }));
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
