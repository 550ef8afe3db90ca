import { dayOf } from '../../../platform/clock';
import type { ReadTrx } from '../../../platform/db';
import { listAllSchools, type StoredSchool } from '../../area/server/index';
import { type BatchView, ProgressView } from '../contract';
import type { RegisterUnit } from '../rules/batch-state';
import { earlierUpload, listBatchFiles } from './rows-store';
import type { StoredBatch } from './store';

/** A batch as it goes over the wire, with its files; `schools` name its unit. */
export async function batchView(trx: ReadTrx, batch: StoredBatch, schools?: readonly StoredSchool[]): Promise<BatchView> {
  const files = [];
  for (const { fileNo, name, bytes, sha256 } of await listBatchFiles(trx, batch.batchId)) {
    const earlier = batch.state === 'uploaded' ? await earlierUpload(trx, batch.batchId, sha256) : undefined;
    files.push({ fileNo, name, bytes, known: earlier === undefined ? null : dayOf(earlier) });
  }
  const progress = ProgressView.safeParse(batch.progress);
  const { batchId, kind, asOf, state, version, rows, errorRows, mode, badRows, mends, refusal, reason, current } = batch;
  return {
    ...{ id: batchId, kind, asOf, state, version, files, rows, errorRows, mode, badRows, mends, refusal, reason, current },
    number: numberOf(batch),
    unit: unitView(batch.unit, schools ?? (await listAllSchools(trx))),
    progress: batch.progress === null ? null : progress.success ? progress.data : { stage: 'waiting' },
    createdBy: batch.createdBy,
    createdAt: batch.createdAt.toISOString(),
    committedAt: batch.committedAt?.toISOString() ?? null,
    undoneAt: batch.undoneAt?.toISOString() ?? null,
  };
}

/** A unit with the name people know it by. */
export function unitView(unit: RegisterUnit, schools: readonly StoredSchool[]): BatchView['unit'] {
  if (unit.tree === 'county') return { ...unit, zh: '全县', en: 'whole county' };
  const name = schools.find(({ path }) => path === unit.path)?.name ?? unit.path;
  return { ...unit, zh: name, en: name };
}

/** What people call a batch: the day it came, and the end of its id, which is drawn by chance. The same for whoever looks. */
export function numberOf({ batchId, createdAt }: StoredBatch): string {
  const day = dayOf(createdAt);
  return `${day.slice(2, 4)}-${day.slice(5, 7)}${day.slice(8, 10)}-${batchId.slice(-4).toUpperCase()}`;
}
