// A served county in an embedded database of its own, for benchmarks of requests.
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { routesFor } from '../../src/app/wiring';
import { kazuo } from '../../src/modules/area';
import { seedAreas } from '../../src/modules/area/server';
import type { Role, Tree } from '../../src/platform/access';
import { rawSql } from '../../src/platform/access/testing/raw-store';
import { insertCounty } from '../../src/platform/county';
import { auditMac, createKeyRing } from '../../src/platform/crypto';
import {
  type ConnectionSettings,
  type CoreTables,
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
import { buildServer, hashToken, pageToken } from '../../src/platform/http';

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
const DAY = new Date('2025-03-10T01:00:00Z');

/** Opens the house in an empty folder; the clock stands on Monday 10 March 2025. */
export async function openBenchHouse(folder: string): Promise<BenchHouse> {
  const postgres = await startEmbedded({ folder: path.join(folder, 'data'), log: () => undefined });
  const ring = await createKeyRing(path.join(folder, 'keys', 'ring.json'));
  const owner = openDatabase(postgres.owner, () => undefined);
  await migrate(owner, { scopeKey: ring.keyFor('scope'), appRole: postgres.app.user });
  const db: Db = {
    database: openDatabase(postgres.app, () => undefined),
    countyId: COUNTY.countyId,
    scopeKey: ring.keyFor('scope'),
    auditMac: (previous, line) => auditMac(ring, previous, line),
    now: () => DAY,
  };
  await transact(db, { actor: null, requestId: newId(), source: 'bench' }, async (trx) => {
    await insertCounty(trx, COUNTY);
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
  const [userId, sessionId, token] = [newId(), newId(), newId()];
  await transact(db, { actor: null, requestId: newId(), source: 'bench' }, async (trx) => {
    const tables = trx.withTables<CoreTables>();
    const { now, countyId: county_id } = trx;
    const person = { login: userId, name: '测试员', unit: '测试', language: 'zh' as const, state: 'active' as const };
    const secrets = { password_hash: null, password_set_at: null, must_change_password: false, totp_secret: null, totp_step: 0 };
    await tables
      .insertInto('app_user')
      .values({ county_id, user_id: userId, ...person, ...secrets, last_seen_at: null, created_at: now, version: 1 })
      .execute();
    const approved = { asked_by: null, approved_by: null, approved_at: now, ended_at: null, version: 1 };
    const days = { from_day: '2020-01-01', until_day: null };
    await tables
      .insertInto('role_grant')
      .values({ county_id, grant_id: newId(), user_id: userId, role, tree, path: place, ...days, ...approved })
      .execute();
    const life = {
      second_factor_at: now,
      created_at: now,
      seen_at: now,
      ended_at: null,
      ends_at: new Date(now.getTime() + 3.6e7),
    };
    await tables
      .insertInto('session')
      .values({
        county_id,
        session_id: sessionId,
        token_hash: hashToken(token),
        user_id: userId,
        device: '-',
        source: '-',
        ...life,
      })
      .execute();
    return { result: undefined, changes: [] };
  });
  return { userId, headers: { cookie: `nol_session=${token}`, 'x-nol-token': pageToken(db, sessionId) } };
}
