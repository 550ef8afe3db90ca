import type { Day } from '../../../kernel/day';
import { type Counts, countsLength } from './counts';
import type { GridPath } from './facts';
import type { Tree } from './grids';
import type { RollChange } from './roll-changes';

/** A kept row: the counts of a grid from `day` on, until its next row. */
export type CountRow = { readonly tree: Tree; readonly grid: GridPath; readonly day: Day; readonly counts: Counts };

/** Which row. */
export type RowAddress = Pick<CountRow, 'tree' | 'grid' | 'day'>;

/**
 * What to write and what to take away so that the kept counts follow the changes, and hold a row only on days on which a grid's
 * counts change. `kept` holds of each changed grid the rows from its first change on and the last one before it.
 */
export function changedRows(
  kept: readonly CountRow[],
  changes: readonly RollChange[],
): { readonly put: readonly CountRow[]; readonly drop: readonly RowAddress[] } {
  const put: CountRow[] = [];
  const drop: RowAddress[] = [];
  const keptOf = byGrid(kept);
  for (const [key, ofGrid] of byGrid(changes)) {
    const rows = (keptOf.get(key) ?? []).toSorted(byDay);
    const isKept = new Map(rows.map((row) => [row.day, row.counts]));
    const first = firstDay(ofGrid);
    let last = rows.findLast((row) => row.day < first)?.counts ?? nothing;
    for (const row of rowsOfGrid(rows, ofGrid)) {
      const now = isKept.get(row.day);
      if (isEqual(row.counts, last)) {
        if (now) drop.push({ tree: row.tree, grid: row.grid, day: row.day });
      } else if (!now || !isEqual(row.counts, now)) put.push(row);
      last = row.counts;
    }
  }
  return { put, drop };
}

const nothing: Counts = new Int32Array(countsLength);

function firstDay(changes: readonly RollChange[]): Day {
  return changes.reduce((first, { day }) => (day < first ? day : first), changes[0].day);
}

function isEqual(a: Counts, b: Counts): boolean {
  return a.every((count, at) => count === b[at]);
}

/** One walk through the days of a grid: what was kept by then, and what is added by then. */
function rowsOfGrid(rows: readonly CountRow[], changes: readonly RollChange[]): readonly CountRow[] {
  const added = changes.toSorted(byDay);
  const [{ tree, grid }] = added;
  const first = firstDay(changes);
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
