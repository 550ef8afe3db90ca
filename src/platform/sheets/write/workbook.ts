import { randomBytes } from 'node:crypto';
import { open, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { CellOut, SheetOut } from '../types';
import { columnLetters, refusal } from '../words';
import { type CellNote, cellWriter, formulaStart, textCell, xmlAttribute, xmlText } from './cells';
import { choiceSheet, validations } from './choices';
import { commentsXml, drawingXml, mostNotes } from './notes';
import {
  contentTypes,
  packageRelations,
  sheetEnd,
  sheetFoot,
  sheetHead,
  sheetNotes,
  sheetRelations,
  styles,
  stylesXml,
  type WrittenSheet,
  workbookRelations,
  workbookXml,
} from './parts';
import { type ZipTarget, ZipWriter } from './zip';

/** Rows below the header that a sheet of Excel can hold. */
export const rowsPerSheet = 1_048_575;
const pieceLength = 128 * 1024;
const widest = 255;

export type WriteOptions = {
  readonly signal?: AbortSignal;
  /** rows written so far, over all sheets */
  readonly onProgress?: (rows: number) => void;
};

/**
 * Writes a workbook while its rows are pulled. The target appears, or changes, only when all is written; after an error or an
 * abort what was there before is there still.
 */
export async function writeWorkbook(target: string, sheets: Iterable<SheetOut>, options: WriteOptions = {}): Promise<void> {
  options.signal?.throwIfAborted();
  // Beside the target, because a rename is atomic only within one disk.
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${randomBytes(4).toString('hex')}.tmp`);
  const file = await open(temporary, 'wx').catch((error: unknown) => refuseTarget(target, error));
  try {
    await writeParts(file, sheets, options);
    await file.sync();
    await file.close();
    await rename(temporary, target);
  } catch (error) {
    // The first error is the one that counts; that the clean-up fails too adds nothing to it.
    await Promise.allSettled([file.close(), unlink(temporary)]);
    refuseTarget(target, error);
  }
}

/** What the disk or its rights refuse is said to the user; everything else is not ours to explain. */
function refuseTarget(target: string, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(EACCES|EPERM|EBUSY|ENOSPC|EDQUOT|EROFS|ENOENT|ENOTDIR|EISDIR|ENAMETOOLONG|EFBIG|EIO)$/.test(code))
    throw refusal(target, 'cannotWrite');
  throw error;
}

/** Writes all parts of a workbook to where an archive can go. */
export async function writeParts(file: ZipTarget, sheets: Iterable<SheetOut>, options: WriteOptions): Promise<void> {
  const zip = new ZipWriter(file);
  const written: WrittenSheet[] = [];
  const count = { rows: 0 };
  const withChoices: SheetOut[] = [];
  for (const sheet of sheets) {
    await writeSheet(zip, sheet, { written, count, options, choicesBefore: choicesOf(withChoices) });
    if (sheet.columns.some(({ choices }) => choices)) withChoices.push({ ...sheet, rows: [] });
  }
  const choices = choiceSheet(withChoices);
  if (choices) await writeSheet(zip, choices, { written, count, options, choicesBefore: 0 });
  await zip.add('xl/workbook.xml', [workbookXml(written, xmlAttribute)]);
  await zip.add('xl/_rels/workbook.xml.rels', [workbookRelations(written.length)]);
  await zip.add('xl/styles.xml', [stylesXml]);
  await zip.add('_rels/.rels', [packageRelations]);
  await zip.add('[Content_Types].xml', [contentTypes(written)]);
  await zip.end();
}

type Writing = {
  readonly written: WrittenSheet[];
  readonly count: { rows: number };
  readonly options: WriteOptions;
  /** columns with choices in the sheets before */ readonly choicesBefore: number;
};

/** Writes one sheet, as several where it has more rows than one holds, each with the notes at its cells. */
async function writeSheet(zip: ZipWriter, sheet: SheetOut, writing: Writing): Promise<void> {
  const { written, count, options } = writing;
  const rows = Symbol.asyncIterator in sheet.rows ? sheet.rows[Symbol.asyncIterator]() : sheet.rows[Symbol.iterator]();
  try {
    for (let first = true, more = await rows.next(); first || !more.done; first = false) {
      const page = new SheetPage(
        sheet,
        rows,
        more,
        options,
        count,
        validations(sheet, writing.choicesBefore, headerOf(sheet) + 1),
      );
      const number = written.length + 1;
      await zip.add(`xl/worksheets/sheet${number}.xml`, page.pieces());
      if (page.notes.length > 0) {
        await zip.add(`xl/worksheets/_rels/sheet${number}.xml.rels`, [sheetRelations(number)]);
        await zip.add(`xl/comments${number}.xml`, [commentsXml(page.notes)]);
        await zip.add(`xl/drawings/vmlDrawing${number}.vml`, [drawingXml(page.notes)]);
      }
      const noted = page.notes.length > 0;
      const head = headerOf(sheet);
      written.push({ name: freeName(sheet.name, written), range: page.range(), head, hidden: sheet.hidden ?? false, noted });
      more = page.next;
    }
  } finally {
    await rows.return?.();
  }
}

/** The number of the row that holds the headers, below the lines at the top. */
function headerOf({ top = [] }: SheetOut): number {
  return top.length + 1;
}

function choicesOf(sheets: readonly SheetOut[]): number {
  return sheets.reduce((sum, { columns }) => sum + columns.filter(({ choices }) => choices).length, 0);
}

/** One sheet of the file: as many of the rows as fit below its header. */
class SheetPage {
  readonly notes: CellNote[] = [];
  private rowCount = 0;

  constructor(
    private readonly sheet: SheetOut,
    private readonly rows: Iterator<readonly CellOut[]> | AsyncIterator<readonly CellOut[]>,
    /** the first row that this page has not written */
    public next: IteratorResult<readonly CellOut[]>,
    private readonly options: WriteOptions,
    private readonly count: { rows: number },
    private readonly rules: string,
  ) {}

  async *pieces(): AsyncGenerator<string> {
    const { columns, top = [], paper } = this.sheet;
    const header = headerOf(this.sheet);
    const onNote = (note: CellNote) => {
      if (this.notes.length < mostNotes) this.notes.push(note);
    };
    const writers = columns.map((column, index) => cellWriter(column, index, onNote));
    let piece = sheetHead + viewAndWidths(columns, header) + topRows(top) + headerRow(columns, header);
    while (!this.next.done && header + this.rowCount <= rowsPerSheet) {
      const number = ++this.rowCount + header;
      const cells = this.next.value;
      piece += `<row r="${number}">`;
      for (let index = 0; index < writers.length; index++) piece += writers[index](number, cells[index] ?? null);
      piece += '</row>';
      const next = this.rows.next();
      // To wait for what is already there would cost a turn of the loop for each row.
      this.next = next instanceof Promise ? await next : next;
      if (piece.length < pieceLength) continue;
      yield piece;
      this.report();
      piece = '';
    }
    const range = this.range();
    const filter = range === undefined ? '' : `<autoFilter ref="${range.replaceAll('$', '')}"/>`;
    yield `${piece}</sheetData>${filter}${this.rules}${sheetFoot(pageHead(paper))}${this.notes.length > 0 ? sheetNotes : ''}${sheetEnd}`;
    this.report();
  }

  range(): string | undefined {
    const { length } = this.sheet.columns;
    const header = headerOf(this.sheet);
    return length === 0 ? undefined : `$A$${header}:$${columnLetters(length - 1)}$${this.rowCount + header}`;
  }

  private reported = 0;

  private report(): void {
    this.options.signal?.throwIfAborted();
    this.count.rows += this.rowCount - this.reported;
    this.reported = this.rowCount;
    this.options.onProgress?.(this.count.rows);
  }
}

function viewAndWidths(columns: SheetOut['columns'], header: number): string {
  const first = `A${header + 1}`;
  const pane = `<pane ySplit="${header}" topLeftCell="${first}" activePane="bottomLeft" state="frozen"/>`;
  const view = `<sheetViews><sheetView workbookViewId="0">${pane}<selection pane="bottomLeft" activeCell="${first}" sqref="${first}"/></sheetView></sheetViews>`;
  const widths = columns.map(
    ({ width, hidden }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${Math.min(widest, width)}" customWidth="1"${hidden ? ' hidden="1"' : ''}/>`,
  );
  return `${view}${widths.length === 0 ? '' : `<cols>${widths.join('')}</cols>`}<sheetData>`;
}

/** The head of printed pages; in it `&` begins a code, and Excel takes 255 characters at most. */
function pageHead(text = ''): string {
  return text === '' ? '' : `&amp;L${xmlText(Array.from(text).slice(0, 100).join('').replaceAll('&', '&&'))}`;
}

function topRows(lines: readonly string[]): string {
  const quoted = (text: string) => (formulaStart.test(text) ? styles.quoted : styles.text);
  return lines.map((text, index) => `<row r="${index + 1}">${textCell(`A${index + 1}`, quoted(text), text)}</row>`).join('');
}

function headerRow(columns: SheetOut['columns'], number: number): string {
  const cells = columns.map(({ header }, index) => textCell(`${columnLetters(index)}${number}`, styles.header, header));
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** A name Excel accepts that no sheet has yet: at most 31 characters, without `[]:*?/\`; a second one becomes `名单(2)`. */
function freeName(wanted: string, written: readonly WrittenSheet[]): string {
  const clean = wanted.replace(/[[\]:*?/\\\u0000-\u001f]/g, '_').replace(/^'|'$/g, '_') || 'Sheet';
  const taken = new Set(written.map(({ name }) => name.toLowerCase()));
  for (let copy = 1; ; copy++) {
    const suffix = copy === 1 ? '' : `(${copy})`;
    const name = clean.slice(0, 31 - suffix.length) + suffix;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
