import { readFileSync } from 'node:fs';
import { type CellObject, CFB, read, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { cellKind } from '../../../../kernel/packed-column';
import type { FilePreview, SheetLimits, SheetPick, SheetPreview } from '../../types';
import { type Reason, refusal } from '../../words';
import type { OpenFile, Progress } from '../open-file';
import { previewOf, previewPacker, previewRows, SheetPacker } from '../packer';
import { dateOfSerial } from '../xlsx/dates';
import { showsDate } from '../xlsx/workbook';
import { rowsWithValues } from './biff';

// Files of BIFF5 and older hold their texts in the code page of the office that wrote them, here 936.
set_cptable(codePages);

/** What an OLE container holds, by the name of a stream in it. */
const contents: readonly (readonly [string, Reason])[] = [
  ['EncryptedPackage', 'password'],
  ['WordDocument', 'document'],
  ['PowerPoint Document', 'document'],
];

/** Opens an old .xls. The format ends at 65,536 rows, so the whole file is read at once; memory and time are watched from outside. */
export function openXls(file: string, limits: SheetLimits): OpenFile {
  const bytes = readFileSync(file);
  for (const [name, reason] of contents) if (bytes.includes(Buffer.from(name, 'utf16le'))) throw refusal(file, reason);
  const book = readBook(file, bytes);
  refuseIfHollow(file, bytes, book);
  return {
    async preview(): Promise<FilePreview> {
      const sheets = book.SheetNames.map((name, index) => previewSheet(file, limits, book, name, index));
      if (sheets.every(({ rows }) => rows.length === 0)) throw refusal(file, 'noCells');
      return { path: file, format: 'xls', sheets };
    },
    async read(pick: SheetPick, progress: Progress) {
      const sheet = book.Sheets[pick.sheet];
      if (!sheet) throw refusal(file, 'noSheet', { sheet: pick.sheet });
      const packer = new SheetPacker(file, limits, pick.columns);
      fill(packer, sheet, pick.fromRow, Number.POSITIVE_INFINITY, uses1904(book));
      progress(packer.row);
      return packer.packed(pick.sheet);
    },
  };
}

function readBook(file: string, bytes: Buffer): WorkBook {
  try {
    return read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
    });
  } catch (error) {
    if (error instanceof RangeError && /allocation|length/i.test(error.message)) throw error;
    throw refusal(file, /password|encrypt/i.test(String(error)) ? 'password' : 'broken');
  }
}

function refuseIfHollow(file: string, bytes: Buffer, book: WorkBook): void {
  const stream = streamOf(bytes);
  if (stream === undefined) return;
  const got = book.SheetNames.reduce(
    (sum, name) => sum + rowsOf(book.Sheets[name]).filter((row) => row?.some(Boolean)).length,
    0,
  );
  if (got < rowsWithValues(stream)) throw refusal(file, 'hollow', { sheet: book.SheetNames[0] ?? '' });
}

/** The workbook's records; a file without a container around them is too old to be checked. */
function streamOf(bytes: Buffer): Uint8Array | undefined {
  if (bytes[0] !== 0xd0) return undefined;
  const container = CFB.read(bytes, { type: 'buffer' });
  const found = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book');
  return found ? Uint8Array.from(found.content) : undefined;
}

function previewSheet(file: string, limits: SheetLimits, book: WorkBook, name: string, index: number): SheetPreview {
  const sheet = book.Sheets[name];
  const packer = previewPacker(file, limits);
  const last = fill(packer, sheet, 1, previewRows, uses1904(book));
  const merges = (sheet['!merges'] ?? [])
    .map(({ s, e }) => ({ row: s.r + 1, column: s.c, lastRow: e.r + 1, lastColumn: e.c }))
    .filter(({ row }) => row <= last);
  const hiddenColumns = [...(sheet['!cols'] ?? []).entries()].filter(([, column]) => column?.hidden).map(([column]) => column);
  const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
  return { name, hidden, rows: previewOf(packer), merges, hiddenColumns: hiddenColumns.slice(0, limits.columns) };
}

type Row = readonly (CellObject | undefined)[] | undefined;

function rowsOf(sheet: WorkSheet | undefined): readonly Row[] {
  return sheet?.['!data'] ?? [];
}

/** Puts the cells of a sheet into the packer; tells the number of the last row it looked at. */
function fill(packer: SheetPacker, sheet: WorkSheet, fromRow: number, maxRows: number, dates1904: boolean): number {
  const rows = rowsOf(sheet);
  let row = fromRow;
  for (; row <= rows.length && packer.row < maxRows; row++) {
    const cells = rows[row - 1] ?? [];
    if (cells.length > packer.limits.columns) throw refusal(packer.file, 'tooManyColumns', { row, limit: packer.limits.columns });
    for (const [column, cell] of cells.entries()) {
      const target = packer.targets[column];
      if (!target || !cell || cell.t === 'z') continue;
      const { text, kind } = shown(cell, dates1904);
      const bytes = Buffer.from(text, 'utf8');
      packer.putTrimmed(target, bytes, 0, bytes.length, kind, { row, column });
    }
    packer.endRow(row);
  }
  return row - 1;
}

function shown(cell: CellObject, dates1904: boolean): { text: string; kind: number } {
  if (cell.t === 'b') return { text: cell.v === true ? 'TRUE' : 'FALSE', kind: cellKind.boolean };
  if (cell.t === 'e') return { text: cell.w ?? errorText(cell.v), kind: cellKind.error };
  if (cell.t !== 'n') return { text: String(cell.v ?? ''), kind: cellKind.text };
  const day = typeof cell.z === 'string' && showsDate(cell.z) ? dateOfSerial(Number(cell.v), dates1904) : undefined;
  return day === undefined ? { text: asExcelShows(Number(cell.v)), kind: cellKind.number } : { text: day, kind: cellKind.date };
}

/** Excel keeps fifteen digits: of an ID stored as a number the end is lost, and nobody shall take the noise there for digits. */
function asExcelShows(value: number): string {
  return String(Number(value.toPrecision(15)));
}

// MS-XLS 2.5.10.
const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function errorText(value: CellObject['v']): string {
  return (typeof value === 'number' ? errors[value] : undefined) ?? '#N/A';
}

function uses1904(book: WorkBook): boolean {
  return book.Workbook?.WBProps?.date1904 === true;
}
