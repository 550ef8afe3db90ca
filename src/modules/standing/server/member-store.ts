import { sql } from 'kysely';
import { type StandingKey, standingStates } from '../../../kernel/standing';
import { below, type ReadTrx } from '../../../platform/db';
import type { Tree } from '../rules/grids';
import type { StandingTables } from './tables';

const inRoll = standingStates.flatMap((state) => (state.inRoll ? [state.key] : []));

/** A child of 应在学 and the grid that the roll has it in: three parts, `~` where nobody knows. */
export type RollMember = { readonly childId: string; readonly path: string };

/** The children of 应在学 on a day in some places of one tree and some grades; without places or grades those of all. */
export async function rollMembers(
  trx: ReadTrx,
  { tree, places, grades }: { readonly tree: Tree; readonly places: readonly string[]; readonly grades: readonly number[] },
  day: string,
): Promise<readonly RollMember[]> {
  const column = tree === 'area' ? 'area_path' : 'school_path';
  let query = trx
    .withTables<StandingTables>()
    .selectFrom('standing_interval')
    .select(['child_id', column])
    .where('county_id', '=', trx.countyId)
    .where('state', 'in', inRoll)
    .where('from_day', '<=', day)
    .where('until_day', '>', day);
  if (places.length > 0) query = query.where(below(column, places));
  if (grades.length > 0) query = query.where('grade', '=', sql<number>`any(${grades}::int[])`);
  const rows = await query.execute();
  return rows.map((row) => ({ childId: row.child_id, path: row[column] ?? '' }));
}

/** Where some children stand on a day; a child of whom nothing is counted yet is left out. */
export async function statesOf(trx: ReadTrx, ids: readonly string[], day: string): Promise<ReadonlyMap<string, StandingKey>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .withTables<StandingTables>()
    .selectFrom('standing_interval')
    .select(['child_id', 'state'])
    .where('county_id', '=', trx.countyId)
    .where('child_id', '=', sql<string>`any(${ids}::text[])`)
    .where('from_day', '<=', day)
    .where('until_day', '>', day)
    .execute();
  return new Map(rows.map((row) => [row.child_id, row.state]));
}
