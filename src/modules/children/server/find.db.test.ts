import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CoreTables } from '../../../platform/db';
import type { FoundChildren } from '../contract';
import { agreed, ChildCounty, classes, homes, idOf, type Person, people } from '../testing/county';

let county: ChildCounty;
const id = idOf('2014-05-02', 31);
const withX = Array.from({ length: 500 }, (_, at) => idOf('2013-01-09', at * 2 + 1)).find((one) => one.endsWith('X')) ?? '';
const phone = '13804210007';

beforeAll(async () => {
  county = await ChildCounty.open();
  const pupil = { school: '青禾小学', grade: '3', className: '1班' };
  await county.record(
    agreed({
      name: '张浩然',
      sex: '1',
      birthDay: '2014-05-02',
      idNumber: id,
      areaPath: homes.V11,
      schoolPath: classes.A1,
      ...pupil,
    }),
    agreed({
      name: '单雪',
      formerName: '单小雪',
      birthDay: '2013-01-09',
      idNumber: withX,
      areaPath: homes.V12,
      schoolPath: classes.A2,
    }),
    agreed({ name: '买买提·艾力', birthDay: '2012-07-01', guardianPhone: phone, areaPath: homes.V12, schoolPath: classes.A2 }),
    agreed({ name: '张浩宇', birthDay: '2015-02-03', guardianPhone: phone, areaPath: homes.V21, schoolPath: classes.C1 }),
    agreed({ name: '仇英', birthDay: '2014-11-11', studentNumber: `G${id}`, areaPath: homes.V21, schoolPath: classes.C1 }),
    agreed({ name: '阿拉坦其其格', birthDay: '2014-08-08', areaPath: homes.V11, schoolPath: classes.A1 }),
    [{ kind: 'household', values: { name: '张浩辰', birthDay: '2016-01-01', areaPath: homes.V11 } }],
  );
});
afterAll(() => county.close());

async function find(who: Person, q: string): Promise<string[]> {
  const { rows } = await county.call<FoundChildren>(people[who], 'GET /api/children', { query: { q } });
  return rows.map(({ name }) => name).sort();
}

async function findNumber(who: Person, number: string): Promise<string[]> {
  const found = await county.call<FoundChildren>(people[who], 'POST /api/child-number-searches', { body: { number } });
  return found.rows.map(({ name }) => name).sort();
}

describe('a child is found', () => {
  it('by name, former name, whole pinyin and initials, in both readings of its surname', async () => {
    for (const typed of ['张浩然', '张浩', 'zhanghaoran', 'Zhang Hao ran', 'zhr', 'haoran'])
      expect(await find('officer', typed), typed).toContain('张浩然');
    for (const typed of ['单雪', '单小雪', 'shanxue', 'danxue', 'sx', 'dx'])
      expect(await find('officer', typed), typed).toEqual(['单雪']);
    for (const typed of ['qiuying', 'chouying', 'qy', 'cy']) expect(await find('officer', typed), typed).toEqual(['仇英']);
    for (const typed of ['艾力', '买买提艾力', '买买提•艾', 'mmtal'])
      expect(await find('officer', typed), typed).toEqual(['买买提·艾力']);
  });

  it('by a name that is read like its own, where nobody is written so', async () => {
    const found = await county.call<FoundChildren>(people.officer, 'GET /api/children', { query: { q: '阿拉坦琪琪格' } });
    expect(found).toMatchObject({ alike: true, rows: [{ name: '阿拉坦其其格' }] });
    const written = await county.call<FoundChildren>(people.officer, 'GET /api/children', { query: { q: '阿拉坦其' } });
    expect(written.alike).toBe(false);
    expect(await find('officer', '赵钱孙')).toEqual([]);
  });

  it('by its ID number as people type and paste it, its student number and the telephone of its guardian', async () => {
    const spaced = `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`;
    for (const typed of [id, spaced, ` ${id}\t`]) expect(await findNumber('officer', typed), typed).toEqual(['张浩然']);
    for (const typed of [withX, withX.toLowerCase(), withX.replace('X', 'Ｘ')])
      expect(await findNumber('officer', typed)).toEqual(['单雪']);
    expect(await findNumber('officer', `g${id.toLowerCase()}`)).toEqual(['仇英']);
    for (const typed of [phone, `+86 ${phone}`, '138-0421-0007'])
      expect(await findNumber('officer', typed)).toEqual(['买买提·艾力', '张浩宇']);
  });

  it('by a whole number only, never by a part of one', async () => {
    for (const typed of [id.slice(0, 17), id.slice(-7), `2113${'*'.repeat(14)}`, phone.slice(0, 10), '0000000'])
      expect(await findNumber('officer', typed), typed).toEqual([]);
  });

  it('with its line and nothing more', async () => {
    const { rows } = await county.call<FoundChildren>(people.officer, 'GET /api/children', { query: { q: '张浩然' } });
    expect(rows).toEqual([
      {
        ...{ childId: expect.any(String), name: '张浩然', sex: '1', birthYear: '2014', township: '', village: '' },
        ...{ school: '青禾小学', grade: 3, className: '1班' },
      },
    ]);
  });
});

describe('nobody finds a child outside his places', () => {
  it('by name', async () => {
    expect(await find('officer', '张浩')).toEqual(['张浩宇', '张浩然', '张浩辰']);
    expect(await find('teacher', 'zh')).toEqual(['张浩然']);
    expect(await find('registrar', 'zh')).toEqual(['张浩然']);
    expect(await find('township', 'zh')).toEqual(['张浩然', '张浩辰']);
    for (const who of ['teacher', 'registrar', 'township'] as const) expect(await find(who, '仇英'), who).toEqual([]);
  });

  it('by number, nor learns that somebody has it', async () => {
    expect(await findNumber('registrar', phone)).toEqual(['买买提·艾力']);
    expect(await findNumber('teacher', phone)).toEqual([]);
    expect(await findNumber('township', `G${id}`)).toEqual([]);
    const [mine, none] = await Promise.all(
      [`G${id}`, '13999999999'].map((number) =>
        county.call(people.teacher, 'POST /api/child-number-searches', { body: { number } }),
      ),
    );
    expect(mine).toEqual(none);
  });

  it('through `more`, which counts his own alone', async () => {
    const many = Array.from({ length: 25 }, (_, at) =>
      agreed({ name: `许多${'甲乙丙丁戊'[at % 5]}`, birthDay: '2014-01-01', areaPath: homes.V21, schoolPath: classes.C1 }),
    );
    await county.record(...many, agreed({ name: '许多己', areaPath: homes.V11, schoolPath: classes.A1 }));
    const of = (who: Person) => county.call<FoundChildren>(people[who], 'GET /api/children', { query: { q: '许多' } });
    expect(await of('officer')).toMatchObject({ more: true, rows: { length: 20 } });
    expect(await of('teacher')).toMatchObject({ more: false, rows: { length: 1 } });
  });

  it('as a village officer at all', async () => {
    await expect(find('village', '张')).rejects.toThrow('may not call');
  });
});

it('a search by number leaves a line without the number; one by name leaves none', async () => {
  const lines = () =>
    county.read(county.house.system, (trx) =>
      trx
        .withTables<Pick<CoreTables, 'audit_line'>>()
        .selectFrom('audit_line')
        .selectAll()
        .where('user_id', '=', people.leader.actor.userId)
        .execute(),
    );
  await find('leader', '张浩然');
  expect(await lines()).toEqual([]);
  await findNumber('leader', id);
  const written = await lines();
  expect(written).toMatchObject([{ act: 'child.find-number', object: '-' }]);
  expect(JSON.stringify(written)).toContain('"found":1');
  expect(JSON.stringify(written)).not.toContain(id.slice(6, 14));
});
