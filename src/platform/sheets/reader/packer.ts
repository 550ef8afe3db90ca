import { cellKind, entryTexts } from '../../../kernel/packed-column';
import type { PackedSheet, PreviewCell, SheetLimits, SheetPreview } from '../types';
import { columnLetters, refusal } from '../words';
import { ColumnInterner, hashOf, viewOf } from './interner';

const firstRows = 1024;
/** Enough to find the header under a title, a note and a blank line or two. */
export const previewRows = 60;
/** A header is a few characters; without a cap sixty rows of notes could fill a message. */
const previewCharacters = 500;

/** Gathers the picked cells of one sheet, whatever format they come from. */
export class SheetPacker {
  /** by column index of the file; undefined = not picked */
  readonly targets: (ColumnInterner | undefined)[];
  /** index of the row being filled */
  row = 0;
  /** a cell of this row has been put */
  kept = false;
  private capacity = 0;
  private rowNumbers = new Uint32Array(0);
  private readonly distinct: ColumnInterner[];

  constructor(
    readonly file: string,
    readonly limits: SheetLimits,
    private readonly columns: readonly number[],
  ) {
    this.targets = new Array(Math.max(0, ...columns.map((column) => column + 1))).fill(undefined);
    for (const column of columns) this.targets[column] ??= new ColumnInterner();
    this.distinct = [...new Set(columns)].map((column) => this.target(column));
    this.grow();
  }

  /** Puts a cell that may still have blanks around it; an empty one is simply not put. */
  putTrimmed(target: ColumnInterner, bytes: Uint8Array, start: number, end: number, kind: number, place: Place): void {
    let [from, to] = [start, end];
    while (from < to && bytes[from] <= 32) from++;
    while (to > from && bytes[to - 1] <= 32) to--;
    if (from === to) return;
    if (to - from > this.limits.cellLength) this.refuseIfLong(bytes, from, to, place);
    const view = viewOf(bytes);
    target.put(this.row, view, from, to, hashOf(view, from, to, kind), kind);
    this.kept = true;
  }

  /** Closes the row; one without any picked cell is left out and its place used again. */
  endRow(rowNumber: number): void {
    if (!this.kept) return;
    this.kept = false;
    if (this.row === this.limits.rows) throw refusal(this.file, 'tooManyRows', { limit: this.limits.rows });
    this.rowNumbers[this.row] = rowNumber;
    if (++this.row === this.capacity) this.grow();
  }

  /** Refuses a cell of more characters than allowed; bytes are checked first because counting characters is slow. */
  refuseIfLong(bytes: Uint8Array, from: number, to: number, place: Place): void {
    const limit = this.limits.cellLength;
    if ([...Buffer.from(bytes.subarray(from, to)).toString('utf8')].length <= limit) return;
    throw refusal(this.file, 'cellTooLong', { row: place.row, column: ` ${columnLetters(place.column)} 列`, limit });
  }

  /** Interns the cells noted with `later`; must come before the bytes of their block change. */
  flush(block: Uint8Array): void {
    const view = viewOf(block);
    for (const column of this.distinct) column.flush(view);
  }

  /** Tells that `done` of the whole (0 to 1) has been read, so that memory is taken once and not by doubling. */
  expect(done: number): void {
    if (done <= 0 || this.row < firstRows / 2) return;
    const rowsInAll = Math.min(this.limits.rows, Math.ceil((this.row / Math.min(1, done)) * 1.02));
    if (rowsInAll > this.capacity * 2) this.grow(rowsInAll);
    for (const column of this.distinct) column.expect(this.row, rowsInAll);
  }

  packed(sheet: string): PackedSheet {
    return {
      sheet,
      rowNumbers: this.rowNumbers.subarray(0, this.row),
      columns: this.columns.map((column) => this.target(column).packed(this.row)),
    };
  }

  private target(column: number): ColumnInterner {
    const target = this.targets[column];
    if (!target) throw new Error(`column ${column} was not picked`);
    return target;
  }

  private grow(atLeast = firstRows): void {
    this.capacity = Math.max(atLeast, this.capacity * 2);
    const rowNumbers = new Uint32Array(this.capacity);
    rowNumbers.set(this.rowNumbers);
    this.rowNumbers = rowNumbers;
    for (const column of this.distinct) column.growRows(this.capacity);
  }
}

/** Where a cell stands in the file, for the sentence of a refusal. */
export type Place = { readonly row: number; readonly column: number };

/** A packer for the preview: every column there may be. */
export function previewPacker(file: string, limits: SheetLimits): SheetPacker {
  return new SheetPacker(
    file,
    limits,
    Array.from({ length: limits.columns }, (_, column) => column),
  );
}

/** What a preview packer gathered, as the caller wants to see it. */
export function previewOf(packer: SheetPacker): SheetPreview['rows'] {
  const { rowNumbers, columns } = packer.packed('');
  const filled = columns.filter((column) => column.entries.count > 1);
  const width = columns.length === 0 ? 0 : columns.indexOf(filled[filled.length - 1]) + 1;
  const texts = columns.slice(0, width).map((column) => entryTexts(column.entries));
  return [...rowNumbers.subarray(0, previewRows)].map((row, index) => ({
    row,
    cells: trimmed(
      texts.map((entries, column) => previewCell(entries, columns[column].codes[index], columns[column].entries.kinds)),
    ),
  }));
}

function previewCell(texts: readonly string[], entry: number, kinds: Uint8Array): PreviewCell {
  return { text: texts[entry].slice(0, previewCharacters), kind: entry === 0 ? cellKind.text : kinds[entry] };
}

function trimmed(cells: PreviewCell[]): PreviewCell[] {
  const last = cells.findLastIndex((cell) => cell.text !== '');
  return cells.slice(0, last + 1);
}
