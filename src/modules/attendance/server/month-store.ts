import type { ReadTrx } from '../../../platform/db';
import type { GridRoll } from '../rules/month-grid';
import type { AttendanceTables } from './tables';

/** The newest rolls of a class from one day to another, both included. */
export async function rollsOfSpan(
  trx: ReadTrx,
  classId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly GridRoll[]> {
  return trx
    .withTables<AttendanceTables>()
    .selectFrom('class_roll')
    .select(['day', 'session', 'present', 'marks'])
    .where('county_id', '=', trx.countyId)
    .where('class_id', '=', classId)
    .where('newest', '=', true)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute();
}
