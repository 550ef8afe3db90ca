import { type Role, roleFacts, roleNames, type Tree } from './roles';

/** A role over a part of a tree, valid today; `path` ends in `/` and covers everything below it. */
export type Grant = { readonly role: Role; readonly tree: Tree; readonly path: string };

/** Who asks. Read anew for every request, so what was taken away is gone at once. */
export type Actor = {
  readonly userId: string;
  readonly countyId: string;
  readonly name: string;
  readonly login: string;
  readonly grants: readonly Grant[];
};

/** Who may do one thing: the roles, and the sentence by which people know it. */
export type Permission = { readonly says: { readonly zh: string; readonly en: string }; readonly roles: readonly Role[] };

/** The permissions of a module, by name (`school.change`). */
export type Permissions = Readonly<Record<string, Permission>>;

/** The places on which somebody may act; with `county` all of them. */
export type Scope = { readonly county: boolean; readonly areas: readonly string[]; readonly schools: readonly string[] };

/** Whether one of the actor's roles is among those of the permission, wherever it was given. */
export function may(actor: Actor, permission: Permission): boolean {
  return actor.grants.some((grant) => permission.roles.includes(grant.role));
}

/** Where the actor holds one of the permission's roles. Stores narrow every query by it. */
export function scopeOf(actor: Actor, permission: Permission): Scope {
  return scopeOfGrants(actor.grants.filter((grant) => permission.roles.includes(grant.role)));
}

/** All places of the actor's roles together; row-level security lets nothing else through, whatever a query says. */
export function widestScope(actor: Actor): Scope {
  return scopeOfGrants(actor.grants.filter((grant) => roleFacts(grant.role).seesChildren));
}

function scopeOfGrants(grants: readonly Grant[]): Scope {
  return {
    county: grants.some((grant) => grant.tree === 'county'),
    areas: grants.filter((grant) => grant.tree === 'area').map((grant) => grant.path),
    schools: grants.filter((grant) => grant.tree === 'school').map((grant) => grant.path),
  };
}

/** Whether a place lies in a scope: at or below one of its paths. */
export function covers(scope: Scope, place: { readonly area?: string | null; readonly school?: string | null }): boolean {
  const { area, school } = place;
  return (
    scope.county ||
    (area != null && scope.areas.some((path) => area.startsWith(path))) ||
    (school != null && scope.schools.some((path) => school.startsWith(path)))
  );
}

/** The roles of a kind of work: everybody but the three administrators. */
export const workingRoles: readonly Role[] = roleNames.filter((role) => !roleFacts(role).administrator);
