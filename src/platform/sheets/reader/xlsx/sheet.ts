import { cellKind } from '../../../../kernel/packed-column';
import type { SheetPreview } from '../../types';
import { refusal } from '../../words';
import { type ColumnInterner, hashOf } from '../interner';
import type { Progress } from '../open-file';
import type { SheetPacker } from '../packer';
import { attributeText, CellStart, cellTypes } from './attributes';
import { dateOfIso, dateOfSerial } from './dates';
import type { SharedStrings } from './shared-strings';
import { TextBuffer } from './text-buffer';
import type { Workbook } from './workbook';
import { nameCode, type XmlBytes, type XmlHandler } from './xml-bytes';

const tags = {
  row: nameCode('row'),
  cell: nameCode('c'),
  value: nameCode('v'),
  text: nameCode('t'),
  phonetic: nameCode('rPh'),
  formula: nameCode('f'),
  rows: nameCode('sheetData'),
  columns: nameCode('col'),
  merge: nameCode('mergeCell'),
} as const;

const lastRow = 1_048_576;
const lastColumn = 16_383;
/** Excel merges some thousands at most; a file with more of them in its first rows is not shown all. */
const mostMerges = 2_000;
const [trueText, falseText, neverCalculated] = ['TRUE', 'FALSE', '#公式未计算'];

type Merge = SheetPreview['merges'][number];

/** Takes in one worksheet while its XML passes: cells into the packer, and for the preview what stands around them. */
export class SheetReader implements XmlHandler {
  readonly merges: Merge[] = [];
  readonly hiddenColumns: number[] = [];
  /** rows wanted; the preview has enough after sixty */
  maxRows = Number.POSITIVE_INFINITY;
  xml: XmlBytes | undefined;
  private row = 0;
  private readonly cell = new CellStart();
  private target: ColumnInterner | undefined;
  private inRows = false;
  private inText = false;
  private inPhonetic = false;
  private hasFormula = false;
  private hasValue = false;
  private readonly cellValue = new TextBuffer();

  constructor(
    private readonly packer: SheetPacker,
    private readonly strings: SharedStrings,
    private readonly workbook: Workbook,
    private readonly fromRow: number,
    private readonly progress?: Progress,
  ) {}

  open(name: number, bytes: Buffer, from: number, to: number): void {
    if (name === tags.cell) this.openCell(bytes, from, to);
    else if (name === tags.value) this.openValue();
    else if (name === tags.text) this.inText = this.target !== undefined && !this.inPhonetic;
    else if (name === tags.row) this.openRow(bytes, from, to);
    else if (name === tags.formula) this.hasFormula = true;
    else if (name === tags.phonetic) this.inPhonetic = true;
    else if (name === tags.rows) this.inRows = true;
    else if (name === tags.columns) this.openColumns(bytes, from, to);
    else if (name === tags.merge) this.openMerge(bytes, from, to);
  }

  text(bytes: Buffer, from: number, to: number): void {
    if (!this.inText) return;
    this.hasValue = true;
    if (!this.cellValue.append(bytes, from, to)) throw refusal(this.packer.file, 'entities');
  }

  close(name: number): void {
    if (name === tags.value || name === tags.text) this.inText = false;
    else if (name === tags.cell) this.closeCell();
    else if (name === tags.row) this.closeRow();
    else if (name === tags.phonetic) this.inPhonetic = false;
    else if (name === tags.rows) this.inRows = false;
  }

  private openRow(bytes: Buffer, from: number, to: number): void {
    const written = attributeText(bytes, from, to, 'r');
    const row = written === undefined ? this.row + 1 : Number(written);
    if (!this.inRows || !Number.isInteger(row) || row <= this.row || row > lastRow) throw refusal(this.packer.file, 'broken');
    this.row = row;
    this.cell.column = -1;
  }

  private closeRow(): void {
    const { packer } = this;
    if (this.row >= this.fromRow) packer.endRow(this.row);
    if (packer.row >= this.maxRows) this.xml?.skipToEndOf('sheetData');
    if ((this.row & 1023) === 0) this.progress?.(packer.row);
  }

  private openCell(bytes: Buffer, from: number, to: number): void {
    const { cell, packer } = this;
    cell.read(bytes, from, to);
    if (cell.column > lastColumn) throw refusal(packer.file, 'broken');
    this.target = this.row >= this.fromRow ? packer.targets[cell.column] : undefined;
    this.hasFormula = false;
    this.hasValue = false;
    this.cellValue.clear();
  }

  private openValue(): void {
    const { packer, cell } = this;
    this.inText = this.target !== undefined;
    // Styled but empty cells may reach to the last column; only a value counts.
    if (cell.column < packer.limits.columns) return;
    throw refusal(packer.file, 'tooManyColumns', { row: this.row, limit: packer.limits.columns });
  }

  private closeCell(): void {
    const { target, cellValue } = this;
    this.target = undefined;
    if (target === undefined) return;
    if (!this.hasValue && this.hasFormula) {
      cellValue.set(neverCalculated);
      this.put(target, cellKind.error);
    } else if (cellValue.length > 0) this.putTyped(target);
  }

  private putTyped(target: ColumnInterner): void {
    const { cellValue, cell } = this;
    if (cell.type === cellTypes.shared) this.putShared(target);
    else if (cell.type === cellTypes.number) this.putNumber(target);
    else if (cell.type === cellTypes.boolean) {
      cellValue.set(cellValue.toString() === '1' ? trueText : falseText);
      this.put(target, cellKind.boolean);
    } else if (cell.type === cellTypes.isoDate) {
      cellValue.set(dateOfIso(cellValue.toString()));
      this.put(target, cellKind.date);
    } else {
      cellValue.unescape();
      this.put(target, cell.type === cellTypes.error ? cellKind.error : cellKind.text);
    }
  }

  /** A number stays as the file wrote it: `2.11324201203050E+17` must not turn into an ID that looks whole. */
  private putNumber(target: ColumnInterner): void {
    const day = this.workbook.dateStyles[this.cell.style]
      ? dateOfSerial(Number(this.cellValue.toString()), this.workbook.dates1904)
      : undefined;
    if (day !== undefined) this.cellValue.set(day);
    this.put(target, day === undefined ? cellKind.number : cellKind.date);
  }

  private putShared(target: ColumnInterner): void {
    const { packer, strings } = this;
    const index = this.cellValue.index();
    if (index < 0 || index >= strings.count) throw refusal(packer.file, 'broken');
    const [from, to] = [strings.ends[index], strings.ends[index + 1]];
    if (from === to) return;
    if (to - from > packer.limits.cellLength) packer.refuseIfLong(strings.bytes, from, to, this.place());
    target.put(packer.row, strings.view, from, to, strings.hashes[index], cellKind.text);
    packer.kept = true;
  }

  private put(target: ColumnInterner, kind: number): void {
    const { cellValue, packer } = this;
    const { bytes, length } = cellValue;
    if (bytes[0] <= 32 || bytes[length - 1] <= 32 || length > packer.limits.cellLength) {
      packer.putTrimmed(target, bytes, 0, length, kind, this.place());
      return;
    }
    target.put(packer.row, cellValue.view, 0, length, hashOf(cellValue.view, 0, length, kind), kind);
    packer.kept = true;
  }

  private place() {
    return { row: this.row, column: this.cell.column };
  }

  private openColumns(bytes: Buffer, from: number, to: number): void {
    if (!/^(1|true)$/.test(attributeText(bytes, from, to, 'hidden') ?? '')) return;
    const [first, last] = ['min', 'max'].map((name) => Number(attributeText(bytes, from, to, name)));
    // A sheet may hide everything to the right of its table, up to column 16,384.
    for (let column = first; column <= Math.min(last, this.packer.limits.columns); column++) this.hiddenColumns.push(column - 1);
  }

  private openMerge(bytes: Buffer, from: number, to: number): void {
    if (this.merges.length >= mostMerges) return;
    const range = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(attributeText(bytes, from, to, 'ref') ?? '');
    if (!range || Number(range[2]) > this.row) return;
    this.merges.push({
      row: Number(range[2]),
      column: columnOf(range[1]),
      lastRow: Number(range[4]),
      lastColumn: columnOf(range[3]),
    });
  }
}

function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
