import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Trx } from '../../db';
import type { AccessTables } from '../tables';
import { guessLimits, secondsToWait } from './limits';

/** One guess at a password or a code. */
export type Attempt = {
  readonly attemptId: string;
  /** keyed digest of what is guessed at; an account that does not exist has one too */ readonly account: Buffer;
  readonly source: string;
  /** digest of the device's cookie when the account knows it */ readonly device: Buffer | null;
};

/**
 * Notes the guess as wrong until it is known to be right, and answers 0; or notes nothing and answers with the seconds to wait.
 * Guesses at one account, or from one source, take turns here, so that a thousand at once are counted like a thousand in a row.
 */
export async function takeAttempt(trx: Trx, attempt: Attempt): Promise<number> {
  const { attemptId, account, source, device } = attempt;
  await takeTurns(trx, attempt);
  const wait = secondsToWait(await guessesBefore(trx, attempt), trx.now);
  if (wait > 0) return wait;
  const row = { county_id: trx.countyId, attempt_id: attemptId, account, source, device, at: trx.now, passed: false };
  await trx.withTables<AccessTables>().insertInto('login_attempt').values(row).execute();
  return 0;
}

/** The guess was right: it no longer counts, and a new run begins. */
export async function passAttempt(trx: Trx, attemptId: string): Promise<void> {
  await trx
    .withTables<AccessTables>()
    .updateTable('login_attempt')
    .set({ passed: true })
    .where('county_id', '=', trx.countyId)
    .where('attempt_id', '=', attemptId)
    .execute();
}

/** Removes what no limit asks for any more. */
export async function removeAttemptsBefore(trx: Trx, moment: Date): Promise<void> {
  const old = trx.withTables<AccessTables>().deleteFrom('login_attempt');
  await old.where('county_id', '=', trx.countyId).where('at', '<', moment).execute();
}

async function takeTurns(trx: Trx, { account, source, device }: Attempt): Promise<void> {
  const keys = [lockKey(account), ...(device === null ? [lockKey(source)] : [])];
  // In one order for everybody, so that no two wait for one another.
  for (const key of keys.sort()) await sql`select pg_advisory_xact_lock(${key})`.execute(trx.withTables());
}

function lockKey(name: Buffer | string): string {
  return createHash('sha256').update('guess ').update(name).digest().readBigInt64BE().toString();
}

type Before = { newest: Date | null; fifth: Date | null; account_full: Date | null; source_full: Date | null };

async function guessesBefore(trx: Trx, { account, source, device }: Attempt) {
  const { run, perAccount, perSource } = guessLimits;
  const all = sql`select at from login_attempt where county_id = ${trx.countyId}`;
  const bucket =
    device === null
      ? sql`account = ${account} and source = ${source} and device is null`
      : sql`account = ${account} and device = ${device}`;
  const lastRight = sql`select max(at) from login_attempt where county_id = ${trx.countyId} and ${bucket} and passed`;
  const ofRun = sql`${all} and ${bucket} and not passed and at > coalesce((${lastRight}), '-infinity') order by at desc`;
  const ofAccount = sql`${all} and account = ${account} and device is null and not passed order by at desc`;
  const ofSource = sql`${all} and source = ${source} and device is null and not passed order by at desc`;
  const nth = (n: number) => sql`offset ${n - 1} limit 1`;
  const full = device === null;
  const { rows } = await sql<Before>`select (${ofRun} limit 1) as newest, (${ofRun} ${nth(run)}) as fifth,
    ${full ? sql`(${ofAccount} ${nth(perAccount)})` : sql`null::timestamptz`} as account_full,
    ${full ? sql`(${ofSource} ${nth(perSource)})` : sql`null::timestamptz`} as source_full`.execute(trx.withTables());
  const [row] = rows;
  if (row === undefined) throw new Error('the database gave no answer about guesses');
  return { newest: row.newest, fifth: row.fifth, accountFull: row.account_full, sourceFull: row.source_full };
}
