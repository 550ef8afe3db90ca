import { existsSync, mkdirSync } from 'node:fs';
import { type County, findCounty } from '../platform/county';
import { auditMac, createKeyRing, type KeyRing, keyRingFile, openKeyRing } from '../platform/crypto';
import {
  type ConnectionSettings,
  checkClock,
  checkDatabase,
  checkDisk,
  checkReachable,
  checkSchema,
  type Db,
  isFresh,
  lockDataFolder,
  migrate,
  newId,
  openDatabase,
  readAs,
  roleOf,
  StartRefusal,
  startEmbedded,
} from '../platform/db';
import { FileFolder } from '../platform/files';
import { type Config, filesFolderOf } from './config';

/** The first county; another one is set up by importing its table of places. */
export const COUNTY = { countyId: '211324', name: '喀喇沁左翼蒙古族自治县' };

/** What another process needs to work in the same house; sent over the channel between the two, never written down. */
export type HouseWays = {
  readonly connection: ConnectionSettings;
  readonly keysFile: string;
  readonly filesFolder: string;
  readonly anchorsFile: string;
};

type Rooms = {
  readonly db: Db;
  readonly ring: KeyRing;
  readonly files: FileFolder;
  /** undefined before the books of the county were opened */ readonly county: County | undefined;
};

/** An opened data folder: locked, migrated, checked. */
export type OpenHouse = Rooms & {
  readonly config: Config;
  /** how the jobs' own process reaches the same database and keys */ readonly ways: HouseWays;
  close(): Promise<void>;
};

type Ways = { readonly owner: ConnectionSettings; readonly app: ConnectionSettings; stop(): Promise<void> };

/**
 * Opens the data folder and the database behind it. Throws a `StartRefusal` or a `KeyRefusal` when that must not be (REL-23,
 * REL-24), and leaves nothing running then. An `existing` house is not made where there is none.
 */
export async function openHouse(
  config: Config,
  log: (line: string) => void,
  which: 'existing' | 'any' = 'any',
): Promise<OpenHouse> {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  const closing: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const lock = lockDataFolder(config.dataFolder);
    closing.push(() => lock.release());
    await checkDisk(config.dataFolder);
    const ways = await databaseOf(config, log);
    closing.push(() => ways.stop());
    const keysFile = keyRingFile(config.dataFolder, process.env);
    await prepare(ways, keysFile, log, () => {
      if (which === 'existing') throw nothingThere(config.dataFolder);
    });
    const house = { connection: ways.app, keysFile, filesFolder: filesFolderOf(config), anchorsFile: config.anchorsFile };
    const rooms = await enterHouse(house, log);
    closing.push(() => rooms.db.database.close());
    await check(rooms.db);
    return { ...rooms, config, ways: house, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function databaseOf(config: Config, log: (line: string) => void): Promise<Ways> {
  if (config.databaseUrl === undefined) {
    // What PostgreSQL tells of its ordinary life is nobody's news.
    const worth = (line: string) => (line.startsWith('LOG:') ? undefined : log(line));
    return startEmbedded({ folder: config.dataFolder, log: worth });
  }
  const app = { connectionString: config.databaseUrl };
  const owner = { connectionString: config.ownerUrl ?? config.databaseUrl };
  return { owner, app, stop: async () => undefined };
}

/** The keys, then the schema. New keys are made for a database without a schema only: other keys would not open what is in it. */
async function prepare(ways: Ways, file: string, log: (line: string) => void, onFresh: () => void): Promise<void> {
  const owner = openDatabase(ways.owner, (error) => log(`database: ${error.message}`));
  try {
    await checkReachable(owner);
    await checkDatabase(owner);
    const fresh = await isFresh(owner);
    if (fresh) onFresh();
    const ring = await (fresh && !existsSync(file) ? createKeyRing(file) : openKeyRing(file));
    const appRole = await roleAt(ways.app);
    const ownRole = await roleOf(owner);
    const applied = await migrate(owner, { scopeKey: ring.keyFor('scope'), ...(appRole === ownRole ? {} : { appRole }) });
    if (applied.length > 0 && !fresh) log(`migrated: ${applied.join(', ')}`);
  } finally {
    await owner.close();
  }
}

async function roleAt(settings: ConnectionSettings): Promise<string> {
  const database = openDatabase(settings, () => undefined);
  try {
    await checkReachable(database);
    return await roleOf(database);
  } finally {
    await database.close();
  }
}

async function check({ database, countyId, now }: Db): Promise<void> {
  await checkDatabase(database);
  await checkSchema(database);
  await checkClock(database, countyId, now());
}

/** The rooms of a house that is open already: the database with its keys and its clock, and the files. */
export async function enterHouse(ways: HouseWays, log: (line: string) => void): Promise<Rooms> {
  const ring = await openKeyRing(ways.keysFile);
  const plain: Db = {
    database: openDatabase(ways.connection, (error) => log(`database: ${error.message}`)),
    countyId: COUNTY.countyId,
    scopeKey: ring.keyFor('scope'),
    auditMac: (previous, line) => auditMac(ring, previous, line),
    now: () => new Date(),
  };
  const county = await countyIn(plain).catch(async (error) => {
    await plain.database.close();
    throw error;
  });
  const files = new FileFolder(ways.filesFolder, ring, COUNTY.countyId);
  return { db: onClock(plain, county?.clockShiftMs ?? 0), ring, files, county };
}

async function countyIn(db: Db): Promise<County | undefined> {
  await checkReachable(db.database);
  return readAs(db, { actor: null, requestId: newId(), source: 'start' }, findCounty);
}

/** The same database on a clock of its own. */
export function onClock(db: Db, shiftMs: number): Db {
  return { ...db, now: () => new Date(Date.now() + shiftMs) };
}

/** Somebody who has mistyped the folder shall not be given an empty county, or a backup of one. */
export function nothingThere(folder: string): StartRefusal {
  return new StartRefusal(
    'nothing-there',
    `数据目录 ${folder} 里还没有数据，什么也没有做。请核对 NOL_DATA；第一次使用请先运行 nol start。`,
    `There is no data in ${folder}; nothing was done. Check NOL_DATA, or run nol start first.`,
  );
}
