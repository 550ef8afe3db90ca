import { sql } from 'kysely';
import type { ReadTrx, Trx } from '../../../platform/db';
import type { RunView } from '../contract';
import type { MatchingTables } from './tables';

/** Any number that no other lock of the county takes. */
const RUN_LOCK = 2_113_240_002;

/** Lets one comparison at a time be taken over in a county; the next one waits until this transaction ends. */
export async function lockRuns(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${RUN_LOCK}, hashtext(${trx.countyId}))`.execute(tables(trx));
}

/** A finished comparison. */
export type StoredRun = Omit<RunView, 'askedBy'> & { readonly askedBy: string | null };

/** The newest comparison, none before the first. */
export async function lastRun(trx: ReadTrx): Promise<StoredRun | undefined> {
  const row = await runs(trx).orderBy('run_no', 'desc').limit(1).executeTakeFirst();
  return row && runFrom(row);
}

/** One comparison by its number or by its id. */
export async function findRun(
  trx: ReadTrx,
  which: { readonly no: number } | { readonly id: string },
): Promise<StoredRun | undefined> {
  const row = await ('no' in which
    ? runs(trx).where('run_no', '=', which.no)
    : runs(trx).where('run_id', '=', which.id)
  ).executeTakeFirst();
  return row && runFrom(row);
}

/** The comparisons, newest first. */
export async function listRuns(
  trx: ReadTrx,
  page: { page: number; size: number },
): Promise<{ rows: readonly StoredRun[]; total: number }> {
  const { total } = await tables(trx)
    .selectFrom('comparison_run')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('county_id', '=', trx.countyId)
    .executeTakeFirstOrThrow();
  const rows = await runs(trx)
    .orderBy('run_no', 'desc')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute();
  return { rows: rows.map(runFrom), total };
}

/** When comparisons ended, by their numbers. */
export async function endDays(trx: ReadTrx, numbers: readonly number[]): Promise<ReadonlyMap<number, Date>> {
  if (numbers.length === 0) return new Map();
  const rows = await tables(trx)
    .selectFrom('comparison_run')
    .select(['run_no', 'ended_at'])
    .where('county_id', '=', trx.countyId)
    .where('run_no', 'in', [...new Set(numbers)])
    .execute();
  return new Map(rows.map((row) => [row.run_no, row.ended_at]));
}

/** Keeps a comparison that was taken over. */
export async function insertRun(trx: Trx, run: StoredRun): Promise<void> {
  await tables(trx)
    .insertInto('comparison_run')
    .values({
      county_id: trx.countyId,
      run_no: run.runNo,
      run_id: run.runId,
      as_of_day: run.asOf,
      inputs: JSON.stringify(run.inputs),
      counts: JSON.stringify(run.counts),
      equation: JSON.stringify(run.equation),
      changes: JSON.stringify(run.changes),
      compared: JSON.stringify(run.compared),
      asked_by: run.askedBy,
      began_at: new Date(run.beganAt),
      ended_at: new Date(run.endedAt),
    })
    .execute();
}

function runs(trx: ReadTrx) {
  return tables(trx).selectFrom('comparison_run').selectAll().where('county_id', '=', trx.countyId);
}

function runFrom(row: MatchingTables['comparison_run']): StoredRun {
  return {
    runNo: row.run_no,
    runId: row.run_id,
    asOf: row.as_of_day,
    inputs: row.inputs as RunView['inputs'],
    counts: row.counts as RunView['counts'],
    equation: row.equation as RunView['equation'],
    changes: row.changes as RunView['changes'],
    compared: row.compared as RunView['compared'],
    askedBy: row.asked_by,
    beganAt: row.began_at.toISOString(),
    endedAt: row.ended_at.toISOString(),
  };
}

function tables(trx: ReadTrx) {
  return trx.withTables<MatchingTables>();
}
