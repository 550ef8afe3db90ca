import { afterAll, beforeAll, expect, it } from 'vitest';
import { connected } from '../db/embedded/administration';
import { type TestDatabase, testDatabase } from './database';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase({
    name: 'one table',
    prepare: (owner) => connected(owner, async (client) => void (await client.query('create table child (name text)'))),
  });
});
afterAll(() => database.drop());

it('gives a test file a prepared database, in which the server role may work but make no table', async () => {
  await connected(database.app, async (client) => {
    await client.query("insert into child values ('李明')");
    expect((await client.query('select name from child')).rows).toEqual([{ name: '李明' }]);
    await expect(client.query('create table mine (name text)')).rejects.toThrow('permission denied');
    await expect(client.query('create temporary table mine (name text)')).rejects.toThrow('permission denied');
  });
});
