import type { ReadTrx, Trx } from '../../../platform/db';
import type { CheckTables } from './tables';

/** The months that the bureau has opened by hand, with the day and why. */
export async function openedMonths(
  trx: ReadTrx,
): Promise<ReadonlyMap<string, { readonly openDay: string; readonly reason: string }>> {
  const rows = await trx
    .withTables<CheckTables>()
    .selectFrom('check_month')
    .select(['month', 'open_day', 'reason'])
    .where('county_id', '=', trx.countyId)
    .execute();
  return new Map(rows.map(({ month, open_day: openDay, reason }) => [month, { openDay, reason }]));
}

/** Notes that the bureau opens a month on another day than the usual one; false where somebody already has. */
export async function insertMonth(trx: Trx, month: string, open_day: string, reason: string): Promise<boolean> {
  const by = { opened_by: trx.context.actor?.userId ?? 'system', opened_at: trx.now };
  const { numInsertedOrUpdatedRows } = await trx
    .withTables<CheckTables>()
    .insertInto('check_month')
    .values({ county_id: trx.countyId, month, open_day, reason, ...by })
    .onConflict((conflict) => conflict.columns(['county_id', 'month']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
