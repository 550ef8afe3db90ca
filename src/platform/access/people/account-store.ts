import { sql } from 'kysely';
import { Refusal } from '../../../kernel/refusal';
import type { ReadTrx, Trx } from '../../db';
import type { AccessTables } from '../tables';

export type AccountState = 'invited' | 'active' | 'disabled';

/** An account as administrators see it: nothing of its password but whether it has a second factor. */
export type Account = {
  readonly userId: string;
  readonly login: string;
  readonly name: string;
  readonly unit: string;
  readonly state: AccountState;
  readonly stateReason: string | null;
  readonly secondFactor: boolean;
  readonly lastSeenAt: Date | null;
  readonly createdAt: Date;
  readonly version: number;
};

export type NewAccount = { readonly userId: string; readonly login: string; readonly name: string; readonly unit: string };

/** What a list of accounts is narrowed by; `text` is part of a name, a login or a unit. */
export type AccountFilter = { readonly text: string; readonly state: AccountState | null };

/** Writes new accounts; a Refusal when one of the logins is taken, by somebody at the same moment too. */
export async function insertAccounts(trx: Trx, accounts: readonly NewAccount[]): Promise<void> {
  if (accounts.length === 0) return;
  const rows = accounts.map(({ userId, login, name, unit }) => ({
    county_id: trx.countyId,
    user_id: userId,
    login,
    name,
    unit,
    language: 'zh' as const,
    state: 'invited' as const,
    must_change_password: false,
    totp_step: 0,
    created_at: trx.now,
    version: 1,
  }));
  const made = await trx
    .withTables<AccessTables>()
    .insertInto('app_user')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['county_id', 'login']).doNothing())
    .returning('user_id')
    .execute();
  if (made.length < rows.length) throw loginTaken();
}

export async function findAccount(trx: ReadTrx, userId: string): Promise<Account | undefined> {
  return accounts(trx).where('user_id', '=', userId).executeTakeFirst();
}

/** The account; nobody changes it, or its grants, before this transaction ends. */
export async function lockAccount(trx: Trx, userId: string): Promise<Account | undefined> {
  return accounts(trx).where('user_id', '=', userId).forUpdate().executeTakeFirst();
}

/** Accounts by login, those that are there. */
export async function accountsByLogin(trx: ReadTrx, logins: readonly string[]): Promise<ReadonlyMap<string, Account>> {
  if (logins.length === 0) return new Map();
  const found = await accounts(trx).where('login', 'in', logins).execute();
  return new Map(found.map((account) => [account.login, account]));
}

/** One page of accounts, from 1, by name; and how many there are. */
export async function listAccounts(
  trx: ReadTrx,
  { text, state }: AccountFilter,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ readonly rows: readonly Account[]; readonly total: number }> {
  let all = trx.withTables<AccessTables>().selectFrom('app_user').where('county_id', '=', trx.countyId);
  if (state !== null) all = all.where('state', '=', state);
  if (text !== '') {
    const part = sql<boolean>`strpos(lower(name || ' ' || login || ' ' || unit), lower(${text})) > 0`;
    all = all.where(part);
  }
  const { total } = await all.select((column) => column.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await all
    .select(columns)
    .orderBy('name')
    .orderBy('user_id')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { rows, total };
}

/** Changes what is said of a person; false when somebody else changed it first. */
export async function changeAccountRow(
  trx: Trx,
  userId: string,
  version: number,
  { name, unit }: { readonly name: string; readonly unit: string },
): Promise<boolean> {
  const changed = await updated(trx, userId, { name, unit }).where('version', '=', version).executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** Disables an account: nothing that was known of its password is good any more. */
export async function disableRow(trx: Trx, userId: string, reason: string): Promise<void> {
  await updated(trx, userId, { state: 'disabled', state_reason: reason, state_at: trx.now, password_hash: null }).execute();
}

/** Enables an account; it needs an invitation to get a password. */
export async function enableRow(trx: Trx, userId: string): Promise<void> {
  await updated(trx, userId, { state: 'invited', state_reason: null, state_at: trx.now, password_hash: null }).execute();
}

/** Takes the authenticator away. */
export async function clearSecondFactorRow(trx: Trx, userId: string): Promise<void> {
  await updated(trx, userId, { totp_secret: null, totp_pending: null }).execute();
}

/** The account becomes usable with the password its person has just chosen. */
export async function activateRow(trx: Trx, userId: string, hash: string, mustChange: boolean): Promise<void> {
  const password = { password_hash: hash, password_set_at: trx.now, must_change_password: mustChange };
  await updated(trx, userId, { state: 'active', state_reason: null, state_at: trx.now, ...password }).execute();
}

/** The account becomes usable without a password of ours: its person came by way of a provider. */
export async function activateByProvider(trx: Trx, userId: string): Promise<void> {
  await updated(trx, userId, { state: 'active', state_reason: null, state_at: trx.now }).execute();
}

/** Accounts that may be used and were not since a moment: not signed in to, nor made, nor enabled. */
export async function unusedSince(trx: ReadTrx, moment: Date): Promise<readonly Account[]> {
  return accounts(trx)
    .where('state', '!=', 'disabled')
    .where(sql<boolean>`greatest(last_seen_at, state_at, created_at) < ${moment}`)
    .orderBy('user_id')
    .execute();
}

/** Whether anybody can sign in at all. */
export async function hasActiveAccount(trx: ReadTrx): Promise<boolean> {
  return (await accounts(trx).where('state', '=', 'active').limit(1).executeTakeFirst()) !== undefined;
}

function loginTaken(): Refusal {
  const says = { zh: '这个登录名已经有人用了，请换一个。', en: 'This login is taken: choose another.' };
  return new Refusal('conflict', 'login-taken', says, { fields: [{ path: 'login', ...says }] });
}

const columns = [
  'user_id as userId',
  'login',
  'name',
  'unit',
  'state',
  'state_reason as stateReason',
  sql<boolean>`totp_secret is not null`.as('secondFactor'),
  'last_seen_at as lastSeenAt',
  'created_at as createdAt',
  'version',
] as const;

function accounts(trx: ReadTrx) {
  return trx.withTables<AccessTables>().selectFrom('app_user').select(columns).where('county_id', '=', trx.countyId);
}

type UserColumns = Partial<Omit<AccessTables['app_user'], 'county_id' | 'user_id' | 'version'>>;

function updated(trx: Trx, userId: string, change: UserColumns) {
  return trx
    .withTables<AccessTables>()
    .updateTable('app_user')
    .set((column) => ({ ...change, version: column('version', '+', 1) }))
    .where('county_id', '=', trx.countyId)
    .where('user_id', '=', userId);
}
