import { readFileSync, renameSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from '../platform/db';
import { administratorOf } from '../platform/db/embedded';
import { OwnHouse, type Served } from './testing/own-house';

/** REL-23, REL-24: the program refuses, with one sentence and code 2, whatever it must not run on. */
describe('a data folder', () => {
  const house = new OwnHouse();
  let served: Served;
  beforeAll(async () => {
    served = await house.start();
  }, 180_000);
  afterAll(async () => {
    await served.stop();
    await house.remove();
  });

  async function refused(sentence: RegExp, env: Readonly<Record<string, string>> = {}): Promise<void> {
    const { code, out, err } = await house.run(['start'], env);
    expect({ code, out }).toEqual({ code: 2, out: '正在启动……\n' });
    expect(err.trimEnd()).toMatch(sentence);
    expect(err.trimEnd(), 'one sentence').not.toContain('\n');
  }

  it('that another process holds, however often one tries, at once too', { timeout: 240_000 }, async () => {
    await Promise.all(Array.from({ length: 3 }, () => refused(/正由另一个程序使用（进程号 \d+）/)));
    expect((await fetch(served.address)).status, 'the first one serves on').toBe(200);
  });

  it('on a port that somebody has', { timeout: 240_000 }, async () => {
    await served.stop();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    await refused(new RegExp(`端口 ${port} 用不了.*NOL_PORT`), { NOL_PORT: String(port) });
    other.close();
    served = await house.start();
  });

  it('whose clock stands before the newest line of the audit trail', { timeout: 240_000 }, async () => {
    await house.sql("update audit_line set at = at + interval '2 days' where ctid = (select ctid from audit_line limit 1)");
    await served.stop();
    await refused(/早于最近一条审计记录.*请校准时间/);
    // Refused and let go of: the folder is free, the database is down, and the next one may try.
    await refused(/早于最近一条审计记录/);
    served = await startIn(house, "update audit_line set at = at - interval '2 days' where at > now() + interval '1 day'");
  });

  it('with a schema of another program', { timeout: 240_000 }, async () => {
    await house.sql("insert into schema_migration (name, sha256) values ('9999-from-the-future', 'x')");
    await served.stop();
    await refused(/不认识的结构（9999-from-the-future）/);
    served = await startIn(house, "delete from schema_migration where name like '9999%'");
  });

  it('whose keys are gone, without making new ones that would open nothing', { timeout: 240_000 }, async () => {
    await served.stop();
    const keys = path.join(house.folder, 'keys', 'ring.json');
    const before = readFileSync(keys);
    renameSync(keys, `${keys}.away`);
    await refused(/密钥/);
    renameSync(`${keys}.away`, keys);
    served = await house.start();
    expect(readFileSync(keys)).toEqual(before);
  });

  it('after its process was killed is taken up again, with everything in it', { timeout: 240_000 }, async () => {
    const lines = () => house.sql("select encode(mac, 'hex') as mac from audit_line");
    const before = await lines();
    await served.kill();
    served = await house.start();
    expect(before.length).toBeGreaterThan(0);
    expect(await lines()).toEqual(expect.arrayContaining([...before]));
  });
});

/** Lets the database of a stopped house run without the program, to put back what a test has changed in it; then starts the program. */
async function startIn(house: OwnHouse, statement: string): Promise<Served> {
  const server = await startEmbedded({ folder: house.folder, log: () => undefined });
  await house.sql(statement).finally(() => server.stop());
  return house.start();
}

describe('a database server of one’s own', () => {
  const house = new OwnHouse();
  const other = new OwnHouse();
  afterAll(async () => {
    await other.remove();
    await house.remove();
  });

  /** The server of the test, with these settings; reached as this user. */
  async function refusedOn(settings: Readonly<Record<string, string>>, user: (owner: string) => string, sentence: RegExp) {
    const server = await startEmbedded({ folder: other.folder, log: () => undefined, settings });
    try {
      await other.sql('do $$ begin create role nol_bypass login bypassrls; exception when duplicate_object then null; end $$');
      await other.sql('grant nol_app to nol_bypass');
      const { host, port, database } = server.owner;
      const address = (name: string) => `postgres://localhost/${database}?host=${host}&port=${port}&user=${name}`;
      const env = { DATABASE_URL: address(user(administratorOf(server).user)), NOL_OWNER_URL: address(server.owner.user) };
      const { code, err } = await house.run(['start'], env);
      expect({ code, err: err.trimEnd() }).toEqual({ code: 2, err: expect.stringMatching(sentence) });
      expect(err.trimEnd(), 'one sentence').not.toContain('\n');
    } finally {
      await server.stop();
    }
  }

  it('that is not there, or does not let us in', { timeout: 240_000 }, async () => {
    const env = { DATABASE_URL: 'postgres://nol_app@127.0.0.1:1/nol' };
    for (const args of [['start'], ['migrate']]) {
      const { code, err } = await house.run(args, env);
      expect({ code, err: err.trimEnd() }, args[0]).toEqual({
        code: 2,
        err: expect.stringMatching(/^连不上数据库（ECONNREFUSED）.*。$/),
      });
    }
  });

  it.each([
    ['as a superuser', {}, (owner: string) => owner, /是超级用户或可绕过行级安全/],
    ['as a role that bypasses row-level security', {}, () => 'nol_bypass', /nol_bypass 是超级用户或可绕过行级安全/],
    ['with fsync off', { fsync: 'off' }, () => 'nol_app', /关闭了 fsync 或 full_page_writes/],
    ['with full_page_writes off', { full_page_writes: 'off' }, () => 'nol_app', /关闭了 fsync 或 full_page_writes/],
  ] as const)('%s', { timeout: 240_000 }, async (_, settings, user, sentence) => {
    await refusedOn(settings, user, sentence);
  });
});
