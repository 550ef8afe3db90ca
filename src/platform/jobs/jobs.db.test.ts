import { afterAll, beforeAll, expect, it } from 'vitest';
import { Refusal } from '../../kernel/refusal';
import { rawSql } from '../access/testing/raw-store';
import { type CoreTables, newId, openDatabase, readAs, transact } from '../db';
import { type TestHouse, testHouse } from '../testing/house';
import { askJob, cancelJob, findJob, type JobView, type JobWork, startJobs } from './index';
import { claimJob } from './jobs-store';
import { holdLifeMark } from './life-store';

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());

type Room = { readonly name: string };

async function ask(kind: string, input: unknown = {}): Promise<string> {
  return transact(house.db, house.system, async (trx) => ({
    result: await askJob(trx, { kind, object: 'test:-', input }),
    changes: [],
  }));
}

async function stateOf(jobId: string): Promise<JobView> {
  const job = await readAs(house.db, house.system, (trx) => findJob(trx, jobId));
  if (job === undefined) throw new Error('the job is gone');
  return job;
}

async function ended(jobId: string): Promise<JobView> {
  for (let tries = 0; tries < 400; tries++) {
    const job = await stateOf(jobId);
    if (!['waiting', 'running'].includes(job.state)) return job;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the job did not end');
}

function runners(count: number, works: Record<string, JobWork<Room>>, faults: unknown[] = []) {
  const started = Array.from({ length: count }, (_, place) =>
    startJobs({ db: house.db, house: { name: `room ${place}` }, works, onFault: (error) => faults.push(error) }),
  );
  return { stop: () => Promise.all(started.map((runner) => runner.stop())) };
}

it('does each job once, whoever looks for work', async () => {
  const done: string[] = [];
  const asked = await Promise.all(Array.from({ length: 12 }, (_, place) => ask('count', { place })));
  const all = runners(3, {
    count: async ({ job }) => {
      done.push(job.jobId);
      return job.input;
    },
  });
  const outcomes = await Promise.all(asked.map(ended));
  await all.stop();
  expect([...done].sort()).toEqual([...asked].sort());
  expect(outcomes.map((job) => job.outcome)).toEqual(asked.map((_, place) => ({ place })));
});

it('begins again what a dead process left, and gives it up after three', async () => {
  const jobId = await ask('fragile');
  const dead = { state: 'running' as const, lease_until: new Date(Date.now() - 1000) };
  const bury = (tries: number) =>
    transact(house.db, house.system, async (trx) => {
      const query = trx
        .withTables<CoreTables>()
        .updateTable('job')
        .set({ ...dead, tries });
      await query.where('county_id', '=', trx.countyId).where('job_id', '=', jobId).execute();
      return { result: undefined, changes: [] };
    });
  await bury(1);
  const first = runners(1, { fragile: async ({ job }) => ({ tries: job.tries }) });
  expect((await ended(jobId)).outcome).toEqual({ tries: 2 });
  await first.stop();
  await bury(3);
  let begun = false;
  const second = runners(1, {
    fragile: async () => {
      begun = true;
    },
  });
  expect(await ended(jobId)).toMatchObject({ state: 'failed', outcome: { error: { code: 'given-up' } } });
  await second.stop();
  expect(begun).toBe(false);
});

it('takes the job of a process the moment that is dead, and not while it lives', async () => {
  const jobId = await ask('taken over');
  const other = openDatabase(house.app, () => undefined);
  const life = holdLifeMark(other, () => undefined);
  await life.ready;
  await transact(house.db, house.system, async (trx) => {
    await claimJob(trx, ['taken over'], life.current());
    return { result: undefined, changes: [] };
  });
  const all = runners(1, { 'taken over': async ({ job }) => ({ tries: job.tries }) });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect((await stateOf(jobId)).state).toBe('running');
  await life.release();
  const died = performance.now();
  expect((await ended(jobId)).outcome).toEqual({ tries: 2 });
  expect(performance.now() - died, 'REL-01: taken up again within 10 s, long before its lease has run out').toBeLessThan(10_000);
  await all.stop();
  await other.close();
});

it('goes on with a new mark when the database has broken off its connections', async () => {
  const other = openDatabase(house.app, () => undefined);
  const faults: unknown[] = [];
  const life = holdLifeMark(other, (error) => faults.push(error));
  await life.ready;
  const first = life.current();
  // Other tests work on the same server, and hold locks of their own.
  await rawSql(
    house.db.database,
    `select pg_terminate_backend(pid) from pg_locks join pg_database on pg_database.oid = pg_locks.database
      where locktype = 'advisory' and granted and datname = current_database()`,
  );
  while (life.current() === first || life.current() === null) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(faults).toHaveLength(1);
  await life.release();
  await other.close();
});

it('stops a job that somebody cancels, and shows how far it had come', async () => {
  const jobId = await ask('long');
  const all = runners(1, {
    long: ({ signal, report }) => {
      report({ rows: 7 });
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
    },
  });
  while ((await stateOf(jobId)).progress === null) await new Promise((resolve) => setTimeout(resolve, 50));
  await transact(house.db, house.system, async (trx) => ({ result: await cancelJob(trx, jobId), changes: [] }));
  expect(await ended(jobId)).toMatchObject({ state: 'cancelled', progress: { rows: 7 } });
  await all.stop();
});

it('tells a refusal in its words, and a fault only by its number', async () => {
  const faults: unknown[] = [];
  const all = runners(
    1,
    {
      refused: async () => {
        throw new Refusal('invalid', 'wrong-list', { zh: '名册不对。', en: 'Wrong list.' });
      },
      broken: async () => {
        throw new Error('password=secret');
      },
    },
    faults,
  );
  const [refused, broken] = await Promise.all([ask('refused'), ask('broken')].map(async (asked) => ended(await asked)));
  await all.stop();
  expect(refused).toMatchObject({ state: 'failed', outcome: { error: { code: 'wrong-list', zh: '名册不对。' } } });
  expect(broken?.outcome).toMatchObject({ error: { code: 'fault' } });
  expect(JSON.stringify(broken?.outcome)).not.toContain('secret');
  expect(faults).toHaveLength(1);
});

it('leaves what was under way to the next process when the server stops', async () => {
  const jobId = await ask('patient');
  let begun = 0;
  const works: Record<string, JobWork<Room>> = {
    patient: ({ signal }) => {
      begun++;
      return new Promise((resolve, reject) => {
        if (begun > 1) resolve('done by the second');
        signal.addEventListener('abort', () => reject(new Error('stopped')));
      });
    },
  };
  const first = runners(1, works);
  while (begun === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  await first.stop();
  expect((await stateOf(jobId)).state).toBe('waiting');
  const second = runners(1, works);
  expect((await ended(jobId)).outcome).toBe('done by the second');
  await second.stop();
});

it('does nothing for somebody whose account is gone', async () => {
  const gone = {
    actor: { userId: newId(), countyId: '211324', name: '离职人员', login: 'gone', grants: [] },
    requestId: newId(),
    source: 'test',
  };
  const jobId = await transact(house.db, gone, async (trx) => ({
    result: await askJob(trx, { kind: 'wanted', object: '-', input: {} }),
    changes: [],
  }));
  const all = runners(1, { wanted: async () => 'done' });
  expect(await ended(jobId)).toMatchObject({ state: 'failed', outcome: { error: { code: 'asker-gone' } } });
  await all.stop();
});

it('does chores again and again, beside a long job, when it is woken and until it is stopped', async () => {
  const faults: string[] = [];
  let done = 0;
  let isWorking = false;
  const runner = startJobs({
    db: house.db,
    house: {},
    works: {
      long: ({ signal }) => {
        isWorking = true;
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
      },
    },
    chores: {
      sweeping: async () => {
        done++;
      },
      broken: async () => {
        throw new Error('the broom is broken');
      },
    },
    onFault: (_, of) => faults.push(of),
  });
  const jobId = await ask('long');
  while (!isWorking) await new Promise((resolve) => setTimeout(resolve, 20));
  const before = done;
  while (done < before + 2) {
    runner.wake();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await runner.stop();
  const after = done;
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(done).toBe(after);
  expect([...new Set(faults)]).toEqual(['broken']);
  expect((await stateOf(jobId)).state).toBe('waiting');
  await transact(house.db, house.system, async (trx) => ({ result: await cancelJob(trx, jobId), changes: [] }));
});
