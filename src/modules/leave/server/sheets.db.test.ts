import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cellText } from '../../../kernel/packed-column';
import { newId, transact } from '../../../platform/db';
import type { FileAnswer } from '../../../platform/http';
import { readUploaded } from '../../../platform/sheets/index';
import { asking, type TestHouse, testHouse } from '../../../platform/testing/house';
import { trailOf } from '../../../platform/testing/trail';
import { kazuo } from '../../area/index';
import { seedAreas, seedSchools } from '../../area/server/index';
import { callerOf } from '../../area/testing/calling';
import { aClass, aSchool } from '../../area/testing/factories';
import { seedCalendar } from '../../calendar/server/index';
import { ToldCounty } from '../../standing/testing/told-county-store';
import type { PastLeave } from './bulk-store';
import { putLeaves, routes } from './index';

const school = aSchool({ id: 'sa', name: '青禾小学' });
const other = aSchool({ id: 'sb', name: '听泉小学' });
const one = { ...aClass(school, { id: 'a1', number: 1, grades: [3] }), areaPath: school.areaPath };
const far = { ...aClass(other, { id: 'b1', number: 1, grades: [3] }), areaPath: other.areaPath };
const bureau = asking({ role: 'bureau-officer', tree: 'county', path: '211324/' });
const registrar = asking({ role: 'registrar', tree: 'school', path: school.path });
const teacher = asking({ role: 'class-teacher', tree: 'school', path: one.path });
const leader = asking({ role: 'bureau-leader', tree: 'county', path: '211324/' });

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse();
  house.at(new Date('2025-03-12T00:30:00Z'));
  const county = new ToldCounty(house);
  const [an, du] = [newId(), newId()];
  const at = new Date('2025-03-10T00:30:00Z');
  const days = { from: { day: '2025-03-10', half: 'pm' }, until: { day: '2025-03-11', half: 'am' } } as const;
  const leave: Omit<PastLeave, 'childId' | 'classPath'> = {
    ...{ kind: 'sick', span: days, halves: 2, reason: '发烧，去县医院', guardian: null, ended: null },
    ...{ asked: { by: 'system', at }, approved: { by: 'system', at } },
  };
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2023-06-30');
    await seedCalendar(trx);
    await seedSchools(trx, { schools: [school, other], classes: [one, far], owners: [] });
    return { result: undefined, changes: [] };
  });
  await county.add({ [an]: '2014-11-20', [du]: '2014-11-20' });
  await county.move(an, { school_path: one.path, name: '安然' });
  await county.move(du, { school_path: far.path, name: '杜宇' });
  await transact(house.db, house.system, async (trx) => {
    await putLeaves(trx, house.ring, [
      { ...leave, childId: an, classPath: one.path },
      { ...leave, childId: du, classPath: far.path, kind: 'personal' },
    ]);
    return { result: undefined, changes: [] };
  });
});
afterAll(() => house.close());

type Who = typeof bureau;
const take = (who: Who, body: object = {}) => callerOf(house, routes)<FileAnswer>(who, 'POST /api/leaves/sheets', { body });

/** The rows of the workbook, each as one text. */
async function rowsOf({ name, body }: FileAnswer): Promise<readonly string[]> {
  const stream = Readable.from([body as Buffer]);
  const [sheet] = await readUploaded({ name, stream }, () => [{ sheet: '假条', fromRow: 4, columns: [1, 4, 5, 6, 7, 8, 9, 10] }]);
  return [...(sheet?.rowNumbers ?? [])].map((_, at) => sheet?.columns.map((column) => cellText(column, at)).join(' ') ?? '');
}

it('leaves as a workbook: those of one’s places, as they are narrowed, and nothing of why', async () => {
  const mine = await take(registrar);
  expect(mine.name).toBe('假条名单_2025-03-12.xlsx');
  expect(await rowsOf(mine)).toEqual(['安然 病假 2025-03-10下午 2025-03-11上午 1 班主任 没销假 0']);
  expect(String(mine.body)).not.toContain('发烧');
  expect(await rowsOf(await take(bureau))).toHaveLength(2);
  expect(await rowsOf(await take(bureau, { school: 'sb' }))).toEqual([expect.stringContaining('杜宇 事假')]);
  expect(await rowsOf(await take(teacher, { phase: 'closed' }))).toEqual([]);
  await expect(take(leader)).rejects.toThrow('may not call');
});

it('leaves a line in the trail each time, on paper as well', async () => {
  await callerOf(house, routes)(registrar, 'POST /api/leaves/prints', { body: { phase: 'overdue' } });
  const lines = (await trailOf(house, '-')).filter(
    ({ act, user }) => act.startsWith('leave.') && user === registrar.actor.userId,
  );
  expect(lines.toSorted((a, b) => (a.act < b.act ? -1 : 1))).toMatchObject([
    { act: 'leave.print', detail: { phase: 'overdue', page: 1, rows: 1 } },
    { act: 'leave.sheet', detail: { phase: 'open', rows: 1 } },
  ]);
});
