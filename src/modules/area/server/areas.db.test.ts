import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAs, transact } from '../../../platform/db';
import { asking, type TestHouse, testHouse } from '../../../platform/testing/house';
import type { AreaPreview, AreasView, AreaView } from '../contract';
import { resolvePlace } from '../index';
import { kazuo } from '../rules/kazuo';
import { callerOf } from '../testing/calling';
import { loadGazetteer, routes, seedAreas } from './index';

let house: TestHouse;
let call: ReturnType<typeof callerOf>;
const officer = asking({ role: 'bureau-officer', tree: 'county', path: '211324/' });
const teacher = asking({ role: 'class-teacher', tree: 'school', path: '211324/s/c/' });

beforeAll(async () => {
  house = await testHouse();
  house.at(new Date('2025-03-10T04:00:00Z'));
  call = callerOf(house, routes);
  await transact(house.db, house.system, async (trx) => {
    const count = await seedAreas(trx, kazuo(), '2023-06-30');
    return { result: undefined, changes: [{ act: 'seed', object: 'area', detail: { count } }] };
  });
});
afterAll(() => house.close());

/** What the page makes of a file: its table as text. */
async function textOf(name: string, bytes: Buffer): Promise<string> {
  return (await call<{ text: string }>(officer, 'POST /api/area-table/sheet', { file: { name, bytes } })).text;
}

/** The table that is downloaded, as it is read again. */
async function tableText(): Promise<string> {
  const { name, body } = await call<{ name: string; body: Buffer }>(officer, 'GET /api/area-table');
  return textOf(name, body);
}

async function imported(text: string, from = '2025-03-01') {
  const preview = await call<AreaPreview>(officer, 'POST /api/area-table/preview', { body: { text } });
  return call(officer, 'POST /api/area-table', { body: { text, state: preview.state, from, reason: '民政局文件' } });
}

async function areaOn(code: string, day?: string): Promise<AreaView | undefined> {
  const { areas } = await call<AreasView>(teacher, 'GET /api/areas', { query: day === undefined ? {} : { day } });
  return areas.find((area) => area.code === code);
}

describe('the shipped places', () => {
  it('are written once, and read by everybody who is signed in', async () => {
    const again = await transact(house.db, house.system, async (trx) => ({
      result: await seedAreas(trx, kazuo(), '2023-06-30'),
      changes: [],
    }));
    expect(again).toBe(0);
    const { areas, day } = await call<AreasView>(teacher, 'GET /api/areas');
    expect([areas.length, day]).toEqual([227, '2025-03-10']);
    expect(areas[0]).toMatchObject({ code: '211324', level: 'county', parentCode: null, version: 1 });
  });

  it('come back from the table that is downloaded, and change nothing then', async () => {
    expect(await imported(await tableText())).toEqual({
      added: 0,
      renamed: 0,
      respelled: 0,
      moved: 0,
      closed: 0,
      unchanged: 227,
    });
  });

  it('place addresses as the look-up of the program does, and former names too', async () => {
    const gazetteer = await readAs(house.db, house.system, (trx) => loadGazetteer(trx));
    expect(resolvePlace(gazetteer, { address: '喀左县公营子镇桥子村3组' })).toEqual({ township: '公营子镇', village: '桥子' });
  });
});

describe('a change of places', () => {
  it('by hand keeps the name of each day', async () => {
    const { version } = (await areaOn('211324113')) as AreaView;
    const change = { name: '甘召镇', otherNames: ['甘招镇'], from: '2025-03-01', reason: '更名批复', version };
    const saved = await call<AreaView>(officer, 'PUT /api/areas/:code', { params: { code: '211324113' }, body: change });
    expect(saved).toMatchObject({ name: '甘召镇', version: version + 1 });
    expect((await areaOn('211324113', '2025-02-28'))?.name).toBe('甘招镇');
    expect((await areaOn('211324113', '2025-03-01'))?.name).toBe('甘召镇');
    await expect(
      call(officer, 'PUT /api/areas/:code', { params: { code: '211324113' }, body: { ...change, name: '甘二镇' } }),
    ).rejects.toMatchObject({ kind: 'conflict', extra: { current: { name: '甘召镇', version: version + 1 } } });
    await expect(
      call(officer, 'PUT /api/areas/:code', {
        params: { code: '211324113' },
        body: { ...change, name: '甘二镇', from: '2024-01-01', version: version + 1 },
      }),
    ).rejects.toMatchObject({
      code: 'faults',
      says: { zh: '没有保存：现在的名称从 2025-03-01 起用，新名称要从这一天或以后开始。' },
    });
    const history = await call<{ names: readonly object[] }>(teacher, 'GET /api/areas/:code', { params: { code: '211324113' } });
    expect(history.names).toEqual([
      { from: '2023-06-30', name: '甘招镇', reason: '随程序提供' },
      { from: '2025-03-01', name: '甘召镇', reason: '更名批复' },
    ]);
  });

  it('adds below an open place, and never a code that was used', async () => {
    const draft = { code: '211324104220', name: '新立村', otherNames: [], from: '2025-03-01', reason: '析置' };
    await call(officer, 'POST /api/areas', { body: draft });
    await expect(call(officer, 'POST /api/areas', { body: draft })).rejects.toMatchObject({
      extra: { fields: [{ path: 'code' }] },
    });
    const closing = { until: '2025-03-05', successor: '211324104208', reason: '撤销', version: 1 };
    await call(officer, 'PUT /api/areas/:code/end', { params: { code: draft.code }, body: closing });
    expect(await areaOn(draft.code)).toBeUndefined();
    expect(await areaOn(draft.code, '2025-03-05')).toMatchObject({ until: '2025-03-05', successor: '211324104208' });
    const below = { ...draft, code: '211324999200' };
    await expect(call(officer, 'POST /api/areas', { body: below })).rejects.toMatchObject({ code: 'faults' });
    const township = { until: '2025-03-05', successor: null, reason: '撤销', version: 1 };
    await expect(
      call(officer, 'PUT /api/areas/:code/end', { params: { code: '211324104' }, body: township }),
    ).rejects.toMatchObject({ says: { zh: expect.stringContaining('下面还有 16 个村') } });
  });

  it('by a table is previewed, and done only if nothing changed since', async () => {
    const before = await tableText();
    const text = `${before.replace(/^211324400503.*\n?/m, '').trimEnd()}\n211324105213\t桥子村\t\n`.replace(
      /^211324104208.*\n/m,
      '',
    );
    const preview = await call<AreaPreview>(officer, 'POST /api/area-table/preview', { body: { text } });
    expect(preview).toMatchObject({ problems: [], added: [], renamed: [], reused: [] });
    expect(preview.closed.map(({ name }) => name)).toEqual(['前坟分场生活区']);
    expect(preview.moved.map(({ from, to }) => `${from.code} → ${to.code}`)).toEqual(['211324104208 → 211324105213']);
    const order = { text, state: preview.state, from: '2025-03-01', reason: '区划调整' };
    await expect(call(officer, 'POST /api/area-table', { body: { ...order, state: preview.state - 1 } })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    await call(officer, 'POST /api/area-table', { body: order });
    expect(await areaOn('211324104208', '2025-02-28')).toMatchObject({ until: '2025-02-28', successor: '211324105213' });
    expect(await areaOn('211324105213')).toMatchObject({ name: '桥子村', path: '211324/211324105/211324105213/' });
    await expect(imported(before)).rejects.toMatchObject({ code: 'code-reused' });
  });

  it('by a table with a problem changes nothing', async () => {
    const before = await tableText();
    const text = before.replace('211324101200', '21132410120');
    const preview = await call<AreaPreview>(officer, 'POST /api/area-table/preview', { body: { text } });
    expect(preview.problems).toMatchObject([{ code: 'code-unreadable' }]);
    // The line that was left out must not look like a village that is gone.
    expect(preview.closed).toEqual([]);
    await expect(imported(text)).rejects.toMatchObject({ code: 'table-problems' });
    expect(await tableText()).toBe(before);
  });
});
