import type { ReadTrx, Trx } from '../../db';
import type { AccessTables } from '../tables';

/** Puts new recovery codes in the place of all earlier ones. */
export async function replaceRecoveryCodes(trx: Trx, userId: string, indexes: readonly Buffer[]): Promise<void> {
  const tables = trx.withTables<AccessTables>();
  await tables.deleteFrom('recovery_code').where('county_id', '=', trx.countyId).where('user_id', '=', userId).execute();
  if (indexes.length === 0) return;
  const rows = indexes.map((code_index) => ({ county_id: trx.countyId, user_id: userId, code_index }));
  await tables.insertInto('recovery_code').values(rows).execute();
}

/** Uses up a recovery code: true for exactly one of any number of requests with it. */
export async function spendRecoveryCode(trx: Trx, userId: string, index: Buffer): Promise<boolean> {
  const used = await trx
    .withTables<AccessTables>()
    .updateTable('recovery_code')
    .set({ used_at: trx.now })
    .where('county_id', '=', trx.countyId)
    .where('user_id', '=', userId)
    .where('code_index', '=', index)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

/** How many recovery codes a person has left. */
export async function recoveryCodesLeft(trx: ReadTrx, userId: string): Promise<number> {
  const { left } = await trx
    .withTables<AccessTables>()
    .selectFrom('recovery_code')
    .select((column) => column.fn.countAll<number>().as('left'))
    .where('county_id', '=', trx.countyId)
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return left;
}
