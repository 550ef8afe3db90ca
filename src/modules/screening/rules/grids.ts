import { nowhere } from '../../../kernel/place-path';

/**
 * The grid that is asked about a child, from where the roll has it: class or village, the school or township where that is all
 * that is known, and none where nobody knows.
 */
export function gridOf(leaf: string): string | undefined {
  const [county = '', second = nowhere, third = nowhere] = leaf.split('/');
  if (second === nowhere || second === '') return undefined;
  return third === nowhere || third === '' ? `${county}/${second}/` : `${county}/${second}/${third}/`;
}

/** The school or township of a grid. */
export function officeOf(path: string): string {
  return `${path.split('/').slice(0, 2).join('/')}/`;
}

/** Who answers for a place today. */
export type Owner = { readonly path: string; readonly name: string; readonly userId: string | null };

/** Who answers for each grid: its own owner, else that of its school or township; `without` are grids that nobody answers for. */
export function ownersOf(
  grids: readonly string[],
  owners: readonly Owner[],
): { readonly of: ReadonlyMap<string, Owner>; readonly without: readonly string[] } {
  const known = new Map(owners.map((owner) => [owner.path, owner]));
  const of = new Map<string, Owner>();
  const without: string[] = [];
  for (const path of grids) {
    const owner = known.get(path) ?? known.get(officeOf(path));
    if (owner === undefined) without.push(path);
    else of.set(path, owner);
  }
  return { of, without };
}
