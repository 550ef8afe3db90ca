import { formatDay } from '../../../kernel/day';
import { cellText } from '../../../kernel/packed-column';
import { kazuo, makeGazetteer } from '../../area/index';
import { recognise } from '../rules/recognise';
import { MISSING_DAY, type Register, type RegisterField, type RegisterKind } from '../rules/register';
import { RegisterBuilder } from '../server/register-builder';
import { type Cell, packedColumn } from './sheets';

const gazetteer = makeGazetteer(kazuo());

/** A made-up sheet: its name, its header and its rows. */
export type MadeSheet = {
  readonly name?: string;
  readonly title?: string;
  readonly headers: string;
  readonly rows: readonly (readonly Cell[])[];
};

/** The register of made-up sheets of one file, read as if they had come from a workbook. */
export function registerOf(kind: RegisterKind, ...sheets: readonly MadeSheet[]): Register {
  const builder = new RegisterBuilder(kind, gazetteer);
  for (const { name = 'Sheet1', title = '', headers, rows } of sheets) {
    const names = headers.split('|').map((text) => ({ text }));
    const top = {
      name,
      rows: [
        { row: 1, cells: [{ text: title }] },
        { row: 2, cells: names },
      ],
      merges: [],
    };
    const found = recognise(kind, top);
    if (!found.ok) throw new Error(found.reason);
    const read = found.layout.columns.filter(({ role, repeated }) => role !== undefined && role !== 'unused' && !repeated);
    const columns = read.map(({ index }) => packedColumn(rows.map((row) => row[index] ?? '')));
    builder.add({ fileIndex: 0, file: '名册.xlsx', sheet: name }, found.layout, {
      rowNumbers: Uint32Array.from(rows, (_, at) => at + 3),
      columns,
    });
  }
  return builder.finish(['名册.xlsx']);
}

/** The texts of one field, row by row; undefined where the register has no such column. */
export function texts(register: Register, field: RegisterField): string[] | undefined {
  const column = register.text[field];
  return column && Array.from(column.codes, (_, row) => cellText(column, row));
}

/** The birthdays as text, '' where there is none. */
export function births(register: Register): string[] {
  return Array.from(register.birth, (day) => (day === MISSING_DAY ? '' : formatDay(day)));
}

/** Row and code of every problem: `3 idLength`. */
export function problems(register: Register): string[] {
  return register.problems.map(({ row, code }) => `${row} ${code}`);
}
