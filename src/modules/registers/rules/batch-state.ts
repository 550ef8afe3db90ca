import type { RegisterKind } from './register';

/** Where a batch stands between being uploaded and being undone. */
export const batchStates = [
  'uploaded',
  'reading',
  'previewed',
  'committing',
  'committed',
  'undone',
  'refused',
  'cancelled',
] as const;
export type BatchState = (typeof batchStates)[number];

/** What may happen to a batch. `read-fails` and `commit-fails` are the jobs'; the others are people's. */
export type BatchAct =
  | 'add-file'
  | 'read'
  | 'preview'
  | 'read-fails'
  | 'commit'
  | 'committed'
  | 'commit-fails'
  | 'undo'
  | 'cancel';

const steps: Readonly<Record<BatchAct, { readonly from: readonly BatchState[]; readonly to: BatchState }>> = {
  'add-file': { from: ['uploaded'], to: 'uploaded' },
  // A preview is read again when a person says what a column is, or when the list in use has changed.
  read: { from: ['uploaded', 'previewed'], to: 'reading' },
  preview: { from: ['reading'], to: 'previewed' },
  'read-fails': { from: ['reading'], to: 'refused' },
  commit: { from: ['previewed'], to: 'committing' },
  committed: { from: ['committing'], to: 'committed' },
  'commit-fails': { from: ['committing'], to: 'previewed' },
  undo: { from: ['committed'], to: 'undone' },
  cancel: { from: ['uploaded', 'reading', 'previewed'], to: 'cancelled' },
};

/** The state after an act, or undefined where the act cannot happen. */
export function stateAfter(state: BatchState, act: BatchAct): BatchState | undefined {
  return steps[act].from.includes(state) ? steps[act].to : undefined;
}

/** What a list replaces: it is the whole list, it adds to the list in use, or it mends rows of it. */
export const commitModes = ['replace', 'add', 'mend'] as const;
export type CommitMode = (typeof commitModes)[number];

/** Rows with errors are taken as they are, or kept back until they are mended: a child kept back is on no list meanwhile, and looks missing. */
export const badRowChoices = ['take', 'wait'] as const;
export type BadRowChoice = (typeof badRowChoices)[number];

/** For whom a list speaks: the county, or one school. */
export type RegisterUnit = { readonly tree: 'county' | 'school'; readonly path: string };

/** The lists a school may bring by itself; the others come from departments to the bureau. */
export const schoolKinds: ReadonlySet<RegisterKind> = new Set(['attending', 'enrolment']);
