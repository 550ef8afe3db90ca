import { cellText } from '../../../kernel/packed-column';
import { normaliseHeader, ownHeaders } from '../rules/header-names';
import type { SheetFacts } from '../rules/layout';
import type { RawRows } from './chunks';

/** Of rows that came back mended, by their number in the new batch: which row of which batch each was. */
export type MendedRows = ReadonlyMap<number, { readonly batchId: string; readonly row: number }>;

/** The text by which a row of our workbook of bad rows is known when it comes back. */
export function rowMark(batchId: string, row: number): string {
  return `${batchId}#${row}`;
}

/** The rows of a sheet that bear the mark of a row that was handed out; none in a list from elsewhere. */
export function findMends({ headers }: SheetFacts, { rowNumbers, columns }: RawRows, firstRow: number): MendedRows {
  const found = new Map<number, { batchId: string; row: number }>();
  const marks = headers.find(({ header }) => normaliseHeader(header) === ownHeaders[1]);
  if (!marks) return found;
  for (let row = 0; row < rowNumbers.length; row++) {
    const mark = /^([0-9a-f-]{36})#(\d{1,8})$/.exec(cellText(columns[marks.index], row));
    if (mark) found.set(firstRow + row, { batchId: mark[1], row: Number(mark[2]) });
  }
  return found;
}
