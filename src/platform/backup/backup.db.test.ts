import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openKeyRing } from '../crypto';
import { type CoreTables, openDatabase, transact } from '../db';
import { FileFolder, insertFile } from '../files';
import { testDatabase } from '../testing/database';
import { type TestHouse, testHouse } from '../testing/house';
import { openSnapshot } from './backup-store';
import { restoreBackup, verifyBackup, writeBackup } from './index';

const passphrase = '一个都不能少 一天都不能缺 劝得回';
let house: TestHouse;
let fileId: string;
let backup: string;
let empty: string;

beforeAll(async () => {
  house = await testHouse();
  empty = mkdtempSync(path.join(realpathSync(tmpdir()), 'nol-restore-'));
  const described = { name: '佐证.txt', mediaType: 'text/plain', purpose: 'evidence' };
  const stored = await house.files.put(described, Readable.from([Buffer.from('转学证明（虚构）')]));
  fileId = stored.fileId;
  await transact(house.db, house.system, async (trx) => {
    await insertFile(trx, stored);
    const row = { county_id: trx.countyId, key: 'odd\ttext\\n', from_day: '2025-03-01', set_by: null, set_at: trx.now };
    const value = JSON.stringify({ text: '引号" 反斜线\\ 换行\n' });
    const setting = { ...row, value, source: 'county' as const, reason: '\\N', version: 1 };
    await trx.withTables<CoreTables>().insertInto('setting').values(setting).execute();
    return { result: undefined, changes: [{ act: 'test.fill', object: '-' }] };
  });
  backup = path.join(house.folder, 'county.nolbak');
  await writeBackup(backup, { ...optionsOf(house), now: new Date('2025-03-03T08:00:00Z') });
});
afterAll(async () => {
  await house.close();
  rmSync(empty, { recursive: true, force: true });
});

function optionsOf({ app, db, keysFile, folder }: TestHouse) {
  const filesFolder = path.join(folder, 'files');
  return { connection: app, scopeKey: db.scopeKey, countyId: db.countyId, keysFile, filesFolder, passphrase };
}

async function digests(connection: TestHouse['app'], scopeKey: Buffer): Promise<Record<string, string>> {
  const snapshot = await openSnapshot(connection, scopeKey, '211324');
  const found: Record<string, string> = {};
  for (const table of snapshot.tables)
    found[table] = createHash('sha256')
      .update(await buffer(snapshot.rows(table)))
      .digest('hex');
  await snapshot.close();
  return found;
}

it('restores database, attachments and keys so that the copy is equal', async () => {
  const target = await testDatabase({ name: 'bare', prepare: async () => undefined });
  const keysFile = path.join(empty, 'keys', 'ring.json');
  const filesFolder = path.join(empty, 'files');
  try {
    await restoreBackup(backup, { ...target, keysFile, filesFolder, passphrase });
    const ring = await openKeyRing(keysFile);
    expect(readFileSync(keysFile)).toEqual(readFileSync(house.keysFile));
    expect(await digests(target.app, ring.keyFor('scope'))).toEqual(await digests(house.app, house.db.scopeKey));
    const copy = new FileFolder(filesFolder, ring, '211324');
    expect((await buffer(copy.read(fileId))).toString()).toBe('转学证明（虚构）');
    const again = restoreBackup(backup, { ...target, keysFile, filesFolder, passphrase });
    await expect(again).rejects.toMatchObject({ code: 'not-empty' });
  } finally {
    await target.drop();
  }
});

it('puts row-level security back before anybody can look', async () => {
  const target = await testDatabase({ name: 'bare', prepare: async () => undefined });
  const folder = mkdtempSync(path.join(empty, 'second-'));
  try {
    await restoreBackup(backup, {
      ...target,
      keysFile: path.join(folder, 'ring.json'),
      filesFolder: path.join(folder, 'files'),
      passphrase,
    });
    for (const settings of [target.app, target.owner]) {
      const database = openDatabase(settings, () => undefined);
      expect(await database.kysely.selectFrom('setting').selectAll().execute()).toEqual([]);
      await database.close();
    }
  } finally {
    await target.drop();
  }
});

it('notices a wrong passphrase, a cut end and a changed byte anywhere, before anything is written', async () => {
  await expect(verifyBackup(backup, `${passphrase}!`)).rejects.toMatchObject({ code: 'damaged' });
  const size = statSync(backup).size;
  const copy = path.join(empty, 'damaged.nolbak');
  for (let place = 0; place < 12; place++) {
    copyFileSync(backup, copy);
    const at = Math.floor(((place + 0.5) / 12) * size);
    if (place % 2 === 0) truncateSync(copy, at);
    else {
      const bytes = readFileSync(copy);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      writeFileSync(copy, bytes);
    }
    await expect(verifyBackup(copy, passphrase)).rejects.toMatchObject({ name: 'BackupRefusal' });
  }
  writeFileSync(copy, '姓名,学校\n');
  await expect(verifyBackup(copy, passphrase)).rejects.toMatchObject({ code: 'no-backup' });
});

it('holds no value in clear, and appears only when it is complete', async () => {
  const bytes = readFileSync(backup);
  for (const word of ['喀喇沁', 'county.open', 'nol-key-ring', '佐证']) expect(bytes.includes(word)).toBe(false);
  const refused = writeBackup(path.join(empty, 'short.nolbak'), { ...optionsOf(house), passphrase: 'short', now: new Date() });
  await expect(refused).rejects.toMatchObject({ code: 'passphrase' });
  expect(existsSync(path.join(empty, 'short.nolbak'))).toBe(false);
  expect(existsSync(path.join(empty, 'short.nolbak.part'))).toBe(false);
});
