import { standingIndex } from '../../../kernel/standing';
import { type Counts, childrenAt, countsLength, shouldBeAt } from './counts';
import type { GridPath } from './facts';
import { gridsAbove, type Tree } from './grids';
import type { Standing } from './standing-on';

/** The part of a standing that is counted. */
export type Stand = Pick<Standing, 'state' | 'inRoll' | 'area' | 'school'>;

/** The counts of every grid of a county on one day; a grid without children has none. */
export type Roll = { readonly [T in Tree]: Map<GridPath, Counts> };

/** A roll without children. */
export function emptyRoll(): Roll {
  return { area: new Map(), school: new Map() };
}

/**
 * Counts a child (`times` 1) or takes it out (-1), at each level of both trees. 应在学 is counted by `inRoll` and not by the
 * state: a contradiction between the two makes the grid's equation fail instead of hiding it.
 */
export function addStanding(roll: Roll, stand: Stand, times: 1 | -1): void {
  for (const path of gridsAbove(stand.area)) addTo(roll.area, path, stand, times);
  for (const path of gridsAbove(stand.school)) addTo(roll.school, path, stand, times);
}

/** Moves a child from where it stood to where it stands; either may be missing, for a child that comes or goes. */
export function moveStanding(roll: Roll, before: Stand | undefined, after: Stand | undefined): void {
  if (before && after && isSameStand(before, after)) return;
  if (before) addStanding(roll, before, -1);
  if (after) addStanding(roll, after, 1);
}

function isSameStand(a: Stand, b: Stand): boolean {
  return a.state === b.state && a.inRoll === b.inRoll && a.area === b.area && a.school === b.school;
}

/** Adds a child to packed counts, or takes it out. */
export function countInto(counts: Counts, stand: Pick<Stand, 'state' | 'inRoll'>, times: 1 | -1): void {
  counts[standingIndex[stand.state]] += times;
  if (stand.inRoll) counts[shouldBeAt] += times;
  counts[childrenAt] += times;
}

function addTo(grids: Map<GridPath, Counts>, path: GridPath, stand: Stand, times: 1 | -1): void {
  const counts = grids.get(path) ?? new Int32Array(countsLength);
  countInto(counts, stand, times);
  if (counts.some((count) => count !== 0)) grids.set(path, counts);
  else grids.delete(path);
}
