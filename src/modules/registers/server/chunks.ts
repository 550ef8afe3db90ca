import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ByteInterner } from '../../../kernel/byte-interner';
import { cellKind, type Entries, type PackedColumn } from '../../../kernel/packed-column';
import { ByteReader, ByteWriter } from './varint';

/** The raw rows of one sheet: columns by their index in the file, cells as the file had them. */
export type RawRows = { readonly rowNumbers: Uint32Array; readonly columns: readonly PackedColumn[] };

/** Some rows of a sheet, packed; `firstRow` counts from 0 in the sheet. */
export type Chunk = { readonly firstRow: number; readonly rows: number; readonly body: Buffer };

/** Few enough that one child's row is opened in a millisecond, many enough that equal cells are stored once. */
export const chunkRows = 512;

/**
 * Packs the rows of a sheet, some at a time: of each column its distinct cells (text and kind) and of each row which of
 * them it holds, deflated. What comes out of `ChunkReader` is the same to the last code of the last column.
 */
export function* encodeChunks(sheet: RawRows): Generator<Chunk> {
  const packers = sheet.columns.map((column) => new ColumnPacker(column));
  for (let firstRow = 0; firstRow < sheet.rowNumbers.length; firstRow += chunkRows) {
    const lastRow = Math.min(sheet.rowNumbers.length, firstRow + chunkRows);
    const out = new ByteWriter();
    out.byte(version);
    out.number(lastRow - firstRow);
    out.number(packers.length);
    let before = 0;
    for (let row = firstRow; row < lastRow; row++) {
      out.number(sheet.rowNumbers[row] - before);
      before = sheet.rowNumbers[row];
    }
    for (const packer of packers) packer.pack(out, firstRow, lastRow);
    yield { firstRow, rows: lastRow - firstRow, body: deflateRawSync(out.bytes(), packing) };
  }
}

/** Puts the chunks of one sheet together again; they come in their order. */
export class ChunkReader {
  private readonly rowNumbers: number[] = [];
  private columns: ColumnUnpacker[] = [];

  add(body: Uint8Array): void {
    const from = new ByteReader(inflateRawSync(body));
    if (from.byte() !== version) throw new Error('a chunk of an unknown version');
    const rows = from.number();
    const width = from.number();
    let before = 0;
    for (let row = 0; row < rows; row++) {
      before += from.number();
      this.rowNumbers.push(before);
    }
    if (this.columns.length === 0) this.columns = Array.from({ length: width }, () => new ColumnUnpacker());
    if (this.columns.length !== width) throw new Error('chunks of two sheets were mixed');
    for (const column of this.columns) column.unpack(from, rows);
  }

  finish(): RawRows {
    return { rowNumbers: Uint32Array.from(this.rowNumbers), columns: this.columns.map((column) => column.packed()) };
  }
}

const version = 1;
/** Level 1 packs a pupil register to a fifth; the default takes twice as long for a tenth less. */
const packing = { level: 1 };

/** How the codes of a column follow: none at all, one entry in every row, a new one in every row, or as they come. */
const shape = { empty: 0, constant: 1, sequence: 2, bytes: 3, words: 4 } as const;
const withKinds = 8;

class ColumnPacker {
  /** of each entry of the column its number in the chunk being packed, where `seenIn` says so */
  private readonly numbers: Uint16Array;
  private readonly seenIn: Int32Array;
  private readonly local = new Uint16Array(chunkRows);
  private readonly distinct = new Uint32Array(chunkRows);

  constructor(private readonly column: PackedColumn) {
    this.numbers = new Uint16Array(column.entries.count);
    this.seenIn = new Int32Array(column.entries.count).fill(-1);
  }

  pack(out: ByteWriter, firstRow: number, lastRow: number): void {
    const rows = lastRow - firstRow;
    const count = this.number(firstRow, lastRow);
    const { entries } = this.column;
    let mixed = false;
    for (let at = 0; at < count; at++) if (entries.kinds[this.distinct[at]] !== cellKind.text) mixed = true;
    const form = this.shapeOf(rows, count);
    out.byte(mixed ? form | withKinds : form);
    if (form === shape.empty) return;
    out.number(count);
    for (let at = 0; at < count; at++) {
      const entry = this.distinct[at];
      out.number(entries.ends[entry] - entries.ends[entry - 1]);
    }
    if (mixed) for (let at = 0; at < count; at++) out.byte(entries.kinds[this.distinct[at]]);
    for (let at = 0; at < count; at++) {
      const entry = this.distinct[at];
      out.copy(entries.bytes, entries.ends[entry - 1], entries.ends[entry]);
    }
    if (form === shape.bytes) for (let row = 0; row < rows; row++) out.byte(this.local[row]);
    if (form === shape.words) for (let row = 0; row < rows; row++) out.number(this.local[row]);
  }

  /** Numbers the entries of these rows from 1 in the order of their first rows; answers how many there are. */
  private number(firstRow: number, lastRow: number): number {
    const { codes } = this.column;
    const { numbers, seenIn, local, distinct } = this;
    let count = 0;
    for (let row = firstRow; row < lastRow; row++) {
      const entry = codes[row];
      if (entry !== 0 && seenIn[entry] !== firstRow) {
        seenIn[entry] = firstRow;
        distinct[count] = entry;
        numbers[entry] = ++count;
      }
      local[row - firstRow] = entry === 0 ? 0 : numbers[entry];
    }
    return count;
  }

  private shapeOf(rows: number, count: number): number {
    if (count === 0) return shape.empty;
    const { local } = this;
    if (count === rows) return shape.sequence;
    if (count === 1 && local.subarray(0, rows).every((code) => code === 1)) return shape.constant;
    return count < 256 ? shape.bytes : shape.words;
  }
}

/**
 * Cells that are no text begin with a byte that UTF-8 does not have, so that the number 1 and the text 1 stay two entries
 * of one dictionary.
 */
const kindMark = 0xf8;

class ColumnUnpacker {
  private readonly interner = new ByteInterner(64);
  private readonly parts: Uint32Array[] = [];
  private mixed = false;

  unpack(from: ByteReader, rows: number): void {
    const head = from.byte();
    const form = head & ~withKinds;
    const codes = new Uint32Array(rows);
    this.parts.push(codes);
    if (form === shape.empty) return;
    const entries = this.entriesOf(from, (head & withKinds) !== 0);
    if (form === shape.constant) codes.fill(entries[0]);
    else if (form === shape.sequence) codes.set(entries);
    else {
      for (let row = 0; row < rows; row++) {
        const code = form === shape.bytes ? from.byte() : from.number();
        if (code > entries.length) throw new Error('a chunk names a cell it does not hold');
        codes[row] = code === 0 ? 0 : entries[code - 1];
      }
    }
  }

  packed(): PackedColumn {
    const codes = new Uint32Array(this.parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of this.parts) {
      codes.set(part, at);
      at += part.length;
    }
    const { bytes, ends, count } = this.interner.view();
    return {
      codes,
      entries: this.mixed ? unmarked({ bytes, ends, count }) : { bytes, ends, count, kinds: new Uint8Array(count) },
    };
  }

  /** Of the entries of a chunk their numbers in the whole column. */
  private entriesOf(from: ByteReader, mixed: boolean): Uint32Array {
    const count = from.number();
    const lengths = new Uint32Array(count);
    for (let at = 0; at < count; at++) lengths[at] = from.number();
    const kinds = mixed ? from.take(count) : undefined;
    const numbers = new Uint32Array(count);
    for (let at = 0; at < count; at++) {
      const start = from.at;
      const bytes = from.source;
      const end = from.skip(lengths[at]);
      numbers[at] =
        kinds && kinds[at] !== cellKind.text ? this.marked(bytes, start, end, kinds[at]) : this.interner.add(bytes, start, end);
    }
    return numbers;
  }

  private marked(bytes: Uint8Array, start: number, end: number, kind: number): number {
    this.mixed = true;
    const marked = new Uint8Array(end - start + 1);
    marked[0] = kindMark + kind;
    marked.set(bytes.subarray(start, end), 1);
    return this.interner.add(marked, 0, marked.length);
  }
}

function unmarked({ bytes, ends, count }: Omit<Entries, 'kinds'>): Entries {
  const plain = { count, bytes: new Uint8Array(bytes.length), ends: new Uint32Array(count), kinds: new Uint8Array(count) };
  let used = 0;
  for (let entry = 1; entry < count; entry++) {
    const start = ends[entry - 1];
    const mark = bytes[start] >= kindMark ? 1 : 0;
    if (mark === 1) plain.kinds[entry] = bytes[start] - kindMark;
    plain.bytes.set(bytes.subarray(start + mark, ends[entry]), used);
    used += ends[entry] - start - mark;
    plain.ends[entry] = used;
  }
  return { ...plain, bytes: plain.bytes.subarray(0, used) };
}
