import { type StandingKey, standingStates } from '../../../kernel/standing';
import { type Counts, childrenAt, countsLength, shouldBeAt } from './counts';
import type { GridPath } from './facts';
import { parentOf, type Tree } from './grids';
import type { Roll } from './roll';

/** One term of a balance. */
export type Term = { readonly state: StandingKey; readonly count: number };

/** The equation of the roll call for one grid: 应在学 = Σ terms, and all children = 应在学 + Σ outside. */
export type Balance = {
  readonly children: number;
  readonly shouldBe: number;
  /** the thirteen terms, in the order of the equation */ readonly terms: readonly Term[];
  readonly outside: readonly Term[];
  /** both sums hold, and no number is negative */ readonly balanced: boolean;
};

/** Sets out the equation of packed counts; missing numbers count as 0. */
export function balance(counts: ArrayLike<number>): Balance {
  const terms: Term[] = [];
  const outside: Term[] = [];
  for (const [at, state] of standingStates.entries())
    (state.inRoll ? terms : outside).push({ state: state.key, count: counts[at] ?? 0 });
  const shouldBe = counts[shouldBeAt] ?? 0;
  const children = counts[childrenAt] ?? 0;
  const whole = sum(terms) === shouldBe && shouldBe + sum(outside) === children;
  const balanced = whole && ![...terms, ...outside].some((term) => term.count < 0);
  return { children, shouldBe, terms, outside, balanced };
}

/** A grid whose books do not balance: its own equation, or its sum against the grids below it, or tree against tree. */
export type Break = { readonly tree: Tree; readonly grid: GridPath; readonly kind: 'equation' | 'level' | 'trees' };

/** Checks a whole roll: each grid's equation, each grid against those below it, the two trees against one another. */
export function checkRoll(roll: Roll): readonly Break[] {
  return [...checkTree('area', roll.area), ...checkTree('school', roll.school), ...checkRoots(roll)];
}

function checkTree(tree: Tree, grids: ReadonlyMap<GridPath, Counts>): readonly Break[] {
  const below = sumsBelow(grids);
  const breaks: Break[] = [];
  for (const [grid, counts] of grids) {
    if (!balance(counts).balanced) breaks.push({ tree, grid, kind: 'equation' });
    const sums = below.get(grid);
    if ((sums || !isLeaf(grid)) && !isEqual(counts, sums)) breaks.push({ tree, grid, kind: 'level' });
  }
  for (const grid of below.keys()) if (!grids.has(grid)) breaks.push({ tree, grid, kind: 'level' });
  return breaks;
}

function sumsBelow(grids: ReadonlyMap<GridPath, Counts>): ReadonlyMap<GridPath, Counts> {
  const below = new Map<GridPath, Counts>();
  for (const [path, counts] of grids) {
    const parent = parentOf(path);
    if (parent === undefined) continue;
    const sums = below.get(parent);
    if (sums) for (let at = 0; at < countsLength; at++) sums[at] += counts[at];
    else below.set(parent, counts.slice());
  }
  return below;
}

function isLeaf(grid: GridPath): boolean {
  const parent = parentOf(grid);
  return parent !== undefined && parentOf(parent) !== undefined;
}

function checkRoots(roll: Roll): readonly Break[] {
  const isRoot = (path: GridPath) => parentOf(path) === undefined;
  const roots = new Set([...roll.area.keys(), ...roll.school.keys()].filter(isRoot));
  return [...roots]
    .filter((grid) => !isEqual(roll.area.get(grid), roll.school.get(grid)))
    .map((grid) => ({ tree: 'school', grid, kind: 'trees' }));
}

function isEqual(a: Counts | undefined, b: Counts | undefined): boolean {
  for (let at = 0; at < countsLength; at++) if ((a?.[at] ?? 0) !== (b?.[at] ?? 0)) return false;
  return true;
}

function sum(terms: readonly Term[]): number {
  return terms.reduce((total, term) => total + term.count, 0);
}
