import type { ReadTrx, Trx } from '../../../platform/db';
import type { VerificationTables } from './tables';

/** A paper or photograph behind an answer; without `answerId` it waits for the answer that is being written. */
export type StoredProof = {
  readonly taskId: string;
  readonly fileId: string;
  readonly answerId: string | null;
  readonly proof: string;
  readonly addedBy: string;
  readonly addedAt: Date;
};

/** Keeps that a file belongs to a question. */
export async function insertProof(trx: Trx, taskId: string, fileId: string, proof: string): Promise<void> {
  await tables(trx)
    .insertInto('verification_file')
    .values({
      county_id: trx.countyId,
      task_id: taskId,
      file_id: fileId,
      answer_id: null,
      proof,
      added_by: trx.context.actor?.userId ?? 'system',
      added_at: trx.now,
    })
    .execute();
}

/** The papers of some questions, in the order in which they came. */
export async function proofsOf(trx: ReadTrx, tasks: readonly string[]): Promise<readonly StoredProof[]> {
  if (tasks.length === 0) return [];
  const rows = await tables(trx)
    .selectFrom('verification_file')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('task_id', 'in', tasks)
    .orderBy('added_at')
    .orderBy('file_id')
    .execute();
  return rows.map((row) => ({
    taskId: row.task_id,
    fileId: row.file_id,
    answerId: row.answer_id,
    proof: row.proof,
    addedBy: row.added_by,
    addedAt: row.added_at,
  }));
}

/** Ties the papers that wait to the answer that was just written; only those of whoever answers. */
export async function tieProofs(trx: Trx, taskId: string, answerId: string): Promise<void> {
  await tables(trx)
    .updateTable('verification_file')
    .set({ answer_id: answerId })
    .where('county_id', '=', trx.countyId)
    .where('task_id', '=', taskId)
    .where('answer_id', 'is', null)
    .where('added_by', '=', trx.context.actor?.userId ?? 'system')
    .execute();
}

/** Takes a paper away that its owner has not yet answered with; false when there is none. */
export async function dropProof(trx: Trx, taskId: string, fileId: string): Promise<boolean> {
  const { numDeletedRows } = await tables(trx)
    .deleteFrom('verification_file')
    .where('county_id', '=', trx.countyId)
    .where('task_id', '=', taskId)
    .where('file_id', '=', fileId)
    .where('answer_id', 'is', null)
    .where('added_by', '=', trx.context.actor?.userId ?? 'system')
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

function tables(trx: ReadTrx) {
  return trx.withTables<VerificationTables>();
}
