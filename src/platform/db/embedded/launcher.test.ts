import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { programOf } from '../../testing/program';
import { type EmbeddedServer, runningEmbedded, startEmbedded } from '.';
import { connected } from './administration';
import { readLease } from './lease';
import { isRunning } from './processes';
import { discardEmbedded } from './testing/discard';

const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'nol-launch-')));
const folder = path.join(home, 'data');
const cluster = path.join(folder, 'pg');
const said: string[] = [];
const start = (where = folder) => startEmbedded({ folder: where, log: (line) => said.push(line) });

let server: EmbeddedServer;
beforeAll(async () => {
  server = await start();
  await ask(server.owner, 'create table child (name text)');
});
afterAll(async () => {
  await server.stop();
  await discardEmbedded(folder);
  rmSync(home, { recursive: true, force: true });
});

async function ask(as: EmbeddedServer['owner'], query: string): Promise<unknown[]> {
  return connected(as, async (client) => (await client.query({ text: query, rowMode: 'array' })).rows);
}

/** A program like ours that starts the database, says so, begins something it will not finish, and waits to be killed. */
async function victim(): Promise<ChildProcess> {
  const lines = `
    import { connect } from './administration';
    import { startEmbedded } from '.';
    const server = await startEmbedded({ folder: process.argv[2] ?? '', log: () => undefined });
    const client = await connect(server.app);
    await client.query("insert into child values ('committed')");
    client.query("begin; insert into child values ('begun'); select pg_sleep(600); commit");
    setInterval(() => undefined, 1000);
    console.log('at work');
  `;
  const program = await programOf(lines, import.meta.dirname, path.join(home, 'victim'));
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(createInterface({ input: child.stdout }), 'line');
  return child;
}

async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  while (isRunning(pid)) await wait(10);
}

function serverPid(): number {
  return readLease(cluster)?.pid ?? 0;
}

it('runs a durable cluster that knows Chinese letters and speaks only through its private socket', async () => {
  const setting = (name: string) => ask(server.app, `select current_setting('${name}')`);
  for (const name of ['fsync', 'full_page_writes', 'data_checksums']) expect(await setting(name)).toEqual([['on']]);
  expect(await setting('listen_addresses')).toEqual([['']]);
  expect(await setting('server_encoding')).toEqual([['UTF8']]);
  expect(await ask(server.app, "select datlocprovider, datlocale, datctype from pg_database where datname = 'nol'")).toEqual([
    ['b', 'C.UTF-8', process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'],
  ]);
  expect(await ask(server.app, "select '李' ~ '[[:alpha:]]', 'b' < 'C'")).toEqual([[true, false]]);
  expect(server.version).toMatch(/^\d+\.\d+$/);
  expect(statSync(cluster).mode & 0o777).toBe(0o700);
});

it('works as a role that owns nothing and passes no wall', async () => {
  const roles = await ask(
    server.app,
    "select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname in ('nol_owner', 'nol_app') order by 1",
  );
  expect(roles).toEqual([
    ['nol_app', false, false, false, false],
    ['nol_owner', false, false, false, false],
  ]);
  for (const what of ['table mine ()', 'temporary table mine ()', 'schema mine', 'database mine', 'role mine']) {
    await expect(ask(server.app, `create ${what}`)).rejects.toThrow('permission denied');
  }
  await expect(ask(server.app, 'truncate child')).rejects.toThrow('permission denied');
  await expect(ask({ ...server.app, database: 'postgres' }, 'create table mine ()')).rejects.toThrow('permission denied');
  await ask(server.owner, "create sequence number; create function one() returns int language sql as 'select 1'");
  await ask(server.app, "insert into child values ('李明')");
  expect(await ask(server.app, "select name, nextval('number'), one() from child")).toEqual([['李明', '1', 1]]);
  await ask(server.app, "update child set name = '李鸣' where name = '李明'; delete from child");
});

it('keeps its data over an orderly end, and starts again in a moment', async () => {
  await ask(server.app, "insert into child values ('王小花')");
  await server.stop();
  expect(runningEmbedded(folder)).toBeUndefined();
  const begun = performance.now();
  server = await start();
  expect(performance.now() - begun).toBeLessThan(3000);
  expect(server.adopted).toBe(false);
  expect(await ask(server.app, 'select name from child')).toEqual([['王小花']]);
  expect(runningEmbedded(folder)).toEqual({ owner: server.owner, app: server.app });
});

it('takes over after a killed program: what was committed is there, what was begun is not and cannot come any more', async () => {
  await server.stop();
  const child = await victim();
  const orphan = serverPid();
  await kill(child.pid ?? 0);
  expect(isRunning(orphan)).toBe(true);
  server = await start();
  expect(server.adopted).toBe(true);
  expect(isRunning(orphan)).toBe(false);
  expect(await ask(server.app, 'select name from child order by 1')).toEqual([['committed'], ['王小花']]);
  expect(
    await ask(
      server.owner,
      "select count(*) from pg_stat_activity where query like '%pg_sleep(600)%' and pid <> pg_backend_pid()",
    ),
  ).toEqual([['0']]);
});

it('brings the server back at the same address when it is killed under a running program', async () => {
  await ask(server.app, "insert into child values ('赵强')");
  const killed = serverPid();
  await kill(killed);
  const until = Date.now() + 30_000;
  while (serverPid() === killed || !readLease(cluster)?.isReady) {
    expect(Date.now()).toBeLessThan(until);
    await wait(20);
  }
  expect(await ask(server.app, 'select count(*) from child')).toEqual([['3']]);
  expect(said).toContain('the database server ended by itself and is started again');
});

it('starts after a crash whose note names a number that another process has by now', async () => {
  await server.stop();
  writeFileSync(
    path.join(cluster, 'postmaster.pid'),
    `${process.ppid}\n${cluster}\n1700000000\n5432\n${cluster}\n\n 1 1\nready   \n`,
  );
  server = await start();
  expect(server.adopted).toBe(false);
  expect(await ask(server.app, 'select count(*) from child')).toEqual([['3']]);
});

it('is made anew where a first start was interrupted, and has its socket elsewhere when the path is too long for one', async () => {
  const other = path.join(home, 'a-long-name-'.repeat(8));
  mkdirSync(path.join(other, 'pg.unfinished-abc'), { recursive: true });
  writeFileSync(path.join(other, 'pg.unfinished-abc', 'PG_VERSION'), '18\n');
  const second = await startEmbedded({ folder: other, log: () => undefined, settings: { fsync: 'off' } });
  expect(await ask(second.app, 'show fsync')).toEqual([['off']]);
  expect(readdirSync(other)).toEqual(['pg']);
  const socket = second.owner.host;
  expect(statSync(socket).mode & 0o777).toBe(0o700);
  await second.stop();
  expect(existsSync(socket)).toBe(false);

  writeFileSync(path.join(other, 'pg', 'PG_VERSION'), '17\n');
  await expect(startEmbedded({ folder: other, log: () => undefined })).rejects.toMatchObject({
    code: 'cluster-version',
    zh: '数据文件夹里的数据库是 PostgreSQL 17 建立的，这个程序带的是 18，不能直接打开。请用原来的程序备份，再用这个程序恢复。',
  });
});

it('says why the database did not start', async () => {
  await server.stop();
  const wrong = startEmbedded({ folder, log: () => undefined, settings: { shared_buffers: 'plenty' } });
  await expect(wrong).rejects.toMatchObject({
    code: 'database-not-started',
    zh: '内置数据库没有启动：invalid value for parameter "shared_buffers": "plenty"。数据没有被改动；请按这个原因处理后再启动。',
    en: 'The embedded database did not start: invalid value for parameter "shared_buffers": "plenty". No data was changed; see to this cause and start again.',
  });
  server = await start();
});
