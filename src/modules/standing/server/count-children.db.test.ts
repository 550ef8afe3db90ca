import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { formatDay, parseDay } from '../../../kernel/day';
import { type Database, openDatabase, readAs, transact } from '../../../platform/db';
import { type TestHouse, testHouse } from '../../../platform/testing/house';
import { countDue } from '../../children/server/index';
import { checkRoll } from '../rules/balance';
import type { Fact } from '../rules/facts';
import { standingHistory } from '../rules/history';
import { keptHistory } from '../rules/kept-history';
import { defaultPolicy, policyOn, type StandingPolicies } from '../rules/policy';
import { addStanding, emptyRoll } from '../rules/roll';
import { standingOn } from '../rules/standing-on';
import { emptyCounty, type Kept, keptRoll } from '../testing/kept-roll-store';
import { stepsOf } from '../testing/steps';
import { bodyOf, ToldCounty } from '../testing/told-county-store';
import { type Step, Walk } from '../testing/walk';
import { countBatch, countChildren, countWaiting } from './count-children';

let house: TestHouse;
let owner: Database;
let county: ToldCounty;
beforeAll(async () => {
  house = await testHouse();
  owner = openDatabase(house.owner, () => undefined);
  county = new ToldCounty(house);
});
afterAll(async () => {
  await owner.close();
  await house.close();
});
beforeEach(() => emptyCounty(owner));

const policies: StandingPolicies = [defaultPolicy];
const count = () => countChildren({ db: house.db, context: house.system });

it('keeps what counting from scratch gives, in every grid on every day, whatever is told in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(stepsOf(14), async (steps) => {
      await emptyCounty(owner);
      const walk = new WalkOnDisk(county);
      for (const step of steps) {
        await walk.take(step);
        await count();
        expectSound(await keptRoll(house));
      }
    }),
    { numRuns: process.env.NOL_LONG ? 300 : 12 },
  );
});

it('counts everybody once when two processes count at once, while more is told', async () => {
  await manyChildren(60);
  const told = async () => {
    for (let at = 0; at < 60; at += 3) await county.tell(`c${at}`, moved('2025-03-10', at + 1));
  };
  const batches = async () => {
    let batch: number | undefined = 0;
    while (batch !== undefined)
      batch = await transact(house.db, house.system, async (trx) => ({ result: await countBatch(trx, 7), changes: [] }));
  };
  await Promise.all([told(), batches(), batches(), batches()]);
  await count();
  expectSound(await keptRoll(house));
  expect(await due()).toBe(0);
});

it('counts in the background who waits, and leaves who comes meanwhile to the next time', async () => {
  await manyChildren(3);
  let others = 0;
  const counted = async () => {
    if (others++ === 0) await county.tell('c1', moved('2025-03-10', 2));
  };
  await countWaiting({ db: house.db, context: house.system, counted });
  expect([others, await due()]).toEqual([1, 1]);
  await countWaiting({ db: house.db, context: house.system, counted });
  expect([others, await due()]).toEqual([2, 0]);
  expectSound(await keptRoll(house));
});

it('leaves nothing half when it breaks before the end of a batch, and does it then', async () => {
  await manyChildren(20);
  await count();
  await county.tell('c1', moved('2025-03-12', 9));
  const before = await keptRoll(house);
  const broken = transact(house.db, house.system, async (trx) => {
    await countBatch(trx);
    throw new Error('the machine stops');
  });
  await expect(broken).rejects.toThrow('the machine stops');
  const after = await keptRoll(house);
  expect(after.histories).toEqual(before.histories);
  expect(after.on('2025-03-20')).toEqual(before.on('2025-03-20'));
  expect(await due()).toBe(1);
  expect(await count()).toBe(1);
  expectSound(await keptRoll(house));
  expect(await count()).toBe(0);
});

it('is nothing before the first child', async () => {
  expect(await count()).toBe(0);
  await expect(keptRoll(house)).rejects.toThrow('nothing has been counted');
});

it('takes out who was merged with another record, and brings it back', async () => {
  await manyChildren(4);
  await count();
  await county.merge('c0', 'c1');
  await count();
  const merged = await keptRoll(house);
  expect(merged.on('2025-03-20').area.get('211324/')?.at(-1)).toBe(3);
  expectSound(merged);
  await county.unmerge('c0', 'c1', []);
  await count();
  expectSound(await keptRoll(house));
});

it('keeps a child under the grade of its record on all its days, and under another one as soon as the record says so', async () => {
  await manyChildren(3);
  await county.grade('c0', 4);
  await count();
  const days = async (id: string) => [...new Set((await keptRoll(house)).grades.get(id))];
  expect([await days('c0'), await days('c1')]).toEqual([[4], [null]]);
  const before = (await keptRoll(house)).on('2025-03-20');
  await county.grade('c0', 5);
  await count();
  expect(await days('c0')).toEqual([5]);
  expect((await keptRoll(house)).on('2025-03-20')).toEqual(before);
  // What is told of it later, and nothing else, is written under the same grade.
  await county.tell('c0', moved('2025-03-12', 9));
  await count();
  expect(await days('c0')).toEqual([5]);
  expect((await keptRoll(house)).grades.get('c0')?.length).toBeGreaterThan(1);
  await county.grade('c0', null);
  await county.tell('c0', moved('2025-03-12', 1));
  await count();
  expect(await days('c0')).toEqual([null]);
  expectSound(await keptRoll(house));
});

it('changes days that have passed when something is recorded late', async () => {
  await manyChildren(3);
  await count();
  const inSchool = async (day: string) => (await keptRoll(house)).on(day).area.get('211324/')?.[0];
  expect(await inSchool('2025-03-15')).toBe(3);
  house.at(new Date('2025-05-20T02:00:00Z'));
  await county.tell('c2', { day: '2025-03-10', kind: 'class-list', body: { at: '211324/s1/c1/', answer: 'absent' } });
  await count();
  expect([await inSchool('2025-03-09'), await inSchool('2025-03-15')]).toEqual([3, 2]);
  expectSound(await keptRoll(house));
});

it('grows by a school year on its first day, batch by batch, and says so only when everybody is counted', async () => {
  await manyChildren(20);
  await count();
  expect((await keptRoll(house)).roll.counted).toMatchObject({ from: '2025-03-01', until: '2026-08-31' });
  house.at(new Date('2025-09-01T00:00:00Z'));
  const batch = () => transact(house.db, house.system, async (trx) => ({ result: await countBatch(trx, 6), changes: [] }));
  await batch();
  await county.tell('c19', moved('2025-09-01', 3));
  await batch();
  const { counted, next } = (await keptRoll(house)).roll;
  expect([counted.until, next?.until]).toEqual(['2026-08-31', '2027-08-31']);
  expect(checkRoll((await keptRoll(house)).on('2026-05-05'))).toEqual([]);
  await count();
  expect((await keptRoll(house)).roll.counted.until).toBe('2027-08-31');
  expectSound(await keptRoll(house));
});

it('begins earlier when an older list comes, and not before the school year before this one', async () => {
  await manyChildren(20);
  await count();
  await county.tell('c3', { day: '2024-10-01', kind: 'household', body: { row: 'old', state: 'listed' } });
  await count();
  expect((await keptRoll(house)).roll.counted.from).toBe('2024-10-01');
  expectSound(await keptRoll(house));
  await county.tell('c4', { day: '1999-10-01', kind: 'household', body: { row: 'old', state: 'listed' } });
  await count();
  expect((await keptRoll(house)).roll.counted.from).toBe('2023-09-01');
  expectSound(await keptRoll(house));
});

/** Children of ten, in the class lists of four classes and in three villages, all told of on 5 March 2025. */
async function manyChildren(howMany: number): Promise<void> {
  house.at(new Date('2025-03-05T02:00:00Z'));
  const ids = Array.from({ length: howMany }, (_, at) => `c${at}`);
  await county.add(Object.fromEntries(ids.map((id) => [id, '2014-11-20'])));
  for (const [at, id] of ids.entries()) {
    const path = `211324/s${(at % 2) + 1}/c${(at % 4) + 1}/`;
    await county.tell(
      id,
      { day: '2025-03-01', kind: 'home', body: { area: `211324/t1/v${(at % 3) + 1}/` } },
      { day: '2025-03-01', kind: 'enrolment', body: { ...enrolled, row: `e${at}`, at: path } },
      { day: '2025-03-02', kind: 'class-list', body: { at: path, answer: 'present' } },
    );
  }
}

const enrolled = { state: 'studying', stage: 'primary', placement: 'ordinary' };

function moved(day: string, to: number) {
  return { day, kind: 'home', body: { area: `211324/t2/v${to}/` } };
}

async function due(): Promise<number> {
  return readAs(house.db, house.system, async (trx) => (await countDue(trx)).waiting);
}

/** What is kept is what the rules say of what was recorded, and the books balance. */
function expectSound(kept: Kept): void {
  const { from, until } = kept.roll.counted;
  expect(kept.roll.next).toBeUndefined();
  const histories = kept.children.map(({ id }) => kept.histories.get(id) ?? []);
  expect(histories).toEqual(kept.children.map((child) => keptHistory(standingHistory(child, policies, from, until))));
  expect(kept.histories.size).toBe(kept.children.length);
  for (const day of daysToLookAt(kept)) {
    const scratch = emptyRoll();
    for (const child of kept.children) addStanding(scratch, standingOn(child, day, policyOn(policies, day)), 1);
    const roll = kept.on(day);
    for (const tree of ['area', 'school'] as const)
      expect(Object.fromEntries(roll[tree]), `${tree} ${day}`).toEqual(Object.fromEntries(scratch[tree]));
    expect(checkRoll(roll)).toEqual([]);
  }
  const after = formatDay((parseDay(until) ?? 0) + 1);
  expect(kept.on(after).area.size, 'nothing is counted after the last day').toBe(0);
}

/** The ends of the span, and each day on which anybody moves with the day before it. */
function daysToLookAt({ roll: { counted }, histories }: Kept): readonly string[] {
  const turns = [...histories.values()].flatMap((history) => history.map(({ from }) => from));
  const before = turns.map((day) => formatDay((parseDay(day) ?? 0) - 1));
  return [...new Set([counted.from, counted.until, ...turns, ...before])].filter((day) => day >= counted.from).sort();
}

/** A random walk told to a real database: each thing that happens is recorded as its module would. */
class WalkOnDisk {
  readonly #walk = new Walk();
  /** ids of facts in the walk → in the database */ readonly #ids = new Map<string, string>();
  #moment = 0;

  constructor(private readonly county: ToldCounty) {
    this.#tick();
  }

  async take(step: Step): Promise<void> {
    const before = new Map([...this.#walk.children].map(([id, child]) => [id, child.facts]));
    this.#walk.take(step);
    this.#tick();
    const now = this.#walk.children;
    const gone = [...before.keys()].find((id) => !now.has(id));
    const back = [...now.keys()].find((id) => !before.has(id));
    if (gone !== undefined) await this.county.merge(this.#holderOf(before.get(gone)?.[0]?.id, gone), gone);
    else if (back !== undefined && this.#known.has(back)) await this.#comesBack(back);
    else if (back !== undefined) await this.#isBorn(back);
    for (const [id, { facts }] of now) await this.#tellNew(id, facts);
  }

  readonly #known = new Set<string>();
  readonly #mergedInto = new Map<string, string>();

  async #isBorn(id: string): Promise<void> {
    this.#known.add(id);
    await this.county.add({ [id]: this.#walk.children.get(id)?.birth ?? null });
  }

  async #comesBack(id: string): Promise<void> {
    const facts = (this.#walk.children.get(id)?.facts ?? []).map((fact) => this.#ids.get(fact.id) ?? '');
    await this.county.unmerge(this.#mergedInto.get(id) ?? '', id, facts);
  }

  /** The record that has the facts of a record that is gone; it may have none. */
  #holderOf(fact: string | undefined, gone: string): string {
    const found = [...this.#walk.children].find(([, { facts }]) => facts.some(({ id }) => id === fact))?.[0];
    const holder = found ?? [...this.#walk.children.keys()].find((id) => id !== gone) ?? '';
    this.#mergedInto.set(gone, holder);
    return holder;
  }

  async #tellNew(childId: string, facts: readonly Fact[]): Promise<void> {
    for (const fact of facts) {
      if (this.#ids.has(fact.id)) continue;
      const body = bodyOf(fact);
      const named = 'answer' in body ? 'answer' : 'of';
      const pointing = fact.kind === 'decision' || fact.kind === 'withdrawn';
      const translated = pointing ? { ...body, [named]: this.#ids.get(String(body[named])) ?? body[named] } : body;
      const { happened: day, kind, source, batch } = fact;
      const [id] = await this.county.tell(childId, { day, kind, source, batch, body: translated });
      this.#ids.set(fact.id, id ?? '');
    }
  }

  /** The moment of what is recorded next: on the day of the walk, later than what was recorded before. */
  #tick(): void {
    this.#moment++;
    house.at(new Date(Date.parse(`${this.#walk.day}T02:00:00Z`) + this.#moment));
  }
}
