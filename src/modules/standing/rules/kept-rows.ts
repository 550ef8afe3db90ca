import type { Day } from '../../../kernel/day';
import type { GridPath } from './facts';
import type { Tree } from './grids';
import { type Counts, countsLength } from './roll';
import type { RollChange } from './roll-changes';

/** A kept row: the counts of a grid from `day` on, until its next row. */
export type CountRow = { readonly tree: Tree; readonly grid: GridPath; readonly day: Day; readonly counts: Counts };

/**
 * The rows to be written so that the kept counts follow the changes. `kept` holds of each changed grid the rows from its
 * first change on and the last one before it; rows come back only for days from that first change on, each with its total.
 */
export function rowsAfter(kept: readonly CountRow[], changes: readonly RollChange[]): readonly CountRow[] {
  const rows: CountRow[] = [];
  const keptOf = byGrid(kept);
  for (const [key, ofGrid] of byGrid(changes)) rows.push(...rowsOfGrid(keptOf.get(key) ?? [], ofGrid));
  return rows;
}

/** One walk through the days of a grid: what was kept by then, and what is added by then. */
function rowsOfGrid(kept: readonly CountRow[], changes: readonly RollChange[]): readonly CountRow[] {
  const rows = kept.toSorted(byDay);
  const added = changes.toSorted(byDay);
  const [{ tree, grid, day: first }] = added;
  const days = new Set([...added.map((change) => change.day), ...rows.map((row) => row.day).filter((day) => day >= first)]);
  const sum = new Int32Array(countsLength);
  let base: Counts = new Int32Array(countsLength);
  let row = 0;
  let change = 0;
  return [...days].sort().map((day) => {
    for (; row < rows.length && rows[row].day <= day; row++) base = rows[row].counts;
    for (; change < added.length && added[change].day <= day; change++) addAll(sum, added[change].add);
    return { tree, grid, day, counts: base.map((count, at) => count + sum[at]) };
  });
}

function addAll(into: Counts, from: Counts): void {
  for (let at = 0; at < countsLength; at++) into[at] += from[at];
}

function byDay(a: { readonly day: Day }, b: { readonly day: Day }): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0;
}

function byGrid<T extends { readonly tree: Tree; readonly grid: GridPath }>(list: readonly T[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = `${one.tree} ${one.grid}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
