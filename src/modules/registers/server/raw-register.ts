import type { PackedColumn } from '../../../kernel/packed-column';
import type { Gazetteer } from '../../area/index';
import { type ColumnMapping, type Layout, layoutOf, readColumns, type SheetFacts } from '../rules/layout';
import type { RegisterKind } from '../rules/register';
import { type LaidSheet, RegisterAssembly, type RegisterReading } from './assembly';
import type { RawRows } from './chunks';
import { type ReadingOptions, readFiles } from './files-reading';
import type { SheetRows } from './sheet-cells';

/** One sheet with all its cells as the file had them. */
export type RawSheet = { readonly name: string; readonly facts: SheetFacts; readonly rows: RawRows };

/** One file of a register as it came. */
export type RawFile = { readonly file: string; readonly sheets: readonly RawSheet[]; readonly hidden: readonly string[] };

/** Reads files with all their columns, to be kept; each in its turn. Throws a `SheetRefusal` like `readRegister`. */
export async function* readRaw(
  kind: RegisterKind,
  paths: readonly string[],
  options: ReadingOptions = {},
): AsyncGenerator<RawFile> {
  let at = 0;
  for await (const { sheets, hidden } of readFiles(kind, paths, 'all', options)) yield { file: paths[at++], sheets, hidden };
}

/** What people said of the columns of a sheet; nothing where they said nothing. */
export type MappingOf = (facts: SheetFacts) => ColumnMapping;

/**
 * The register of what was kept of its files: the same as `readRegister` makes of the files themselves, without opening
 * any. Throws a `RegisterRefusal` where a file has no person.
 */
export function registerOf(
  kind: RegisterKind,
  files: Iterable<RawFile>,
  options: { readonly mappingOf?: MappingOf; readonly gazetteer?: Gazetteer } = {},
): RegisterReading {
  const assembly = new RegisterAssembly(kind, options.gazetteer);
  for (const file of files) addRawFile(assembly, kind, file, options.mappingOf);
  return assembly.finish();
}

/** Adds one kept file to a register that is being put together. */
export function addRawFile(assembly: RegisterAssembly, kind: RegisterKind, file: RawFile, mappingOf?: MappingOf): void {
  const laid = file.sheets.map(({ name, facts, rows }): LaidSheet => {
    const layout = layoutOf(kind, facts, mappingOf?.(facts));
    return { name, layout, rows: neededRows(layout, rows) };
  });
  assembly.addFile(file.file, laid, file.hidden);
}

/** The columns that a layout reads, without the rows that hold nothing in any of them: as the sheet reader hands them over. */
function neededRows(layout: Layout, { rowNumbers, columns }: RawRows): SheetRows {
  const needed = readColumns(layout).map(({ index }) => columns[index]);
  const kept = new Uint32Array(rowNumbers.length);
  let count = 0;
  for (let row = 0; row < rowNumbers.length; row++) if (needed.some(({ codes }) => codes[row] !== 0)) kept[count++] = row;
  if (count === rowNumbers.length) return { rowNumbers, columns: needed };
  const rows = kept.subarray(0, count);
  return { rowNumbers: picked(rowNumbers, rows), columns: needed.map((column) => withoutRows(column, rows)) };
}

function withoutRows({ codes, entries }: PackedColumn, rows: Uint32Array): PackedColumn {
  return { codes: picked(codes, rows), entries };
}

function picked(values: Uint32Array, rows: Uint32Array): Uint32Array {
  const result = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) result[at] = values[rows[at]];
  return result;
}
