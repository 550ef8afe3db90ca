import { afterAll, beforeAll, expect, it } from 'vitest';
import { trailOf } from '../../../platform/testing/trail';
import { callerOf } from '../../area/testing/calling';
import { agreed, ChildCounty, classes, homes, idOf, type Person, people } from '../../children/testing/county';
import type { ChildGroupsView } from '../contract';
import type { ListRequest, ListTaken, ListView } from '../list-contract';
import { routes } from './index';

let county: ChildCounty;
let call: ReturnType<typeof callerOf>;
let [an, bai, du] = ['', '', ''];
const numbers = {
  an: idOf('2012-11-20', 1),
  bai: idOf('2012-11-20', 2),
  du: idOf('2012-11-20', 3),
  nobody: idOf('2019-01-02', 4),
};

beforeAll(async () => {
  county = await ChildCounty.open();
  call = callerOf(county.house, routes);
  const pupil = (name: string, idNumber: string, schoolPath: string, areaPath: string) =>
    agreed({ name, sex: '1', birthDay: '2012-11-20', idNumber, areaPath, schoolPath, grade: '6' });
  [an = '', bai = '', du = ''] = await county.record(
    pupil('安然', numbers.an, classes.A1, homes.V11),
    pupil('白雪', numbers.bai, classes.A2, homes.V12),
    pupil('杜宇', numbers.du, classes.C1, homes.V21),
  );
});
afterAll(() => county.close());

const sheet = () =>
  [
    '县民政局困境儿童名单,,',
    '姓名,身份证号,类别',
    ...[`安然,${numbers.an},孤儿`, `白 雪,${numbers.bai.toLowerCase()},`, `杜宇,${numbers.du},`],
    ...[`方正,${numbers.nobody},`, `关山,${numbers.an},`, '何田,211324201211200000,', `安然,${numbers.an},低保`],
  ].join('\n');
const read = (who: Person, text = sheet()) =>
  call<ListView>(people[who], 'POST /api/groups/lists', {
    ...{ query: { group: 'hardship' }, file: { name: '困境.csv', bytes: Buffer.from(text) } },
  });
const take = (who: Person, marks: ListRequest['marks'], untilDay = '2026-02-28') =>
  call<ListTaken>(people[who], 'POST /api/groups/list-marks', {
    body: { marks, untilDay, document: '县民政局 2025 年 3 月名单' },
  });
const marksOf = async (id: string) =>
  (await call<ChildGroupsView>(people.officer, 'GET /api/children/:id/groups', { params: { id } })).marks;
const chosen = ({ found }: ListView) => found.map(({ childId, group }) => ({ childId, group }));

it('is looked at first: whom it would mark, and by row whom it would not, within one’s own places', async () => {
  const view = await read('officer');
  expect(view.found.map(({ row, name, group, runs }) => `${row} ${name} ${group} ${runs}`)).toEqual([
    ...['3 安然 orphan false', '4 白雪 hardship false', '5 杜宇 hardship false'],
  ]);
  expect(view.faults.map(({ row, name, fault }) => `${row} ${name} ${fault}`)).toEqual([
    ...['6 方正 nobody', '7 关山 other-name', '8 何田 bad-number', '9 安然 other-group'],
  ]);
  expect(JSON.stringify(view)).not.toContain(numbers.an);
  const mine = await read('registrar');
  expect(mine.found.map(({ name }) => name)).toEqual(['安然', '白雪']);
  expect(mine.faults[0], 'a child of another school is nobody').toEqual({ row: 5, name: '杜宇', fault: 'nobody' });
  expect([await marksOf(an), await marksOf(bai)], 'nothing is kept').toEqual([[], []]);
  for (const who of ['teacher', 'principal', 'leader', 'township'] as const)
    await expect(read(who), who).rejects.toThrow('may not call');
  await expect(read('officer', '姓名,出生日期\n安然,2012-11-20\n')).rejects.toMatchObject({ code: 'no-header' });
});

it('marks all of them or none', async () => {
  const marks = chosen(await read('officer'));
  await expect(take('registrar', marks), 'one is of another school').rejects.toMatchObject({ kind: 'absent' });
  await expect(take('officer', marks, '2026-03-11')).rejects.toMatchObject({ extra: { fields: [{ path: 'untilDay' }] } });
  expect(await marksOf(an)).toEqual([]);
  expect(await take('officer', marks)).toEqual({ marked: 3, renewed: 0 });
  expect(await marksOf(bai)).toMatchObject([
    { group: 'hardship', source: 'civil', document: '县民政局 2025 年 3 月名单', fromDay: '2025-03-10', untilDay: '2026-02-28' },
  ]);
  expect((await marksOf(du))[0]).toMatchObject({ group: 'hardship', mayEnd: true });
});

it('renews the marks of whoever is on the next list, in one piece', async () => {
  county.house.at(new Date('2026-03-10T04:00:00Z'));
  const view = await read('officer');
  expect(view.found.map(({ runs }) => runs)).toEqual([true, true, true]);
  expect(await take('officer', chosen(view), '2027-03-01')).toEqual({ marked: 3, renewed: 3 });
  expect((await marksOf(an)).map(({ fromDay, untilDay, endedDay, holds }) => [fromDay, untilDay, endedDay, holds])).toEqual([
    ['2026-03-10', '2027-03-01', null, true],
    ['2025-03-10', '2026-02-28', '2026-03-10', false],
  ]);
});

it('leaves lines in the trail that name no group and no number', async () => {
  const lines = [...(await trailOf(county.house, '-')), ...(await trailOf(county.house, `child:${an}`))];
  const acts = lines.filter(({ act }) => act.startsWith('group.'));
  expect(new Set(acts.map(({ act }) => act))).toEqual(new Set(['group.list-look', 'group.list-take', 'group.begin']));
  expect(JSON.stringify(acts)).not.toMatch(/orphan|hardship|民政|2113242012/);
});
