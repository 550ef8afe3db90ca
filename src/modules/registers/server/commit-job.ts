import type { Scope } from '../../../platform/access';
import { newId, type Trx, transact } from '../../../platform/db';
import type { House } from '../../../platform/house';
import type { JobWork } from '../../../platform/jobs';
import { planFor } from './effects';
import type { RegisterNeeds } from './needs';
import { currentChanged } from './refusals';
import { readIndexBodies } from './rows-store';
import { packRows, RegisterSeal } from './sealed-rows';
import { findCurrent, insertSnapshot, pointTo, type StoredLayer } from './snapshot-store';
import { lockBatch, type StoredBatch, updateBatch } from './store';
import { findOverlap, findStoredMends } from './stored-overlap';
import { type OpenSnapshot, openSnapshot } from './stored-rows';

/** What the commit job is told. */
export type CommitInput = { readonly batchId: string };

const everywhere: Scope = { county: true, areas: [], schools: [] };

/**
 * Makes a batch count: rows of the list in use that it replaces are dropped, its own are laid over them, and the pointer moves,
 * all in one transaction with the line in the audit trail. Killed before, nothing has happened; done twice, it finds itself done.
 */
export function commitBatch(needs: RegisterNeeds): JobWork<House> {
  return async ({ job, db, house, context }) => {
    const { batchId } = job.input as CommitInput;
    return transact(db, context, async (trx) => {
      const batch = await lockBatch(trx, everywhere, batchId);
      if (batch?.state !== 'committing' || batch.jobId !== job.jobId) return { result: { batchId }, changes: [] };
      const seal = new RegisterSeal(house.ring, trx.countyId);
      const current = await findCurrent(trx, batch.kind, batch.unit.path);
      if ((current?.snapshotId ?? null) !== (await baseOf(batch, seal))) return giveBack(trx, batch);
      const { snapshotId, figures } = await take(trx, seal, batch, current);
      await updateBatch(trx, batchId, { state: 'committed', committed: true });
      await needs.changed(trx, { kind: batch.kind, unit: batch.unit, batchId, snapshotId });
      const detail = { kind: batch.kind, unit: batch.unit.path, mode: batch.mode, badRows: batch.badRows, ...figures };
      const change = { act: 'register.import', object: `register-batch:${batchId}`, detail };
      return { result: { batchId }, changes: [batch.reason === null ? change : { ...change, reason: batch.reason }] };
    });
  };
}

/** The snapshot that counted when a person looked at what the batch would do. */
async function baseOf(batch: StoredBatch, seal: RegisterSeal): Promise<string | null> {
  if (batch.preview === null) throw new Error(`batch ${batch.batchId} is committed without having been seen`);
  return seal.openJson<{ readonly baseId: string | null }>('register_batch', batch.batchId, batch.preview).baseId;
}

/** Somebody else's list came to count since this one was looked at: it is looked at once more. */
async function giveBack(trx: Trx, { batchId }: StoredBatch) {
  const { code, says } = currentChanged();
  await updateBatch(trx, batchId, { state: 'previewed', refusal: { code, ...says } });
  const change = { act: 'register.import', object: `register-batch:${batchId}`, outcome: 'refused' as const, reason: code };
  return { result: { batchId }, changes: [change] };
}

async function take(
  trx: Trx,
  seal: RegisterSeal,
  batch: StoredBatch,
  current: Awaited<ReturnType<typeof findCurrent>>,
): Promise<{ snapshotId: string; figures: Record<string, number> }> {
  const { batchId, kind, unit, asOf } = batch;
  const [mode, badRows] = [batch.mode ?? 'replace', batch.badRows ?? 'take'];
  const base = await openSnapshot(trx, seal, current);
  const index = seal.openIndex(batchId, await readIndexBodies(trx, batchId));
  const overlap = await findOverlap(trx, batchId, index);
  const mends = mode === 'mend' ? await findStoredMends(trx, seal, batchId) : undefined;
  const plan = planFor(base, { index, overlap, mends }, { mode, badRows });
  const snapshotId = newId();
  const layers = [...baseLayers(base, plan.baseDropped), { batchId, dropped: packRows(plan.ownDropped) }];
  const previousId = current?.snapshotId ?? null;
  // Of a list of which a part was added, the older day is the honest one.
  const day = mode === 'replace' || current === undefined || current.asOf > asOf ? asOf : current.asOf;
  await insertSnapshot(trx, { snapshotId, kind, unit, asOf: day, batchId, previousId, rows: plan.after }, layers);
  if (!(await pointTo(trx, batch, previousId, snapshotId))) throw currentChanged();
  const { before, after, fresh, unchanged, gone, changed } = plan;
  return { snapshotId, figures: { before, after, fresh, changed: changed.length, unchanged, gone } };
}

/** The layers under the new one, without what it replaces; a layer of which nothing is left goes. */
function baseLayers(base: OpenSnapshot, dropped: ReadonlySet<number>): StoredLayer[] {
  const rows = base.layers.map(({ dropped: before }) => new Set(before));
  const left = base.layers.map(() => 0);
  base.rowOf.forEach((row, place) => {
    const layer = base.layerOf[place];
    if (dropped.has(place)) rows[layer].add(row);
    else left[layer]++;
  });
  return base.layers.flatMap(({ batchId }, layer) => (left[layer] > 0 ? [{ batchId, dropped: packRows(rows[layer]) }] : []));
}
