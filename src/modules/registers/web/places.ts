import { z } from 'zod';
import { listSearch, place } from '../../../ui/desk/place';
import { Kind } from '../contract';
import { badRowChoices, batchStates, commitModes } from '../rules/batch-state';

/** 名册: what counts today, and every batch. */
export const registersPlace = place('/registers', {
  ...listSearch,
  kind: Kind.optional(),
  state: z.enum(batchStates).optional(),
});

/** 导入名册 from its beginning. */
export const newImportPlace = place('/import', { kind: Kind.optional() });

/** Steps of a batch that was read, which a person may go to. */
export const previewSteps = ['columns', 'check', 'effect'] as const;
export type PreviewStep = (typeof previewSteps)[number];

/** One batch at its step, with the problems that are opened and what was chosen for the commit. */
export const batchPlace = place('/import/:id', {
  step: z.enum(previewSteps).optional(),
  only: z.enum(['error', 'notice']).optional(),
  group: z.coerce.number().int().min(0).optional(),
  page: z.coerce.number().int().min(1).default(1),
  mode: z.enum(commitModes).optional(),
  bad: z.enum(badRowChoices).optional(),
});
