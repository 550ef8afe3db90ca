import { sql } from 'kysely';
import type { ReadTrx, Trx } from '../../../platform/db';
import type { RegisterKind } from '../rules/register';
import type { MappingChoices, RegisterTables, StoredLayout } from './tables';

/** A file of a batch; `known` is when the same bytes were uploaded before. */
export type BatchFile = {
  readonly fileNo: number;
  readonly fileId: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: Buffer;
};

/** A sheet of a batch; its rows are numbered on from `firstRow` among the rows of the batch. */
export type StoredSheet = {
  readonly sheetNo: number;
  readonly fileNo: number;
  readonly name: string;
  readonly layout: StoredLayout;
  readonly firstRow: number;
  readonly rows: number;
};

/** Sealed rows of one sheet. */
export type StoredChunk = {
  readonly chunkNo: number;
  readonly sheetNo: number;
  readonly firstRow: number;
  readonly rows: number;
  readonly body: Buffer;
};

/** Adds a file at the end of a batch; answers its number. */
export async function insertBatchFile(trx: Trx, batchId: string, file: Omit<BatchFile, 'fileNo'>): Promise<number> {
  const fileNo = (await listBatchFiles(trx, batchId)).length;
  await tables(trx)
    .insertInto('register_file')
    .values({
      county_id: trx.countyId,
      batch_id: batchId,
      file_no: fileNo,
      file_id: file.fileId,
      name: file.name,
      bytes: file.bytes,
      sha256: file.sha256,
    })
    .execute();
  return fileNo;
}

/** The files of a batch in their order. */
export async function listBatchFiles(trx: ReadTrx, batchId: string): Promise<readonly BatchFile[]> {
  const rows = await tables(trx)
    .selectFrom('register_file')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('batch_id', '=', batchId)
    .orderBy('file_no')
    .execute();
  return rows.map((row) => ({
    fileNo: row.file_no,
    fileId: row.file_id,
    name: row.name,
    bytes: Number(row.bytes),
    sha256: row.sha256,
  }));
}

/** When the same bytes came before, in another batch that was not given up; the latest. */
export async function earlierUpload(trx: ReadTrx, batchId: string, sha256: Buffer): Promise<Date | undefined> {
  const row = await tables(trx)
    .selectFrom('register_file as f')
    .innerJoin('register_batch as b', (join) =>
      join.onRef('b.county_id', '=', 'f.county_id').onRef('b.batch_id', '=', 'f.batch_id'),
    )
    .select('b.created_at')
    .where('f.county_id', '=', trx.countyId)
    .where('f.sha256', '=', sha256)
    .where('f.batch_id', '!=', batchId)
    .where('b.state', 'in', ['previewed', 'committing', 'committed'])
    .orderBy('b.created_at', 'desc')
    .executeTakeFirst();
  return row?.created_at;
}

/** Everything that reading made of a batch, in place of what an earlier reading made. */
export async function replaceReading(
  trx: Trx,
  batchId: string,
  reading: {
    readonly sheets: readonly StoredSheet[];
    /** left as they are where they were not read anew */ readonly chunks: readonly StoredChunk[] | undefined;
    readonly index: readonly { readonly bucket: number; readonly body: Buffer }[];
    readonly problems: readonly { readonly group: number; readonly page: number; readonly body: Buffer }[];
  },
): Promise<void> {
  const keys = { county_id: trx.countyId, batch_id: batchId };
  await clear(trx, batchId, ['register_index', 'register_problem']);
  if (reading.chunks === undefined) {
    for (const { sheetNo, layout } of reading.sheets) await updateLayout(trx, batchId, sheetNo, layout);
  } else {
    await clear(trx, batchId, ['register_chunk', 'register_sheet']);
    const sheets = reading.sheets.map(({ sheetNo, fileNo, name, layout, firstRow, rows }) => ({
      ...keys,
      ...{ sheet_no: sheetNo, file_no: fileNo, name, first_row: firstRow, rows },
      layout: JSON.stringify(layout) as unknown as StoredLayout,
    }));
    for (const some of partsOf(sheets)) await tables(trx).insertInto('register_sheet').values(some).execute();
    const chunks = reading.chunks.map(({ chunkNo, sheetNo, firstRow, rows, body }) => ({
      ...keys,
      ...{ chunk_no: chunkNo, sheet_no: sheetNo, first_row: firstRow, rows, body },
    }));
    for (const some of partsOf(chunks)) await tables(trx).insertInto('register_chunk').values(some).execute();
  }
  for (const some of partsOf(reading.index.map((one) => ({ ...keys, ...one }))))
    await tables(trx).insertInto('register_index').values(some).execute();
  const problems = reading.problems.map(({ group, page, body }) => ({ ...keys, group_no: group, page_no: page, body }));
  for (const some of partsOf(problems)) await tables(trx).insertInto('register_problem').values(some).execute();
}

/** The sheets of a batch in their order. */
export async function listSheets(trx: ReadTrx, batchId: string): Promise<readonly StoredSheet[]> {
  const rows = await tables(trx)
    .selectFrom('register_sheet')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('batch_id', '=', batchId)
    .orderBy('sheet_no')
    .execute();
  return rows.map((row) => ({
    sheetNo: row.sheet_no,
    fileNo: row.file_no,
    name: row.name,
    layout: row.layout,
    firstRow: row.first_row,
    rows: row.rows,
  }));
}

/** The sealed rows of one sheet, some chunks at a time, in their order. */
export async function* readChunks(trx: ReadTrx, batchId: string, sheetNo: number): AsyncGenerator<StoredChunk> {
  for (let after = -1; ; ) {
    const rows = await chunks(trx, batchId)
      .where('sheet_no', '=', sheetNo)
      .where('chunk_no', '>', after)
      .orderBy('chunk_no')
      .limit(chunksAtATime)
      .execute();
    for (const row of rows) yield chunkFrom(row);
    if (rows.length < chunksAtATime) return;
    after = rows[rows.length - 1].chunk_no;
  }
}

/** The chunk that holds a row of a batch, or undefined. */
export async function findChunk(trx: ReadTrx, batchId: string, row: number): Promise<StoredChunk | undefined> {
  const found = await chunks(trx, batchId).where('first_row', '<=', row).orderBy('first_row', 'desc').limit(1).executeTakeFirst();
  return found && row < found.first_row + found.rows ? chunkFrom(found) : undefined;
}

/** The sealed index of a batch by bucket, or one bucket of it. */
export async function readIndexBodies(
  trx: ReadTrx,
  batchId: string,
  bucket?: number,
): Promise<readonly { readonly bucket: number; readonly body: Buffer }[]> {
  const query = tables(trx)
    .selectFrom('register_index')
    .select(['bucket', 'body'])
    .where('county_id', '=', trx.countyId)
    .where('batch_id', '=', batchId)
    .orderBy('bucket');
  return (bucket === undefined ? query : query.where('bucket', '=', bucket)).execute();
}

/** One sealed page of problems, or undefined. */
export async function findProblemPage(trx: ReadTrx, batchId: string, group: number, page: number): Promise<Buffer | undefined> {
  const row = await tables(trx)
    .selectFrom('register_problem')
    .select('body')
    .where('county_id', '=', trx.countyId)
    .where('batch_id', '=', batchId)
    .where('group_no', '=', group)
    .where('page_no', '=', page)
    .executeTakeFirst();
  return row?.body;
}

/** What people have said of the columns of a kind of list, by source. */
export async function listMappings(trx: ReadTrx, kind: RegisterKind): Promise<ReadonlyMap<string, MappingChoices>> {
  const rows = await tables(trx)
    .selectFrom('register_mapping')
    .select(['source_key', 'choices'])
    .where('county_id', '=', trx.countyId)
    .where('kind', '=', kind)
    .execute();
  return new Map(rows.map((row) => [row.source_key, row.choices]));
}

/** Remembers what was said of the columns of a source, in place of what was said before. */
export async function saveMapping(trx: Trx, kind: RegisterKind, sourceKey: string, choices: MappingChoices): Promise<void> {
  const said = {
    choices: JSON.stringify(choices) as unknown as MappingChoices,
    changed_by: trx.context.actor?.userId ?? 'system',
    changed_at: trx.now,
  };
  await tables(trx)
    .insertInto('register_mapping')
    .values({ county_id: trx.countyId, kind, source_key: sourceKey, version: 1, ...said })
    .onConflict((conflict) =>
      conflict
        .columns(['county_id', 'kind', 'source_key'])
        .doUpdateSet({ ...said, version: sql<number>`register_mapping.version + 1` }),
    )
    .execute();
}

const chunksAtATime = 64;
/** Rows of one statement: a thousand parameters are parsed in a moment. */
const rowsAtATime = 100;

function* partsOf<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += rowsAtATime) yield rows.slice(from, from + rowsAtATime);
}

async function clear(
  trx: Trx,
  batchId: string,
  names: readonly ('register_index' | 'register_problem' | 'register_chunk' | 'register_sheet')[],
): Promise<void> {
  for (const name of names) {
    await tables(trx).deleteFrom(name).where('county_id', '=', trx.countyId).where('batch_id', '=', batchId).execute();
  }
}

async function updateLayout(trx: Trx, batchId: string, sheetNo: number, layout: StoredLayout): Promise<void> {
  await tables(trx)
    .updateTable('register_sheet')
    .set({ layout: JSON.stringify(layout) as unknown as StoredLayout })
    .where('county_id', '=', trx.countyId)
    .where('batch_id', '=', batchId)
    .where('sheet_no', '=', sheetNo)
    .execute();
}

function chunks(trx: ReadTrx, batchId: string) {
  return tables(trx)
    .selectFrom('register_chunk')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('batch_id', '=', batchId);
}

function chunkFrom(row: RegisterTables['register_chunk']): StoredChunk {
  return { chunkNo: row.chunk_no, sheetNo: row.sheet_no, firstRow: row.first_row, rows: row.rows, body: row.body };
}

function tables(trx: ReadTrx) {
  return trx.withTables<RegisterTables>();
}
