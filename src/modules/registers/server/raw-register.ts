import type { PackedColumn } from '../../../kernel/packed-column';
import { blindBlockLength } from '../../../platform/crypto';
import type { Gazetteer } from '../../area/index';
import { type ColumnMapping, type Layout, layoutOf, readColumns, type SheetFacts } from '../rules/layout';
import type { RegisterKind } from '../rules/register';
import { RegisterAssembly } from './assembly';
import type { RawRows } from './chunks';
import { type FileSource, nameOf, type ReadingOptions, readFiles } from './files-reading';
import type { KeptRegister } from './kept-register';
import { extrasOf } from './row-hashes';
import type { SheetRows } from './sheet-cells';

/** One sheet with all its cells as the file had them, and what people said of its columns. */
export type RawSheet = {
  readonly name: string;
  readonly facts: SheetFacts;
  readonly mapping: ColumnMapping;
  readonly rows: RawRows;
};

/** One file of a register as it came. */
export type RawFile = { readonly file: string; readonly sheets: readonly RawSheet[]; readonly hidden: readonly string[] };

/** What people said of the columns of a sheet; nothing where they said nothing. */
export type MappingOf = (facts: SheetFacts) => ColumnMapping;

/** Reads files with all their columns, to be kept; each in its turn. Throws a `SheetRefusal` like `readRegister`. */
export async function* readRaw(
  kind: RegisterKind,
  sources: readonly (string | FileSource)[],
  options: ReadingOptions & { readonly mappingOf?: MappingOf } = {},
): AsyncGenerator<RawFile> {
  let at = 0;
  for await (const { sheets, hidden } of readFiles(kind, sources, 'all', options)) {
    const raw = sheets.map(({ name, facts, rows }) => ({ name, facts, mapping: options.mappingOf?.(facts) ?? {}, rows }));
    yield { file: nameOf(sources[at++]), sheets: raw, hidden };
  }
}

/**
 * The register of what was kept of its files: the same as `readRegister` makes of the files themselves, without opening
 * any. Throws a `RegisterRefusal` where a file has no person.
 */
export function registerOf(kind: RegisterKind, files: Iterable<RawFile>, gazetteer?: Gazetteer): KeptRegister {
  const kept = new KeptAssembly(kind, gazetteer);
  for (const file of files) kept.add(file);
  return kept.finish();
}

/** Puts kept files together one after another. */
export class KeptAssembly {
  private readonly assembly: RegisterAssembly;
  private readonly parts: Omit<KeptRegister, 'register'>[] = [];
  /** rows of all sheets so far, those left out too */ rawRows = 0;

  constructor(
    private readonly kind: RegisterKind,
    gazetteer: Gazetteer | undefined,
  ) {
    this.assembly = new RegisterAssembly(kind, gazetteer);
  }

  /** Adds a file, without the rows that `isDropped` names by their number. Throws a `RegisterRefusal` where it has no person. */
  add({ file, sheets, hidden }: RawFile, isDropped?: (rawRow: number) => boolean): void {
    let first = this.rawRows;
    const laid = sheets.map(({ name, facts, mapping, rows }) => {
      const layout = layoutOf(this.kind, facts, mapping);
      const { needed, at } = neededRows(layout, rows, isDropped && ((row) => isDropped(first + row)));
      first += rows.rowNumbers.length;
      return { name, layout, rows: needed, raw: rows, at };
    });
    const checked = this.assembly.addFile(file, laid, hidden, isDropped !== undefined);
    laid.forEach(({ layout, raw, at }, sheet) => {
      const { kept, states } = checked[sheet];
      const rows = picked(at, kept);
      this.parts.push({ rawRow: rows.map((row) => this.rawRows + row), states, extras: extrasOf(layout, raw, rows) });
      this.rawRows += raw.rowNumbers.length;
    });
  }

  /** See `ProblemList.totals`. */
  problemTotals(): ReadonlyMap<string, number> {
    return this.assembly.builder.problems.totals();
  }

  finish(): KeptRegister {
    const register = this.assembly.finish();
    const all = {
      rawRow: new Uint32Array(register.count),
      states: new Uint8Array(register.count),
      extras: new Uint8Array(register.count * blindBlockLength),
    };
    let at = 0;
    for (const { rawRow, states, extras } of this.parts) {
      all.rawRow.set(rawRow, at);
      all.states.set(states, at);
      all.extras.set(extras, at * blindBlockLength);
      at += rawRow.length;
    }
    return { register, ...all };
  }
}

/** The columns that a layout reads, without the rows that hold nothing in any of them: as the sheet reader hands them over. */
function neededRows(
  layout: Layout,
  { rowNumbers, columns }: RawRows,
  isDropped: ((row: number) => boolean) | undefined,
): { readonly needed: SheetRows; readonly at: Uint32Array } {
  const read = readColumns(layout).map(({ index }) => columns[index]);
  const kept = new Uint32Array(rowNumbers.length);
  let count = 0;
  for (let row = 0; row < rowNumbers.length; row++) {
    if (read.some(({ codes }) => codes[row] !== 0) && !isDropped?.(row)) kept[count++] = row;
  }
  const at = kept.subarray(0, count);
  if (count === rowNumbers.length) return { needed: { rowNumbers, columns: read }, at };
  const left = read.map(({ codes, entries }) => ({ codes: picked(codes, at), entries }));
  return { needed: { rowNumbers: picked(rowNumbers, at), columns: isDropped ? left.map(withoutUnused) : left }, at };
}

/** The column without the cells that no row holds any more: whoever counts cells would count children who are not there. */
function withoutUnused({ codes, entries }: PackedColumn): PackedColumn {
  const numbers = new Uint32Array(entries.count);
  for (const code of codes) numbers[code] = 1;
  let [count, used] = [1, 0];
  const [ends, kinds] = [new Uint32Array(entries.count), new Uint8Array(entries.count)];
  const bytes = new Uint8Array(entries.bytes.length);
  for (let entry = 1; entry < entries.count; entry++) {
    if (numbers[entry] === 0) continue;
    const text = entries.bytes.subarray(entries.ends[entry - 1], entries.ends[entry]);
    bytes.set(text, used);
    used += text.length;
    ends[count] = used;
    kinds[count] = entries.kinds[entry];
    numbers[entry] = count++;
  }
  numbers[0] = 0;
  const left = { count, bytes: bytes.subarray(0, used), ends: ends.subarray(0, count), kinds: kinds.subarray(0, count) };
  return { codes: codes.map((code) => numbers[code]), entries: left };
}

function picked(values: Uint32Array, rows: Uint32Array): Uint32Array {
  const result = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) result[at] = values[rows[at]];
  return result;
}
