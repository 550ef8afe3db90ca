import { seedSchools } from '../modules/area/server';
import { type Context, type Db, transact } from '../platform/db';
import { demoAccounts, seedAccounts } from './demo/accounts';
import { generateCounty } from './demo/county';
import { demoSchools } from './demo/seeded-schools';

/** A Monday in the spring the county's plan speaks of, eight in the morning in China; the registers are some days older. */
export const demoBegins = new Date('2025-03-10T00:00:00Z');

/** The county everybody sees in the demonstration; `nol demo` writes the same registers as files. */
const usual = { seed: 2025, children: 30_000 };

/** Fills an opened, empty county with schools, classes, owners and accounts. Everybody in it is fictional. */
export const loadDemo = {
  begins: demoBegins,
  async load({ db }: { readonly db: Db }, context: Context): Promise<void> {
    const schools = demoSchools(db.countyId, generateCounty(usual));
    const accounts = demoAccounts(db.countyId, schools);
    await transact(db, context, async (trx) => {
      await seedSchools(trx, schools);
      await seedAccounts(trx, accounts);
      const detail = { schools: schools.schools.length, classes: schools.classes.length, accounts: accounts.length };
      return { result: undefined, changes: [{ act: 'demo.load', object: `county:${db.countyId}`, detail }] };
    });
  },
};
