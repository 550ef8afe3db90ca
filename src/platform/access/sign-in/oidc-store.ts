import type { Trx } from '../../db';
import type { AccessTables } from '../tables';

/** A sign-in with somebody else's provider that is under way; digests of what only the browser knows. */
export type OpenLogin = {
  readonly stateHash: Buffer;
  readonly deviceHash: Buffer;
  readonly nonce: string;
  readonly verifier: string;
  readonly expiresAt: Date;
};

/** Keeps it, unless so many are under way already: false then. What has run out is forgotten first. */
export async function keepLogin(trx: Trx, login: OpenLogin, atMost: number): Promise<boolean> {
  const table = trx.withTables<AccessTables>();
  await table.deleteFrom('oidc_login').where('county_id', '=', trx.countyId).where('expires_at', '<', trx.now).execute();
  const { open } = await table
    .selectFrom('oidc_login')
    .select((column) => column.fn.countAll<number>().as('open'))
    .where('county_id', '=', trx.countyId)
    .executeTakeFirstOrThrow();
  if (open >= atMost) return false;
  const { stateHash: state_hash, deviceHash: device_hash, nonce, verifier, expiresAt: expires_at } = login;
  const row = { county_id: trx.countyId, state_hash, device_hash, nonce, verifier, expires_at };
  await table.insertInto('oidc_login').values(row).execute();
  return true;
}

/** Takes it away when the same browser comes back in time: what it was, for exactly one of any number of requests. */
export async function spendLogin(
  trx: Trx,
  stateHash: Buffer,
  deviceHash: Buffer,
): Promise<Pick<OpenLogin, 'nonce' | 'verifier'> | undefined> {
  return trx
    .withTables<AccessTables>()
    .deleteFrom('oidc_login')
    .where('county_id', '=', trx.countyId)
    .where('state_hash', '=', stateHash)
    .where('device_hash', '=', deviceHash)
    .where('expires_at', '>', trx.now)
    .returning(['nonce', 'verifier'])
    .executeTakeFirst();
}
