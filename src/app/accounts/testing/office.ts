import type { FastifyInstance } from 'fastify';
import { kazuo } from '../../../modules/area';
import { seedAreas, seedSchools } from '../../../modules/area/server';
import { aClass, aSchool } from '../../../modules/area/testing/factories';
import { type Role, roleFacts } from '../../../platform/access';
import { insertGrants } from '../../../platform/access/grants/grant-store';
import { hashPassword } from '../../../platform/access/password';
import { activateRow, insertAccounts } from '../../../platform/access/people/account-store';
import { type OidcSettings, oidcOf } from '../../../platform/access/sign-in';
import { type CoreTables, newId, readAs, transact } from '../../../platform/db';
import { buildServer } from '../../../platform/http';
import { type TestHouse, testHouse } from '../../../platform/testing/house';
import { routesFor } from '../../wiring';
import { Browser } from './browser';

/** A county with its server, in which a test makes the people it needs. */
export type Office = {
  readonly house: TestHouse;
  readonly app: FastifyInstance;
  /** faults of ours that the server told nobody; a test expects none */ readonly faults: unknown[];
  /** an account in use, with these roles over everything they can be over, and the password `PASSWORD` */
  person(login: string, ...roles: readonly Role[]): Promise<{ readonly userId: string; readonly login: string }>;
  /** a new browser at an address */ browser(source?: string): Browser;
  /** the lines of the trail since the last call, in their order */ trail(): Promise<readonly TrailLine[]>;
  close(): Promise<void>;
};

export type TrailLine = Pick<CoreTables['audit_line'], 'user_id' | 'act' | 'object' | 'outcome' | 'reason' | 'detail' | 'source'>;

/** Long, and of words that have nothing to do with anybody. */
export const PASSWORD = 'Purple kettle 7 walks over the moon';

/** Hashing takes its time; the people of a test all have this one. */
const passwordHash = hashPassword(PASSWORD);

/** What is special about an office; `wakeJobs` is told that there may be work for the jobs, which nobody does by itself. */
export type OfficeKind = { readonly demo?: boolean; readonly oidc?: OidcSettings; readonly wakeJobs?: () => void };

/** Opens the office; `demo` is a county of fictional people, which asks nobody for a second factor. */
export async function openOffice({ demo = false, oidc, wakeJobs = () => undefined }: OfficeKind = {}): Promise<Office> {
  const house = await testHouse();
  const county = { countyId: house.db.countyId, name: '喀喇沁左翼蒙古族自治县', demo, clockShiftMs: 0 };
  const faults: unknown[] = [];
  const app = await buildServer({
    db: house.db,
    house: { ring: house.ring, files: house.files, wakeJobs },
    facts: { demo },
    routes: routesFor(county, oidc && oidcOf(oidc)),
    uploadLimit: 20 * 1024 * 1024,
    https: false,
    onFault: (error) => faults.push(error),
  });
  const seen = new Set<string>();
  return {
    house,
    app,
    faults,
    browser: (source) => new Browser(app, source),
    person: (login, ...roles) => makePerson(house, login, roles),
    async trail() {
      const fresh = (await linesOf(house)).filter(({ chain, seq }) => !seen.has(`${chain}/${seq}`));
      for (const { chain, seq } of fresh) seen.add(`${chain}/${seq}`);
      return fresh.map(({ chain: _, seq: __, ...line }) => line);
    },
    async close() {
      await app.close();
      await house.close();
    },
  };
}

/** The townships and villages of the county, and a school with two classes of this school year. */
export async function seedPlaces({ db, system }: TestHouse): Promise<{ school: string; classes: readonly string[] }> {
  const school = aSchool({ id: 'a', officialCode: '2121900001', name: '青禾小学' });
  const classes = [1, 2].map((number) => ({
    ...aClass(school, { id: `c${number}`, number, grades: [3] }),
    areaPath: school.areaPath,
  }));
  await transact(db, system, async (trx) => {
    await seedAreas(trx, kazuo(), '2000-01-01');
    await seedSchools(trx, { schools: [school], classes, owners: [] });
    return { result: undefined, changes: [] };
  });
  return { school: school.path, classes: classes.map(({ path }) => path) };
}

async function makePerson(house: TestHouse, login: string, roles: readonly Role[]) {
  const userId = newId();
  const hash = await passwordHash;
  await transact(house.db, house.system, async (trx) => {
    await insertAccounts(trx, [{ userId, login, name: `王${login}`, unit: '试验单位' }]);
    await activateRow(trx, userId, hash, false);
    const grants = roles.map((role) => {
      const { tree, depth } = roleFacts(role);
      const path = `${house.db.countyId}/${['a/', 'b/'].slice(0, depth - 1).join('')}`;
      const days = { fromDay: '2020-01-01', untilDay: null };
      return { grantId: newId(), userId, role, tree, path, ...days, reason: null, askedBy: null, approved: true };
    });
    await insertGrants(trx, grants);
    return { result: undefined, changes: [] };
  });
  return { userId, login };
}

async function linesOf({ db, system }: TestHouse) {
  return readAs(db, system, (trx) =>
    trx
      .withTables<CoreTables>()
      .selectFrom('audit_line')
      .select(['chain', 'seq', 'user_id', 'act', 'object', 'outcome', 'reason', 'detail', 'source'])
      .orderBy('at')
      .orderBy('chain')
      .orderBy('seq')
      .execute(),
  );
}
