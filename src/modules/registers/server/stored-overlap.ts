import type { ReadTrx } from '../../../platform/db';
import { type Overlap, overlapOf, type RowIndex } from '../rules/row-index';
import { findMends, type MendedRows } from './mended-rows';
import { listSheets } from './rows-store';
import type { RegisterSeal } from './sealed-rows';
import { openFiles } from './stored-rows';

/** The rows of a kept batch that say nothing new, as its reading found them. */
export async function findOverlap(trx: ReadTrx, batchId: string, index: RowIndex): Promise<Overlap> {
  const sheets = await listSheets(trx, batchId);
  return overlapOf(index, (row) => sheets.findLast(({ firstRow }) => firstRow <= row)?.fileNo ?? 0);
}

/** Which rows the rows of a kept batch mend. */
export async function findStoredMends(trx: ReadTrx, seal: RegisterSeal, batchId: string): Promise<MendedRows> {
  const found: [number, { readonly batchId: string; readonly row: number }][] = [];
  let firstRow = 0;
  for await (const { sheets } of openFiles(trx, seal, batchId)) {
    for (const { facts, rows } of sheets) {
      found.push(...findMends(facts, rows, firstRow));
      firstRow += rows.rowNumbers.length;
    }
  }
  return new Map(found);
}
