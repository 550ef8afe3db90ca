import { changedMeanwhile, type FieldFault, Refusal, type Sentence } from '../../../kernel/refusal';
import { type Permission, type Scope, scopeOf } from '../../../platform/access';
import type { Context } from '../../../platform/db';

/** Where the asker may do something; the server itself may do it everywhere. */
export function scopeFor({ actor }: Context, permission: Permission): Scope {
  return actor === null ? { county: true, areas: [], schools: [] } : scopeOf(actor, permission);
}

/** Throws the refusal of what cannot be accepted, field by field; does nothing where nothing is wrong. */
export function refuseFaults(faults: readonly FieldFault[]): void {
  const [first] = faults;
  if (first === undefined) return;
  throw new Refusal('unprocessable', 'faults', { zh: `没有保存：${first.zh}`, en: `Not saved: ${first.en}` }, { fields: faults });
}

/** Throws when a change did not find the version it was made from; `current` is what stands there now. */
export function refuseStale(saved: boolean, what: Sentence, current: unknown): void {
  if (!saved) throw changedMeanwhile(what, current);
}
