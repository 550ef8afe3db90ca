import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../../platform/db';
import { asking, type TestHouse, testHouse } from '../../../platform/testing/house';
import { kazuo, type School, type SchoolClass } from '../../area/index';
import { seedAreas, seedSchools } from '../../area/server/index';
import { callerOf } from '../../area/testing/calling';
import { aClass, aSchool } from '../../area/testing/factories';
import type { RollCallView, RollChangesView, RollChildrenView, StandingView } from '../contract';
import { childrenAt, shouldBeAt } from '../rules/counts';
import { ToldCounty } from '../testing/told-county-store';
import { countChildren } from './count-children';
import { routes } from './routes';

const [t1, v1, v2, t2, v3] = ['211324101', '211324101201', '211324101202', '211324102', '211324102201'];
const township = `211324/${t1}/`;
const [village, sibling, far] = [`${township}${v1}/`, `${township}${v2}/`, `211324/${t2}/${v3}/`];
const schoolA = aSchool({ id: 'sa', name: '青禾小学' });
const schoolB = aSchool({ id: 'sb', name: '听泉小学' });
const [a1, a2, b1] = [classOf(schoolA, 'a1', 1), classOf(schoolA, 'a2', 2), classOf(schoolB, 'b1', 1)];

const bureau = asking({ role: 'bureau-officer', tree: 'county', path: '211324/' });
const principal = asking({ role: 'principal', tree: 'school', path: schoolA.path });
const teacher = asking({ role: 'class-teacher', tree: 'school', path: a1.path });
const townshipOfficer = asking({ role: 'township', tree: 'area', path: township });
const villageOfficer = asking({ role: 'village', tree: 'area', path: village });

let house: TestHouse;
let county: ToldCounty;
let call: ReturnType<typeof callerOf>;

beforeAll(async () => {
  house = await testHouse();
  county = new ToldCounty(house);
  call = callerOf(house, routes);
  house.at(new Date('2025-03-05T02:00:00Z'));
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2023-06-30');
    await seedSchools(trx, { schools: [schoolA, schoolB], classes: [a1, a2, b1], owners: [] });
    return { result: undefined, changes: [] };
  });
  // Two in class A1 and one in A2, one enrolled in B1 and on no list, one known to the household register alone, one too young.
  await born('in-a1', '2014-11-20', village);
  await born('too', '2014-11-21', village);
  await born('in-a2', '2014-11-22', sibling);
  await born('absent-b1', '2014-11-23', far);
  await born('nowhere', '2014-11-24', undefined);
  await born('young', '2022-11-24', village);
  for (const [child, at] of [
    ['in-a1', a1],
    ['too', a1],
    ['in-a2', a2],
  ] as const)
    await listed(child, at, 'present');
  await enrolled('absent-b1', b1);
  await listed('absent-b1', b1, 'absent');
  await count();
});
afterAll(() => house.close());

describe('the roll call', () => {
  it('gives the county’s equation, and the same for each township and each school below it', async () => {
    const roll = await call<RollCallView>(bureau, 'GET /api/roll-call');
    expect(said(roll)).toBe('6 = 在学 5：in-school 3, to-verify 1, unplaced 1；外 too-young 1');
    expect(roll).toMatchObject({ tree: 'area', levels: true, treesAgree: true, waiting: 0, recounting: false });
    expect(roll.roll.balanced).toBe(true);
    expect(roll.grid.name?.zh).toBe('喀喇沁左翼蒙古族自治县');
    expect(roll.below.map((one) => `${one.grid.name?.zh ?? '未落到'} ${one.counts[childrenAt]}`)).toEqual([
      ...[`${nameOf(t1)} 4`, `${nameOf(t2)} 1`, '未落到 1'],
    ]);
    const schools = await call<RollCallView>(bureau, 'GET /api/roll-call', { query: { tree: 'school' } });
    expect(said(schools)).toBe(said(roll));
    expect(schools.below.map((one) => `${one.grid.name?.zh ?? '未落到'} ${one.counts[shouldBeAt]}`)).toEqual([
      ...['听泉小学 1', '青禾小学 3', '未落到 1'],
    ]);
  });

  it('goes down to the class and names the way back', async () => {
    const roll = await call<RollCallView>(bureau, 'GET /api/roll-call', { query: { tree: 'school', grid: a1.path } });
    expect(said(roll)).toBe('2 = 在学 2：in-school 2；外 ');
    expect([roll.grid.name?.zh, roll.above.map(({ name }) => name?.zh), roll.below, roll.levels]).toEqual([
      ...['三年级1班', ['喀喇沁左翼蒙古族自治县', '青禾小学'], [], null],
    ]);
  });

  it('is that of the asker’s own place where none is named, and shows nothing above it', async () => {
    const own = async (who: typeof bureau) => {
      const { grid, above, trees } = await call<RollCallView>(who, 'GET /api/roll-call');
      return [grid.path, above.length, trees.join()];
    };
    expect(await own(principal)).toEqual([schoolA.path, 0, 'school']);
    expect(await own(teacher)).toEqual([a1.path, 0, 'school']);
    expect(await own(townshipOfficer)).toEqual([township, 0, 'area']);
    expect(await own(villageOfficer)).toEqual([village, 0, 'area']);
    expect(await own(bureau)).toEqual(['211324/', 0, 'area,school']);
  });

  it('is not there for whoever has no duty in the grid, nor for a grid that is none', async () => {
    const asked = (who: typeof bureau, query: object) => call(who, 'GET /api/roll-call', { query });
    const absent = { kind: 'absent' };
    await expect(asked(principal, { tree: 'school', grid: schoolB.path })).rejects.toMatchObject(absent);
    await expect(asked(principal, { tree: 'school', grid: '211324/' })).rejects.toMatchObject(absent);
    await expect(asked(principal, { tree: 'area', grid: village })).rejects.toMatchObject(absent);
    await expect(asked(teacher, { tree: 'school', grid: a2.path })).rejects.toMatchObject(absent);
    await expect(asked(townshipOfficer, { grid: far })).rejects.toMatchObject(absent);
    await expect(asked(townshipOfficer, { grid: '211324/' })).rejects.toMatchObject(absent);
    await expect(asked(villageOfficer, { grid: sibling })).rejects.toMatchObject(absent);
    await expect(asked(bureau, { grid: '211324/211324199/' })).rejects.toMatchObject(absent);
    await expect(asked(bureau, { tree: 'school', grid: village })).rejects.toMatchObject(absent);
  });

  it('is called for a day that has passed, for one to come, and refused outside the books', async () => {
    const on = (day: string) => call<RollCallView>(bureau, 'GET /api/roll-call', { query: { day } });
    expect(said(await on('2025-03-01'))).toBe('6 = 在学 5：in-school 1, unplaced 4；外 too-young 1');
    expect(said(await on('2025-10-02'))).toBe('6 = 在学 5：to-verify 4, unplaced 1；外 too-young 1');
    await expect(on('2019-03-01')).rejects.toMatchObject({ kind: 'unprocessable', code: 'day-outside-roll' });
    await expect(on('2031-03-01')).rejects.toMatchObject({ code: 'day-outside-roll' });
  });

  it('says how many wait to be counted again', async () => {
    house.at(new Date('2025-03-06T02:00:00Z'));
    await county.tell('young', { day: '2025-03-05', kind: 'home', body: { area: village } });
    house.at(new Date('2025-03-06T03:00:00Z'));
    const before = await call<RollCallView>(teacher, 'GET /api/roll-call');
    expect([before.waiting, before.countedAt]).toEqual([1, '2025-03-06T02:00:00.000Z']);
    await count();
    const after = await call<RollCallView>(teacher, 'GET /api/roll-call');
    expect([after.waiting, after.countedAt]).toEqual([0, '2025-03-06T03:00:00.000Z']);
  });
});

describe('the children behind a number', () => {
  const behind = (who: typeof bureau, query: object) => call<RollChildrenView>(who, 'GET /api/roll-call/children', { query });

  it('are as many as the number says, page by page, each once', async () => {
    const all = await behind(bureau, { part: 'all' });
    expect(all.total).toBe(6);
    expect(names(all)).toHaveLength(6);
    const pages = [1, 2, 3].map((page) => behind(bureau, { part: 'all', page, size: 2 }));
    expect((await Promise.all(pages)).flatMap(names)).toEqual(names(all));
    expect(names(await behind(bureau, { part: 'should-be' }))).toHaveLength(5);
    expect(names(await behind(bureau, { part: 'to-verify' }))).toEqual(['absent-b1']);
    expect(names(await behind(bureau, { part: 'suspended' }))).toEqual([]);
  });

  it('come with the rule and since when, and can be narrowed to one rule', async () => {
    const [row] = (await behind(bureau, { part: 'to-verify', rule: 'absent-from-list' })).rows;
    expect(row).toMatchObject({ state: 'to-verify', rule: 'absent-from-list', since: '2025-03-03' });
    expect((await behind(bureau, { part: 'to-verify', rule: 'question-open' })).total).toBe(0);
  });

  it('are shown to whoever answers for the grid and may see records', async () => {
    expect(names(await behind(teacher, {}))).toEqual(['in-a1', 'too']);
    expect(names(await behind(principal, {}))).toEqual(['in-a1', 'too', 'in-a2']);
    expect(names(await behind(townshipOfficer, {}))).toEqual(['in-a1', 'too', 'in-a2']);
    await expect(behind(principal, { tree: 'school', grid: b1.path })).rejects.toMatchObject({ kind: 'absent' });
    await expect(behind(townshipOfficer, { grid: far })).rejects.toMatchObject({ kind: 'absent' });
    await expect(behind(villageOfficer, {})).rejects.toThrow('may not call');
  });
});

describe('what is recorded later', () => {
  it('changes days that have passed, and is seen as late', async () => {
    house.at(new Date('2025-05-20T02:00:00Z'));
    const before = await standing(bureau, 'too', '2025-03-20');
    expect(before).toMatchObject({ state: 'in-school', knownThen: null });
    await listed('too', a1, 'absent', '2025-03-10');
    await count();
    const now = await standing(bureau, 'too', '2025-03-20');
    expect(now).toMatchObject({ state: 'to-verify', knownThen: { state: 'in-school', rule: 'on-class-list-unregistered' } });
    expect(now.provenBy.filter(({ late }) => late).map(({ happenedDay }) => happenedDay)).toEqual(['2025-03-10']);
    const roll = await call<RollCallView>(bureau, 'GET /api/roll-call', { query: { day: '2025-03-20' } });
    expect(said(roll)).toBe('6 = 在学 5：in-school 2, to-verify 2, unplaced 1；外 too-young 1');
  });

  it('is found by comparing two days, to the child', async () => {
    await county.move('in-a2', { area_path: far });
    await county.tell('in-a2', { day: '2025-04-01', kind: 'home', body: { area: far } });
    await count();
    const between = { from: '2025-03-05', to: '2025-04-02' };
    const changes = (who: typeof bureau, query: object) =>
      call<RollChangesView>(who, 'GET /api/roll-call/changes', { query: { ...between, ...query } });
    const mine = await changes(townshipOfficer, {});
    expect(mine.kinds).toEqual([
      { before: 'in-school', after: 'out', count: 1 },
      { before: 'in-school', after: 'to-verify', count: 1 },
    ]);
    expect(mine.rows.map(({ child, before, after, on }) => [child?.childId, before, after, on])).toEqual([
      [undefined, 'in-school', 'out', '2025-04-01'],
      ['too', 'in-school', 'to-verify', '2025-03-10'],
    ]);
    const whole = await changes(bureau, {});
    expect(whole.rows.map(({ child, after }) => [child?.childId, after])).toEqual([['too', 'to-verify']]);
    const narrowed = await changes(townshipOfficer, { after: 'out' });
    expect([narrowed.total, narrowed.rows.length]).toEqual([1, 1]);
    expect((await changes(bureau, { tree: 'area', grid: far })).kinds).toEqual([{ before: 'out', after: 'in-school', count: 1 }]);
  });
});

describe('where one child stands', () => {
  it('comes with the rule, its label and source, what proves it, what is missing, and the school year', async () => {
    const view = await standing(bureau, 'absent-b1', '2025-03-20');
    expect(view).toMatchObject({ state: 'to-verify', rule: { id: 'absent-from-list', label: 'clause', clauses: ['C24'] } });
    expect(view.provenBy.map(({ kind, body }) => [kind, body.answer ?? body.state])).toEqual([['class-list', 'absent']]);
    expect(view.missing.length).toBeGreaterThan(0);
    expect(view.history[0]?.from).toBe('2025-03-01');
    expect(view.history.at(-1)?.until).toBe('2025-09-01');
  });

  it('is told to whoever may see the child', async () => {
    expect((await standing(principal, 'in-a1')).state).toBe('in-school');
    await expect(standing(principal, 'absent-b1')).rejects.toMatchObject({ kind: 'absent' });
    await expect(standing(teacher, 'in-a2')).rejects.toMatchObject({ kind: 'absent' });
    await expect(standing(bureau, 'nobody')).rejects.toMatchObject({ kind: 'absent' });
  });
});

function standing(who: typeof bureau, id: string, day?: string): Promise<StandingView> {
  return call<StandingView>(who, 'GET /api/children/:id/standing', { params: { id }, query: day === undefined ? {} : { day } });
}

/** `6 = 在学 5：in-school 3 …；外 too-young 1`: all children, those of the roll, and each place in which somebody stands. */
function said({ roll }: RollCallView): string {
  const list = (terms: typeof roll.terms) =>
    terms
      .filter(({ count: many }) => many !== 0)
      .map(({ state, count: many }) => `${state} ${many}`)
      .join(', ');
  return `${roll.children} = 在学 ${roll.shouldBe}：${list(roll.terms)}；外 ${list(roll.outside)}`;
}

function names({ rows }: RollChildrenView): readonly (string | undefined)[] {
  return rows.map(({ child }) => child?.childId);
}

function nameOf(code: string): string {
  return kazuo().townships.find((one) => one.code === code.slice(-3))?.name ?? '';
}

function classOf(school: School, id: string, number: number): SchoolClass & { readonly areaPath: string } {
  return { ...aClass(school, { id, number, grades: [3] }), areaPath: school.areaPath };
}

async function count(): Promise<void> {
  await countChildren({ db: house.db, context: house.system });
}

async function born(id: string, birth: string, area: string | undefined): Promise<void> {
  await county.add({ [id]: birth }, { area });
  await county.tell(id, { day: '2025-03-01', kind: 'household', body: { row: `h-${id}`, state: 'listed' } });
  await county.tell(id, { day: '2025-03-01', kind: 'home', body: area === undefined ? {} : { area } });
}

async function enrolled(id: string, { path: at }: SchoolClass): Promise<void> {
  const body = { row: `e-${id}`, state: 'studying', stage: 'primary', placement: 'ordinary', at };
  await county.tell(id, { day: '2025-03-01', kind: 'enrolment', body });
}

async function listed(id: string, { path: at }: SchoolClass, answer: string, day = '2025-03-03'): Promise<void> {
  await county.move(id, { school_path: at });
  await county.tell(id, { day, kind: 'class-list', body: { at, answer } });
}
