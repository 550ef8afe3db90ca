import { createHash } from 'node:crypto';
import type { PackedColumn } from '../../../kernel/packed-column';
import type { ReadTrx } from '../../../platform/db';
import { isColumnRole } from '../field-words';
import { type LayeredIndex, noRows } from '../rules/commit-plan';
import type { ColumnRole } from '../rules/header-names';
import { type ColumnMapping, type SheetFacts, sourceText } from '../rules/layout';
import type { RegisterKind } from '../rules/register';
import { copyHash, hashLength, sortedIndex } from '../rules/row-index';
import { ChunkReader, type RawRows } from './chunks';
import type { RawFile } from './raw-register';
import { listBatchFiles, listSheets, readChunks, readIndexBodies, type StoredSheet } from './rows-store';
import { type RegisterSeal, unpackRows } from './sealed-rows';
import { listLayers, type StoredSnapshot } from './snapshot-store';
import type { MappingChoices } from './tables';

/** The name under which what is said of a sheet's columns is remembered. */
export function sourceKeyOf(kind: RegisterKind, facts: SheetFacts): string {
  return createHash('sha256').update(sourceText(kind, facts)).digest('hex').slice(0, 32);
}

/** Remembered choices as a mapping; a role that this version of the program does not know is left out. */
export function mappingOf(choices: MappingChoices | undefined): ColumnMapping {
  const known = Object.entries(choices ?? {}).filter((choice): choice is [string, ColumnRole] => isColumnRole(choice[1]));
  return Object.fromEntries(known);
}

/** The files of a batch as they came, opened one after another. */
export async function* openFiles(trx: ReadTrx, seal: RegisterSeal, batchId: string): AsyncGenerator<RawFile> {
  const sheets = await listSheets(trx, batchId);
  for (const { fileNo, name } of await listBatchFiles(trx, batchId)) {
    const own = sheets.filter((sheet) => sheet.fileNo === fileNo);
    const opened: RawFile['sheets'][number][] = [];
    for (const sheet of own) {
      const { facts, mapping } = sheet.layout;
      opened.push({ name: sheet.name, facts, mapping: mappingOf(mapping), rows: await openSheet(trx, seal, batchId, sheet) });
    }
    yield { file: name, sheets: opened, hidden: own[0]?.layout.hidden ?? [] };
  }
}

async function openSheet(trx: ReadTrx, seal: RegisterSeal, batchId: string, { sheetNo, layout }: StoredSheet): Promise<RawRows> {
  const reader = new ChunkReader();
  for await (const chunk of readChunks(trx, batchId, sheetNo)) reader.add(seal.openChunk(batchId, chunk.chunkNo, chunk.body));
  const rows = reader.finish();
  // A sheet without a row has no chunk, and still its columns.
  const width = Math.max(...layout.facts.headers.map(({ index }) => index)) + 1;
  return rows.columns.length > 0 ? rows : { ...rows, columns: Array.from({ length: width }, () => noCells) };
}

const noCells: PackedColumn = {
  codes: new Uint32Array(0),
  entries: { count: 1, bytes: new Uint8Array(0), ends: new Uint32Array(1), kinds: new Uint8Array(1) },
};

/** One batch of what counts, and which of its rows do not. */
export type OpenLayer = { readonly batchId: string; readonly dropped: ReadonlySet<number> };

/** The rows that count in a snapshot, by whom they speak of. */
export type OpenSnapshot = LayeredIndex & { readonly layers: readonly OpenLayer[] };

/** Opens the layers of a snapshot; nothing where a unit has none. */
export async function openLayers(trx: ReadTrx, snapshot: StoredSnapshot | undefined): Promise<readonly OpenLayer[]> {
  if (snapshot === undefined) return [];
  const layers = await listLayers(trx, snapshot.snapshotId);
  return layers.map(({ batchId, dropped }) => ({ batchId, dropped: unpackRows(dropped) }));
}

/** Opens the index of a snapshot. */
export async function openSnapshot(
  trx: ReadTrx,
  seal: RegisterSeal,
  snapshot: StoredSnapshot | undefined,
): Promise<OpenSnapshot> {
  const layers = await openLayers(trx, snapshot);
  if (layers.length === 0) return { ...noRows, layers };
  const parts = [];
  for (const { batchId, dropped } of layers) {
    const index = seal.openIndex(batchId, await readIndexBodies(trx, batchId));
    const kept = Array.from({ length: index.count }, (_, at) => at).filter((at) => !dropped.has(index.rows[at]));
    parts.push({ index, kept });
  }
  const count = parts.reduce((sum, { kept }) => sum + kept.length, 0);
  const whole = {
    count,
    keys: new Uint8Array(count * hashLength),
    contents: new Uint8Array(count * hashLength),
    seconds: new Uint8Array(count * hashLength),
    rows: Uint32Array.from({ length: count }, (_, place) => place),
    flags: new Uint8Array(count),
  };
  const [layerOf, rowOf] = [new Uint16Array(count), new Uint32Array(count)];
  let place = 0;
  parts.forEach(({ index, kept }, layer) => {
    for (const at of kept) {
      for (const name of ['keys', 'contents', 'seconds'] as const)
        copyHash(index[name], at * hashLength, whole[name], place * hashLength);
      whole.flags[place] = index.flags[at];
      layerOf[place] = layer;
      rowOf[place++] = index.rows[at];
    }
  });
  return { index: sortedIndex(whole), layerOf, rowOf, layers };
}
