import type { ReadTrx } from '../../../platform/db';
import type { ChildrenTables } from '../server/tables';

/**
 * All that lies in the database of some records, but for what counts changes (version, moment): what a merge that was taken apart
 * has to leave as it was. Sealed values come as they are stored where they are not written anew, else as the caller opens them.
 */
export async function everythingOf(trx: ReadTrx, ids: readonly string[]): Promise<object> {
  const tables = trx.withTables<ChildrenTables>();
  const own = { county: trx.countyId, ids };
  const children = await tables
    .selectFrom('child')
    .select([
      'child_id',
      'name',
      'former_name',
      'sex',
      'birth_day',
      'area_path',
      'school_path',
      'listed',
      'won_by',
      'joined',
      'merged_into',
    ])
    .where('county_id', '=', own.county)
    .where('child_id', 'in', ids)
    .orderBy('child_id')
    .execute();
  const names = await keysOf('child_name_key', 'key');
  const numbers = await keysOf('child_number_key', 'number');
  const sources = await tables.selectFrom('child_source').selectAll().where('child_id', 'in', ids).orderBy('row_key').execute();
  const facts = await tables.selectFrom('child_fact').selectAll().where('child_id', 'in', ids).orderBy('fact_id').execute();
  const corrections = await tables
    .selectFrom('child_correction')
    .selectAll()
    .where('child_id', 'in', ids)
    .orderBy('correction_id')
    .execute();
  return { children, names, numbers, sources, facts, corrections };

  function keysOf(table: 'child_name_key' | 'child_number_key', key: 'key' | 'number') {
    return tables.selectFrom(table).selectAll().where('child_id', 'in', ids).orderBy('child_id').orderBy(key).execute();
  }
}
