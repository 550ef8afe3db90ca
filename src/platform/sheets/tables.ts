import { cellText } from '../../kernel/packed-column';
import type { Refusal } from '../../kernel/refusal';
import type { SheetPick, SheetPreview } from './types';
import { readUploaded } from './uploaded';

/** A sheet as it lies before the reader: what stands above its headers, their row and the rows below, with the numbers that Excel shows. */
export type HeadedTable = {
  readonly name: string;
  readonly above: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
};

/** What makes a row the row of headers, how long a sheet may be, and what is said where it is neither. */
type Wanted = {
  readonly isHeader: (cells: readonly string[]) => boolean;
  readonly mostRows: number;
  readonly noHeader: () => Refusal;
  readonly tooLong: () => Refusal;
};

type Top = Pick<HeadedTable, 'name' | 'above' | 'header'> & { readonly pick: SheetPick };

/** The sheets of a small file that have a row of headers, as tables of texts; those that are not shown only where there is no other. */
export async function readTables(
  upload: Parameters<typeof readUploaded>[0],
  { isHeader, mostRows, noHeader, tooLong }: Wanted,
): Promise<readonly HeadedTable[]> {
  let tops: readonly Top[] = [];
  const sheets = await readUploaded(upload, (file) => {
    tops = topsOf(file.sheets, isHeader);
    if (tops.length === 0) throw noHeader();
    return tops.map(({ pick }) => pick);
  });
  if (sheets.some(({ rowNumbers }) => rowNumbers.length > mostRows)) throw tooLong();
  return sheets.map((sheet, at) => ({
    name: tops[at]?.name ?? '',
    above: tops[at]?.above ?? [],
    header: tops[at]?.header ?? [],
    rows: [...sheet.rowNumbers].map((row, line) => ({ row, cells: sheet.columns.map((column) => cellText(column, line)) })),
  }));
}

function topsOf(sheets: readonly SheetPreview[], isHeader: Wanted['isHeader']): readonly Top[] {
  const found = sheets.flatMap(({ name, hidden, rows }) => {
    const above: string[] = [];
    for (const { row, cells } of rows) {
      const header = cells.map(({ text }) => text.trim());
      if (!isHeader(header)) {
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
