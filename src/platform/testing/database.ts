import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { copyOf, dropCopy, type RunServer, type TwoWays } from '../db/embedded/testing/databases';
import { DOOR } from './server';

/**
 * How the template of test databases is made: `prepare` migrates an empty database and closes every connection it opened.
 * It runs once in a run of the tests for each `name`, in whichever process comes first.
 */
export type Prepare = {
  readonly name: string;
  prepare(owner: TwoWays['owner'], app: TwoWays['app']): Promise<void>;
};

/** A database of the test file's own, and the two ways into it. */
export type TestDatabase = TwoWays & {
  /** gives the database back; call it when every connection is closed */ drop(): Promise<void>;
};

/**
 * Gives the test file a prepared database of its own on the PostgreSQL of this run. Call it in `beforeAll` and `drop` it in
 * `afterAll`; what is not dropped goes with the run. Files that call it are named `*.db.test.ts`, and run on PostgreSQL 15 too.
 */
export async function testDatabase({ name, prepare }: Prepare): Promise<TestDatabase> {
  const server = await runServer();
  const ways = await copyOf(server, name, ({ owner, app }) => prepare(owner, app), randomBytes(6).toString('hex'));
  return { ...ways, drop: () => dropCopy(server, ways) };
}

async function runServer(): Promise<RunServer> {
  const door = process.env[DOOR];
  if (door === undefined) throw new Error('no database is offered: run the tests with "npm test", which starts one');
  const { server, refusal } = JSON.parse(await text(connect(door)));
  if (server === undefined) throw new Error(refusal);
  return server;
}
