import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Actor, Grant } from '../access';
import { insertCounty } from '../county';
import { auditMac, createKeyRing, type KeyRing } from '../crypto';
import { type ConnectionSettings, type Context, type Db, migrate, newId, openDatabase, transact } from '../db';
import { FileFolder } from '../files';
import { testDatabase } from './database';

/** A migrated database of the test file's own with an opened, empty county, keys and a folder for files. */
export type TestHouse = {
  readonly db: Db;
  readonly ring: KeyRing;
  readonly files: FileFolder;
  readonly folder: string;
  readonly keysFile: string;
  readonly owner: ConnectionSettings;
  readonly app: ConnectionSettings;
  /** the server itself, for what nobody asked for */ readonly system: Context;
  /** moves the clock of the database's door; it starts at the real time */ at(moment: Date): void;
  close(): Promise<void>;
};

const COUNTY = { countyId: '211324', name: '喀喇沁左翼蒙古族自治县', demo: false, clockShiftMs: 0 };
const anyKey = Buffer.alloc(32, 1);

/** Call in `beforeAll`, and `close` in `afterAll`. */
export async function testHouse(): Promise<TestHouse> {
  const database = await testDatabase({ name: 'schema', prepare: (owner, app) => migrated(owner, anyKey, app.user) });
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'nol-house-'));
  const keysFile = path.join(folder, 'keys', 'ring.json');
  const ring = await createKeyRing(keysFile);
  // The template is everybody's; the seal of scopes is this house's own.
  await migrated(database.owner, ring.keyFor('scope'), database.app.user);
  const pool = openDatabase(database.app, () => undefined);
  let now = () => new Date();
  const db: Db = {
    database: pool,
    countyId: COUNTY.countyId,
    scopeKey: ring.keyFor('scope'),
    auditMac: (previous, line) => auditMac(ring, previous, line),
    now: () => now(),
  };
  const system: Context = { actor: null, requestId: newId(), source: 'test' };
  await transact(db, system, async (trx) => {
    await insertCounty(trx, COUNTY);
    return { result: undefined, changes: [{ act: 'county.open', object: `county:${COUNTY.countyId}` }] };
  });
  const files = new FileFolder(path.join(folder, 'files'), ring, COUNTY.countyId);
  const close = async () => {
    await pool.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  const at = (moment: Date) => {
    now = () => moment;
  };
  return { db, ring, files, folder, keysFile, owner: database.owner, app: database.app, system, at, close };
}

/** Somebody with these roles, who asks from a test. No account stands behind it. */
export function asking(...grants: readonly Grant[]): Context & { readonly actor: Actor } {
  const userId = newId();
  const actor = { userId, countyId: COUNTY.countyId, name: '测试员', login: `test-${userId.slice(-6)}`, grants };
  return { actor, requestId: newId(), source: 'test' };
}

async function migrated(owner: ConnectionSettings, scopeKey: Buffer, appRole: string): Promise<void> {
  const database = openDatabase(owner, () => undefined);
  try {
    await migrate(database, { scopeKey, appRole });
  } finally {
    await database.close();
  }
}
