import { type StandingKey, standingIndex, standingStates } from '../../../kernel/standing';

/** Packed counts of one grid: children by state, in the order of `standingStates`, then 应在学, then all children. */
export type Counts = Int32Array;

/** Where in `Counts` 应在学 stands, and all children; `countsLength` is how many numbers there are. */
export const shouldBeAt: number = standingStates.length;
export const childrenAt: number = standingStates.length + 1;
export const countsLength: number = standingStates.length + 2;

/** How many of packed counts stand in a state, or should be in school; missing numbers count as 0. */
export function countOf(counts: ArrayLike<number>, part: StandingKey | 'should-be'): number {
  return counts[part === 'should-be' ? shouldBeAt : standingIndex[part]] ?? 0;
}
