import type { Scope } from '../../../platform/access';
import { type Context, readAs, type Trx, transact } from '../../../platform/db';
import { findFile } from '../../../platform/files';
import type { House } from '../../../platform/house';
import type { JobRun, JobWork } from '../../../platform/jobs';
import { SheetRefusal } from '../../../platform/sheets/index';
import type { Gazetteer } from '../../area/index';
import { listAllSchools, loadGazetteer } from '../../area/server/index';
import { stateAfter } from '../rules/batch-state';
import { guardsOfList, guardsOfOverlap } from '../rules/guards';
import { guardsOfUnit, knownFileGuards, mendGuards } from './batch-guards';
import { effectsOf } from './effects';
import { previewOf } from './preview';
import { type MappingOf, readRaw } from './raw-register';
import { BatchReader, type BatchReading } from './reading';
import { earlierUpload, listBatchFiles, listMappings, replaceReading } from './rows-store';
import { RegisterSeal } from './sealed-rows';
import { findCurrent } from './snapshot-store';
import { findBatch, lockBatch, type StoredBatch, updateBatch } from './store';
import { mappingOf, openFiles, openLayers, sourceKeyOf } from './stored-rows';

/** What the reading job is told: of a batch that was read before, the rows are taken from what was kept of it. */
export type ReadInput = { readonly batchId: string; readonly again: boolean };

type Run = JobRun<House>;
const everywhere: Scope = { county: true, areas: [], schools: [] };

/**
 * Reads the files of a batch into a preview. All it leaves behind is one transaction at the end; killed anywhere before, it is
 * simply done again, and done twice it finds the batch read and does nothing.
 */
export const readBatch: JobWork<House> = async (run) => {
  const { batchId, again } = run.job.input as ReadInput;
  const batch = await readAs(run.db, run.context, (trx) => findBatch(trx, everywhere, batchId));
  if (batch === undefined || batch.state !== 'reading' || batch.jobId !== run.job.jobId) return { batchId };
  try {
    const reading = await readFilesOf(run, batch, again);
    await keep(run, batch, reading, again);
  } catch (error) {
    if (!(error instanceof SheetRefusal) || run.signal.aborted) throw error;
    await refuse(run, batch, { code: error.code, zh: error.message, en: error.en });
  }
  return { batchId };
};

async function readFilesOf(run: Run, batch: StoredBatch, again: boolean): Promise<BatchReading> {
  const { db, context, house, signal } = run;
  const seal = new RegisterSeal(house.ring, db.countyId);
  const { files, remembered, gazetteer } = await readAs(db, context, async (trx) => ({
    files: await listBatchFiles(trx, batch.batchId),
    remembered: await listMappings(trx, batch.kind),
    gazetteer: await loadGazetteer(trx),
  }));
  const choose: MappingOf = (facts) => {
    const key = sourceKeyOf(batch.kind, facts);
    return { ...mappingOf(remembered.get(key)), ...mappingOf(batch.mapping[key]) };
  };
  const reader = new BatchReader(batch.kind, batch.batchId, seal, gazetteer);
  if (again) {
    await readAs(db, context, async (trx) => {
      for await (const file of openFiles(trx, seal, batch.batchId)) {
        signal.throwIfAborted();
        run.report({ stage: 'checking' });
        reader.add({ ...file, sheets: file.sheets.map((sheet) => ({ ...sheet, mapping: choose(sheet.facts) })) }, false);
      }
    });
    return reader.finish();
  }
  await withPlainCopies(run, files, async (sources) => {
    const onProgress = (rows: number) => run.report({ stage: 'reading', rows });
    for await (const file of readRaw(batch.kind, sources, { mappingOf: choose, signal, onProgress })) {
      signal.throwIfAborted();
      reader.add(file, true);
      run.report({ stage: 'checking' });
    }
  });
  return reader.finish();
}

/** Plain copies of all files at once, because the next is read while one is checked; gone when the work is done. */
async function withPlainCopies(
  run: Run,
  files: readonly { readonly fileId: string; readonly name: string }[],
  work: (sources: readonly { readonly path: string; readonly name: string }[]) => Promise<void>,
  opened: readonly { readonly path: string; readonly name: string }[] = [],
): Promise<void> {
  const next = files[opened.length];
  if (next === undefined) return work(opened);
  const stored = await readAs(run.db, run.context, (trx) => findFile(trx, next.fileId));
  if (stored === undefined) throw new Error(`the file ${next.fileId} of a batch is gone`);
  await run.house.files.withPlainCopy(stored, (path) =>
    withPlainCopies(run, files, work, [...opened, { path, name: next.name }]),
  );
}

async function keep(run: Run, batch: StoredBatch, reading: BatchReading, again: boolean): Promise<void> {
  const { db, context, house, signal } = run;
  const { batchId, kind, unit } = batch;
  const seal = new RegisterSeal(house.ring, db.countyId);
  run.report({ stage: 'comparing', of: reading.kept.register.count });
  const { current, effects, guards, remembered } = await readAs(db, context, async (trx) => {
    const found = await findCurrent(trx, kind, unit.path);
    return {
      current: found,
      effects: await effectsOf(trx, house, batch, reading, found),
      guards: [
        ...guardsOfList(reading.kept.register, reading.layouts, { asOf: batch.asOf, county: countyOf(await loadGazetteer(trx)) }),
        ...guardsOfOverlap(reading.overlap),
        ...guardsOfUnit(reading.kept.register, unit, await listAllSchools(trx)),
        ...mendGuards(await openLayers(trx, found), reading.mends),
        ...knownFileGuards(await earlierFiles(trx, batchId)),
      ],
      remembered: new Set((await listMappings(trx, kind)).keys()),
    };
  });
  signal.throwIfAborted();
  run.report({ stage: 'saving' });
  const baseId = current?.snapshotId ?? null;
  const { preview, problems } = previewOf(reading, guards, effects, { baseId, remembered });
  const sealedProblems = problems.flatMap(({ group, pages }) =>
    pages.map((places, page) => ({ group, page, body: seal.json('register_problem', `${batchId}/${group}/${page}`, places) })),
  );
  const index = seal.index(batchId, reading.index);
  await transact(db, withoutClaim(context), async (trx) => {
    const locked = await mine(trx, run, batchId);
    if (!locked) return { result: undefined, changes: [] };
    const chunks = again ? undefined : reading.chunks;
    await replaceReading(trx, batchId, { sheets: reading.sheets, chunks, index, problems: sealedProblems });
    const mends = [...new Set([...(reading.mends?.values() ?? [])].map((row) => row.batchId))];
    await updateBatch(trx, batchId, {
      state: 'previewed',
      rows: preview.rows,
      error_rows: preview.errorRows,
      mends_batch_id: mends.length === 1 ? mends[0] : null,
      preview: seal.json('register_batch', batchId, preview),
      refusal: null,
    });
    const detail = { kind, rows: preview.rows, errorRows: preview.errorRows };
    return { result: undefined, changes: [{ act: 'register.read', object: `register-batch:${batchId}`, detail }] };
  });
}

function countyOf({ county }: Gazetteer): { readonly code: string; readonly townships: readonly string[] } {
  return { code: county.code, townships: county.townships.map(({ name }) => name) };
}

async function earlierFiles(trx: Parameters<typeof earlierUpload>[0], batchId: string) {
  const found = [];
  for (const { name, sha256 } of await listBatchFiles(trx, batchId)) {
    const before = await earlierUpload(trx, batchId, sha256);
    if (before) found.push({ name, before });
  }
  return found;
}

/** A list that cannot be read ends with its sentence; nothing of it is kept but the file. */
async function refuse(run: Run, { batchId }: StoredBatch, refusal: NonNullable<StoredBatch['refusal']>): Promise<void> {
  await transact(run.db, withoutClaim(run.context), async (trx) => {
    const locked = await mine(trx, run, batchId);
    if (!locked) return { result: undefined, changes: [] };
    await updateBatch(trx, batchId, { state: 'refused', refusal });
    const change = { act: 'register.refused', object: `register-batch:${batchId}`, reason: refusal.code };
    return { result: undefined, changes: [change] };
  });
}

/** The batch, locked, if it still waits for this job: somebody may have cancelled it meanwhile. */
async function mine(trx: Trx, { job }: Run, batchId: string): Promise<StoredBatch | undefined> {
  const batch = await lockBatch(trx, everywhere, batchId);
  const waits = batch && batch.jobId === job.jobId && stateAfter(batch.state, 'preview') !== undefined;
  return waits ? batch : undefined;
}

function withoutClaim({ claim: _, ...context }: Context): Context {
  return context;
}
