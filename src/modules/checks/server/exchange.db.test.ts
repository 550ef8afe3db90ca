import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId, transact } from '../../../platform/db';
import { asking, type TestHouse, testHouse } from '../../../platform/testing/house';
import { kazuo } from '../../area/index';
import { seedAreas, seedSchools } from '../../area/server/index';
import { callerOf } from '../../area/testing/calling';
import { aClass, aSchool } from '../../area/testing/factories';
import { seedCalendar } from '../../calendar/server/index';
import { countChildren } from '../../standing/server/index';
import { ToldCounty } from '../../standing/testing/told-county-store';
import type { AccountView, SheetView } from '../contract';
import { routes } from './routes';

// A class in which every number stays as it was, while its children do not; in order.

const school = aSchool({ id: 'sa', name: '青禾小学' });
const one = { ...aClass(school, { id: 'a1', number: 1, grades: [3] }), areaPath: school.areaPath };
const empty = { ...aClass(school, { id: 'a2', number: 2, grades: [3] }), areaPath: school.areaPath };
const principal = asking({ role: 'principal', tree: 'school', path: school.path });
const registrar = asking({ role: 'registrar', tree: 'school', path: school.path });
const [an, bai] = [newId(), newId()];
const month = '2025-03';

let house: TestHouse;
let county: ToldCounty;
let call: ReturnType<typeof callerOf>;

beforeAll(async () => {
  house = await testHouse();
  county = new ToldCounty(house);
  call = callerOf(house, routes);
  onDay('2025-03-10');
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2023-06-30');
    await seedCalendar(trx);
    await seedSchools(trx, { schools: [school], classes: [one, empty], owners: [] });
    return { result: undefined, changes: [] };
  });
  await county.add({ [an]: '2014-11-20', [bai]: '2014-11-20' });
  await county.move(an, { school_path: one.path, name: '安然' });
  await county.move(bai, { school_path: one.path, name: '白雪' });
  await register(an, 'studying', '2025-03-01');
  onDay('2025-03-20');
  await countChildren({ db: house.db, context: house.system });
});
afterAll(() => house.close());

it('a class without children is signed as well, and does not stand in the way of its school', async () => {
  expect((await look(empty.id)).lines).toEqual([]);
  expect((await sign(empty.id, 0)).sums).toMatchObject({ registered: 0, attending: 0 });
  await sign(one.id, 0);
  await judge(1, [one.id, empty.id]);
  expect((await freeze(0)).frozen).toMatchObject({ sound: true, content: { missing: [] } });
});

it('one child in the place of another is seen by the class, told as a change, and sealed as another version', async () => {
  const before = (await look(one.id)).sums;
  await register(an, 'gone', '2025-03-18');
  await register(bai, 'studying', '2025-03-18');
  await countChildren({ db: house.db, context: house.system });
  expect(await look(one.id)).toMatchObject({ movedSince: true, lines: [{ name: '白雪', kind: null }] });
  expect((await sign(one.id, 1, '安然转走，白雪转来')).sums).toEqual(before);
  const told = [
    { what: 'came', name: '白雪' },
    { what: 'left', name: '安然' },
  ];
  expect((await account()).changed).toMatchObject(told);
  await judge(2, [one.id]);
  expect((await freeze(1, '班级更正')).frozen).toMatchObject({ sound: true, content: { version: 2 }, since: told });
});

function onDay(day: string): void {
  house.at(new Date(`${day}T00:30:00Z`));
}

async function register(child: string, state: string, day: string): Promise<void> {
  const body = { row: `e-${child}`, state, stage: 'primary', placement: 'ordinary', at: one.path };
  await county.tell(child, { day, kind: 'enrolment', body });
}

function look(id: string): Promise<SheetView> {
  return call<SheetView>(registrar, 'GET /api/classes/:id/check', { params: { id }, query: { month } });
}

async function sign(id: string, base: number, reason = ''): Promise<SheetView> {
  const { seen } = await look(id);
  const body = { month, base, seen, answers: [], added: [], reason };
  return call<SheetView>(registrar, 'POST /api/classes/:id/checks', { params: { id }, body });
}

function judge(version: number, ids: readonly string[]) {
  const body = { month, sheets: ids.map((classId) => ({ classId, version })) };
  return call(registrar, 'PUT /api/schools/:id/check/judged', { params: { id: school.id }, body });
}

function account(): Promise<AccountView> {
  return call<AccountView>(principal, 'GET /api/schools/:id/check', { params: { id: school.id }, query: { month } });
}

async function freeze(base: number, reason = ''): Promise<AccountView> {
  const body = { month, base, seen: (await account()).seen, reason };
  return call<AccountView>(principal, 'POST /api/schools/:id/checks', { params: { id: school.id }, body });
}
