import type { Day } from '../../../kernel/day';
import { type Counts, countsLength } from './counts';
import type { GridPath } from './facts';
import { gridsAbove, type Tree } from './grids';
import { countInto, type Stand } from './roll';

/** As much of an interval of a history as is kept and counted. */
export type KeptInterval = { readonly from: Day; readonly until: Day; readonly standing: Stand };

/** What to add to the counts of a grid on `day` and on every later day. */
export type RollChange = { readonly tree: Tree; readonly grid: GridPath; readonly day: Day; readonly add: Counts };

/**
 * What changes in the kept counts when histories are replaced by others, of one child or of many: for each grid the days on
 * which its counts change, and by how much from then on. Equal stretches cost nothing. Histories given for the same span leave
 * nothing after its last day.
 */
export function rollChanges(before: readonly KeptInterval[], after: readonly KeptInterval[]): readonly RollChange[] {
  const leaves = new Map<string, RollChange>();
  for (const interval of before) addInterval(leaves, interval, -1);
  for (const interval of after) addInterval(leaves, interval, 1);
  // Children of one class move together; what is above is added up once for all of them.
  const changes = new Map<string, RollChange>();
  for (const { tree, grid, day, add } of leaves.values())
    for (const path of gridsAbove(grid)) addAll(changeOf(changes, tree, path, day).add, add);
  return kept(changes);
}

/** One change for each grid and day, whatever the number of children behind it; those that cancel out are left away. */
export function sumChanges(lists: Iterable<readonly RollChange[]>): readonly RollChange[] {
  const sums = new Map<string, RollChange>();
  for (const list of lists) for (const { tree, grid, day, add } of list) addAll(changeOf(sums, tree, grid, day).add, add);
  return kept(sums);
}

function addInterval(leaves: Map<string, RollChange>, { from, until, standing }: KeptInterval, times: 1 | -1): void {
  addStand(leaves, standing, from, times);
  addStand(leaves, standing, until, times === 1 ? -1 : 1);
}

function addStand(leaves: Map<string, RollChange>, stand: Stand, day: Day, times: 1 | -1): void {
  countInto(changeOf(leaves, 'area', stand.area, day).add, stand, times);
  countInto(changeOf(leaves, 'school', stand.school, day).add, stand, times);
}

function changeOf(changes: Map<string, RollChange>, tree: Tree, grid: GridPath, day: Day): RollChange {
  const key = `${tree} ${grid} ${day}`;
  const found = changes.get(key);
  if (found) return found;
  const change = { tree, grid, day, add: new Int32Array(countsLength) };
  changes.set(key, change);
  return change;
}

function addAll(into: Counts, from: Counts): void {
  for (let at = 0; at < countsLength; at++) into[at] += from[at];
}

/** In one order for everybody, so that two transactions that store changes wait for each other instead of dying. */
function kept(changes: ReadonlyMap<string, RollChange>): readonly RollChange[] {
  const lasting = [...changes].filter(([, change]) => change.add.some((count) => count !== 0));
  return lasting.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
}
