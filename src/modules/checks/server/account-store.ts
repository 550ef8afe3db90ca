import { createHash } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Scope } from '../../../platform/access';
import { documentSeal, KeyRefusal, type KeyRing, openField, type SealPlace, sealField } from '../../../platform/crypto';
import { type ReadTrx, type Trx, withinScope } from '../../../platform/db';
import type { AccountContent } from '../contract';
import { canonicalJson } from '../rules/canonical';
import type { Agreed } from '../rules/sheet';
import type { AccountRecord, CheckTables } from './tables';

export type StoredAccount = Selectable<AccountRecord>;

/** What a list says of an account. */
export type AccountRow = Pick<StoredAccount, 'school_id' | 'version' | 'number' | 'missing' | 'differences' | 'signed_at'>;

/** The newest account of each school of a scope for a month. */
export async function newestAccounts(trx: ReadTrx, scope: Scope, month: string): Promise<readonly AccountRow[]> {
  return tables(trx)
    .selectFrom('check_account')
    .distinctOn('school_id')
    .select(['school_id', 'version', 'number', 'missing', 'differences', 'signed_at'])
    .where('county_id', '=', trx.countyId)
    .where('month', '=', month)
    .where(withinScope(scope, { school: 'school_path' }))
    .orderBy('school_id')
    .orderBy('version', 'desc')
    .execute();
}

/** The newest account of one school for a month, undefined where nothing was signed. */
export async function newestAccount(trx: ReadTrx, month: string, schoolId: string): Promise<AccountRow | undefined> {
  return tables(trx)
    .selectFrom('check_account')
    .select(['school_id', 'version', 'number', 'missing', 'differences', 'signed_at'])
    .where('county_id', '=', trx.countyId)
    .where('month', '=', month)
    .where('school_id', '=', schoolId)
    .orderBy('version', 'desc')
    .executeTakeFirst();
}

/** Every version of the account of a school for a month, the first first. */
export async function accountVersions(trx: ReadTrx, month: string, schoolId: string): Promise<readonly StoredAccount[]> {
  return tables(trx)
    .selectFrom('check_account')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('month', '=', month)
    .where('school_id', '=', schoolId)
    .orderBy('version')
    .execute();
}

/** The same, held until the transaction ends, so that of two who sign the second finds what the first has signed. */
export async function lockAccount(trx: Trx, month: string, schoolId: string): Promise<readonly StoredAccount[]> {
  const name = `check-account/${trx.countyId}/${month}/${schoolId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tables(trx));
  return accountVersions(trx, month, schoolId);
}

/** What is sealed: the account as it is shown, and by name each child that agrees. */
export type FrozenContent = Omit<AccountContent, 'classes'> & { readonly classes: readonly FrozenClass[] };
export type FrozenClass = Omit<AccountContent['classes'][number], 'agreeing'> & { readonly agreeing: readonly Agreed[] };

export type AccountDraft = Pick<AccountRecord, 'month' | 'school_id' | 'school_path' | 'classes'> & {
  readonly content: FrozenContent;
  readonly differences: number;
};

/** Freezes an account under its number, sealed onto the version before it; answers with the digest. */
export async function putAccount(
  trx: Trx,
  ring: KeyRing,
  { content, ...draft }: AccountDraft,
  before: StoredAccount | undefined,
): Promise<string> {
  const text = canonicalJson(content);
  const { version, number, reason, missing } = content;
  const digest = digestOf(text);
  const row = { ...draft, version, number, missing: missing.length, reason };
  await tables(trx)
    .insertInto('check_account')
    .values({
      ...{ county_id: trx.countyId, ...row, digest, seal: sealOf(ring, row, digest, before) },
      content: sealField(ring, placeOf(trx, row), text),
      ...{ signed_by: trx.context.actor?.userId ?? 'system', signed_at: trx.now },
    })
    .execute();
  return digest.toString('hex');
}

/** What was frozen, and whether it is that still. */
export type Opened =
  | { readonly content: FrozenContent; readonly sound: boolean }
  /** it does not open: what lies there is not what was sealed for this place */
  | { readonly content: null; readonly sound: false };

/** Opens a frozen account: digest, seal and the columns beside it are compared with what it says. */
export function openAccount(trx: ReadTrx, ring: KeyRing, row: StoredAccount, before: StoredAccount | undefined): Opened {
  const text = textOf(trx, ring, row);
  if (text === undefined) return { content: null, sound: false };
  const content: FrozenContent = JSON.parse(text);
  const digest = digestOf(text);
  const differences = content.classes.reduce((sum, one) => sum + one.differences.length, 0);
  const sound =
    digest.equals(row.digest) &&
    sealOf(ring, row, digest, before).equals(row.seal) &&
    [content.number, content.month, content.version, content.reason].join() ===
      [row.number, row.month, row.version, row.reason].join() &&
    content.missing.length === row.missing &&
    differences === row.differences;
  return { content, sound };
}

/** What a frozen account bears on paper: the first 16 digits of its seal, in fours. */
export function shortSeal({ seal }: Pick<StoredAccount, 'seal'>): string {
  return (seal.toString('hex').slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join(' ');
}

function textOf(trx: ReadTrx, ring: KeyRing, row: StoredAccount): string | undefined {
  try {
    return openField(ring, placeOf(trx, row), row.content);
  } catch (error) {
    if (error instanceof KeyRefusal && error.code === 'brokenSeal') return undefined;
    throw error;
  }
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

type Named = Pick<AccountRecord, 'month' | 'school_id' | 'version' | 'number' | 'classes' | 'missing' | 'differences'>;

function sealOf(ring: KeyRing, row: Named, digest: Buffer, before: StoredAccount | undefined): Buffer {
  const { month, school_id, version, number, classes, missing, differences } = row;
  const says = canonicalJson([number, month, school_id, version, classes, missing, differences, digest.toString('hex')]);
  return documentSeal(ring, before?.seal ?? Buffer.alloc(32), says);
}

function placeOf(trx: ReadTrx, row: Pick<AccountRecord, 'month' | 'school_id' | 'version'>): SealPlace {
  const id = `${row.month}/${row.school_id}/${row.version}`;
  return { countyId: trx.countyId, table: 'check_account', column: 'content', id };
}

function tables(trx: ReadTrx) {
  return trx.withTables<CheckTables>();
}
