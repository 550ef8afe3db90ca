import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChildSignsView, PatternsView } from '../pattern-contract';
import { CalledSchool, calledSchool } from '../testing/called-school';

const { one, sibling, bureau, principal, registrar, teacher, neighbour, stranger } = calledSchool;
let here: CalledSchool;
let chen = '';

beforeAll(async () => {
  here = await CalledSchool.open('2025-03-03');
  const ids = await here.pupils(one, ['安然', '白雪', '陈晨']);
  const [an = '', , third = ''] = ids;
  chen = third;
  await here.pupils(sibling, ['杜鹃']);
  const forgotten = await here.pupils(one, ['冯雨']);
  expect(forgotten).toHaveLength(1);
  const mondays = ['2025-03-10', '2025-03-14', '2025-03-17'];
  const leaves = ['2025-03-04', '2025-03-06', '2025-03-12'];
  await here.month(ids, (day) => ({
    ...(mondays.includes(day) ? { [chen]: 'absent' as const } : {}),
    ...(leaves.includes(day) ? { [an]: day === '2025-03-06' ? ('personal' as const) : ('sick' as const) } : {}),
  }));
  here.onDay('2025-03-17');
  const body = { day: '2025-03-17', way: 'phone', reached: 'guardian' };
  await here.count();
  await here.call(registrar, 'POST /api/children/:id/contacts', { params: { id: chen }, body });
  here.onDay('2025-03-25');
});
afterAll(() => here.house.close());

const look = (who: typeof teacher) => here.call<PatternsView>(who, 'GET /api/attendance/patterns');

it('shows whom to ask about, with the days, and nobody else', async () => {
  const { rows } = await look(registrar);
  expect(rows.map(({ name, signs }) => `${name} ${signs.map(({ key, times }) => `${key} ${times}`).join()}`).sort()).toEqual(
    ['陈晨 often 3,edges 3', '安然 leave 3', '冯雨 unrecorded 5'].sort(),
  );
  expect(rows.find(({ name }) => name === '陈晨')?.signs[1]?.days).toEqual(['2025-03-10', '2025-03-14', '2025-03-17']);
});

it('names classes that nobody calls, by school days, today left out', async () => {
  const { classes } = await look(registrar);
  expect(classes).toMatchObject([{ classId: sibling.id, last: null, days: 16 }]);
  expect((await look(bureau)).classes).toHaveLength(2);
});

it('says what came after a contact, and shares of too few to nobody', async () => {
  const { effects } = await look(principal);
  expect(effects).toEqual([{ way: 'phone', contacts: 1, told: 1, next: null, within: null }]);
  const child = await here.call<ChildSignsView>(teacher, 'GET /api/children/:id/attendance-signs', { params: { id: chen } });
  expect(child.effects).toMatchObject([{ kind: 'next', back: '2025-03-18' }]);
  expect(child.signs.map(({ key }) => key)).toEqual(['often', 'edges']);
});

it('is seen within the places of the asker alone', async () => {
  expect((await look(teacher)).rows).toHaveLength(3);
  expect((await look(neighbour)).rows).toEqual([]);
  expect((await look(stranger)).rows).toEqual([]);
  await expect(here.call(neighbour, 'GET /api/children/:id/attendance-signs', { params: { id: chen } })).rejects.toMatchObject({
    kind: 'absent',
  });
});
