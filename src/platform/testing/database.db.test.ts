import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Address, connected } from '../db/embedded/administration';
import { type TestDatabase, testDatabase } from './database';

let built = 0;
const oneTable = {
  name: 'one table',
  async prepare(owner: Address) {
    built++;
    await ask(owner, 'create table child (name text)');
  },
};

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase(oneTable);
});
afterAll(() => database.drop());

async function ask(as: Address, query: string): Promise<unknown[]> {
  return connected(as, async (client) => (await client.query({ text: query, rowMode: 'array' })).rows);
}

it('gives a test file a prepared database, in which the server role may work but make nothing', async () => {
  await ask(database.app, "insert into child values ('李明')");
  expect(await ask(database.app, 'select name from child')).toEqual([['李明']]);
  for (const what of ['table mine ()', 'temporary table mine ()', 'schema mine']) {
    await expect(ask(database.app, `create ${what}`)).rejects.toThrow('permission denied');
  }
  expect(
    await ask(
      database.app,
      "select rolsuper or rolbypassrls or pg_has_role(rolname, 'pg_write_all_data', 'member') from pg_roles where rolname in (current_user, '" +
        database.owner.user +
        "')",
    ),
  ).toEqual([[false], [false]]);
});

it('copies the template for each, built once and not touched by anybody', async () => {
  const others = await Promise.all([testDatabase(oneTable), testDatabase(oneTable), testDatabase(oneTable)]);
  expect(built).toBe(1);
  for (const other of others) expect(await ask(other.app, 'select * from child')).toEqual([]);
  await Promise.all(others.map((other) => other.drop()));
});

it('builds a template anew when the building failed', async () => {
  const name = 'fails at first';
  const failing = testDatabase({
    name,
    prepare: (owner) => ask(owner, 'create table half (); select 1 / 0').then(() => undefined),
  });
  await expect(failing).rejects.toThrow('division by zero');
  const second = await testDatabase({ name, prepare: (owner) => ask(owner, 'create table half ()').then(() => undefined) });
  expect(await ask(second.app, 'select count(*) from half')).toEqual([['0']]);
  await second.drop();
});
