import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId, transact } from '../../../platform/db';
import { asking, type TestHouse, testHouse } from '../../../platform/testing/house';
import { kazuo } from '../../area/index';
import { seedAreas, seedSchools } from '../../area/server/index';
import { callerOf } from '../../area/testing/calling';
import { aClass, aSchool } from '../../area/testing/factories';
import { seedCalendar } from '../../calendar/server/index';
import { routes as standingRoutes } from '../../standing/server/index';
import { ToldCounty } from '../../standing/testing/told-county-store';
import type { CheckView, LeavesView } from '../contract';
import { routes } from './index';

const school = aSchool({ id: 'sa', name: '青禾小学' });
const one = { ...aClass(school, { id: 'a1', number: 1, grades: [3] }), areaPath: school.areaPath };
const bureau = asking({ role: 'bureau-officer', tree: 'county', path: '211324/' });
const teacher = asking({ role: 'class-teacher', tree: 'school', path: one.path });
const child = newId();

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse();
  house.at(new Date('2025-03-24T00:30:00Z'));
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2023-06-30');
    await seedCalendar(trx);
    await seedSchools(trx, { schools: [school], classes: [one], owners: [] });
    return { result: undefined, changes: [] };
  });
  const county = new ToldCounty(house);
  await county.add({ [child]: '2014-11-20' });
  await county.move(child, { school_path: one.path });
});
afterAll(() => house.close());

const check = (untilDay: string) => {
  const query = { fromDay: '2025-03-24', fromHalf: 'am', untilDay, untilHalf: 'pm' };
  return callerOf(house, routes)<CheckView>(teacher, 'GET /api/children/:id/leave-check', { params: { id: child }, query });
};
const numbers = async () => (await callerOf(house, routes)<LeavesView>(teacher, 'GET /api/leaves')).numbers;

it('goes by the numbers of the county, from the day from which it has set them', async () => {
  expect(await check('2025-03-26')).toMatchObject({ days: 3, level: 'teacher' });
  expect(await numbers()).toEqual({ teacherDays: 3, months: 3, sumDays: 20 });
  const changes = { leaveTeacherDays: 2, leaveMonths: 1 };
  const body = { from: '2025-03-24', document: '喀教发〔2025〕12号', reason: '局务会定', version: 0, changes };
  await callerOf(house, standingRoutes)(bureau, 'POST /api/standing-policy/versions', { body });
  expect(await check('2025-03-26')).toMatchObject({ days: 3, level: 'school' });
  expect(await numbers()).toEqual({ teacherDays: 2, months: 1, sumDays: 20 });
  expect((await check('2025-04-24')).fault?.zh).toContain('办理休学');
});
