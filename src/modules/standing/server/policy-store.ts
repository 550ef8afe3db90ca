import type { Kysely } from 'kysely';
import { once, type ReadTrx, type Trx } from '../../../platform/db';
import type { PolicyVersion } from '../rules/county-policy';
import type { StandingTables } from './tables';

/** A version with why it was decided, and by whom and when it was written down. */
export type StoredVersion = PolicyVersion & {
  readonly reason: string;
  readonly setBy: string;
  readonly setAt: Date;
};

/** Every version of the county in the order in which they were decided; a handful a year. */
export async function listVersions(trx: ReadTrx): Promise<readonly StoredVersion[]> {
  const rows = await allVersions(trx.withTables<StandingTables>(), { county: trx.countyId });
  return rows.map(({ version, from_day: from, changes, document, reason, set_by: setBy, set_at: setAt }) => ({
    ...{ version, from, changes, document, reason, setBy, setAt },
  }));
}

const allVersions = once((tables: Kysely<StandingTables>, { county }: { readonly county: string }) =>
  tables.selectFrom('standing_policy').selectAll().where('county_id', '=', county).orderBy('version'),
);

/** Adds a version; false when somebody else has added one of that number. None is ever changed. */
export async function addVersion(trx: Trx, added: StoredVersion): Promise<boolean> {
  const { version, from, changes, document, reason, setBy, setAt } = added;
  const written = await trx
    .withTables<StandingTables>()
    .insertInto('standing_policy')
    .values({
      ...{ county_id: trx.countyId, version, from_day: from, changes: JSON.stringify(changes) },
      ...{ document, reason, set_by: setBy, set_at: setAt },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}
