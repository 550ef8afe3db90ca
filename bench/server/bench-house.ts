// A served county in an embedded database of its own, for benchmarks of requests.
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { routesFor } from '../../src/app/wiring';
import { kazuo } from '../../src/modules/area';
import { seedAreas } from '../../src/modules/area/server';
import type { Role, Tree } from '../../src/platform/access';
import { rawSql } from '../../src/platform/access/testing/raw-store';
import { insertCounty } from '../../src/platform/county';
import { auditMac, createKeyRing, keyRingFile } from '../../src/platform/crypto';
import {
  type ConnectionSettings,
  type Database,
  type Db,
  migrate,
  newId,
  openDatabase,
  startEmbedded,
  transact,
} from '../../src/platform/db';
import { FileFolder } from '../../src/platform/files';
import type { House } from '../../src/platform/house';
import { buildServer } from '../../src/platform/http';
import { signedIn } from '../../src/platform/http/testing/signed-in';

/** Somebody who is signed in; the headers make a request one of his. */
export type Asker = { readonly headers: Readonly<Record<string, string>>; readonly userId: string };

export type BenchHouse = {
  readonly db: Db;
  /** the owner of the tables, bound by no policy while rows are made up */ readonly owner: Database;
  /** how that owner gets in */ readonly ownerAddress: ConnectionSettings;
  readonly house: House;
  readonly app: FastifyInstance;
  signIn(role: Role, tree: Tree, path: string): Promise<Asker>;
  close(): Promise<void>;
};

const COUNTY = { countyId: '211324', name: '喀喇沁左翼蒙古族自治县', demo: true, clockShiftMs: 0 };
/** Monday 10 March 2025, in the morning. */
const MORNING = new Date('2025-03-10T01:00:00Z');

/** Opens the house in an empty folder; its clock stands still. Once it is closed, `nol start` serves the folder, by a clock that goes on. */
export async function openBenchHouse(folder: string, now = MORNING): Promise<BenchHouse> {
  const postgres = await startEmbedded({ folder, log: () => undefined });
  const ring = await createKeyRing(keyRingFile(folder, {}));
  const owner = openDatabase(postgres.owner, () => undefined);
  await migrate(owner, { scopeKey: ring.keyFor('scope'), appRole: postgres.app.user });
  const db: Db = {
    database: openDatabase(postgres.app, () => undefined),
    countyId: COUNTY.countyId,
    scopeKey: ring.keyFor('scope'),
    auditMac: (previous, line) => auditMac(ring, previous, line),
    now: () => now,
  };
  await transact(db, { actor: null, requestId: newId(), source: 'bench' }, async (trx) => {
    await insertCounty(trx, { ...COUNTY, clockShiftMs: now.getTime() - Date.now() });
    await seedAreas(trx, kazuo(), '2023-06-30');
    return { result: undefined, changes: [] };
  });
  const house = { ring, files: new FileFolder(path.join(folder, 'files'), ring, COUNTY.countyId), wakeJobs: () => undefined };
  const app = await buildServer({
    db,
    house,
    facts: COUNTY,
    routes: routesFor(COUNTY),
    uploadLimit: 1_000_000,
    https: false,
    onFault: (error) => console.error(error),
  });
  // The plainest request there can be: no session, no rights, no shapes, one exchange with the same pool.
  app.get('/bare', async () => (await rawSql(db.database, 'select 1 as one'))[0]);
  return {
    db,
    owner,
    ownerAddress: postgres.owner,
    house,
    app,
    signIn: (role, tree, place) => signIn(db, role, tree, place),
    async close() {
      await app.close();
      await db.database.close();
      await owner.close();
      await postgres.stop('abrupt');
    },
  };
}

async function signIn(db: Db, role: Role, tree: Tree, place: string): Promise<Asker> {
  const { userId, cookie, token } = await signedIn(db, { role, tree, path: place }, { secondFactor: true });
  return { userId, headers: { cookie, 'x-nol-token': token } };
}
