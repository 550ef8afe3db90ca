import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../testing/house';
import type { CoreTables } from './core-tables';
import { below, readAs, withinScope } from './index';

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());

const places = ['211324/s1/', '211324/s1/c1/', '211324/s10/', '211324/s2/', '211324/a/', '211324/a/v/', '211324/'];

function found(condition: ReturnType<typeof below>): Promise<readonly string[]> {
  return readAs(house.db, house.system, async (trx) => {
    const { rows } = await sql<{ path: string }>`select path from (select unnest(${places}::text[]) collate "C" as path) places
      where ${condition}`.execute(trx.withTables<CoreTables>());
    return rows.map(({ path }) => path);
  });
}

it('finds a place with what is below it, and not what only begins alike', async () => {
  expect(await found(below('path', ['211324/s1/']))).toEqual(['211324/s1/', '211324/s1/c1/']);
  expect(await found(below('path', ['211324/s1/c1/', '211324/a/']))).toEqual(['211324/s1/c1/', '211324/a/', '211324/a/v/']);
  expect(await found(below('path', ['211324/']))).toEqual(places);
  expect(await found(below('path', []))).toEqual([]);
});

it('finds a scope by the trees that a table has a column for', async () => {
  const scope = { county: false, areas: ['211324/a/'], schools: ['211324/s2/'] };
  expect(await found(withinScope(scope, { area: 'path', school: 'path' }))).toEqual(['211324/s2/', '211324/a/', '211324/a/v/']);
  expect(await found(withinScope(scope, { school: 'path' }))).toEqual(['211324/s2/']);
  expect(await found(withinScope({ ...scope, schools: [] }, { school: 'path' }))).toEqual([]);
  expect(await found(withinScope({ ...scope, county: true }, { school: 'path' }))).toEqual(places);
});
