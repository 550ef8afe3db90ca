import type { Readable } from 'node:stream';
import { Refusal } from '../../../kernel/refusal';
import { type Context, type Db, readAs } from '../../../platform/db';
import type { House } from '../../../platform/house';
import { type JobWork, workOff } from '../../../platform/jobs';
import type { BatchDraft, CommitChoice } from '../contract';
import { permissions } from '../permissions';
import { addFile, beginReading, cancel, commit, openBatch, previewFor } from './actions';
import { batchFor } from './asking';
import type { StoredPreview } from './preview';
import type { StoredBatch } from './store';

/** Where a list is brought to, in whose name, and what the jobs of this module are. */
export type Bringing = {
  readonly db: Db;
  readonly context: Context;
  readonly house: House;
  readonly works: Readonly<Record<string, JobWork<House>>>;
};

/** A file of a list on its way in. */
export type FileBrought = { readonly name: string; open(): Readable };

/** A list that was read and does not count yet. */
export type ListRead = { readonly batch: StoredBatch; readonly preview: StoredPreview };

/** Another process may have taken the job; so often it is asked how far that is. */
const WAIT_MS = 200;

/** Brings the files of a list and reads them to the end, for a program instead of a page. Throws the refusal of a list that cannot be read. */
export async function bringList(where: Bringing, draft: BatchDraft, files: readonly FileBrought[]): Promise<ListRead> {
  const { db, context, house } = where;
  let view = await openBatch(db, context, draft);
  for (const { name, open } of files) view = await addFile(db, house, context, view.id, { name, stream: open() });
  await beginReading(db, house, context, view.id, view.version);
  const batch = await settled(where, view.id);
  return { batch, preview: previewFor(batch, house, db.countyId) };
}

/** Lets a list that was read count. Throws the refusal when it may not, or when somebody else's came to count meanwhile. */
export async function takeList(
  where: Bringing,
  { batch }: ListRead,
  choice: Omit<CommitChoice, 'version'>,
): Promise<StoredBatch> {
  const { db, context, house } = where;
  await commit(db, house, context, batch.batchId, { ...choice, version: batch.version });
  return settled(where, batch.batchId);
}

/** Gives up a list that was read, also one that was given back because another one came to count: nothing of it counts. */
export async function leaveList({ db, context }: Bringing, { batch: { batchId } }: ListRead): Promise<void> {
  const { version } = await readAs(db, context, (trx) => batchFor(trx, context, permissions['register.see'], batchId));
  await cancel(db, context, batchId, version);
}

/** The batch once no job is at work on it. */
async function settled(where: Bringing, batchId: string): Promise<StoredBatch> {
  const { db, context, house, works } = where;
  for (;;) {
    await workOff({ db, house, works });
    const batch = await readAs(db, context, (trx) => batchFor(trx, context, permissions['register.see'], batchId));
    const { state, refusal } = batch;
    if (refusal) throw new Refusal('unprocessable', refusal.code, { zh: refusal.zh, en: refusal.en });
    if (state !== 'reading' && state !== 'committing') return batch;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
}
