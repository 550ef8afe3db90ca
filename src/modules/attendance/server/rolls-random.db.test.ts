import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId, transact } from '../../../platform/db';
import { asking, type TestHouse, testHouse } from '../../../platform/testing/house';
import { kazuo } from '../../area/index';
import { seedAreas, seedSchools } from '../../area/server/index';
import { callerOf } from '../../area/testing/calling';
import { aClass, aSchool } from '../../area/testing/factories';
import { seedCalendar } from '../../calendar/server/index';
import { countChildren, routes as standingRoutes } from '../../standing/server/index';
import { ToldCounty } from '../../standing/testing/told-county-store';
import type { FollowUpView, RollView } from '../contract';
import { type Mark, marks, verdictOf } from '../rules/marks';
import { routes } from './routes';

// Whatever is called, late or twice, in whatever order: every day says what the newest rolls say, and a child that is away is never lost.

const runs = process.env.NOL_LONG ? 60 : 8;
const days = ['10', '11', '12', '13', '14', '17', '18', '19', '20', '21'].map((day) => `2025-03-${day}`);
const school = aSchool({ id: 'sa' });
const bureau = asking({ role: 'bureau-officer', tree: 'county', path: '211324/' });

let house: TestHouse;
let county: ToldCounty;
let call: ReturnType<typeof callerOf>;
beforeAll(async () => {
  house = await testHouse();
  county = new ToldCounty(house);
  call = callerOf(house, [...routes, ...standingRoutes]);
  house.at(new Date('2025-03-24T01:00:00Z'));
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2023-06-30');
    await seedCalendar(trx);
    await seedSchools(trx, { schools: [school], classes: [], owners: [] });
    return { result: undefined, changes: [] };
  });
});
afterAll(() => house.close());

const word = fc.constantFrom<Mark | undefined>(undefined, undefined, ...marks);
const steps = fc.array(fc.tuple(fc.constantFrom(...days), fc.tuple(word, word, word)), { minLength: 1, maxLength: 14 });

it('each day says what the newest rolls say, in whatever order they were called', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (calls) => {
      const { id, pupils } = await freshClass();
      const newest = new Map<string, readonly Mark[]>();
      for (const [day, words] of calls) newest.set(day, await callClass(id, pupils, day, words));
      await countChildren({ db: house.db, context: house.system });
      for (const [at, child] of pupils.entries())
        for (const day of days) expect(await stands(child, day), `${child} ${day}`).toBe(stateOf(newest, at, day));
    }),
    { numRuns: runs },
  );
}, 300_000);

const notThere = fc.constantFrom<Mark>('absent', 'absent', 'sick', 'personal');
const leaves = fc.array(fc.tuple(fc.constantFrom(...days), fc.tuple(notThere, notThere, notThere)), {
  minLength: 2,
  maxLength: 10,
});

it('what was due about a child stays due on its day, whatever leave is entered afterwards or taken back', async () => {
  await fc.assert(
    fc.asyncProperty(leaves, async (calls) => {
      const { id, pupils } = await freshClass();
      // The class is called day by day first, with everybody away.
      for (const day of days) await callClass(id, pupils, day, ['absent', 'absent', 'absent'], day);
      house.at(new Date('2025-03-24T01:00:00Z'));
      await countChildren({ db: house.db, context: house.system });
      let before = await Promise.all(pupils.map(dues));
      expect(before[0]?.map(([duty]) => duty)).toEqual(['contact', 'visit', 'report']);
      for (const [day, words] of calls) {
        await callClass(id, pupils, day, words);
        await countChildren({ db: house.db, context: house.system });
        const after = await Promise.all(pupils.map(dues));
        expect(after, `${day} ${words.join()}`).toEqual(before);
        before = after;
      }
    }),
    { numRuns: process.env.NOL_LONG ? 20 : 3 },
  );
}, 300_000);

/** What is or was due about a child, each with its day. */
async function dues(id: string): Promise<readonly (readonly [string, string])[]> {
  const { obligations } = await call<FollowUpView>(bureau, 'GET /api/children/:id/follow-up', { params: { id } });
  return obligations.map(({ duty, due }) => [duty, due]);
}

/** Calls the class on a day, as whoever sees the newest roll; who was away before is answered for, with 来了 where nothing else is said. */
async function callClass(
  id: string,
  pupils: readonly string[],
  day: string,
  words: readonly (Mark | undefined)[],
  on = '2025-03-24',
) {
  house.at(new Date(`${on}T01:00:00Z`));
  const seen = await call<RollView>(bureau, 'GET /api/classes/:id/roll', { params: { id }, query: { day } });
  const away = new Set(seen.pupils.filter((pupil) => pupil.away !== null).map(({ childId }) => childId));
  const said = pupils.flatMap((childId, at) => {
    const mark = words[at] ?? (away.has(childId) ? 'back' : undefined);
    return mark === undefined ? [] : [{ childId, mark }];
  });
  const body = { day, session: 'am', base: seen.version, called: pupils, marks: said, reason: '试验' };
  await call<RollView>(bureau, 'POST /api/classes/:id/rolls', { params: { id }, body });
  return pupils.map((childId) => said.find((one) => one.childId === childId)?.mark ?? 'back');
}

/** By the newest roll of the day, or of the last day before it that was called. */
function stateOf(newest: ReadonlyMap<string, readonly Mark[]>, at: number, day: string): string {
  const last = [...newest.keys()]
    .filter((one) => one <= day)
    .sort()
    .at(-1);
  const verdict = verdictOf(last === undefined ? undefined : newest.get(last)?.[at]);
  return verdict === 'absent' ? 'absence-followed' : verdict === 'leave' ? 'on-leave' : 'in-school';
}

async function stands(id: string, day: string): Promise<string> {
  const view = await call<{ state: string }>(bureau, 'GET /api/children/:id/standing', { params: { id }, query: { day } });
  return view.state;
}

let made = 0;
async function freshClass() {
  const id = newId();
  made += 1;
  const one = { ...aClass(school, { id, number: made, grades: [3] }), areaPath: school.areaPath };
  await transact(house.db, house.system, async (trx) => {
    await seedSchools(trx, { schools: [], classes: [one], owners: [] });
    return { result: undefined, changes: [] };
  });
  const pupils = [newId(), newId(), newId()];
  await county.add(Object.fromEntries(pupils.map((child) => [child, '2014-11-20'])));
  for (const child of pupils) {
    await county.move(child, { school_path: one.path });
    const enrolled = { row: `e-${child}`, state: 'studying', stage: 'primary', placement: 'ordinary', at: one.path };
    await county.tell(child, { day: '2025-03-01', kind: 'enrolment', body: enrolled });
    await county.tell(child, { day: '2025-03-01', kind: 'class-list', body: { at: one.path, answer: 'present' } });
  }
  await countChildren({ db: house.db, context: house.system });
  return { id, pupils };
}
