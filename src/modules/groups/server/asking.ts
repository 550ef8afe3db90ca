import { absent, Refusal, type Sentence } from '../../../kernel/refusal';
import { covers, type Permission, type Scope, scopeOf } from '../../../platform/access';
import type { Context, ReadTrx, Trx } from '../../../platform/db';
import { type ChildRow, findChild } from '../../children/server/index';
import { permissions } from '../permissions';
import type { VisibilityClass } from '../rules/groups';
import { things } from '../words';

/** Where the asker may do something; the server itself may do it everywhere. */
export function scopeFor({ actor }: Context, permission: Permission): Scope {
  return actor === null ? { county: true, areas: [], schools: [] } : scopeOf(actor, permission);
}

/** A place in both trees. */
export type Place = { readonly areaPath: string; readonly schoolPath: string };

/** Whether the asker may do something at a place. */
export function allows(context: Context, permission: Permission, { areaPath, schoolPath }: Place): boolean {
  return covers(scopeFor(context, permission), { area: areaPath, school: schoolPath });
}

/** The classes whose words the asker may be told at a place. */
export function classesAt(context: Context, place: Place): ReadonlySet<VisibilityClass> {
  const all = Object.entries(classPermissions) as readonly [VisibilityClass, Permission][];
  return new Set(all.flatMap(([one, permission]) => (allows(context, permission, place) ? [one] : [])));
}

/** Who is told the words of a class. */
export const classPermissions: { readonly [C in VisibilityClass]: Permission } = {
  school: permissions['group.school'],
  care: permissions['group.care'],
  aid: permissions['group.aid'],
  disability: permissions['group.disability'],
  involved: permissions['group.involved'],
};

/** A child of the places where the asker holds a permission, and where it lives and goes to school. */
export async function childFor(
  trx: ReadTrx | Trx,
  id: string,
  permission: Permission,
): Promise<{ readonly child: ChildRow; readonly place: Place }> {
  const child = await findChild(trx, scopeFor(trx.context, permission), id);
  if (child === undefined) throw absent(things.child);
  return { child, place: { areaPath: child.area_path, schoolPath: child.school_path } };
}

/** A refusal of this module. */
export function refusal(kind: 'forbidden' | 'unprocessable' | 'conflict', code: string, says: Sentence): Refusal {
  return new Refusal(kind, code, says);
}
