import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OwnHouse } from './testing/own-house';
import { householdRows, tinyCounty, writeSheet } from './testing/tiny-county';

const PASSPHRASE = '一个都不能少 一天都不能缺 劝得回';
const PATIENCE = { timeout: 240_000 };
const TRAIL = "select chain, seq, act, encode(mac, 'hex') as mac from audit_line";

type Tables = Readonly<Record<string, string>>;

/** REL-20 in its first form, through the command: what was restored is what was there. */
describe('nol backup and nol restore', () => {
  const env = { NOL_BACKUP_PASSPHRASE: PASSPHRASE };
  const [house, copy] = [new OwnHouse(env), new OwnHouse(env)];
  const backup = path.join(house.folder, 'out', 'county.nolbak');
  let kept: Tables;
  let trail: readonly unknown[];

  beforeAll(async () => {
    const served = await house.start();
    mkdirSync(path.dirname(backup));
    const list = await writeSheet(path.join(house.folder, 'out', '户籍.xlsx'), householdRows(tinyCounty()));
    await house.run(['import', '--kind', 'household', '--as-of', '2025-03-01', '--file', list]);
    await house.run(['user', 'add', '--login', 'zhaoxin', '--name', '赵新', '--unit', '县教育局']);
    [kept, trail] = [await tablesOf(house), await house.sql(TRAIL)];
    expect(await house.run(['backup', '--out', backup])).toMatchObject({ code: 0, err: '' });
    await served.stop();
  }, 240_000);
  afterAll(async () => {
    await copy.remove();
    await house.remove();
  });

  async function refused(args: readonly string[], sentence: RegExp, more: Readonly<Record<string, string>> = {}): Promise<void> {
    const { code, err } = await copy.run(args, more);
    expect({ code, err: err.trimEnd() }).toEqual({ code: 2, err: expect.stringMatching(sentence) });
    expect(err.trimEnd(), 'one sentence').not.toContain('\n');
  }

  it(
    'refuses a passphrase that is another one or too short, a file that is no backup, and a folder without data',
    PATIENCE,
    async () => {
      await refused(['restore', '--from', backup], /口令/, { NOL_BACKUP_PASSPHRASE: `${PASSPHRASE}吗` });
      for (const args of [['backup', '--out', `${backup}2`], ['user', 'list'], ['verify-audit']])
        await refused(args, /里还没有数据，什么也没有做。请核对 NOL_DATA/);
      await refused(['backup', '--out', `${backup}2`], /15/, { NOL_BACKUP_PASSPHRASE: '短', NOL_DATA: house.folder });
      expect(existsSync(`${backup}2`)).toBe(false);
      await refused(['restore', '--from', path.join(house.folder, 'out', '户籍.xlsx')], /不是.*备份/);
      await refused(['restore'], /--from/);
      await refused(['backup'], /--out/);
    },
  );

  it('gives back every row, every attachment and the keys; the trail is whole and the system starts', PATIENCE, async () => {
    expect(await copy.run(['restore', '--from', backup])).toMatchObject({ code: 0, err: '' });
    expect(filesBelow(copy, 'keys')).toEqual(filesBelow(house, 'keys'));
    expect(Object.keys(filesBelow(house, 'files')).length).toBeGreaterThan(0);
    expect(filesBelow(copy, 'files')).toEqual(filesBelow(house, 'files'));

    const verified = await copy.run(['verify-audit']);
    expect(verified).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/审计完好/) });
    const served = await copy.start();
    expect((await fetch(served.address)).status).toBe(200);
    const restored = await tablesOf(copy);
    // The look at the trail and the start have left their own lines since, and the schema was made at another time.
    const since = ['audit_head', 'audit_line', 'setup_secret', 'schema_migration'];
    expect(Object.keys(kept).length).toBeGreaterThan(30);
    expect(without(restored, since)).toEqual(without(kept, since));
    expect(trail.length).toBeGreaterThan(0);
    expect(await copy.sql(TRAIL)).toEqual(expect.arrayContaining([...trail]));
    const doctor = await copy.run(['doctor']);
    expect(doctor).toMatchObject({ code: 0, out: expect.stringMatching(/附件 [1-9]\d* 个，都在/) });
    await served.stop();
  });

  it('refuses to restore over what is there', PATIENCE, async () => {
    const before = filesBelow(copy, 'keys');
    await refused(['restore', '--from', backup], /空/);
    expect(filesBelow(copy, 'keys')).toEqual(before);
  });
});

/** Every table of the running house by a digest of its rows. */
async function tablesOf(house: OwnHouse): Promise<Tables> {
  const names = await house.sql(
    "select relname::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
  );
  const digests: Record<string, string> = {};
  for (const { name } of names) {
    const rows = "count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')";
    const [row] = await house.sql(`select ${rows} as rows from ${name} t`);
    digests[String(name)] = String(row?.rows);
  }
  return digests;
}

function without(tables: Tables, left: readonly string[]): Tables {
  return Object.fromEntries(Object.entries(tables).filter(([name]) => !left.includes(name)));
}

/** Every file of a folder of the house by a digest of its bytes. */
function filesBelow(house: OwnHouse, folder: string): Tables {
  const root = path.join(house.folder, folder);
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    found.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return [path.relative(root, file), createHash('sha256').update(readFileSync(file)).digest('hex')];
    }),
  );
}
