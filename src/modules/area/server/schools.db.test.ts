import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../../platform/db';
import { asking, type TestHouse, testHouse } from '../../../platform/testing/house';
import type {
  ClassesView,
  ClassView,
  GridHistoryView,
  GridsView,
  OwnerView,
  RollOverView,
  SchoolsView,
  SchoolView,
} from '../contract';
import { kazuo } from '../rules/kazuo';
import { callerOf } from '../testing/calling';
import { routes, seedAreas } from './index';

let house: TestHouse;
let call: ReturnType<typeof callerOf>;
const officer = asking({ role: 'bureau-officer', tree: 'county', path: '211324/' });

beforeAll(async () => {
  house = await testHouse();
  house.at(new Date('2025-03-10T04:00:00Z'));
  call = callerOf(house, routes);
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2023-06-30');
    return { result: undefined, changes: [{ act: 'seed', object: 'area' }] };
  });
});
afterAll(() => house.close());

function school(name: string, change: object = {}): Promise<SchoolView> {
  const plain = { officialCode: null, name, otherNames: [], kind: 'primary', parentId: null, areaCode: '211324104' };
  const body = { ...plain, firstGrade: 1, lastGrade: 6, from: '2000-09-01', reason: '建校', ...change };
  return call(officer, 'POST /api/schools', { body });
}

function schoolClass(of: SchoolView, grades: readonly number[], number: number, schoolYear = '2024-2025'): Promise<ClassView> {
  return call(officer, 'POST /api/classes', { body: { schoolId: of.id, schoolYear, grades, number, label: null } });
}

function registrarOf(of: SchoolView) {
  return asking({ role: 'registrar', tree: 'school', path: of.path });
}

function changed(view: SchoolView, change: object) {
  const { id: _, path: __, areaPath: ___, from: ____, until: _____, ...fields } = view;
  return call<SchoolView>(officer, 'PUT /api/schools/:id', {
    params: { id: view.id },
    body: { ...fields, reason: '更正', ...change },
  });
}

describe('schools', () => {
  it('are seen by the bureau all, by a township its own, by a school itself, each page by page', async () => {
    const first = await school('青禾小学');
    const second = await school('望舒小学', {
      areaCode: '211324105200',
      officialCode: '2121900001',
      otherNames: ['二道营子小学'],
    });
    const one = await schoolClass(first, [3], 2);
    const names = async (who: Parameters<typeof call>[0], query: object = {}) => {
      const { rows, total } = await call<SchoolsView>(who, 'GET /api/schools', { query });
      return [total, ...rows.map(({ name }) => name)];
    };
    expect(await names(officer)).toEqual([2, '青禾小学', '望舒小学']);
    expect(await names(officer, { page: '2', size: '1' })).toEqual([2, '望舒小学']);
    expect(await names(officer, { q: '望舒' })).toEqual([1, '望舒小学']);
    expect(await names(officer, { q: '2121900001' })).toEqual([1, '望舒小学']);
    expect(await names(officer, { q: '二道营子小学' })).toEqual([1, '望舒小学']);
    expect(await names(officer, { q: '%' })).toEqual([0]);
    expect(await names(officer, { area: '211324105' })).toEqual([1, '望舒小学']);
    const township = asking({ role: 'township', tree: 'area', path: '211324/211324105/' });
    expect(await names(township)).toEqual([1, '望舒小学']);
    expect(await names(registrarOf(first))).toEqual([1, '青禾小学']);
    expect(await names(asking({ role: 'class-teacher', tree: 'school', path: one.path }))).toEqual([1, '青禾小学']);
    await expect(call(township, 'GET /api/schools/:id', { params: { id: first.id } })).rejects.toMatchObject({ code: 'absent' });
    await expect(call(township, 'GET /api/schools/:id', { params: { id: 'x' } })).rejects.toMatchObject({ code: 'absent' });
    expect(await call(registrarOf(second), 'GET /api/schools/:id', { params: { id: second.id } })).toEqual(second);
  });

  it('keep their grades while classes are taught in them, and take their classes to another township', async () => {
    const view = await school('栖云小学');
    await schoolClass(view, [6], 1);
    await expect(changed(view, { lastGrade: 5 })).rejects.toMatchObject({
      extra: { fields: [{ zh: '本学年还有六年级1班，请先调整班级，再改年级。' }] },
    });
    const moved = await changed(view, { areaCode: '211324106' });
    expect(moved).toMatchObject({ areaPath: '211324/211324106/', version: 2 });
    await expect(changed(view, { name: '别的小学' })).rejects.toMatchObject({
      kind: 'conflict',
      extra: { current: { version: 2 } },
    });
    const township = asking({ role: 'township', tree: 'area', path: '211324/211324106/' });
    const { rows } = await call<ClassesView>(township, 'GET /api/classes', { query: { schoolYear: '2024-2025' } });
    expect(rows.map(({ school: of, name }) => `${of} ${name.zh}`)).toEqual(['栖云小学 六年级1班']);
  });

  it('close with their classes, once their teaching points have gone elsewhere', async () => {
    const parent = await school('松涛小学');
    const point = await school('听泉教学点', { kind: 'teaching-point', parentId: parent.id, lastGrade: 4 });
    const one = await schoolClass(parent, [2], 1);
    const closing = { until: '2025-08-31', reason: '撤并', version: 1 };
    await expect(call(officer, 'PUT /api/schools/:id/end', { params: { id: parent.id }, body: closing })).rejects.toMatchObject({
      says: { zh: expect.stringContaining('还有 1 个教学点（听泉教学点）') },
    });
    await call(officer, 'PUT /api/schools/:id/end', { params: { id: point.id }, body: closing });
    await call(officer, 'PUT /api/schools/:id/end', { params: { id: parent.id }, body: closing });
    const { rows } = await call<ClassesView>(officer, 'GET /api/classes', {
      query: { schoolYear: '2024-2025', school: parent.id },
    });
    expect(rows).toMatchObject([{ id: one.id, until: '2025-08-31' }]);
    const preview = await call<RollOverView>(officer, 'GET /api/roll-over', { query: { from: '2024-2025', school: parent.id } });
    expect(preview.disappears.map(({ why }) => why.zh)).toEqual(['松涛小学已撤并，二年级1班没有去处。请先为这些学生办理转学。']);
  });

  it('are changed one after the other, so that two people do not make the same one', async () => {
    // Six connections that are open already, so that the six requests really meet.
    await Promise.all(Array.from({ length: 6 }, () => call(officer, 'GET /api/schools')));
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => school('若水小学')));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('classes', () => {
  it('are the affair of their own school', async () => {
    const [own, other] = [await school('鹿鸣小学'), await school('扶摇小学')];
    const body = { schoolId: own.id, schoolYear: '2024-2025', grades: [1], number: 1, label: null };
    const one = await call<ClassView>(registrarOf(own), 'POST /api/classes', { body });
    expect(one).toMatchObject({
      name: { zh: '一年级1班', en: 'grade 1 class 1' },
      entryYear: 2024,
      from: '2024-09-01',
      school: '鹿鸣小学',
    });
    await expect(call(registrarOf(other), 'POST /api/classes', { body })).rejects.toMatchObject({ code: 'absent' });
    const change = { grades: [1], number: 2, label: null, version: 1 };
    const params = { id: one.id };
    await expect(call(registrarOf(other), 'PUT /api/classes/:id', { params, body: change })).rejects.toMatchObject({
      code: 'absent',
    });
    await expect(call(registrarOf(own), 'POST /api/classes', { body })).rejects.toMatchObject({ code: 'faults' });
    expect(await call(registrarOf(own), 'PUT /api/classes/:id', { params, body: change })).toMatchObject({
      number: 2,
      version: 2,
    });
    await expect(call(registrarOf(own), 'PUT /api/classes/:id', { params, body: change })).rejects.toMatchObject({
      kind: 'conflict',
    });
    const bad = { ...body, schoolYear: '2030-2031' };
    await expect(call(officer, 'POST /api/classes', { body: bad })).rejects.toMatchObject({
      extra: { fields: [{ path: 'schoolYear' }] },
    });
  });

  it('roll over into the next year as they were previewed, and not twice', async () => {
    const of = await school('晴川小学');
    for (const [grade, number] of [
      [1, 1],
      [1, 2],
      [6, 1],
    ] as const)
      await schoolClass(of, [grade], number);
    const who = registrarOf(of);
    const preview = await call<RollOverView>(who, 'GET /api/roll-over', { query: { from: '2024-2025' } });
    expect(preview.moves.map(({ from, to }) => `${from.name.zh} → ${to.name.zh}`)).toEqual([
      '一年级1班 → 二年级1班',
      '一年级2班 → 二年级2班',
    ]);
    expect(preview.finishes.map(({ from, leaving }) => `${from.name.zh} ${leaving}`)).toEqual(['六年级1班 to-junior']);
    expect(preview.entrants.map(({ name }) => name.zh)).toEqual(['一年级1班', '一年级2班']);
    const order = { from: '2024-2025', entrants: true, state: preview.state };
    expect(await call(who, 'POST /api/roll-over', { body: order })).toEqual({ moved: 2, joined: 0, entrants: 2 });
    await expect(call(who, 'POST /api/roll-over', { body: order })).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const { rows, total } = await call<ClassesView>(who, 'GET /api/classes', { query: { schoolYear: '2025-2026' } });
    expect(total).toBe(4);
    expect(rows.map(({ name, previousId, from }) => [name.zh, previousId !== null, from])).toEqual([
      ['一年级1班', false, '2025-09-01'],
      ['一年级2班', false, '2025-09-01'],
      ['二年级1班', true, '2025-09-01'],
      ['二年级2班', true, '2025-09-01'],
    ]);
    const again = await call<RollOverView>(who, 'GET /api/roll-over', { query: { from: '2024-2025' } });
    expect(again).toMatchObject({ moves: [], joins: [], entrants: [], done: 2 });
  });
});

describe('the owner of a grid', () => {
  it('is missed until somebody is named, and makes room for the next', async () => {
    const of = await school('揽月小学');
    const one = await schoolClass(of, [5], 1);
    const who = registrarOf(of);
    const grids = async (query: object = {}) => {
      const { rows, gaps, total } = await call<GridsView>(who, 'GET /api/grids', { query });
      return [
        total,
        gaps,
        ...rows.map(({ name, problem, owners }) => `${name.zh} ${problem ?? owners.map((owner) => owner.name)}`),
      ];
    };
    expect(await grids()).toEqual([2, 2, '揽月小学 gap', '揽月小学 五年级1班 gap']);
    const body = { path: one.path, userId: null, name: '王老师', duty: '班主任', from: '2024-09-01', until: null, reason: '' };
    const first = await call<OwnerView>(who, 'POST /api/grid-owners', { body });
    expect(await grids({ kind: 'class' })).toEqual([1, 1, '揽月小学 五年级1班 王老师']);
    await call(who, 'POST /api/grid-owners', { body: { ...body, name: '李老师', from: '2025-03-03', reason: '产假' } });
    expect(await grids({ kind: 'class' })).toEqual([1, 1, '揽月小学 五年级1班 李老师']);
    expect(await grids({ only: 'gap' })).toEqual([1, 1, '揽月小学 gap']);
    const params = { id: first.id };
    const longer = {
      userId: null,
      name: '王老师',
      duty: '班主任',
      from: '2024-09-01',
      until: '2025-03-03',
      reason: '',
      version: 2,
    };
    await expect(call(who, 'PUT /api/grid-owners/:id', { params, body: longer })).rejects.toMatchObject({
      extra: { fields: [{ zh: '2025-03-03 至 今 由李老师负责，请避开这些天，或先改那一条。' }] },
    });
    await call(who, 'PUT /api/grid-owners/:id', { params, body: { ...longer, until: '2025-02-28' } });
    const history = await call<GridHistoryView>(who, 'GET /api/grid', { query: { path: one.path } });
    expect(history.problems).toEqual([{ kind: 'gap', from: '2025-03-01', until: '2025-03-02' }]);
    expect(history.owners.map(({ name, from, until }) => `${name} ${from} ${until}`)).toEqual([
      '王老师 2024-09-01 2025-02-28',
      '李老师 2025-03-03 null',
    ]);
  });

  it('is found by the grid, its pinyin or the person', async () => {
    const found = async (q: string) => {
      const { rows } = await call<GridsView>(officer, 'GET /api/grids', { query: { q, kind: 'village' } });
      return rows.map(({ name }) => name.zh);
    };
    const body = { userId: null, duty: '', from: '2025-03-01', until: null, reason: '', path: '211324/211324214/211324214203/' };
    await call(officer, 'POST /api/grid-owners', { body: { ...body, name: '顾网格' } });
    expect(await found('顾杖子')).toEqual(['卧虎沟乡顾杖子村']);
    expect(await found('WHGXGZZC')).toEqual(['卧虎沟乡顾杖子村']);
    expect(await found('顾网格')).toEqual(['卧虎沟乡顾杖子村']);
    expect(await found('查无此处')).toEqual([]);
  });

  it('is named within one’s own tree only', async () => {
    const of = await school('踏歌小学', { areaCode: '211324107' });
    const one = await schoolClass(of, [5], 1);
    const township = asking({ role: 'township', tree: 'area', path: '211324/211324107/' });
    const body = { userId: null, name: '赵村主任', duty: '包村干部', from: '2025-03-01', until: null, reason: '' };
    const name = (path: string, who = township) => call<OwnerView>(who, 'POST /api/grid-owners', { body: { ...body, path } });
    expect(await name('211324/211324107/211324107200/')).toMatchObject({ name: '赵村主任' });
    for (const path of ['211324/211324108/', one.path, of.path, '211324/', 'x', '211324/211324107/211324108200/']) {
      await expect(name(path), path).rejects.toMatchObject({ code: 'absent' });
    }
    await expect(name('211324/211324107/', registrarOf(of))).rejects.toMatchObject({ code: 'absent' });
    const { rows } = await call<GridsView>(township, 'GET /api/grids', { query: { size: '200' } });
    expect(rows.map(({ kind }) => kind).filter((kind) => kind !== 'village')).toEqual(['township', 'school', 'class']);
    expect(rows.find(({ owners }) => owners.length > 0)?.name.zh).toBe('老爷庙镇老爷庙村');
    const changeable = async (path: string, who = township) =>
      (await call<GridHistoryView>(who, 'GET /api/grid', { query: { path } })).changeable;
    expect(await changeable('211324/211324107/211324107200/')).toBe(true);
    expect(await changeable(one.path)).toBe(false);
    expect(await changeable(one.path, registrarOf(of))).toBe(true);
    const teacher = asking({ role: 'class-teacher', tree: 'school', path: one.path });
    expect(await changeable(one.path, teacher)).toBe(false);
  });
});
