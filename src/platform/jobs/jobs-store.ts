import { sql } from 'kysely';
import type { Actor } from '../access';
import { type Grant, roleFacts } from '../access';
import { dayOf } from '../clock';
import { type CoreTables, newId, type ReadTrx, type Trx } from '../db';
import type { Job, JobView } from './job';

type Tables = Pick<CoreTables, 'job' | 'app_user' | 'role_grant'>;

/** A process that has not renewed its lease for so long is dead. */
export const LEASE_SECONDS = 30;
/** A job that has killed its process so often is given up. */
const MOST_TRIES = 3;

const givenUp = {
  error: {
    code: 'given-up',
    zh: '这项任务几次都没有做完，已停止，没有留下一半的结果。请联系管理员，或换一份文件重试。',
    en: 'This job broke several times and was given up; nothing of it was kept. Ask the administrator, or try another file.',
  },
};

/**
 * Puts a job in the queue, in the caller's transaction: it exists exactly when the rest does. It runs in the name of who asks, or of
 * somebody else whose wish the asker has granted.
 */
export async function askJob(
  trx: Trx,
  job: { kind: string; object: string; input: unknown; inNameOf?: string },
): Promise<string> {
  const jobId = newId();
  await trx
    .withTables<Tables>()
    .insertInto('job')
    .values({
      county_id: trx.countyId,
      job_id: jobId,
      kind: job.kind,
      object: job.object,
      input: JSON.stringify(job.input),
      state: 'waiting',
      progress: null,
      outcome: null,
      asked_by: job.inNameOf ?? trx.context.actor?.userId ?? null,
      cancel_asked: false,
      lease_until: null,
      holder: null,
      tries: 0,
      created_at: trx.now,
      started_at: null,
      ended_at: null,
    })
    .execute();
  return jobId;
}

/**
 * Puts a job in the queue unless one of its kind waits or runs already; answers with the one there is. Of several who ask at once
 * one is first.
 */
export async function askJobOnce(
  trx: Trx,
  job: { kind: string; object: string; input: unknown },
): Promise<{ readonly jobId: string; readonly isNew: boolean }> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`job ${job.kind}`}, 0))`.execute(trx.withTables<Tables>());
  const newest = await newestJob(trx, job.kind);
  if (newest?.state === 'waiting' || newest?.state === 'running') return { jobId: newest.jobId, isNew: false };
  return { jobId: await askJob(trx, job), isNew: true };
}

/**
 * Takes the oldest job of these kinds that nobody works on; a second process takes another one. A job whose process is dead is
 * taken at once: PostgreSQL no longer holds the mark under which it was begun (`LifeMark`). Its lease ends the rest.
 */
export async function claimJob(trx: Trx, kinds: readonly string[], mark: number | null): Promise<Job | undefined> {
  const tables = trx.withTables<Tables>();
  const next = tables
    .selectFrom('job')
    .select('job_id')
    .where('county_id', '=', trx.countyId)
    .where('kind', 'in', kinds)
    .where((where) => {
      const isDead = where.or([
        where('lease_until', '<', trx.now),
        where.and([where('holder', 'is not', null), sql<boolean>`pg_try_advisory_xact_lock(holder)`]),
      ]);
      return where.or([where('state', '=', 'waiting'), where.and([where('state', '=', 'running'), isDead])]);
    })
    .orderBy('created_at')
    .limit(1)
    .forUpdate()
    .skipLocked();
  const row = await tables
    .updateTable('job')
    .set((set) => ({
      state: sql<'running' | 'failed'>`case when tries >= ${MOST_TRIES} then 'failed' else 'running' end`,
      tries: set('tries', '+', 1),
      lease_until: leaseEnd(trx.now),
      holder: mark,
      started_at: trx.now,
      ended_at: sql<Date | null>`case when tries >= ${MOST_TRIES} then ${trx.now}::timestamptz end`,
      outcome: sql`case when tries >= ${MOST_TRIES} then ${JSON.stringify(givenUp)}::jsonb end`,
    }))
    .where('county_id', '=', trx.countyId)
    .where('job_id', '=', next)
    .returning(['job_id', 'kind', 'object', 'input', 'asked_by', 'state', 'tries'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { job_id: jobId, kind, object, input, asked_by: askedBy, state, tries } = row;
  return { jobId, kind, object, input, askedBy, givenUp: state === 'failed', tries };
}

/** Renews the lease and notes progress; answers whether somebody has asked to stop. */
export async function renewJob(trx: Trx, jobId: string, progress: unknown): Promise<{ cancelAsked: boolean }> {
  const row = await mine(trx, jobId)
    .set({ lease_until: leaseEnd(trx.now), ...(progress === undefined ? {} : { progress: JSON.stringify(progress) }) })
    .returning('cancel_asked')
    .executeTakeFirst();
  return { cancelAsked: row?.cancel_asked ?? true };
}

/** Ends a job; a work that commits its own effect calls this in the same transaction, so that both happen or neither. */
export async function endJob(trx: Trx, jobId: string, state: 'done' | 'failed' | 'cancelled', outcome: unknown): Promise<void> {
  await mine(trx, jobId)
    .set({ state, outcome: JSON.stringify(outcome ?? null), ended_at: trx.now, lease_until: null, holder: null })
    .execute();
}

/** Gives a job back unfinished, so that the next process need not wait until the lease has run out. */
export async function returnJob(trx: Trx, jobId: string): Promise<void> {
  await mine(trx, jobId)
    .set((set) => ({ state: 'waiting', lease_until: null, holder: null, tries: set('tries', '-', 1) }))
    .execute();
}

/** Asks a job to stop; one that has not begun is over at once. */
export async function cancelJob(trx: Trx, jobId: string): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('job')
    .set({
      cancel_asked: true,
      state: sql<'cancelled'>`case when state = 'waiting' then 'cancelled' else state end`,
      ended_at: sql<Date | null>`case when state = 'waiting' then ${trx.now}::timestamptz else ended_at end`,
    })
    .where('county_id', '=', trx.countyId)
    .where('job_id', '=', jobId)
    .where('state', 'in', ['waiting', 'running'])
    .execute();
}

/** How a job stands; the caller has checked that the asker may see its object. */
export async function findJob(trx: ReadTrx, jobId: string): Promise<JobView | undefined> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('job')
    .select(['job_id', 'kind', 'state', 'progress', 'outcome'])
    .where('county_id', '=', trx.countyId)
    .where('job_id', '=', jobId)
    .executeTakeFirst();
  return row && { jobId: row.job_id, kind: row.kind, state: row.state, progress: row.progress, outcome: row.outcome };
}

/** A job as the page of its work shows it: whose, since when, and whether somebody wants it stopped. */
export type AskedJob = JobView & {
  readonly askedBy: string | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly cancelling: boolean;
};

/** The newest job of a kind, or undefined; whoever calls has checked that the asker may know of it. */
export async function newestJob(trx: ReadTrx, kind: string): Promise<AskedJob | undefined> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('job')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('kind', '=', kind)
    .orderBy('created_at', 'desc')
    .orderBy('job_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { job_id: jobId, state, progress, outcome, asked_by: askedBy, created_at: createdAt, ended_at: endedAt } = row;
  return { jobId, kind, state, progress, outcome, askedBy, createdAt, endedAt, cancelling: row.cancel_asked };
}

/** The person who asked, with the roles of today: a job may do no more than its asker may now. */
export async function jobActor(trx: ReadTrx, userId: string): Promise<Actor | null> {
  const tables = trx.withTables<Tables>();
  const user = await tables
    .selectFrom('app_user')
    .select(['name', 'login', 'state'])
    .where('county_id', '=', trx.countyId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (user === undefined || user.state !== 'active') return null;
  const today = dayOf(trx.now);
  const grants = await tables
    .selectFrom('role_grant')
    .select(['role', 'tree', 'path'])
    .where('county_id', '=', trx.countyId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .where('approved_at', 'is not', null)
    .where('from_day', '<=', today)
    .where((where) => where.or([where('until_day', 'is', null), where('until_day', '>=', today)]))
    .execute();
  const known: Grant[] = grants.filter((grant) => roleFacts(grant.role) !== undefined);
  return { userId, countyId: trx.countyId, name: user.name, login: user.login, grants: known };
}

function mine(trx: Trx, jobId: string) {
  return trx
    .withTables<Tables>()
    .updateTable('job')
    .where('county_id', '=', trx.countyId)
    .where('job_id', '=', jobId)
    .where('state', '=', 'running');
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + LEASE_SECONDS * 1000);
}
