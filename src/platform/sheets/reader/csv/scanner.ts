import { cellKind } from '../../../../kernel/packed-column';
import { refusal } from '../../words';
import type { ColumnInterner } from '../interner';
import type { SheetPacker } from '../packer';

const [lineFeed, carriageReturn, quote] = [10, 13, 34];
/** `quoted` met the end of the block within the cell. */
const unfinished = -1;

/**
 * The rows of a delimited text (RFC 4180, with the liberties that real exports take), from blocks of bytes.
 *
 * Cells are interned as bytes, a block at a time, so no string is ever made. A row that the block cuts off is
 * left for the next call and scanned again; what it has interned already is found again then.
 */
export class CsvScanner {
  /** number of the row last finished, from 1 */
  rowNumber = 0;
  private scratch = Buffer.alloc(256);

  constructor(
    private readonly packer: SheetPacker,
    private readonly delimiter: number,
    private readonly fromRow: number,
  ) {}

  /**
   * Reads the rows that end in `block[0..end)` and tells where the first unfinished one begins; `maxRows` kept rows at most.
   * `block[end]` is overwritten: a line feed there ends every inner loop without a second comparison a byte.
   */
  scan(block: Buffer, end: number, final: boolean, maxRows: number): number {
    block[end] = lineFeed;
    let rowStart = 0;
    while (rowStart < end && this.packer.row < maxRows) {
      const next = this.scanRow(block, rowStart, end, final);
      if (next === unfinished) break;
      rowStart = next;
    }
    this.packer.flush(block);
    return rowStart;
  }

  private scanRow(block: Buffer, start: number, end: number, final: boolean): number {
    const { packer, delimiter } = this;
    const wanted = this.rowNumber + 1 >= this.fromRow;
    const width = wanted ? packer.targets.length : 0;
    let at = start;
    for (let column = 0; ; column++, at++) {
      const target = column < width ? packer.targets[column] : undefined;
      at =
        block[at] === quote
          ? this.quoted(block, at, end, final, target, column)
          : this.plain(block, at, end, final, target, column);
      if (at === unfinished) return unfinished;
      if (at >= end || block[at] !== delimiter) break;
      if (column + 1 >= packer.limits.columns) this.refuseWidth();
    }
    if (block[at] === carriageReturn && at < end) {
      if (at + 1 === end && !final) return unfinished;
      if (block[at + 1] === lineFeed) at++;
    }
    this.rowNumber++;
    if (wanted) packer.endRow(this.rowNumber);
    return at + 1;
  }

  /** A cell without quotes: everything up to the delimiter or the end of the line. */
  private plain(
    block: Buffer,
    from: number,
    end: number,
    final: boolean,
    target: ColumnInterner | undefined,
    column: number,
  ): number {
    const delimiter = this.delimiter;
    let at = from;
    let byte = block[at];
    while (byte !== delimiter && (byte > carriageReturn || (byte !== lineFeed && byte !== carriageReturn))) byte = block[++at];
    if (at >= end && !final) return unfinished;
    if (target !== undefined && at > from) this.put(target, block, from, at, column);
    return at;
  }

  /** A cell that begins with a quote; the common case, no doubled quotes inside, needs no copy either. */
  private quoted(
    block: Buffer,
    open: number,
    end: number,
    final: boolean,
    target: ColumnInterner | undefined,
    column: number,
  ): number {
    let at = open + 1;
    while (at < end && block[at] !== quote) at++;
    if (at >= end) return final ? this.refuseQuote() : unfinished;
    const after = at + 1;
    if (after >= end && !final) return unfinished;
    const byte = block[after];
    if (byte !== this.delimiter && byte !== lineFeed && byte !== carriageReturn)
      return this.mixed(block, open, end, final, target, column);
    if (target !== undefined && at > open + 1) this.put(target, block, open + 1, at, column);
    return after;
  }

  /** A quoted cell with doubled quotes, or with text after its closing quote, put together in a buffer of its own. */
  private mixed(
    block: Buffer,
    open: number,
    end: number,
    final: boolean,
    target: ColumnInterner | undefined,
    column: number,
  ): number {
    if (this.scratch.length < end - open) this.scratch = Buffer.alloc((end - open) * 2);
    let [length, inside, at] = [0, true, open + 1];
    for (; at < end; at++) {
      const byte = block[at];
      if (inside && byte === quote) {
        if (at + 1 < end && block[at + 1] === quote) this.scratch[length++] = block[++at];
        else if (at + 1 === end && !final) return unfinished;
        else inside = false;
      } else if (!inside && (byte === this.delimiter || byte === lineFeed || byte === carriageReturn)) break;
      else this.scratch[length++] = byte;
    }
    if (at >= end && !final) return unfinished;
    if (inside) this.refuseQuote();
    if (target !== undefined) this.packer.putTrimmed(target, this.scratch, 0, length, cellKind.text, this.place(column));
    return at;
  }

  private put(target: ColumnInterner, block: Buffer, from: number, to: number, column: number): void {
    const { packer } = this;
    if (block[from] <= 32 || block[to - 1] <= 32) {
      packer.putTrimmed(target, block, from, to, cellKind.text, this.place(column));
      return;
    }
    if (to - from > packer.limits.cellLength) packer.refuseIfLong(block, from, to, this.place(column));
    target.later(packer.row, from, to);
    packer.kept = true;
  }

  private place(column: number) {
    return { row: this.rowNumber + 1, column };
  }

  private refuseQuote(): never {
    throw refusal(this.packer.file, 'openQuote', { row: this.rowNumber + 1 });
  }

  private refuseWidth(): never {
    throw refusal(this.packer.file, 'tooManyColumns', { row: this.rowNumber + 1, limit: this.packer.limits.columns });
  }
}
