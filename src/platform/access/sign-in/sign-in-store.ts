import { sql } from 'kysely';
import type { ReadTrx, Trx } from '../../db';
import type { AccessTables } from '../tables';

/** What signing in has to know of an account. */
export type SignInUser = {
  readonly userId: string;
  readonly login: string;
  readonly name: string;
  readonly state: 'invited' | 'active' | 'disabled';
  readonly passwordHash: string | null;
  readonly hasSecondFactor: boolean;
};

/** What the second step has to know: the sealed secrets and the last step of time that was used up. */
export type SecondFactorRow = { readonly secret: Buffer | null; readonly pending: Buffer | null; readonly step: number };

export async function findByLogin(trx: ReadTrx, login: string): Promise<SignInUser | undefined> {
  return users(trx).where('login', '=', login).executeTakeFirst();
}

/** Since when a person's password is what it is, null without one. */
export async function passwordSetAt(trx: ReadTrx, userId: string): Promise<Date | null> {
  const user = trx
    .withTables<AccessTables>()
    .selectFrom('app_user')
    .select('password_set_at')
    .where('county_id', '=', trx.countyId);
  return (await user.where('user_id', '=', userId).executeTakeFirst())?.password_set_at ?? null;
}

/** The account as it is now; nobody changes it before this transaction ends. */
export async function lockUser(trx: Trx, userId: string): Promise<SignInUser | undefined> {
  return users(trx).where('user_id', '=', userId).forUpdate().executeTakeFirst();
}

function users(trx: ReadTrx) {
  return trx
    .withTables<AccessTables>()
    .selectFrom('app_user')
    .select((column) => [
      column.ref('user_id').as('userId'),
      'login',
      'name',
      'state',
      column.ref('password_hash').as('passwordHash'),
      sql<boolean>`totp_secret is not null`.as('hasSecondFactor'),
    ])
    .where('county_id', '=', trx.countyId);
}

export async function noteSignIn(trx: Trx, userId: string, upgradedHash: string | null): Promise<void> {
  const seen = { last_seen_at: trx.now, ...(upgradedHash === null ? {} : { password_hash: upgradedHash }) };
  await userUpdate(trx, userId, seen);
}

/** Sets a password of the person's own; `mustChange` is for one that somebody else chose. */
export async function setPassword(trx: Trx, userId: string, hash: string, mustChange: boolean): Promise<void> {
  await userUpdate(trx, userId, { password_hash: hash, password_set_at: trx.now, must_change_password: mustChange });
}

export async function setLanguage(trx: Trx, userId: string, language: 'zh' | 'en'): Promise<void> {
  await userUpdate(trx, userId, { language });
}

export async function secondFactorOf(trx: ReadTrx, userId: string): Promise<SecondFactorRow | undefined> {
  return trx
    .withTables<AccessTables>()
    .selectFrom('app_user')
    .select((column) => [
      column.ref('totp_secret').as('secret'),
      column.ref('totp_pending').as('pending'),
      column.ref('totp_step').as('step'),
    ])
    .where('county_id', '=', trx.countyId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
}

/** Keeps an authenticator that was shown and waits for its first code. */
export async function keepPending(trx: Trx, userId: string, sealed: Buffer): Promise<void> {
  await userUpdate(trx, userId, { totp_pending: sealed });
}

/**
 * Uses up a step of time: true for exactly one of any number of requests with the same code (SEC-05). `sealed` is the
 * secret the code was checked with, so that an authenticator replaced meanwhile is not used.
 */
export async function spendStep(trx: Trx, userId: string, step: number, sealed: Buffer): Promise<boolean> {
  const used = await trx
    .withTables<AccessTables>()
    .updateTable('app_user')
    .set({ totp_step: step })
    .where('county_id', '=', trx.countyId)
    .where('user_id', '=', userId)
    .where('totp_step', '<', step)
    .where('totp_secret', '=', sealed)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

/** Puts the confirmed authenticator in its place, its first code used up; false when another one was shown meanwhile. */
export async function confirmPending(
  trx: Trx,
  userId: string,
  authenticator: { readonly pending: Buffer; readonly sealed: Buffer; readonly step: number },
): Promise<boolean> {
  const confirmed = await trx
    .withTables<AccessTables>()
    .updateTable('app_user')
    .set({ totp_secret: authenticator.sealed, totp_pending: null, totp_step: authenticator.step })
    .where('county_id', '=', trx.countyId)
    .where('user_id', '=', userId)
    .where('totp_pending', '=', authenticator.pending)
    .executeTakeFirst();
  return confirmed.numUpdatedRows > 0n;
}

type UserChange = Partial<
  Pick<
    AccessTables['app_user'],
    'last_seen_at' | 'password_hash' | 'password_set_at' | 'must_change_password' | 'language' | 'totp_pending'
  >
>;

async function userUpdate(trx: Trx, userId: string, change: UserChange): Promise<void> {
  const update = trx.withTables<AccessTables>().updateTable('app_user').set(change);
  await update.where('county_id', '=', trx.countyId).where('user_id', '=', userId).execute();
}
