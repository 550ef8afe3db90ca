import { nowhere } from '../../../kernel/place-path';
import type { GridPath } from './facts';

/** county → township → village, and county → school → class; a child whom nobody has placed is counted at every level. */
export type Tree = 'area' | 'school';

/**
 * The path of the smallest grid a child belongs to, always three parts long: `211324/211324101/~/` for a child whose
 * village is not known. A path of another county, or none, gives `211324/~/~/`.
 */
export function leafOf(county: string, path: GridPath | undefined): GridPath {
  const [root, second, third] = (path ?? '').split('/');
  if (root !== county || !second || second === nowhere) return `${county}/${nowhere}/${nowhere}/`;
  return `${county}/${second}/${third || nowhere}/`;
}

/** The grids a leaf lies in, the county first and the leaf last. */
export function gridsAbove(leaf: GridPath): readonly GridPath[] {
  const first = leaf.indexOf('/') + 1;
  const second = leaf.indexOf('/', first) + 1;
  return [leaf.slice(0, first), leaf.slice(0, second), leaf];
}

/** The grid one level up; undefined for the county. */
export function parentOf(path: GridPath): GridPath | undefined {
  const end = path.lastIndexOf('/', path.length - 2);
  return end < 0 ? undefined : path.slice(0, end + 1);
}
