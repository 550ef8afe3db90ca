import { absent, changedMeanwhile } from '../../../kernel/refusal';
import { type Permission, type Scope, scopeOf } from '../../../platform/access';
import type { Context, ReadTrx, Trx } from '../../../platform/db';
import { type BatchAct, type RegisterUnit, schoolKinds, stateAfter } from '../rules/batch-state';
import type { RegisterKind } from '../rules/register';
import { notYourList, things, wrongState } from './refusals';
import { findBatch, lockBatch, type StoredBatch } from './store';

/** Where the asker may do something; the server itself may do it everywhere. */
export function scopeFor({ actor }: Context, permission: Permission): Scope {
  return actor === null ? { county: true, areas: [], schools: [] } : scopeOf(actor, permission);
}

/**
 * For whom a new list speaks: the county where the bureau names nothing, the own school where a registrar does not. Throws
 * where it is not the asker's to bring.
 */
export function unitFor(scope: Scope, countyId: string, kind: RegisterKind, wanted: string | undefined): RegisterUnit {
  const county = `${countyId}/`;
  const path = wanted ?? (scope.county ? county : (scope.schools[0] ?? ''));
  if (scope.county && path === county) return { tree: 'county', path };
  const isSchool = /^[^/]+\/[^/]+\/$/.test(path) && path.startsWith(county);
  const covered = scope.county || scope.schools.some((own) => path.startsWith(own));
  if (!isSchool || !covered || !schoolKinds.has(kind)) throw notYourList();
  return { tree: 'school', path };
}

/** A batch of the asker's scope; what is not there and what is somebody else's are the same answer. */
export async function batchFor(trx: ReadTrx, context: Context, permission: Permission, batchId: string): Promise<StoredBatch> {
  const batch = await findBatch(trx, scopeFor(context, permission), batchId);
  if (batch === undefined) throw absent(things.batch);
  return batch;
}

/** The same, locked, as it was at `version` and in a state where the act can happen. */
export async function batchToChange(
  trx: Trx,
  context: Context,
  permission: Permission,
  asked: { readonly id: string; readonly version: number; readonly act: BatchAct },
): Promise<StoredBatch> {
  const batch = await lockBatch(trx, scopeFor(context, permission), asked.id);
  if (batch === undefined) throw absent(things.batch);
  if (stateAfter(batch.state, asked.act) === undefined) throw wrongState(batch.state, asked.act);
  if (batch.version !== asked.version) throw changedMeanwhile(things.batch, { state: batch.state, version: batch.version });
  return batch;
}
