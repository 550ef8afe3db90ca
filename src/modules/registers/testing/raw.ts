import { recognise } from '../rules/recognise';
import type { RegisterKind } from '../rules/register';
import type { RawFile } from '../server/raw-register';
import { type Cell, packedColumn } from './sheets';

/** A made-up sheet as a file would hold it: a title, a header, rows below. */
export type RawMade = {
  readonly name?: string;
  readonly title?: string;
  readonly headers: string;
  readonly rows: readonly (readonly Cell[])[];
};

/** The file of made-up sheets, as it is read with all its columns. */
export function rawFileOf(kind: RegisterKind, file: string, ...sheets: readonly RawMade[]): RawFile {
  return { file, hidden: [], sheets: sheets.map((sheet) => rawSheetOf(kind, sheet)) };
}

function rawSheetOf(kind: RegisterKind, { name = 'Sheet1', title = '', headers, rows }: RawMade): RawFile['sheets'][number] {
  const header = headers.split('|').map((text) => ({ text }));
  const top = [
    { row: 1, cells: [{ text: title }] },
    { row: 2, cells: header },
  ];
  const found = recognise(kind, { name, rows: title === '' ? top.slice(1) : top, merges: [] });
  if (!found.ok) throw new Error(found.reason);
  const columns = header.map((_, index) => packedColumn(rows.map((row) => row[index] ?? '')));
  return { name, facts: found.facts, mapping: {}, rows: { rowNumbers: Uint32Array.from(rows, (_, at) => at + 3), columns } };
}
