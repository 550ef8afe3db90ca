import { Refusal } from '../../kernel/refusal';
import { type Context, type Db, newId, transact } from '../db';
import type { Chore, Job, JobWork } from './job';
import { claimJob, endJob, jobActor, LEASE_SECONDS, renewJob, returnJob } from './jobs-store';
import { holdLifeMark, type LifeMark } from './life-store';
import { faultOutcome, refusalOutcome } from './outcome';

/** Looks for work so often; a job asked for in this process is begun at once. */
const POLL_MS = 1000;

export type JobRunner = {
  /** there may be work */ wake(): void;
  /** lets nothing new begin, asks what runs to stop, and waits; what was not done is begun again by the next process */
  stop(): Promise<void>;
};

type Runner<House> = {
  readonly db: Db;
  readonly house: House;
  readonly works: Readonly<Record<string, JobWork<House>>>;
  /** what is done unasked, by name; each beside the others and beside the jobs */
  readonly chores?: Readonly<Record<string, Chore<House>>>;
  /** `of`: which job or chore broke, `-` the queue itself */ readonly onFault: (error: unknown, of: string) => void;
};

/** Works through the queue, one job at a time, and does the chores. Several processes may run on one database. */
export function startJobs<House>(runner: Runner<House>): JobRunner {
  const { db, house, works, chores = {}, onFault } = runner;
  const stopping = new AbortController();
  const { signal } = stopping;
  const life = holdLifeMark(db.database, (error) => onFault(error, '-'));
  const loops = Object.entries(chores).map(([name, chore]) => {
    const once = async () => {
      await chore({ db, house, signal });
      return false;
    };
    return repeat(once, signal, (error) => onFault(error, name));
  });
  if (Object.keys(works).length > 0)
    loops.push(
      repeat(
        () => nextJob(runner, life, signal),
        signal,
        (error) => onFault(error, '-'),
      ),
    );
  const wake = () => {
    for (const loop of loops) loop.wake();
  };
  return {
    wake,
    async stop() {
      stopping.abort();
      wake();
      await Promise.all(loops.map((loop) => loop.ended));
      await life.release();
    },
  };
}

/** Does something again and again: at once while there is more of it, else when it is woken or a second has passed. */
function repeat(work: () => Promise<boolean>, stopping: AbortSignal, onFault: (error: unknown) => void) {
  let wakeUp: () => void = () => undefined;
  const loop = async () => {
    while (!stopping.aborted) {
      const worked = await work().catch((error: unknown) => {
        onFault(error);
        return false;
      });
      if (worked || stopping.aborted) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, POLL_MS);
        wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  return { wake: () => wakeUp(), ended: loop() };
}

/** Works through the queue until nothing waits, for a program that is about to end. A fault of ours is thrown, once the queue is empty. */
export async function workOff<House>(runner: Omit<Runner<House>, 'onFault'>): Promise<void> {
  const faults: unknown[] = [];
  const onFault = (error: unknown) => faults.push(error);
  const never = new AbortController().signal;
  const life = holdLifeMark(runner.db.database, onFault);
  try {
    while (await nextJob({ ...runner, onFault }, life, never));
  } finally {
    await life.release();
  }
  if (faults.length > 0) throw faults[0];
}

async function nextJob<House>(runner: Runner<House>, life: LifeMark, stopping: AbortSignal): Promise<boolean> {
  const system = systemContext();
  await life.ready;
  if (stopping.aborted) return false;
  const claimed = await transact(runner.db, system, async (trx) => {
    const job = await claimJob(trx, Object.keys(runner.works), life.current());
    const actor = job?.askedBy ? await jobActor(trx, job.askedBy) : null;
    return { result: job && { job, actor }, changes: [] };
  });
  if (claimed === undefined) return false;
  const { job, actor } = claimed;
  if (job.givenUp) return true;
  if (job.askedBy !== null && actor === null) {
    await close(runner.db, job, 'failed', refusalOutcome(askerGone()));
    return true;
  }
  await runJob(runner, job, { actor, requestId: newId(), source: 'job' }, stopping);
  return true;
}

async function runJob<House>(runner: Runner<House>, job: Job, context: Context, stopping: AbortSignal): Promise<void> {
  const { db, house, works } = runner;
  const work = works[job.kind];
  if (work === undefined) throw new Error(`nobody does jobs of kind ${job.kind}`);
  const cancelled = new AbortController();
  const signal = AbortSignal.any([cancelled.signal, stopping]);
  let progress: Readonly<Record<string, unknown>> | undefined;
  let told = 0;
  const renew = async () => {
    const now = progress;
    const { cancelAsked } = await transact(db, systemContext(), async (trx) => ({
      result: await renewJob(trx, job.jobId, now),
      changes: [],
    }));
    told = performance.now();
    if (cancelAsked) cancelled.abort();
  };
  const heartbeat = setInterval(() => {
    const due = performance.now() - told > (LEASE_SECONDS * 1000) / 3;
    if (due || progress !== undefined) void renew().catch((error: unknown) => runner.onFault(error, job.jobId));
  }, POLL_MS);
  try {
    const report = (said: Readonly<Record<string, unknown>>) => {
      progress = said;
    };
    const outcome = await work({ job, context, db, house, signal, report });
    await close(db, job, 'done', outcome);
  } catch (error) {
    // What is stopped with the server is not over: the next process begins it again.
    if (stopping.aborted && !cancelled.signal.aborted) await giveBack(db, job);
    else if (cancelled.signal.aborted) await close(db, job, 'cancelled', null);
    else if (error instanceof Refusal) await close(db, job, 'failed', refusalOutcome(error));
    else {
      runner.onFault(error, job.jobId);
      await close(db, job, 'failed', faultOutcome(job.jobId));
    }
  } finally {
    clearInterval(heartbeat);
  }
}

async function close(db: Db, job: Job, state: 'done' | 'failed' | 'cancelled', outcome: unknown): Promise<void> {
  await transact(db, systemContext(), async (trx) => {
    await endJob(trx, job.jobId, state, outcome);
    return { result: undefined, changes: [] };
  });
}

async function giveBack(db: Db, job: Job): Promise<void> {
  await transact(db, systemContext(), async (trx) => {
    await returnJob(trx, job.jobId);
    return { result: undefined, changes: [] };
  });
}

function systemContext(): Context {
  return { actor: null, requestId: newId(), source: 'job' };
}

function askerGone(): Refusal {
  return new Refusal('forbidden', 'asker-gone', {
    zh: '没有做：提出这项任务的账号已停用。请由在用的账号重新提出。',
    en: 'Not done: the account that asked for it is disabled. Ask again with one that is in use.',
  });
}
