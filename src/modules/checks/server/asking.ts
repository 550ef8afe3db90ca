import { absent } from '../../../kernel/refusal';
import { type Permission, type Scope, scopeOf } from '../../../platform/access';
import type { Context, ReadTrx } from '../../../platform/db';
import { findClass, findSchool, type StoredClass, type StoredSchool } from '../../area/server/index';
import { permissions } from '../permissions';
import { things } from '../words';

/** Where the asker may do something; the server itself may do it everywhere. */
export function scopeFor({ actor }: Context, permission: Permission): Scope {
  return actor === null ? { county: true, areas: [], schools: [] } : scopeOf(actor, permission);
}

/** A class of the asker's places, or the refusal that cannot be told from "not yours". */
export async function classFor(
  trx: ReadTrx,
  id: string,
  permission: Permission = permissions['check.see'],
): Promise<StoredClass> {
  const one = await findClass(trx, scopeFor(trx.context, permission), id);
  if (one === undefined) throw absent(things.class);
  return one;
}

/** A whole school of the asker's places; whoever has one class of it has not the school. */
export async function schoolFor(trx: ReadTrx, id: string, permission: Permission): Promise<StoredSchool> {
  const scope = scopeFor(trx.context, permission);
  const found = await findSchool(trx, scope, id);
  if (found === undefined || !(scope.county || scope.schools.includes(found.path))) throw absent(things.school);
  return found;
}

/** Whether the asker may do something with the places at and below a path of the school tree. */
export function mayAt({ actor }: Context, permission: Permission, path: string): boolean {
  if (actor === null) return false;
  const scope = scopeOf(actor, permission);
  return scope.county || scope.schools.some((own) => path.startsWith(own));
}

/** In whose name the asker signs a class; null where it is not his to sign. */
export function signerOf({ actor }: Context, path: string): 'teacher' | 'registrar' | null {
  const roles = (actor?.grants ?? [])
    .filter((grant) => grant.tree === 'school' && path.startsWith(grant.path))
    .map(({ role }) => role);
  if (roles.includes('class-teacher')) return 'teacher';
  return roles.includes('registrar') ? 'registrar' : null;
}

/** The server itself, for what lies beyond the places of whoever asks: where else a child of his class is. */
export function serverOf({ requestId, source }: Context): Context {
  return { actor: null, requestId, source };
}
