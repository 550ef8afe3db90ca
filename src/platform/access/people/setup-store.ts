import { sql } from 'kysely';
import type { ReadTrx, Trx } from '../../db';
import type { AccessTables } from '../tables';

/** Puts a new setup secret in the place of any earlier one. */
export async function keepSetupSecret(trx: Trx, secretHash: Buffer, expiresAt: Date): Promise<void> {
  await forgetSetupSecret(trx);
  const row = { county_id: trx.countyId, secret_hash: secretHash, expires_at: expiresAt };
  await trx.withTables<AccessTables>().insertInto('setup_secret').values(row).execute();
}

export async function forgetSetupSecret(trx: Trx): Promise<void> {
  await trx.withTables<AccessTables>().deleteFrom('setup_secret').where('county_id', '=', trx.countyId).execute();
}

/** Whether a secret is awaited now. */
export async function isSetupOpen(trx: ReadTrx): Promise<boolean> {
  const secret = trx.withTables<AccessTables>().selectFrom('setup_secret').select('county_id');
  const found = await secret.where('county_id', '=', trx.countyId).where('expires_at', '>', trx.now).executeTakeFirst();
  return found !== undefined;
}

/** Takes the secret away when it is the right one: true for exactly one of any number of requests with it. */
export async function spendSetupSecret(trx: Trx, secretHash: Buffer): Promise<boolean> {
  const spent = await trx
    .withTables<AccessTables>()
    .deleteFrom('setup_secret')
    .where('county_id', '=', trx.countyId)
    .where('secret_hash', '=', secretHash)
    .where(sql<boolean>`expires_at > ${trx.now}`)
    .executeTakeFirst();
  return spent.numDeletedRows > 0n;
}
