import type { Gazetteer } from '../../area/index';
import { type ColumnView, recogniseColumns } from '../rules/column-view';
import { type Layout, layoutOf } from '../rules/layout';
import type { RegisterKind } from '../rules/register';
import { type Overlap, overlapOf, type RowIndex } from '../rules/row-index';
import { encodeChunks } from './chunks';
import type { KeptRegister } from './kept-register';
import { findMends, type MendedRows } from './mended-rows';
import { KeptAssembly, type RawFile } from './raw-register';
import { indexOf } from './row-hashes';
import type { StoredChunk, StoredSheet } from './rows-store';
import type { RegisterSeal } from './sealed-rows';
import { sourceKeyOf } from './stored-rows';

/** Sheets with the same headers: one question about their columns stands for all. */
export type ReadSource = {
  readonly sourceKey: string;
  readonly sheets: number;
  readonly firstFile: string;
  readonly firstSheet: string;
  readonly columns: readonly ColumnView[];
};

/** Everything that reading makes of the files of a batch. */
export type BatchReading = {
  readonly kept: KeptRegister;
  readonly index: RowIndex;
  readonly overlap: Overlap;
  readonly sources: readonly ReadSource[];
  readonly sheets: readonly StoredSheet[];
  readonly layouts: readonly { readonly file: string; readonly sheet: string; readonly layout: Layout }[];
  readonly chunks: readonly StoredChunk[];
  readonly mends: MendedRows | undefined;
  /** how many there are of each kind of problem in each column, by `problemGroup` */
  readonly problemTotals: ReadonlyMap<string, number>;
};

/** Reads a batch file by file, from uploads or from what was kept; the rows leave sealed, the register stays in memory. */
export class BatchReader {
  private readonly kept: KeptAssembly;
  private readonly sources = new Map<string, ReadSource>();
  private readonly sheets: StoredSheet[] = [];
  private readonly layouts: { readonly file: string; readonly sheet: string; readonly layout: Layout }[] = [];
  private readonly chunks: StoredChunk[] = [];
  private readonly mends: MendedRows[] = [];
  private files = 0;

  constructor(
    private readonly kind: RegisterKind,
    private readonly batchId: string,
    private readonly seal: RegisterSeal,
    gazetteer: Gazetteer,
  ) {
    this.kept = new KeptAssembly(kind, gazetteer);
  }

  /** Adds the next file; its rows are sealed to be kept unless they are kept already. Throws a `RegisterRefusal` where nobody is in it. */
  add(file: RawFile, keepRows: boolean): void {
    for (const sheet of file.sheets) {
      const { name, facts, mapping, rows } = sheet;
      const sourceKey = this.noteSource(file, sheet);
      const firstRow = this.sheets.reduce((sum, one) => sum + one.rows, 0);
      const sheetNo = this.sheets.length;
      const layout = { facts, sourceKey, mapping, hidden: file.hidden };
      this.sheets.push({ sheetNo, fileNo: this.files, name, layout, firstRow, rows: rows.rowNumbers.length });
      this.layouts.push({ file: file.file, sheet: name, layout: layoutOf(this.kind, facts, mapping) });
      this.mends.push(findMends(facts, rows, firstRow));
      if (!keepRows) continue;
      for (const chunk of encodeChunks(rows)) {
        const chunkNo = this.chunks.length;
        const body = this.seal.chunk(this.batchId, chunkNo, chunk.body);
        this.chunks.push({ chunkNo, sheetNo, firstRow: firstRow + chunk.firstRow, rows: chunk.rows, body });
      }
    }
    this.files++;
    this.kept.add(file);
  }

  finish(): BatchReading {
    const kept = this.kept.finish();
    const index = indexOf(kept, this.seal.rowKey());
    const starts = this.sheets.map(({ firstRow, fileNo }) => ({ firstRow, fileNo }));
    const fileOf = (row: number) => starts.findLast(({ firstRow }) => firstRow <= row)?.fileNo ?? 0;
    const rows = this.mends.flatMap((one) => [...one]);
    return {
      kept,
      index,
      overlap: overlapOf(index, fileOf),
      sources: [...this.sources.values()],
      sheets: this.sheets,
      layouts: this.layouts,
      chunks: this.chunks,
      mends: rows.length > 0 ? new Map(rows) : undefined,
      problemTotals: this.kept.problemTotals(),
    };
  }

  private noteSource({ file }: RawFile, { name, facts, mapping, rows }: RawFile['sheets'][number]): string {
    const sourceKey = sourceKeyOf(this.kind, facts);
    const known = this.sources.get(sourceKey);
    const source = known ?? {
      sourceKey,
      sheets: 0,
      firstFile: file,
      firstSheet: name,
      columns: recogniseColumns(this.kind, facts, rows.columns, mapping),
    };
    this.sources.set(sourceKey, { ...source, sheets: source.sheets + 1 });
    return sourceKey;
  }
}
