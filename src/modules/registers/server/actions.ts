import type { Readable } from 'node:stream';
import { absent } from '../../../kernel/refusal';
import { type Context, type Db, newId, type Trx, transact } from '../../../platform/db';
import { insertFile, type StoredFile } from '../../../platform/files';
import type { House } from '../../../platform/house';
import { askJob, cancelJob } from '../../../platform/jobs';
import type { BatchDraft, BatchView, CommitChoice, MappingChoice, UndoRequest } from '../contract';
import { roleWords } from '../field-words';
import { permissions } from '../permissions';
import { batchToChange, scopeFor, unitFor } from './asking';
import { batchView } from './batch-view';
import type { RegisterNeeds } from './needs';
import type { StoredPreview } from './preview';
import { newerFirst, noFiles, reasonNeeded, sameRoleTwice, stopped, things, tooManyFiles, wrongMode } from './refusals';
import { insertBatchFile, listBatchFiles, listMappings, saveMapping } from './rows-store';
import { RegisterSeal } from './sealed-rows';
import { findSnapshotOf, pointTo } from './snapshot-store';
import { findBatch, insertBatch, type StoredBatch, updateBatch } from './store';
import type { MappingChoices } from './tables';

/** The jobs of this module by name. */
export const jobKinds = { read: 'register.read', commit: 'register.commit' } as const;

/** A county of 60 schools brings a file each, and some two. */
const mostFiles = 200;
const permission = permissions['register.import'];

/** Opens a batch; its files follow. */
export async function openBatch(db: Db, context: Context, draft: BatchDraft): Promise<BatchView> {
  return transact(db, context, async (trx) => {
    const unit = unitFor(scopeFor(context, permission), trx.countyId, draft.kind, draft.unit);
    const batchId = newId();
    await insertBatch(trx, { batchId, kind: draft.kind, unit, asOf: draft.asOf });
    const detail = { kind: draft.kind, unit: unit.path, asOf: draft.asOf };
    return { result: await viewOf(trx, batchId), changes: [{ act: 'register.open', object: objectOf(batchId), detail }] };
  });
}

/** Takes one file into a batch: encrypted and safe on the disk before the row that names it. */
export async function addFile(
  db: Db,
  house: House,
  context: Context,
  batchId: string,
  upload: { readonly name: string; readonly stream: Readable },
): Promise<BatchView> {
  const name = upload.name.normalize('NFC').slice(-200);
  const stored = await house.files.put({ name, mediaType: 'application/octet-stream', purpose: 'register' }, upload.stream);
  return transact(db, context, async (trx) => ({ result: await attach(trx, context, batchId, stored), changes: [] }));
}

async function attach(trx: Trx, context: Context, batchId: string, stored: StoredFile): Promise<BatchView> {
  const found = await findBatch(trx, scopeFor(context, permission), batchId);
  if (found === undefined) throw absent(things.batch);
  await batchToChange(trx, context, permission, { id: batchId, version: found.version, act: 'add-file' });
  const before = await listBatchFiles(trx, batchId);
  if (before.length >= mostFiles) throw tooManyFiles(mostFiles);
  await insertFile(trx, stored);
  const name = freeName(stored.name, new Set(before.map((file) => file.name)));
  await insertBatchFile(trx, batchId, { fileId: stored.fileId, name, bytes: stored.size, sha256: stored.sha256 });
  await updateBatch(trx, batchId, {});
  return viewOf(trx, batchId);
}

/** Lets a batch be read, or read once more: by other words about its columns, or against another list in use. */
export async function beginReading(db: Db, house: House, context: Context, id: string, version: number): Promise<BatchView> {
  const view = await transact(db, context, async (trx) => {
    const batch = await batchToChange(trx, context, permission, { id, version, act: 'read' });
    if ((await listBatchFiles(trx, id)).length === 0) throw noFiles();
    await askReading(trx, batch);
    return { result: await viewOf(trx, id), changes: [] };
  });
  house.wakeJobs();
  return view;
}

/** Keeps what a person says of columns, for this batch and, where asked, for every later one of the same source. */
export async function chooseColumns(
  db: Db,
  house: House,
  context: Context,
  id: string,
  choice: MappingChoice,
): Promise<BatchView> {
  const view = await transact(db, context, async (trx) => {
    const batch = await batchToChange(trx, context, permission, { id, version: choice.version, act: 'read' });
    const remembered = await listMappings(trx, batch.kind);
    const mapping: Record<string, MappingChoices> = { ...batch.mapping };
    for (const { sourceKey, columns } of choice.sources) {
      const said = merged({ ...remembered.get(sourceKey), ...batch.mapping[sourceKey] }, columns);
      refuseTwins(columns, said);
      mapping[sourceKey] = said;
      if (choice.remember) await saveMapping(trx, batch.kind, sourceKey, said);
    }
    await updateBatch(trx, id, { mapping });
    await askReading(trx, batch);
    const detail = { kind: batch.kind, remember: choice.remember, sources: choice.sources };
    return { result: await viewOf(trx, id), changes: [{ act: 'register.columns', object: objectOf(id), detail }] };
  });
  house.wakeJobs();
  return view;
}

/** Lets a batch count, in the way a person chose after seeing what it would do. */
export async function commit(db: Db, house: House, context: Context, id: string, choice: CommitChoice): Promise<BatchView> {
  const view = await transact(db, context, async (trx) => {
    const batch = await batchToChange(trx, context, permission, { id, version: choice.version, act: 'commit' });
    const preview = previewFor(batch, house, trx.countyId);
    const effect = preview.effects.find(({ mode, badRows }) => mode === choice.mode && badRows === choice.badRows);
    if (effect === undefined) throw wrongMode();
    refuseGuards([...preview.guards, ...effect.guards], choice.reason);
    const jobId = await askJob(trx, { kind: jobKinds.commit, object: objectOf(id), input: { batchId: id } });
    const { mode, badRows, reason } = choice;
    const chosen = { mode, bad_rows: badRows, reason: reason ?? null, job_id: jobId, refusal: null };
    await updateBatch(trx, id, { state: 'committing', ...chosen });
    return { result: await viewOf(trx, id), changes: [] };
  });
  house.wakeJobs();
  return view;
}

/** Takes a commit back: what counted before counts again. */
export async function undo(db: Db, context: Context, id: string, request: UndoRequest, needs: RegisterNeeds): Promise<BatchView> {
  return transact(db, context, async (trx) => {
    const may = permissions['register.undo'];
    const batch = await batchToChange(trx, context, may, { id, version: request.version, act: 'undo' });
    const snapshot = await findSnapshotOf(trx, id);
    if (snapshot === undefined) throw new Error(`batch ${id} counts without a snapshot`);
    if (!(await pointTo(trx, batch, snapshot.snapshotId, snapshot.previousId))) throw newerFirst();
    await updateBatch(trx, id, { state: 'undone', undone: true });
    await needs.changed(trx, { kind: batch.kind, unit: batch.unit, batchId: id, snapshotId: snapshot.previousId });
    const change = { act: 'register.undo', object: objectOf(id), reason: request.reason, detail: { kind: batch.kind } };
    return { result: await viewOf(trx, id), changes: [change] };
  });
}

/** Gives a batch up before it counts; a reading that runs is stopped. */
export async function cancel(db: Db, context: Context, id: string, version: number): Promise<BatchView> {
  return transact(db, context, async (trx) => {
    const batch = await batchToChange(trx, context, permission, { id, version, act: 'cancel' });
    if (batch.jobId !== null && batch.state === 'reading') await cancelJob(trx, batch.jobId);
    await updateBatch(trx, id, { state: 'cancelled', preview: null });
    const change = { act: 'register.cancel', object: objectOf(id), detail: { kind: batch.kind } };
    return { result: await viewOf(trx, id), changes: [change] };
  });
}

/** The preview of a batch; a batch in the state `previewed` has one. */
export function previewFor(batch: StoredBatch, house: Pick<House, 'ring'>, countyId: string): StoredPreview {
  if (batch.preview === null) throw absent(things.batch);
  return new RegisterSeal(house.ring, countyId).openJson<StoredPreview>('register_batch', batch.batchId, batch.preview);
}

async function askReading(trx: Trx, { batchId, state }: StoredBatch): Promise<void> {
  // What was read once is kept, and the file is not opened again.
  const input = { batchId, again: state === 'previewed' };
  const jobId = await askJob(trx, { kind: jobKinds.read, object: objectOf(batchId), input });
  await updateBatch(trx, batchId, { state: 'reading', job_id: jobId, refusal: null });
}

function merged(before: MappingChoices, columns: Readonly<Record<string, string | null>>): MappingChoices {
  const said = Object.entries({ ...before, ...columns }).filter((entry): entry is [string, string] => entry[1] !== null);
  return Object.fromEntries(said);
}

/** One thing has one column; any number may be left unused. */
function refuseTwins(columns: Readonly<Record<string, string | null>>, said: MappingChoices): void {
  for (const role of Object.values(columns)) {
    if (role === null || role === 'unused') continue;
    const same = Object.keys(said).filter((key) => said[key] === role);
    if (same.length > 1) throw sameRoleTwice(roleWords[role as keyof typeof roleWords], same);
  }
}

function refuseGuards(guards: StoredPreview['guards'], reason: string | undefined): void {
  const stop = guards.find(({ severity }) => severity === 'stop');
  if (stop) throw stopped(stop);
  const asks = guards.filter(({ severity }) => severity === 'ask');
  if (asks.length > 0 && reason === undefined) throw reasonNeeded(asks);
}

async function viewOf(trx: Trx, batchId: string): Promise<BatchView> {
  const batch = await findBatch(trx, { county: true, areas: [], schools: [] }, batchId);
  if (batch === undefined) throw absent(things.batch);
  return batchView(trx, batch);
}

/** A problem is told by the name of its file, so no two files of a batch have one name. */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const dot = wanted.lastIndexOf('.') < 1 ? wanted.length : wanted.lastIndexOf('.');
  for (let copy = 1; ; copy++) {
    const name = copy === 1 ? wanted : `${wanted.slice(0, dot)}(${copy})${wanted.slice(dot)}`;
    if (!taken.has(name)) return name;
  }
}

/** The name of a batch in the audit trail. */
export function objectOf(batchId: string): string {
  return `register-batch:${batchId}`;
}
