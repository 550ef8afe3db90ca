import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownMigrations, startEmbedded } from '../platform/db';
import { OwnHouse, type Served } from './testing/own-house';

const [firstStep = ''] = knownMigrations;

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
    await changeIn(house, "update audit_line set at = at - interval '2 days' where at > now() + interval '1 day'");
    served = await house.start();
  });

  it('with a schema of another program: with a step more, another step, or a step that says something else', {
    timeout: 240_000,
  }, async () => {
    await served.stop();
    const steps = 'update schema_migration set';
    const first = 'from (select min(name) as name from schema_migration) f where f.name = schema_migration.name';
    const others = [
      [
        "insert into schema_migration values ('9999-from-the-future', 'x')",
        '9999-from-the-future',
        "delete from schema_migration where name like '9999%'",
      ],
      [
        `${steps} name = '0000-of-others' ${first}`,
        '0000-of-others',
        `${steps} name = '${firstStep}' where name = '0000-of-others'`,
      ],
      [`${steps} sha256 = 'was ' || sha256 ${first}`, firstStep, `${steps} sha256 = substr(sha256, 5) where sha256 like 'was %'`],
    ] as const;
    for (const [change, named, undo] of others) {
      await changeIn(house, change);
      await refused(new RegExp(`不认识的结构（${named}）`));
      await changeIn(house, undo);
    }
    served = await house.start();
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

/** Lets the database of a stopped house run without the program, to change something in it. */
async function changeIn(house: OwnHouse, statement: string): Promise<void> {
  const server = await startEmbedded({ folder: house.folder, log: () => undefined });
  await house.sql(statement).finally(() => server.stop());
}

/** Roles that no scope would hold, each by one right alone: the superuser of a cluster has both. */
const tooStrong = { nol_super: 'superuser nobypassrls', nol_bypass: 'nosuperuser bypassrls' };

describe('a setting', () => {
  const house = new OwnHouse();
  afterAll(() => house.remove());
  const issuer = { NOL_OIDC_ISSUER: 'https://sign-in.example.cn', NOL_OIDC_CLIENT_ID: 'nol' };

  it.each([
    ['that is no port', { NOL_PORT: '80a' }, /^环境变量 NOL_PORT 的值不能用/],
    ['that would send passwords over a network in clear', { NOL_HOST: '0.0.0.0' }, /^监听地址 0\.0\.0\.0 不是本机，但没有 https/],
    ['that is missing beside another', issuer, /^环境变量 NOL_OIDC_CLIENT_SECRET 的值不能用/],
    [
      'that asks a provider over a network in clear',
      { ...issuer, NOL_OIDC_CLIENT_SECRET: 'x', NOL_OIDC_ISSUER: 'http://sign-in.example.cn' },
      /^环境变量 NOL_OIDC_ISSUER 的值不能用/,
    ],
  ])('%s, before anything is made', async (_, env, sentence) => {
    const { code, err } = await house.run(['start'], env);
    expect({ code, err: err.trimEnd() }).toEqual({ code: 2, err: expect.stringMatching(sentence) });
    expect(err.trimEnd(), 'one sentence').not.toContain('\n');
    expect(readdirSync(house.folder)).toEqual([]);
  });
});

describe('a database server of one’s own', () => {
  const house = new OwnHouse();
  const other = new OwnHouse();
  afterAll(async () => {
    await other.remove();
    await house.remove();
  });

  /** The server of the test, with these settings; reached as this user. */
  async function refusedOn(settings: Readonly<Record<string, string>>, user: string, sentence: RegExp) {
    const server = await startEmbedded({ folder: other.folder, log: () => undefined, settings });
    try {
      for (const [role, right] of Object.entries(tooStrong)) {
        await other.sql(`do $$ begin create role ${role} login ${right}; exception when duplicate_object then null; end $$`);
        await other.sql(`grant nol_app to ${role}`);
      }
      const { host, port, database } = server.owner;
      const address = (name: string) => `postgres://localhost/${database}?host=${host}&port=${port}&user=${name}`;
      const env = { DATABASE_URL: address(user), NOL_OWNER_URL: address(server.owner.user) };
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
    ['as a superuser', {}, 'nol_super', /nol_super 是超级用户或可绕过行级安全/],
    ['as a role that bypasses row-level security', {}, 'nol_bypass', /nol_bypass 是超级用户或可绕过行级安全/],
    ['with fsync off', { fsync: 'off' }, 'nol_app', /关闭了 fsync 或 full_page_writes/],
    ['with full_page_writes off', { full_page_writes: 'off' }, 'nol_app', /关闭了 fsync 或 full_page_writes/],
    ['with backslashes in texts', { standard_conforming_strings: 'off' }, 'nol_app', /standard_conforming_strings 没有打开/],
  ] as const)('%s', { timeout: 240_000 }, async (_, settings, user, sentence) => {
    await refusedOn(settings, user, sentence);
  });
});
