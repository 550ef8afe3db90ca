/** Where the merging of two records stands. */
export type MergeState = 'proposed' | 'asked' | 'merged' | 'refused' | 'undo-asked' | 'undone';

/** What a person can do with it. */
export const mergeSteps = ['ask', 'withdraw', 'confirm', 'refuse', 'ask-undo', 'confirm-undo', 'keep', 'reopen'] as const;
export type MergeStep = (typeof mergeSteps)[number];

/** A merge as far as it decides what may be done. */
export type MergeFacts = {
  readonly state: MergeState;
  readonly askedBy: string | null;
  readonly undoAskedBy: string | null;
};

/** Why a step is not allowed: another state, or it takes a second person. */
export type MergeFault = 'other-state' | 'own-request' | 'not-yours';

const steps: { readonly [S in MergeStep]: { readonly from: readonly MergeState[]; readonly to: MergeState } } = {
  ask: { from: ['proposed'], to: 'asked' },
  withdraw: { from: ['asked'], to: 'proposed' },
  confirm: { from: ['asked'], to: 'merged' },
  refuse: { from: ['proposed', 'asked'], to: 'refused' },
  'ask-undo': { from: ['merged'], to: 'undo-asked' },
  'confirm-undo': { from: ['undo-asked'], to: 'undone' },
  keep: { from: ['undo-asked'], to: 'merged' },
  reopen: { from: ['refused'], to: 'proposed' },
};

/**
 * What comes of a step. Merging and taking apart each need two people (register of goals, T29): one asks, another confirms.
 * Whoever asked can take the request back and cannot decide on it.
 */
export function mergeStep(
  merge: MergeFacts,
  step: MergeStep,
  user: string,
): { readonly to: MergeState } | { readonly fault: MergeFault } {
  const { from, to } = steps[step];
  if (!from.includes(merge.state)) return { fault: 'other-state' };
  if (step === 'withdraw' && merge.askedBy !== user) return { fault: 'not-yours' };
  if ((step === 'confirm' || (step === 'refuse' && merge.state === 'asked')) && merge.askedBy === user)
    return { fault: 'own-request' };
  if (step === 'confirm-undo' && merge.undoAskedBy === user) return { fault: 'own-request' };
  return { to };
}
