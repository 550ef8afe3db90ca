import { sql } from 'kysely';
import type { ReadTrx, Trx } from '../../../platform/db';
import { bulkRows, inPieces } from '../../children/server/index';
import { parentOf, type Tree } from '../rules/grids';
import type { CountRow, RowAddress } from '../rules/kept-rows';
import type { RollChange } from '../rules/roll-changes';
import type { StandingTables } from './tables';

/** Notes grids that have children now; those known already stay as they are. */
export async function addGrids(trx: Trx, changes: readonly RollChange[]): Promise<void> {
  const grids = [...firstDays(changes).values()];
  for (const piece of inPieces(grids)) {
    const rows = bulkRows({
      tree: ['text', piece.map(({ tree }) => tree)],
      grid_path: ['text', piece.map(({ grid }) => grid)],
      parent_path: ['text', piece.map(({ grid }) => parentOf(grid) ?? '')],
    });
    await sql`insert into roll_grid (county_id, tree, grid_path, parent_path) select ${trx.countyId}, t.* from ${rows}
      on conflict do nothing`.execute(tables(trx));
  }
}

/** Of each changed grid the kept rows from its first change on, and the last one before it. */
export async function keptRowsOf(trx: ReadTrx, changes: readonly RollChange[]): Promise<readonly CountRow[]> {
  const found: CountRow[] = [];
  for (const piece of inPieces([...firstDays(changes).values()])) {
    const asked = bulkRows({
      tree: ['text', piece.map(({ tree }) => tree)],
      grid_path: ['text', piece.map(({ grid }) => grid)],
      first_day: ['text', piece.map(({ day }) => day)],
    });
    const { rows } = await sql<{ tree: Tree; grid_path: string; from_day: string; counts: number[] }>`
      select c.tree, c.grid_path, c.from_day, c.counts from ${asked} join roll_count c
        on c.county_id = ${trx.countyId} and c.tree = t.tree and c.grid_path = t.grid_path
      where c.from_day >= coalesce((select max(b.from_day) from roll_count b where b.county_id = ${trx.countyId}
        and b.tree = t.tree and b.grid_path = t.grid_path and b.from_day < t.first_day), '')`.execute(tables(trx));
    for (const row of rows)
      found.push({ tree: row.tree, grid: row.grid_path, day: row.from_day, counts: Int32Array.from(row.counts) });
  }
  return found;
}

/** Writes rows of counts, new or changed. */
export async function putCounts(trx: Trx, counts: readonly CountRow[]): Promise<void> {
  for (const piece of inPieces(counts)) {
    const rows = bulkRows({ ...addressColumns(piece), counts: ['text', piece.map((row) => `{${row.counts.join()}}`)] });
    await sql`insert into roll_count (county_id, tree, grid_path, from_day, counts)
      select ${trx.countyId}, tree, grid_path, from_day, counts::integer[] from ${rows}
      on conflict (county_id, tree, grid_path, from_day) do update set counts = excluded.counts`.execute(tables(trx));
  }
}

/** Takes away rows that say no more than the row before them. */
export async function dropCounts(trx: Trx, addresses: readonly RowAddress[]): Promise<void> {
  for (const piece of inPieces(addresses))
    await sql`delete from roll_count c using ${bulkRows(addressColumns(piece))}
      where c.county_id = ${trx.countyId} and c.tree = t.tree and c.grid_path = t.grid_path
        and c.from_day = t.from_day`.execute(tables(trx));
}

function addressColumns(rows: readonly RowAddress[]) {
  return {
    tree: ['text', rows.map(({ tree }) => tree)],
    grid_path: ['text', rows.map(({ grid }) => grid)],
    from_day: ['text', rows.map(({ day }) => day)],
  } as const;
}

/** Each changed grid with the first day on which it changes. */
function firstDays(changes: readonly RollChange[]): ReadonlyMap<string, RowAddress> {
  const first = new Map<string, RowAddress>();
  for (const { tree, grid, day } of changes) {
    const known = first.get(`${tree} ${grid}`);
    if (known === undefined || day < known.day) first.set(`${tree} ${grid}`, { tree, grid, day });
  }
  return first;
}

function tables(trx: ReadTrx) {
  return trx.withTables<StandingTables>();
}
