import { absent, Refusal, type Sentence } from '../../../kernel/refusal';
import { covers, type Permission, type Scope, scopeOf } from '../../../platform/access';
import type { Context } from '../../../platform/db';

/** Where a child lives and goes to school: what a scope is held against. */
export type ChildPlace = { readonly areaPath: string; readonly schoolPath: string };

/** Where the asker may do something; the server itself may do it everywhere. */
export function scopeFor({ actor }: Context, permission: Permission): Scope {
  return actor === null ? everywhere : scopeOf(actor, permission);
}

/** Every place of the county. */
export const everywhere: Scope = { county: true, areas: [], schools: [] };

/** Whether the asker may do something with a child of this place. */
export function allows(context: Context, permission: Permission, { areaPath, schoolPath }: ChildPlace): boolean {
  return covers(scopeFor(context, permission), { area: areaPath, school: schoolPath });
}

/** What was looked for, or the refusal that cannot be told from "not yours". */
export function found<T>(thing: T | undefined, what: Sentence): T {
  if (thing === undefined) throw absent(what);
  return thing;
}

/** The refusal of something that the asker may see and may not do, or that cannot be. */
export function refusal(kind: 'forbidden' | 'unprocessable' | 'conflict', code: string, zh: string, en: string): Refusal {
  return new Refusal(kind, code, { zh, en });
}

/** The user on whose behalf something is done. */
export function userOf({ actor }: Context): string {
  return actor?.userId ?? 'system';
}
