import { sql } from 'kysely';
import { type StandingKey, standingIndex } from '../../../kernel/standing';
import type { Scope } from '../../../platform/access';
import type { ReadTrx } from '../../../platform/db';
import type { ReportTables } from './tables';

/** The days the county's roll speaks of, both included; undefined before the first child is counted. */
export async function spanOfRoll(trx: ReadTrx): Promise<{ readonly from: string; readonly until: string } | undefined> {
  const row = await tables(trx).selectFrom('report_roll').selectAll().where('county_id', '=', trx.countyId).executeTakeFirst();
  return row && { from: row.from_day, until: row.until_day };
}

/** Kept counts of the roll in all the places of a scope together: a row a place, whatever the number of children. */
export async function countsOf(trx: ReadTrx, scope: Scope, day: string): Promise<(states: readonly StandingKey[]) => number> {
  const grids = gridsOf(trx, scope);
  const { rows } = await sql<{ counts: number[] }>`
    select c.counts from unnest(${grids.map(({ tree }) => tree)}::text[], ${grids.map(({ path }) => path)}::text[]) as g(tree, path)
    cross join lateral (select counts from report_count k where k.county_id = ${trx.countyId} and k.tree = g.tree
      and k.grid_path = g.path and k.from_day <= ${day} order by k.from_day desc limit 1) c`.execute(tables(trx));
  return (states) => {
    let sum = 0;
    for (const { counts } of rows) for (const state of states) sum += counts[standingIndex[state]] ?? 0;
    return sum;
  };
}

/** The places of a scope, each once; what lies in another one of them is counted there. */
function gridsOf(trx: ReadTrx, { county, areas, schools }: Scope) {
  if (county) return [{ tree: 'area', path: `${trx.countyId}/` }];
  const widest = (paths: readonly string[]) =>
    [...new Set(paths)].filter((path) => !paths.some((other) => other !== path && path.startsWith(other)));
  return [...widest(areas).map((path) => ({ tree: 'area', path })), ...widest(schools).map((path) => ({ tree: 'school', path }))];
}

function tables(trx: ReadTrx) {
  return trx.withTables<ReportTables>();
}
