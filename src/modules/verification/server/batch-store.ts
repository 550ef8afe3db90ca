import { type Selectable, sql } from 'kysely';
import type { ReadTrx, Trx } from '../../../platform/db';
import type { AskableFinding } from '../rules/units';
import type { BatchRecord, VerificationTables } from './tables';

/** Questions sent together, with how many of them still wait for an answer. */
export type BatchRow = Selectable<BatchRecord> & { readonly waiting: number };

/** Keeps what was sent. */
export async function insertBatch(
  trx: Trx,
  batch: {
    readonly batchId: string;
    readonly finding: AskableFinding;
    readonly runNo: number;
    readonly dueDay: string;
    readonly note: string;
    readonly tasks: number;
  },
): Promise<void> {
  await tables(trx)
    .insertInto('verification_batch')
    .values({
      county_id: trx.countyId,
      batch_id: batch.batchId,
      finding: batch.finding,
      run_no: batch.runNo,
      due_day: batch.dueDay,
      note: batch.note,
      tasks: batch.tasks,
      sent_by: trx.context.actor?.userId ?? 'system',
      sent_at: trx.now,
      recalled_by: null,
      recalled_at: null,
    })
    .execute();
}

/** One batch, or undefined. */
export async function findBatch(trx: ReadTrx, id: string): Promise<BatchRow | undefined> {
  return batches(trx).where('batch_id', '=', id).executeTakeFirst();
}

/** The notes of some batches by their ids. */
export async function batchNotes(trx: ReadTrx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(trx)
    .selectFrom('verification_batch')
    .select(['batch_id', 'note'])
    .where('county_id', '=', trx.countyId)
    .where('batch_id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.batch_id, row.note]));
}

/** What was sent, newest first. */
export async function listBatches(
  trx: ReadTrx,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly rows: readonly BatchRow[]; readonly total: number }> {
  const { total } = await tables(trx)
    .selectFrom('verification_batch')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('county_id', '=', trx.countyId)
    .executeTakeFirstOrThrow();
  const rows = await batches(trx)
    .orderBy('sent_at', 'desc')
    .orderBy('batch_id')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute();
  return { rows, total };
}

/** Notes that what was not answered of a batch was called back. */
export async function noteRecall(trx: Trx, id: string, reason: string): Promise<void> {
  await tables(trx)
    .updateTable('verification_batch')
    .set({ recalled_by: trx.context.actor?.userId ?? 'system', recalled_at: trx.now, recall_reason: reason })
    .where('county_id', '=', trx.countyId)
    .where('batch_id', '=', id)
    .execute();
}

function batches(trx: ReadTrx) {
  return tables(trx)
    .selectFrom('verification_batch')
    .selectAll()
    .select(
      sql<number>`(select count(*) from verification_task t where t.county_id = verification_batch.county_id
        and t.batch_id = verification_batch.batch_id and t.state in ('open', 'sent-back'))`.as('waiting'),
    )
    .where('county_id', '=', trx.countyId);
}

function tables(trx: ReadTrx) {
  return trx.withTables<VerificationTables>();
}
