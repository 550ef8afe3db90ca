import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, readAs } from '../../../../platform/db';
import { Bureau, type Lists } from '../../testing/bureau';
import { listedOf, viewOf } from '../../testing/children-view';
import { aCounty } from '../../testing/county';
import { edited, editsOfLists, type WholeLists } from '../../testing/edits';
import type { Row } from '../../testing/factories';
import { findingList } from '../finding-lists';
import { findRun, lastRun } from '../run-store';
import { comparisonWork } from './comparison-work';

const county = aCounty(260);
const lists: WholeLists = {
  household: county.household,
  enrolment: county.enrolment,
  attending: county.enrolment.map(({ name, birth, sex, idNumber, school, grade, className, guardian1Name }) => ({
    ...({ name, birth, sex, idNumber, school, grade, className, guardian1Name } as Row),
  })),
};

let bureau: Bureau;
beforeAll(async () => {
  bureau = await Bureau.open();
});
afterAll(() => bureau.close());

const read = <T>(of: Bureau, work: Parameters<typeof readAs<T>>[2]) => readAs(of.house.db, of.officer, work);
const run = (of: Bureau, no: number) => read(of, (trx) => findRun(trx, { no }));

describe('a comparison after changes', () => {
  it('writes only what changed, and comes to what a county comes to that compares for the first time', async () => {
    const history = await Bureau.open();
    try {
      await history.compare(lists);
      let now = lists;
      await fc.assert(
        fc.asyncProperty(editsOfLists, async (edits) => {
          const next = edited(now, edits);
          const no = await history.compare(next);
          const found = await run(history, no);
          const fresh = await Bureau.open();
          try {
            const scratch = await run(fresh, await fresh.compare(next));
            expect(found?.equation).toEqual(scratch?.equation);
            expect(await listedOf(history)).toEqual(await listedOf(fresh));
          } finally {
            await fresh.close();
          }
          const touched = new Set(edits.map((edit) => edit.at % now.household.length)).size;
          // A changed child has three rows; carried over, its neighbours may be tied by another link.
          expect(found?.compared.changed ?? 0).toBeLessThanOrEqual(touched * 6);
          now = next;
        }),
        { seed: 20250301, numRuns: 8, endOnFailure: true },
      );
    } finally {
      await history.close();
    }
  });
});

describe('every comparison', () => {
  it('balances, list by list', async () => {
    const { household, enrolment, attending } = lists;
    const lean: Lists = { household: household.slice(3), enrolment: enrolment.slice(0, -4), attending: attending.slice(5) };
    const twice: Lists = { household: [...household, household[0] ?? {}], enrolment: [...enrolment, enrolment[1] ?? {}, {}] };
    for (const one of [lists, lean, twice]) {
      const found = await run(bureau, await bureau.compare(one));
      for (const list of ['household', 'enrolment', 'attending'] as const) {
        const { rows, children, repeated, grownUp, nobody, balanced } = found?.equation[list] ?? { rows: -1, children: {} };
        const sum = Object.values(children).reduce((total, count) => total + count, 0);
        expect([list, balanced, sum + (repeated ?? 0) + (grownUp ?? 0) + (nobody ?? 0)]).toEqual([list, true, rows]);
        expect(rows).toBe(one[list]?.length ?? 0);
      }
    }
  });

  it('tells what began and what ended since the one before, to the child', async () => {
    await bureau.compare(lists);
    const [gone] = lists.attending;
    const without = await bureau.compare({ ...lists, attending: lists.attending.slice(1) });
    const asked = { finding: 'absent', page: 1, size: 50 } as const;
    const began = await read(bureau, (trx) => findingList(trx, { ...asked, change: 'begun' }));
    expect(began.rows.map(({ name, sinceRun }) => [name, sinceRun])).toEqual([[gone?.name, without]]);
    const elsewhere = await read(bureau, (trx) => findingList(trx, { ...asked, area: '211324001' }));
    expect(elsewhere).toMatchObject({ total: 0, rows: [] });
    const back = await bureau.compare(lists);
    expect((await run(bureau, back))?.changes).toMatchObject({ begun: { present: 1 }, ended: { absent: 1 } });
    const ended = await read(bureau, (trx) => findingList(trx, { ...asked, change: 'ended' }));
    expect(ended.rows.map(({ name, untilRun }) => [name, untilRun])).toEqual([[gone?.name, back]]);
    expect((await read(bureau, (trx) => findingList(trx, asked))).total).toBe(0);
    expect((await read(bureau, (trx) => findingList(trx, { ...asked, run: without }))).total).toBe(1);
  });
});

describe('a comparison that is killed', () => {
  const words = { householdState: () => 'listed', enrolmentState: () => 'studying' };
  const last = () => read(bureau, lastRun);
  const job = (jobId: string) => ({
    ...{ jobId, kind: 'comparison', object: 'comparison', input: { asOf: '2025-03-01' }, askedBy: null },
    ...{ givenUp: false, tries: 1 },
  });
  const work = (
    change: Lists,
    { db = bureau.house.db, signal = new AbortController().signal, onStep = (_: unknown): unknown => undefined },
  ) => {
    const { ring, files } = bureau.house;
    const house = { ring, files, wakeJobs: () => undefined };
    const needs = { loadRegisters: async () => bureau.load(change), met: async () => [], words, taken: async () => undefined };
    const jobId = newId();
    const doing = (jobOf = jobId) =>
      comparisonWork(needs)({ job: job(jobOf), context: bureau.officer, db, house, signal, report: ({ step }) => onStep(step) });
    return { jobId, doing };
  };
  const smaller: Lists = { ...lists, household: lists.household.slice(7), attending: lists.attending.slice(9) };

  it('before it is taken over leaves nothing', async () => {
    await bureau.compare(lists);
    const before = [await viewOf(bureau), await last()];
    const stop = new AbortController();
    const onStep = (step: unknown) => step === 'saving' && stop.abort();
    await expect(work(smaller, { signal: stop.signal, onStep }).doing()).rejects.toThrow('aborted');
    expect([await viewOf(bureau), await last()]).toEqual(before);
  });

  it('when nearly everything is written leaves nothing either; begun again it has one effect, and once more none', async () => {
    await bureau.compare(lists);
    const before = [await viewOf(bureau), await last()];
    const { db } = bureau.house;
    let looks = 0;
    // The clock is looked at by three transactions, and once more when the result is kept.
    const dies = () => {
      looks++;
      if (looks === 5) throw new Error('killed');
      return db.now();
    };
    const first = work(smaller, { db: { ...db, now: dies } });
    await expect(first.doing()).rejects.toThrow('killed');
    expect([await viewOf(bureau), await last()]).toEqual(before);
    const again = work(smaller, {});
    const outcome = await again.doing(first.jobId);
    const after = [await viewOf(bureau), await last()];
    expect(await again.doing(first.jobId)).toEqual(outcome);
    expect([await viewOf(bureau), await last()]).toEqual(after);
    expect((await last())?.runId).toBe(first.jobId);
  });
});
