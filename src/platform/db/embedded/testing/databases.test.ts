import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { administratorOf, type EmbeddedServer, startEmbedded } from '..';
import { connect, connected } from '../administration';
import { beginRun, copyOf, type RunServer, rolesOf } from './databases';

const folder = mkdtempSync(path.join(tmpdir(), 'nol-runs-'));
let embedded: EmbeddedServer;
beforeAll(async () => {
  embedded = await startEmbedded({ folder, log: () => undefined, settings: { fsync: 'off' } });
  await connected(administratorOf(embedded), (client) =>
    client.query("create role helper login createdb createrole password 'x'"),
  );
});
afterAll(async () => {
  await embedded.stop('abrupt');
  rmSync(folder, { recursive: true, force: true });
});

/** A run on a server of somebody else's, by a user who may make databases and roles but is no superuser. */
function aRun(run: string): RunServer {
  const administrator = { ...administratorOf(embedded), user: 'helper', database: 'postgres' };
  return { run, administrator, roles: rolesOf(run, 'secret'), isThrownAway: false };
}

async function left(): Promise<string[]> {
  const query = `select datname as name from pg_database union select rolname from pg_roles order by 1`;
  const { rows } = await connected(administratorOf(embedded), (client) => client.query(query));
  return rows.map(({ name }) => name).filter((name) => /_0000000\d(_|$)/.test(name));
}

it('makes databases as a user who is no superuser, and leaves nothing on a server of somebody else', async () => {
  const server = aRun('00000001');
  const run = await beginRun(server);
  const { owner, app } = await copyOf(server, 'form', () => Promise.resolve(), 'one');
  await connected(owner, (client) => client.query('create table child ()'));
  await connected(app, (client) => client.query('select * from child'));
  expect((await left()).map((name) => name.split('_')[1])).toEqual(['app', 'form', 'owner', 'test']);
  await run.end();
  expect(await left()).toEqual([]);
});

it('takes away what a killed run left, and nothing of a run at work beside it', async () => {
  const beside = await beginRun(aRun('00000002'));
  const killed = aRun('00000003');
  // A killed run is one whose connection is gone.
  const before = await connections();
  await beginRun(killed);
  await copyOf(killed, 'form', () => Promise.resolve(), 'one');
  await connected(administratorOf(embedded), async (client) => {
    const [pid] = (await connections()).filter((number) => !before.includes(number));
    await client.query('select pg_terminate_backend($1)', [pid]);
  });
  const next = await beginRun(aRun('00000004'));
  expect(await left()).toEqual(['nol_app_00000002', 'nol_app_00000004', 'nol_owner_00000002', 'nol_owner_00000004']);
  await Promise.all([beside.end(), next.end()]);
  expect(await left()).toEqual([]);
});

async function connections(): Promise<number[]> {
  const client = await connect(administratorOf(embedded));
  const { rows } = await client.query("select pid from pg_stat_activity where usename = 'helper'");
  await client.end();
  return rows.map(({ pid }) => pid);
}
