import { newId, type ReadTrx, type Trx } from '../../../platform/db';
import type { ChildrenTables } from './tables';

/** A look at a masked field. */
export type Look = { readonly userId: string; readonly field: string; readonly reason: string; readonly at: Date };

/** Notes that somebody looks at a field, and until when the page may go on showing it in this session. */
export async function insertReveal(
  trx: Trx,
  reveal: {
    readonly childId: string;
    readonly field: string;
    readonly sessionId: string;
    readonly reason: string;
    readonly until: Date;
  },
): Promise<void> {
  await tables(trx)
    .insertInto('child_reveal')
    .values({
      county_id: trx.countyId,
      reveal_id: newId(),
      child_id: reveal.childId,
      field: reveal.field,
      user_id: trx.context.actor?.userId ?? 'system',
      session_id: reveal.sessionId,
      reason: reveal.reason,
      revealed_at: trx.now,
      until_at: reveal.until,
    })
    .execute();
}

/** The fields of a child that may be shown in a session at this moment, with the end of that. */
export async function openReveals(trx: ReadTrx, childId: string, sessionId: string): Promise<ReadonlyMap<string, Date>> {
  const rows = await tables(trx)
    .selectFrom('child_reveal')
    .select(['field', 'until_at'])
    .where('county_id', '=', trx.countyId)
    .where('child_id', '=', childId)
    .where('session_id', '=', sessionId)
    .where('user_id', '=', trx.context.actor?.userId ?? '')
    .where('until_at', '>', trx.now)
    .orderBy('until_at')
    .execute();
  return new Map(rows.map((row) => [row.field, row.until_at]));
}

/** Who has looked at some records, newest first. */
export async function listLooks(
  trx: ReadTrx,
  ids: readonly string[],
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly rows: readonly Look[]; readonly total: number }> {
  const looks = tables(trx).selectFrom('child_reveal').where('county_id', '=', trx.countyId).where('child_id', 'in', ids);
  const { total } = await looks.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await looks
    .select(['user_id', 'field', 'reason', 'revealed_at'])
    .orderBy('revealed_at', 'desc')
    .orderBy('reveal_id', 'desc')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute();
  return { total, rows: rows.map((row) => ({ userId: row.user_id, field: row.field, reason: row.reason, at: row.revealed_at })) };
}

function tables(trx: ReadTrx) {
  return trx.withTables<ChildrenTables>();
}
