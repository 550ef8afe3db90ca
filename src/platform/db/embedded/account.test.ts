import { chmodSync, mkdirSync, mkdtempSync, readlinkSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { startEmbedded } from '.';
import { chooseAccount } from './account';
import { ensureCluster } from './cluster';
import { completePrograms, findPrograms } from './programs';

const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'nol-account-')));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const isRoot = process.getuid?.() === 0;
const withoutNamespaces = { isRoot: true, hasNamespaces: false };

it.skipIf(!isRoot)(
  'runs under another account, also the next time, where root cannot be somebody else in a namespace',
  async () => {
    const folder = path.join(home, 'data');
    mkdirSync(folder);
    const choose = () => chooseAccount(folder, findPrograms(), withoutNamespaces);
    expect(choose).toThrow(`数据文件夹 ${folder} 不能供数据库使用：以 root 运行时，数据库用另一个账户，它进不去。`);
    chmodSync(home, 0o711);
    await ensureCluster(folder, choose());
    expect(statSync(path.join(folder, 'pg')).uid).toBe(65_534);
    const server = await startEmbedded({ folder, log: () => undefined, settings: { fsync: 'off' } });
    expect(statSync(path.join(server.owner.host, '.s.PGSQL.5432')).uid).toBe(65_534);
    await server.stop();
  },
);

it('makes the links that a package cannot carry, and finds them there the next time', () => {
  const folder = path.join(home, 'package', 'native');
  for (const name of ['bin', 'lib']) mkdirSync(path.join(folder, name), { recursive: true });
  for (const name of ['bin/postgres', 'bin/initdb', 'lib/libpq.so.5.18']) writeFileSync(path.join(folder, name), '');
  writeFileSync(
    path.join(folder, 'pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
  );
  for (let time = 0; time < 2; time++) completePrograms({ folder, build: '18' });
  expect(readlinkSync(path.join(folder, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
  expect(statSync(path.join(folder, 'bin', 'postgres')).mode & 0o111).toBe(0o111);
});

it('names DATABASE_URL where no programs came with the packages', () => {
  writeFileSync(path.join(home, 'package.json'), '{}');
  expect(() => findPrograms(home)).toThrow(
    `本机（${process.platform}-${process.arch}）没有可用的内置数据库。请安装 PostgreSQL 15 或更新版本，并用环境变量 DATABASE_URL 指明它的地址。`,
  );
});
