import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { seedSchools } from '../modules/area/server';
import { registerKinds } from '../modules/registers';
import { bringList, takeList } from '../modules/registers/server';
import { roleFacts } from '../platform/access';
import { dayOf } from '../platform/clock';
import { type Context, type Db, newId, transact } from '../platform/db';
import type { House } from '../platform/house';
import type { JobWork } from '../platform/jobs';
import { writeDemo } from './demo';
import { type DemoAccount, demoAccounts, otherHeads, otherTeachers, seedAccounts } from './demo/accounts';
import { generateCounty } from './demo/county';
import { demoSchools } from './demo/seeded-schools';
import { bringChecks } from './demo-checks';
import { bringCampaigns } from './demo-screening';
import { bringOlder, bringRunningTerm } from './demo-term';

/** A Monday in the spring the county's plan speaks of, eight in the morning in China; the registers are some days older. */
export const demoBegins = new Date('2025-03-10T00:00:00Z');

const demoDay = dayOf(demoBegins);

/** The county everybody sees in the demonstration; `nol demo` writes the same registers. */
const usual = { seed: 2025, children: 30_000 };
/** The spring the plan speaks of; the demo registers are as of this day. */
const listDay = '2025-03-01';

/** What the loader is given of the house; the application, which knows every module, hands it in. */
export type DemoHouse = {
  readonly db: Db;
  readonly house: House;
  readonly works: Readonly<Record<string, JobWork<House>>>;
  /** where the registers lie as files */ readonly folder: string;
  /** compares what was imported and counts every child */ settle(context: Context): Promise<void>;
  /** counts whoever waits to be counted */ count(context: Context): Promise<void>;
  /** hears what is being done */ tell(step: 'registers' | 'import' | 'settle' | 'rolls'): void;
};

/** Fills an opened, empty county with schools, classes, owners, accounts. Everybody in it is fictional. */
export async function loadDemo(into: DemoHouse, context: Context, lists: boolean): Promise<void> {
  const { db } = into;
  const schools = demoSchools(db.countyId, generateCounty(usual));
  const accounts = demoAccounts(db.countyId, schools);
  const others = [...otherTeachers(schools, accounts), ...otherHeads(schools, accounts)];
  await transact(db, context, async (trx) => {
    await seedSchools(trx, schools);
    await seedAccounts(trx, accounts, others);
    const detail = {
      schools: schools.schools.length,
      classes: schools.classes.length,
      accounts: accounts.length + others.length,
    };
    return { result: undefined, changes: [{ act: 'demo.load', object: `county:${db.countyId}`, detail }] };
  });
  into.tell('registers');
  // The last file to be written is there: all are.
  if (!existsSync(path.join(into.folder, 'truth.json'))) await writeDemo(into.folder, { ...usual, format: 'xlsx' });
  if (!lists) return;
  await importLists(into, officerOf(db.countyId, accounts));
  into.tell('rolls');
  await bringRunningTerm({ db, ring: into.house.ring }, context, demoDay);
  await into.count(context);
}

/** Brings what a demo county has from before its first day and nobody needs at once; answers whether there was any. */
export async function loadOlder({ db, ring }: Pick<House, 'ring'> & { readonly db: Db }, signal: AbortSignal): Promise<boolean> {
  const campaigns = await bringCampaigns({ db, ring }, demoDay, signal);
  const rolls = await bringOlder({ db, ring }, demoDay, signal);
  const checks = signal.aborted ? false : await bringChecks({ db, ring }, demoDay, signal);
  return campaigns || rolls || checks;
}

/** The five registers come in by the way everybody's lists come in, in the name of the bureau's officer. */
async function importLists(into: DemoHouse, context: Context): Promise<void> {
  const { db, house, works, folder } = into;
  into.tell('import');
  for (const kind of registerKinds) {
    const file = { name: `${kind}.xlsx`, open: () => createReadStream(path.join(folder, `${kind}.xlsx`)) };
    const where = { db, house, works, context };
    const list = await bringList(where, { kind, asOf: listDay }, [file]);
    await takeList(where, list, { mode: 'replace', badRows: 'take', reason: '演示县首次导入' });
  }
  into.tell('settle');
  await into.settle(context);
}

function officerOf(countyId: string, accounts: readonly DemoAccount[]): Context {
  const officer = accounts.find(({ role }) => role === 'bureau-officer');
  if (!officer) throw new Error('the demo county has no officer');
  const { userId, name, login, role, path: place } = officer;
  const grants = [{ role, tree: roleFacts(role).tree, path: place }];
  return { actor: { userId, countyId, name, login, grants }, requestId: newId(), source: 'command' };
}
