import { sql } from 'kysely';
import type { ReadTrx } from '../../../platform/db';
import type { ChildrenTables } from './tables';

/** What of a record counts where its child stands, and among whom; null where it is not known. */
export type CountedRecord = { readonly birth: string | null; readonly grade: number | null };

/** The records among these that hold a child today; merged records are left out. */
export async function recordsToCount(trx: ReadTrx, ids: readonly string[]): Promise<ReadonlyMap<string, CountedRecord>> {
  const { rows } = await sql<{ child_id: string; birth_day: string | null; grade: number | null }>`
    select child_id, birth_day, grade from child where county_id = ${trx.countyId} and child_id = any(${ids}::text[])
      and merged_into is null`.execute(trx.withTables<ChildrenTables>());
  return new Map(rows.map((row) => [row.child_id, { birth: row.birth_day, grade: row.grade }]));
}

/** The next records after an id, merged ones too, in the order of the ids: for going through a county piece by piece. */
export async function childrenAfter(trx: ReadTrx, after: string, most: number): Promise<readonly string[]> {
  const rows = await trx
    .withTables<ChildrenTables>()
    .selectFrom('child')
    .select('child_id')
    .where('county_id', '=', trx.countyId)
    .where('child_id', '>', after)
    .orderBy('child_id')
    .limit(most)
    .execute();
  return rows.map((row) => row.child_id);
}

/** The earliest day any list speaks of, by what was recorded from it; undefined before the first. Reads every fact. */
export async function firstListDay(trx: ReadTrx): Promise<string | undefined> {
  const row = await trx
    .withTables<ChildrenTables>()
    .selectFrom('child_fact')
    .select((eb) => eb.fn.min('happened_day').as('day'))
    .where('county_id', '=', trx.countyId)
    .where('source', '=', 'register')
    .executeTakeFirst();
  return row?.day ?? undefined;
}
