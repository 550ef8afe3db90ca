import { setImmediate as otherWork } from 'node:timers/promises';
import { cellText } from '../../../kernel/packed-column';
import type { ReadTrx } from '../../../platform/db';
import type { CellOut, SheetOut } from '../../../platform/sheets/index';
import { ownHeaders, titleHeaders } from '../rules/header-names';
import { type Layout, layoutOf } from '../rules/layout';
import type { RegisterKind } from '../rules/register';
import { ChunkReader, type RawRows } from './chunks';
import { rowMark } from './mended-rows';
import { type FaultyRows, type RowFault, sheetMark } from './problem-places';
import { listBatchFiles, listSheets, readChunks, type StoredSheet } from './rows-store';
import type { RegisterSeal } from './sealed-rows';
import { mappingOf } from './stored-rows';

/** A batch of which the rows to be mended are handed out. */
type Handed = { readonly batchId: string; readonly kind: RegisterKind };

/**
 * The rows of a batch that must be mended, a sheet each as the list had them: the same columns in the same order, in front of
 * them what is wrong, wrong cells red with a note, and behind them, hidden, the mark by which a row is known when it comes back.
 */
export async function problemSheets(
  trx: ReadTrx,
  seal: RegisterSeal,
  { batchId, kind }: Handed,
  faulty: FaultyRows,
): Promise<readonly SheetOut[]> {
  const files = new Map((await listBatchFiles(trx, batchId)).map(({ fileNo, name }) => [fileNo, name]));
  const made: SheetOut[] = [];
  for (const sheet of await listSheets(trx, batchId)) {
    const faults = faulty.get(sheetMark(files.get(sheet.fileNo) ?? '', sheet.name));
    if (faults === undefined) continue;
    const { facts, mapping } = sheet.layout;
    const page = new ProblemPage(layoutOf(kind, facts, mappingOf(mapping)), faults, batchId);
    await eachChunk(trx, seal, batchId, sheet, (rows, firstRow) => page.take(rows, firstRow));
    made.push(page.sheet(sheet.name));
  }
  return made;
}

/** Opens the rows of a sheet some at a time; between them the process that serves pages does its other work. */
async function eachChunk(
  trx: ReadTrx,
  seal: RegisterSeal,
  batchId: string,
  { sheetNo }: StoredSheet,
  take: (rows: RawRows, firstRow: number) => void,
): Promise<void> {
  for await (const { chunkNo, firstRow, body } of readChunks(trx, batchId, sheetNo)) {
    const reader = new ChunkReader();
    reader.add(seal.openChunk(batchId, chunkNo, body));
    take(reader.finish(), firstRow);
    await otherWork();
  }
}

/** The bad rows of one sheet. */
class ProblemPage {
  private readonly rows: CellOut[][] = [];
  /** of columns that a list writes once for several rows, what was written last */
  private readonly lastWritten = new Map<number, string>();

  constructor(
    private readonly layout: Layout,
    private readonly faults: ReadonlyMap<number, readonly RowFault[]>,
    private readonly batchId: string,
  ) {}

  /** `firstRow` is the number of the first of these rows in the batch. */
  take({ rowNumbers, columns }: RawRows, firstRow: number): void {
    for (let at = 0; at < rowNumbers.length; at++) {
      for (const index of this.layout.fillDown) {
        const text = cellText(columns[index], at);
        if (text !== '') this.lastWritten.set(index, text);
      }
      const faults = this.faults.get(rowNumbers[at]);
      if (faults) this.rows.push(this.row(rowNumbers[at], faults, (index) => cellText(columns[index], at), firstRow + at));
    }
  }

  sheet(name: string): SheetOut {
    const own = this.layout.columns.map(({ header }) => ({ header, width: Math.min(30, Math.max(10, header.length * 2 + 4)) }));
    return {
      name,
      columns: [
        { header: ownHeaders[0], width: 44, wrap: true },
        ...own,
        ...this.fromTitle().map(({ header }) => ({ header, width: 18 })),
        { header: ownHeaders[1], width: 10, hidden: true },
      ],
      rows: this.rows,
    };
  }

  private row(number: number, faults: readonly RowFault[], cell: (index: number) => string, batchRow: number): CellOut[] {
    const said = faults.map(({ column, says }) => (column === '' ? says : `${column}：${says}`));
    const cells = this.layout.columns.map(({ index, header, repeated }): CellOut => {
      const text = cell(index) || (this.lastWritten.get(index) ?? '');
      const wrong = repeated ? undefined : faults.find(({ column }) => column === header);
      if (wrong === undefined) return text;
      return { text, note: wrong.expected === '' ? wrong.says : `${wrong.says}应填：${wrong.expected}` };
    });
    const title = this.fromTitle().map(({ text }) => text);
    return [`原第 ${number} 行。${said.join('')}`, ...cells, ...title, rowMark(this.batchId, batchRow)];
  }

  /** What only the title above the list said, which a row without its title would lose. */
  private fromTitle(): readonly { readonly header: string; readonly text: string }[] {
    const { school, className } = this.layout;
    const said = [
      { header: titleHeaders.school, text: school },
      { header: titleHeaders.className, text: className },
    ];
    return said.filter(({ text }) => text !== '');
  }
}
