import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../testing/house';
import type { CoreTables } from './core-tables';
import { once, readAs } from './index';

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());

it('makes a statement once, and asks it with the values of each call', async () => {
  let made = 0;
  const sum = once(
    (tables: Kysely<CoreTables>, { first, second }: { readonly first: number; readonly second: readonly number[] }) => {
      made += 1;
      return tables.selectNoFrom([
        sql<number>`${first}::int * 100 + ${7}::int`.as('one'),
        sql<number>`${first}::int + cardinality(${second}::int[])`.as('other'),
      ]);
    },
  );
  await readAs(house.db, house.system, async (trx) => {
    const tables = trx.withTables<CoreTables>();
    const asked = [sum(tables, { first: 1, second: [] }), sum(tables, { first: 2, second: [5, 6] })];
    expect(await Promise.all(asked)).toEqual([[{ one: 107, other: 1 }], [{ one: 207, other: 4 }]]);
  });
  expect(made).toBe(1);
});
