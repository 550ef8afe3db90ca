import type { Day } from '../../../kernel/day';
import { absent, Refusal } from '../../../kernel/refusal';
import { covers, type Permission, type Scope, scopeOf } from '../../../platform/access';
import type { Context, ReadTrx } from '../../../platform/db';
import type { Tree } from '../rules/grids';
import type { Span } from '../rules/span';
import { things } from '../words';

/** A grid of a tree. */
export type Grid = { readonly tree: Tree; readonly path: string };

/** Where the asker may do something; the server itself may do it everywhere. */
export function scopeFor({ actor }: Context, permission: Permission): Scope {
  return actor === null ? { county: true, areas: [], schools: [] } : scopeOf(actor, permission);
}

/** The grids in which the asker is at home: the county in both trees, or each place of his roles. */
export function homesOf(trx: ReadTrx, scope: Scope): readonly Grid[] {
  if (scope.county) return (['area', 'school'] as const).map((tree) => ({ tree, path: `${trx.countyId}/` }));
  const schools = scope.schools.map((path) => ({ tree: 'school' as const, path }));
  return [...schools, ...scope.areas.map((path) => ({ tree: 'area' as const, path }))];
}

/** The grid that is asked about, or the asker's own where none is named. Throws the refusal of what is not his. */
export function gridAsked(
  trx: ReadTrx,
  scope: Scope,
  asked: { readonly tree?: Tree | undefined; readonly grid?: string | undefined },
): Grid {
  if (asked.grid === undefined) {
    const homes = homesOf(trx, scope);
    const home = homes.find(({ tree }) => tree === asked.tree) ?? homes[0];
    if (home === undefined) throw absent(things.grid);
    return home;
  }
  const grid = { tree: asked.tree ?? treeOf(asked.grid), path: asked.grid };
  if (!isWithin(scope, grid)) throw absent(things.grid);
  return grid;
}

/** Whether a grid lies in a scope. */
export function isWithin(scope: Scope, { tree, path }: Grid): boolean {
  return covers(scope, tree === 'area' ? { area: path } : { school: path });
}

/** Refuses a day of which no roll is kept. */
export function refuseOutside(span: Span, day: Day): void {
  if (day >= span.from && day <= span.until) return;
  throw new Refusal('unprocessable', 'day-outside-roll', {
    zh: `没有这一天的点名：账从 ${span.from} 记起，算到 ${span.until}。请换一天。`,
    en: `There is no roll call of that day: the books begin on ${span.from} and reach to ${span.until}. Choose another day.`,
  });
}

/** Area codes have nine digits and more; schools have ids of their own. The county itself begins with its places. */
function treeOf(path: string): Tree {
  const [, second = ''] = path.split('/');
  return second === '' || /^\d{9}$/.test(second) ? 'area' : 'school';
}
