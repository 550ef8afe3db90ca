import { type Selectable, sql } from 'kysely';
import { newId, type ReadTrx, type Trx } from '../../../platform/db';
import type { LeaveTables, LinkRecord } from './tables';

export type StoredLink = Selectable<LinkRecord>;

/** Keeps a new link of a child; the one before it is good no more. */
export async function insertLink(
  trx: Trx,
  draft: { readonly childId: string; readonly classPath: string; readonly tokenHash: Buffer; readonly expiresAt: Date },
): Promise<string> {
  const link_id = newId();
  await tables(trx)
    .updateTable('leave_link')
    .set({ voided_at: trx.now })
    .where('county_id', '=', trx.countyId)
    .where('child_id', '=', draft.childId)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .execute();
  await tables(trx)
    .insertInto('leave_link')
    .values({
      ...{ county_id: trx.countyId, link_id, child_id: draft.childId, class_path: draft.classPath, token_hash: draft.tokenHash },
      ...{ made_by: trx.context.actor?.userId ?? 'system', made_at: trx.now, expires_at: draft.expiresAt },
      ...{ used_at: null, voided_at: null },
    })
    .execute();
  return link_id;
}

/** The link of a token's digest, if it is still good. */
export async function goodLink(trx: ReadTrx, tokenHash: Buffer): Promise<StoredLink | undefined> {
  return tables(trx)
    .selectFrom('leave_link')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .where(sql<boolean>`expires_at > ${trx.now}`)
    .executeTakeFirst();
}

/** Uses up a link: true for exactly one of any number of requests with its token. */
export async function spendLink(trx: Trx, linkId: string): Promise<boolean> {
  const used = await tables(trx)
    .updateTable('leave_link')
    .set({ used_at: trx.now })
    .where('county_id', '=', trx.countyId)
    .where('link_id', '=', linkId)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .where(sql<boolean>`expires_at > ${trx.now}`)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

/** Forgets links that ran out before a moment. */
export async function removeLinksBefore(trx: Trx, moment: Date): Promise<void> {
  const old = tables(trx).deleteFrom('leave_link').where('county_id', '=', trx.countyId);
  await old.where('expires_at', '<', moment).execute();
}

function tables(trx: ReadTrx) {
  return trx.withTables<LeaveTables>();
}
