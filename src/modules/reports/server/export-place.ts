import type { Actor, Role, Scope, Tree } from '../../../platform/access';
import { type Permission, scopeOf } from '../../../platform/access';
import type { Trx } from '../../../platform/db';
import { chooseSchool } from './refusals';

/** For which place and in which role something is taken out; the rows are those of the place alone. */
export type ExportPlace = { readonly tree: Tree; readonly path: string; readonly askedAs: Role; readonly scope: Scope };

/** A principal who is the registrar too asks as the principal, so that the bureau decides. */
const rank: readonly Role[] = ['bureau-officer', 'bureau-leader', 'principal', 'registrar', 'class-teacher'];

/** The place of a request: the county for whoever answers for it, else the one school; of several the one that was chosen. */
export function placeToAsk(trx: Trx, actor: Actor, permission: Permission, school: string | undefined): ExportPlace {
  const scope = scopeOf(actor, permission);
  if (scope.county) {
    return { tree: 'county', path: `${trx.countyId}/`, askedAs: roleAt(actor, permission, ''), scope };
  }
  const paths = [...new Set(scope.schools)];
  const path = paths.length === 1 ? paths[0] : paths.find((one) => school?.startsWith(one));
  if (path === undefined) throw chooseSchool();
  return { tree: 'school', path, askedAs: roleAt(actor, permission, path), scope: { county: false, areas: [], schools: [path] } };
}

/** The place of what leaves at once: the asker's first, whose register it stands in; the rows are those of all his places. */
export function placeOfRoster(trx: Trx, actor: Actor, permission: Permission): ExportPlace {
  const scope = scopeOf(actor, permission);
  const [path = `${trx.countyId}/`] = scope.county ? [] : scope.schools;
  return { tree: scope.county ? 'county' : 'school', path, askedAs: roleAt(actor, permission, scope.county ? '' : path), scope };
}

/** Whether somebody may still take out what was asked for in this place, and the rows that are his there. */
export function scopeAt(
  actor: Actor | null,
  permission: Permission,
  { tree, path }: { tree: Tree; path: string },
): Scope | undefined {
  if (actor === null) return undefined;
  const scope = scopeOf(actor, permission);
  if (tree === 'county') return scope.county ? scope : undefined;
  const held = scope.county || scope.schools.some((one) => path.startsWith(one));
  return held ? { county: false, areas: [], schools: [path] } : undefined;
}

function roleAt(actor: Actor, permission: Permission, path: string): Role {
  const held = actor.grants.filter((grant) => permission.roles.includes(grant.role));
  const there = held.filter((grant) => (path === '' ? grant.tree === 'county' : path.startsWith(grant.path)));
  const roles = (there.length > 0 ? there : held).map(({ role }) => role);
  const first = rank.find((role) => roles.includes(role));
  if (first === undefined) throw new Error('somebody asks who has no role for it');
  return first;
}
