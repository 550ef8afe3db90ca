import { sql } from 'kysely';
import type { ReadTrx } from '../../../platform/db';
import type { Grid } from './asking';
import type { StandingTables } from './tables';

/** The counts of one grid on a day, packed as in `rules/roll.ts`. */
export type GridCounts = { readonly path: string; readonly counts: readonly number[] };

/** What the books say of a grid on a day. */
export type CalledRoll = {
  /** undefined: no child has ever stood in it, or it is not the asker's */ readonly own: GridCounts | undefined;
  readonly below: readonly GridCounts[];
  /** the same county in the other tree, where the grid is the county */ readonly twin: GridCounts | undefined;
};

/** Calls the roll of a grid and of those below it; a grid in which nobody stands on the day has zeros. One query. */
export async function callGrid(trx: ReadTrx, { tree, path }: Grid, day: string): Promise<CalledRoll> {
  const { rows } = await sql<{ part: 'own' | 'below' | 'twin'; grid_path: string; counts: number[] | null }>`
    select case when g.tree <> ${tree} then 'twin' when g.grid_path = ${path} then 'own' else 'below' end as part, g.grid_path,
      (select c.counts from roll_count c where c.county_id = ${trx.countyId} and c.tree = g.tree and c.grid_path = g.grid_path
        and c.from_day <= ${day} order by c.from_day desc limit 1) as counts
    from roll_grid g where g.county_id = ${trx.countyId} and (g.tree = ${tree} and g.parent_path = ${path}
      or g.tree = ${tree} and g.grid_path = ${path} or g.tree <> ${tree} and g.grid_path = ${path})`.execute(
    trx.withTables<StandingTables>(),
  );
  const of = (part: string) =>
    rows.filter((row) => row.part === part).map(({ grid_path, counts }) => ({ path: grid_path, counts: counts ?? [] }));
  return { own: of('own')[0], below: of('below'), twin: of('twin')[0] };
}
