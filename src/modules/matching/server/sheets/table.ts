import type { CellOut, ColumnOut, SheetOut } from '../../../../platform/sheets/index';
import type { Register } from '../../../registers/index';
import { cellWords, columnWords, registerWords, sheetWords } from '../../words';
import type { TextCell } from '../cells';
import { sourceCell } from '../sources';

export type ColumnName = keyof typeof columnWords;
export type SheetName = keyof typeof sheetWords;

/** One column of a result sheet: its header, and its cell for each record `R`. */
export type Column<R> = ColumnOut & { readonly cell: (record: R) => CellOut };

export function textColumn<R>(name: ColumnName, cell: (record: R) => CellOut): Column<R> {
  return { ...headOf(name), cell };
}

export function numberColumn<R>(name: ColumnName, cell: (record: R) => CellOut): Column<R> {
  return { ...headOf(name), kind: 'integer', cell };
}

function headOf(name: ColumnName): { header: string; width: number } {
  const [header, width] = columnWords[name];
  return { header, width };
}

/** A sheet whose rows are made one by one while it is written; its first column numbers them. */
export function tableOf<R>(sheet: SheetName, records: Iterable<R>, columns: readonly Column<R>[]): SheetOut {
  const all = [{ ...headOf('number'), kind: 'integer' as const }, ...columns];
  return { name: sheetWords[sheet], columns: all, rows: numbered(records, columns) };
}

function* numbered<R>(records: Iterable<R>, columns: readonly Column<R>[]): Generator<readonly CellOut[]> {
  let number = 0;
  for (const record of records) {
    const cells: CellOut[] = [++number];
    for (const { cell } of columns) cells.push(cell(record));
    yield cells;
  }
}

/** The sheet of a comparison that could not be made. */
export function notGivenSheet(sheet: SheetName, register: Register['kind']): SheetOut {
  const sentence = cellWords.notGiven.replace('{register}', registerWords[register]);
  return { name: sheetWords[sheet], columns: [headOf('explained')], rows: [[sentence]] };
}

/** Where a row came from; file and sheet only where the number alone does not say it. `-1` is no row. */
export function sourceColumns<R>(
  register: Register,
  names: readonly [row: ColumnName, file: ColumnName],
  rowOf: (record: R) => number,
): Column<R>[] {
  const place = (record: R, value: (row: number) => CellOut) => {
    const row = rowOf(record);
    return row < 0 ? null : value(row);
  };
  const row = numberColumn<R>(names[0], (record) => place(record, (at) => register.rowOf[at]));
  const source = sourceCell(register);
  return source ? [row, textColumn<R>(names[1], (record) => place(record, source))] : [row];
}

/** A cell of another register's row; empty where there is no such row. */
export function across(rowOf: (row: number) => number, cell: TextCell): TextCell {
  return (row) => {
    const other = rowOf(row);
    return other < 0 ? '' : cell(other);
  };
}
