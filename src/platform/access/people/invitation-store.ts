import { sql } from 'kysely';
import type { ReadTrx, Trx } from '../../db';
import type { AccessTables } from '../tables';

export type Invitation = { readonly invitationId: string; readonly userId: string; readonly expiresAt: Date };

export type NewInvitation = Invitation & { readonly codeHash: Buffer; readonly madeBy: string | null };

export async function insertInvitations(trx: Trx, invitations: readonly NewInvitation[]): Promise<void> {
  if (invitations.length === 0) return;
  const rows = invitations.map(({ invitationId, userId, expiresAt, codeHash, madeBy }) => ({
    county_id: trx.countyId,
    invitation_id: invitationId,
    user_id: userId,
    code_hash: codeHash,
    made_by: madeBy,
    made_at: trx.now,
    expires_at: expiresAt,
  }));
  await trx.withTables<AccessTables>().insertInto('invitation').values(rows).execute();
}

/** The invitations of people are good no more. */
export async function voidInvitations(trx: Trx, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  await trx
    .withTables<AccessTables>()
    .updateTable('invitation')
    .set({ voided_at: trx.now })
    .where('county_id', '=', trx.countyId)
    .where('user_id', 'in', userIds)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .execute();
}

/** The invitation of a code's digest, if it is still good. */
export async function goodInvitation(trx: ReadTrx, codeHash: Buffer): Promise<Invitation | undefined> {
  return good(trx).where('code_hash', '=', codeHash).executeTakeFirst();
}

/** The good invitations of people, by person: until when. */
export async function invitedUntil(trx: ReadTrx, userIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  if (userIds.length === 0) return new Map();
  const found = await good(trx).where('user_id', 'in', userIds).execute();
  return new Map(found.map(({ userId, expiresAt }) => [userId, expiresAt]));
}

/** Uses up an invitation: true for exactly one of any number of requests with its code. */
export async function spendInvitation(trx: Trx, invitationId: string): Promise<boolean> {
  const used = await trx
    .withTables<AccessTables>()
    .updateTable('invitation')
    .set({ used_at: trx.now })
    .where('county_id', '=', trx.countyId)
    .where('invitation_id', '=', invitationId)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .where('expires_at', '>', trx.now)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

export async function removeInvitationsBefore(trx: Trx, moment: Date): Promise<void> {
  const old = trx.withTables<AccessTables>().deleteFrom('invitation');
  await old.where('county_id', '=', trx.countyId).where('expires_at', '<', moment).execute();
}

function good(trx: ReadTrx) {
  return trx
    .withTables<AccessTables>()
    .selectFrom('invitation')
    .select(['invitation_id as invitationId', 'user_id as userId', 'expires_at as expiresAt'])
    .where('county_id', '=', trx.countyId)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .where(sql<boolean>`expires_at > ${trx.now}`);
}
