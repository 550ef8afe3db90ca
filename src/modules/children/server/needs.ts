import type { Sentence } from '../../../kernel/refusal';
import type { Trx } from '../../../platform/db';
import type { SourceEvidence } from './source-store';

/**
 * What this module asks of later ones: to let what hangs on a child go with it when two records are merged, and to bring it
 * back; and words for the reasons of a comparison. `follow` answers with what it moved, as ids by table, and is given the same
 * when the merge is taken apart.
 */
export type ChildrenNeeds = {
  readonly follow: (trx: Trx, from: string, to: string) => Promise<Readonly<Record<string, readonly string[]>>>;
  /** undefined for a reason that has no words */ readonly evidenceSays: (
    evidence: SourceEvidence[number],
  ) => Sentence | undefined;
  readonly goBack: (trx: Trx, from: string, to: string, moved: Readonly<Record<string, readonly string[]>>) => Promise<void>;
};

/** Nothing hangs on a child, and no reason has words. */
export const noNeeds: ChildrenNeeds = {
  follow: async () => ({}),
  goBack: async () => undefined,
  evidenceSays: () => undefined,
};
