import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId, transact } from '../../../platform/db';
import { asking, type TestHouse, testHouse } from '../../../platform/testing/house';
import { kazuo } from '../../area/index';
import { findClass, findSchool, seedAreas, seedSchools } from '../../area/server/index';
import { callerOf } from '../../area/testing/calling';
import { aClass, aSchool } from '../../area/testing/factories';
import { seedCalendar } from '../../calendar/server/index';
import { countChildren } from '../../standing/server/index';
import { ToldCounty } from '../../standing/testing/told-county-store';
import type { AccountView, ItemsView, ItemView, SheetView } from '../contract';
import type { Known } from '../rules/propose';
import { bringMonth, bringSteps } from './bring';
import { routes } from './routes';

const school = aSchool({ id: 'sa', name: '青禾小学' });
const one = { ...aClass(school, { id: 'a1', number: 1, grades: [3] }), areaPath: school.areaPath };
const everywhere = { county: true, areas: [], schools: [] };
const principal = asking({ role: 'principal', tree: 'school', path: school.path });
const teacher = asking({ role: 'class-teacher', tree: 'school', path: one.path });
const child = newId();

let house: TestHouse;
let call: ReturnType<typeof callerOf>;

beforeAll(async () => {
  house = await testHouse();
  house.at(new Date('2025-03-10T00:30:00Z'));
  call = callerOf(house, routes);
  const county = new ToldCounty(house);
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2023-06-30');
    await seedCalendar(trx);
    await seedSchools(trx, { schools: [school], classes: [one], owners: [] });
    return { result: undefined, changes: [] };
  });
  await county.add({ [child]: '2014-11-20' });
  await county.move(child, { school_path: one.path, name: '安然' });
  const body = { row: 'e', state: 'studying', stage: 'primary', placement: 'ordinary', at: one.path };
  await county.tell(child, { day: '2025-03-01', kind: 'enrolment', body });
  await countChildren({ db: house.db, context: house.system });
});
afterAll(() => house.close());

it('months that were checked before come in signed and sealed, in the names and at the times of then', async () => {
  await bring('2024-11', '2024-11-20', { present: 0, absent: 12 });
  await bring('2024-12', '2024-12-20', { present: 14, absent: 0 });
  const query = { month: '2024-11' };
  const account = await call<AccountView>(principal, 'GET /api/schools/:id/check', { params: { id: school.id }, query });
  expect(account).toMatchObject({ changed: [], missing: [], versions: [{ at: '2024-11-20T10:00:00.000Z' }] });
  expect(account.frozen).toMatchObject({
    sound: true,
    content: { signedBy: '张校长', classes: [{ sums: { registered: 1, attending: 0 }, differences: [{ reason: 'follow' }] }] },
  });
});

it('a difference of one month is closed by the next', async () => {
  const { rows } = await call<ItemsView>(principal, 'GET /api/check-items', { query: { only: 'all' } });
  expect(rows).toMatchObject([{ name: '安然', firstMonth: '2024-11', state: 'back', closedDay: '2024-12-20' }]);
});

it('what was done about the items that are open comes in as well, in the names and at the times of then', async () => {
  await bring('2025-01', '2025-01-09', { present: 0, absent: 9 });
  const by = (day: string) => ({ userId: 't', name: '', at: new Date(`${day}T02:00:00Z`) });
  const count = await transact(house.db, house.system, async (trx) => ({
    result: await bringSteps(trx, house.ring, ({ name, owner, firstMonth }) =>
      name === '安然' && owner === 'teacher' && firstMonth === '2025-01'
        ? [
            { ...by('2025-01-10'), state: 'visiting', note: '上门见到奶奶' },
            { ...by('2025-03-07'), owner: 'principal', dueDay: '2025-03-14' },
          ]
        : [],
    ),
    changes: [],
  }));
  expect(count).toBe(2);
  const { rows } = await call<ItemsView>(principal, 'GET /api/check-items');
  expect(rows).toMatchObject([{ state: 'visiting', owner: 'principal', dueDay: '2025-03-14' }]);
  const item = await call<ItemView>(principal, 'GET /api/check-items/:id', { params: { id: rows[0]?.itemId ?? '' } });
  expect(item.steps.map(({ act, note, at }) => `${act} ${note} ${at.slice(0, 10)}`)).toEqual([
    'found  2025-01-09',
    'state 上门见到奶奶 2025-01-10',
    'owner  2025-03-07',
  ]);
});

it('what was signed before the lists came in can be looked at and not be signed again', async () => {
  const query = { month: '2024-11' };
  const sheet = await call<SheetView>(teacher, 'GET /api/classes/:id/check', { params: { id: one.id }, query });
  expect(sheet).toMatchObject({ movedSince: false, signed: { as: 'teacher' }, differences: [{ name: '安然' }] });
  expect(sheet.barred?.zh).toContain('导入名册以前');
});

async function bring(month: string, openDay: string, days: Pick<Known, 'present' | 'absent'>): Promise<void> {
  const known: Known = {
    ...{ childId: child, name: '安然', sex: '2', enrolled: ['here'], state: 'in-school', standsHere: true, called: 14, leave: 0 },
    ...{ seenElsewhere: false, elsewhere: '', ...days },
  };
  const by = (userId: string, name: string, hour: number) => ({ userId, name, at: new Date(`${openDay}T${hour}:00:00Z`) });
  await transact(house.db, house.system, async (trx) => {
    const [found, at] = [await findClass(trx, everywhere, one.id), await findSchool(trx, everywhere, school.id)];
    if (found === undefined || at === undefined) throw new Error('the class is not there');
    const sheets = [{ one: found, known: [known], by: by('t', '', 10) }];
    const sealed = { ...by('h', '张校长', 10), reason: '' };
    const schools = [{ school: at, sheets, checked: by('r', '', 10), sealed }];
    await bringMonth(trx, house.ring, { month, openDay, reason: '带入', opened: by('o', '', 10), schools });
    return { result: undefined, changes: [] };
  });
}
