import { beginAudit, type CoreTables, type ReadTrx, type Trx } from '../db';

type Tables = Pick<CoreTables, 'county'>;
export type County = {
  readonly countyId: string;
  readonly name: string;
  readonly demo: boolean;
  /** milliseconds added to the machine's clock: a demo county lives on a day of its own, others have 0 */ readonly clockShiftMs: number;
};

/** The county of this installation, or undefined before it was opened. */
export async function findCounty(trx: ReadTrx): Promise<County | undefined> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('county')
    .select(['county_id', 'name', 'demo', 'clock_shift_ms'])
    .where('county_id', '=', trx.countyId)
    .executeTakeFirst();
  return row && { countyId: row.county_id, name: row.name, demo: row.demo, clockShiftMs: row.clock_shift_ms };
}

/** Opens the books of a county: its row and the empty chains of its audit trail. */
export async function insertCounty(trx: Trx, county: County): Promise<void> {
  const tables = trx.withTables<CoreTables>();
  const row = {
    county_id: county.countyId,
    name: county.name,
    demo: county.demo,
    created_at: trx.now,
    clock_shift_ms: county.clockShiftMs,
  };
  await tables.insertInto('county').values(row).execute();
  await beginAudit(tables, county.countyId);
}
