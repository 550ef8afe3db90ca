import { absent, changedMeanwhile, Refusal } from '../../../kernel/refusal';
import { type Permission, type Scope, scopeOf } from '../../../platform/access';
import type { Context, ReadTrx, Trx } from '../../../platform/db';
import { findClass, type StoredClass } from '../../area/server/index';
import { type ChildRow, findChild } from '../../children/server/index';
import { permissions } from '../permissions';
import type { Level } from '../rules/levels';
import { refusals, things } from '../words';
import { findLeave, type StoredLeave } from './leave-store';

export const everywhere: Scope = { county: true, areas: [], schools: [] };

/** Where the asker may do something; the server itself may do it everywhere. */
export function scopeFor({ actor }: Context, permission: Permission): Scope {
  return actor === null ? everywhere : scopeOf(actor, permission);
}

/** For which level the asker stands in a class: 班主任, or the school; null where it is not his by this permission. */
export function levelIn({ actor }: Context, classPath: string, permission: Permission): Level | null {
  if (actor === null) return 'school';
  const here = actor.grants.filter(
    ({ role, tree, path }) => permission.roles.includes(role) && tree === 'school' && classPath.startsWith(path),
  );
  if (here.some(({ role }) => role !== 'class-teacher')) return 'school';
  return here.length > 0 ? 'teacher' : null;
}

/** What was said in words stays in the school: with the class teacher, the registrar and the principal. */
export function readsWords(context: Context, classPath: string): boolean {
  return levelIn(context, classPath, permissions['leave.decide']) !== null;
}

/** A child of the asker's places, or the refusal that cannot be told from "not yours". */
export async function childFor(trx: ReadTrx, id: string, permission: Permission = permissions['leave.see']): Promise<ChildRow> {
  const child = await findChild(trx, scopeFor(trx.context, permission), id);
  if (child === undefined) throw absent(things.child);
  return child;
}

/** A class of the asker's places. */
export async function classFor(trx: ReadTrx, id: string, permission: Permission): Promise<StoredClass> {
  const one = await findClass(trx, scopeFor(trx.context, permission), id);
  if (one === undefined) throw absent(things.class);
  return one;
}

/** A leave of the asker's places. */
export async function leaveFor(trx: ReadTrx, id: string, lock = false): Promise<StoredLeave> {
  const leave = await findLeave(trx, scopeFor(trx.context, permissions['leave.see']), id, lock);
  if (leave === undefined) throw absent(things.leave);
  return leave;
}

/** The same, held, as it was at `version`, where it is the asker's by this permission. */
export async function leaveToChange(
  trx: Trx,
  { id, version, permission }: { readonly id: string; readonly version: number; readonly permission: Permission },
): Promise<{ readonly leave: StoredLeave; readonly level: Level }> {
  const leave = await leaveFor(trx, id, true);
  const level = levelIn(trx.context, leave.class_path, permission);
  if (level === null) throw new Refusal('forbidden', 'not-yours', refusals.notYours);
  if (leave.version !== version) throw changedMeanwhile(things.leave, { state: leave.state, version: leave.version });
  return { leave, level };
}
