import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId, transact } from '../../../platform/db';
import { asking, type TestHouse, testHouse } from '../../../platform/testing/house';
import { kazuo } from '../../area/index';
import { seedAreas, seedSchools } from '../../area/server/index';
import { callerOf } from '../../area/testing/calling';
import { aClass, aSchool } from '../../area/testing/factories';
import { seedCalendar } from '../../calendar/server/index';
import { factsOfChildren } from '../../children/server/index';
import { countChildren } from '../../standing/server/index';
import { ToldCounty } from '../../standing/testing/told-county-store';
import type { AbsencesView, FollowUpView, RollView } from '../contract';
import type { Mark } from '../rules/marks';
import { bringDays, factsOfTerm, firstCalledDay, listsOfClasses } from './bring-days';
import { routes } from './routes';

// What a county brings along is as if it had been called: two classes of the same children, one called, one brought.

const school = aSchool({ id: 'sa' });
const called = { ...aClass(school, { id: 'called', number: 1, grades: [3] }), areaPath: school.areaPath };
const brought = { ...aClass(school, { id: 'brought', number: 2, grades: [3] }), areaPath: school.areaPath };
const bureau = asking({ role: 'bureau-officer', tree: 'county', path: '211324/' });
const children = { called: [newId(), newId(), newId(), newId()], brought: [newId(), newId(), newId(), newId()] };

/** By day, what is said of the four children; of a day that is not here nobody called. */
const said: Readonly<Record<string, readonly (Mark | null)[]>> = {
  '2025-03-10': ['absent', null, null, 'sick'],
  '2025-03-11': ['absent', 'late', 'absent', 'sick'],
  '2025-03-12': ['back', null, 'back', 'absent'],
  '2025-03-14': [null, 'personal', null, 'absent'],
  '2025-03-17': ['absent', 'back', 'early', 'absent'],
};

let house: TestHouse;
let call: ReturnType<typeof callerOf>;
beforeAll(async () => {
  house = await testHouse();
  call = callerOf(house, routes);
  house.at(new Date('2025-03-17T01:00:00Z'));
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2023-06-30');
    await seedCalendar(trx);
    await seedSchools(trx, { schools: [school], classes: [called, brought], owners: [] });
    return { result: undefined, changes: [] };
  });
  const county = new ToldCounty(house);
  for (const [name, one] of [
    ['called', called],
    ['brought', brought],
  ] as const)
    for (const child of children[name]) {
      await county.add({ [child]: '2014-11-20' });
      await county.move(child, { school_path: one.path });
      const enrolled = { row: `e-${child}`, state: 'studying', stage: 'primary', placement: 'ordinary', at: one.path };
      await county.tell(child, { day: '2025-03-01', kind: 'enrolment', body: enrolled });
      await county.tell(child, { day: '2025-03-01', kind: 'class-list', body: { at: one.path, answer: 'present' } });
    }
  await count();
  for (const [day, words] of Object.entries(said)) {
    const marks = words.flatMap((mark, at) => (mark === null ? [] : [{ childId: children.called[at], mark }]));
    const body = { day, session: 'am', base: 0, called: children.called, marks, reason: '试验' };
    await call<RollView>(bureau, 'POST /api/classes/:id/rolls', { params: { id: 'called' }, body });
  }
  await bring();
  await count();
});
afterAll(() => house.close());

/** The days come in two pieces, the later ones first. */
async function bring(): Promise<void> {
  const lists = await transact(house.db, house.system, async (trx) => ({
    result: await listsOfClasses(trx, '2025-03-17'),
    changes: [],
  }));
  expect([...(lists.get(brought.path) ?? [])].sort()).toEqual([...children.brought].sort());
  const taken = { takenAs: 'bureau' as const, takenBy: bureau.actor.userId, takenAt: new Date('2025-03-17T01:00:00Z') };
  const rolls = Object.entries(said).map(([day, words]) => {
    const marks = words.flatMap((mark, at) => (mark === null ? [] : [{ childId: children.brought[at] ?? '', mark }]));
    return { day, marks, daysLate: 0, ...taken };
  });
  const of = { id: 'brought', path: brought.path, children: children.brought };
  const facts = factsOfTerm([{ of, rolls }]);
  const contact = {
    day: '2025-03-17',
    way: 'phone',
    reached: 'guardian',
    reason: 'family',
    promise: 'none',
    backDay: null,
    note: '奶奶接的',
  } as const;
  const noted = { by: bureau.actor.userId, at: new Date('2025-03-17T00:50:00Z') };
  const contacts = [
    { childId: children.brought[3] ?? '', classPath: brought.path, taker: 'teacher' as const, said: contact, noted },
  ];
  for (const later of [true, false])
    await transact(house.db, house.system, async (trx) => {
      const isOf = (day: string) => day > '2025-03-11' === later;
      const piece = {
        terms: [{ of, rolls: rolls.filter(({ day }) => isOf(day)) }],
        facts: facts.filter(({ happened }) => isOf(happened)),
      };
      await bringDays(trx, house.ring, { ...piece, contacts: later ? contacts : [] });
      return { result: undefined, changes: [] };
    });
}

it('keeps the same rolls', async () => {
  for (const day of Object.keys(said)) {
    const views = [];
    for (const id of ['called', 'brought'] as const) {
      const view = await call<RollView>(bureau, 'GET /api/classes/:id/roll', { params: { id }, query: { day } });
      const place = (childId: string) => children[id].indexOf(childId);
      views.push(
        view.pupils.map(({ childId, name: _, ...rest }) => ({ at: place(childId), ...rest })).sort((a, b) => a.at - b.at),
      );
    }
    expect(views[1], day).toEqual(views[0]);
    expect(views[0]?.every((pupil) => pupil.called)).toBe(true);
  }
});

it('tells the same of every child', async () => {
  const told = await transact(house.db, house.system, async (trx) => {
    const facts = await factsOfChildren(trx, [...children.called, ...children.brought]);
    return { result: facts, changes: [] };
  });
  const days = (list: readonly string[]) =>
    list.map((child) =>
      (told.get(child) ?? [])
        .filter(({ kind }) => kind === 'attendance')
        .map(({ happened, source, body }) => `${happened} ${source} ${body.verdict}`)
        .sort(),
    );
  expect(days(children.brought)).toEqual(days(children.called));
  expect(days(children.called)[0]).toEqual([
    '2025-03-10 bureau absent',
    '2025-03-11 bureau absent',
    '2025-03-12 bureau present',
    '2025-03-17 bureau absent',
  ]);
});

it('has the same children on the list of those who are away, with what was done about them', async () => {
  const { rows } = await call<AbsencesView>(bureau, 'GET /api/absences', { query: {} });
  const line = (of: 'called' | 'brought') =>
    rows
      .flatMap(({ childId, days, since }) =>
        children[of].includes(childId) ? [{ at: children[of].indexOf(childId), days, since }] : [],
      )
      .sort((a, b) => a.at - b.at);
  expect(line('brought')).toEqual(line('called'));
  expect(line('called').map(({ at }) => at)).toEqual([0, 3]);
  const followed = await call<FollowUpView>(bureau, 'GET /api/children/:id/follow-up', {
    params: { id: children.brought[3] ?? '' },
  });
  expect(followed.contacts).toMatchObject([{ note: '奶奶接的', at: '2025-03-17T00:50:00.000Z' }]);
});

it('knows the first day that was called', async () => {
  const first = await transact(house.db, house.system, async (trx) => ({ result: await firstCalledDay(trx), changes: [] }));
  expect(first).toBe('2025-03-10');
});

async function count(): Promise<void> {
  await countChildren({ db: house.db, context: house.system });
}
