import type { Trx } from '../../../platform/db';
import type { RegisterUnit } from '../rules/batch-state';
import type { RegisterKind } from '../rules/register';

/** What happened to the list that counts for a unit. */
export type RegisterChange = {
  readonly kind: RegisterKind;
  readonly unit: RegisterUnit;
  readonly batchId: string;
  /** what counts now; null where nothing does any more */ readonly snapshotId: string | null;
};

/**
 * What this module asks of later ones: to hear of every commit and undo, within its transaction, so that what follows
 * (children to be derived anew, a comparison to be run) is asked for exactly when the list changes.
 */
export type RegisterNeeds = { readonly changed: (trx: Trx, change: RegisterChange) => Promise<void> };

/** Nobody needs to know. */
export const noNeeds: RegisterNeeds = { changed: async () => undefined };
