import { z } from 'zod';
import { TargetLine } from './contract';

const Id = z.string().min(1).max(60);
const Count = z.int().min(0);
const Path = z.string().regex(/^(?:[^/\s]+\/){1,3}$/);
const Says = z.strictObject({ zh: z.string(), en: z.string() });

export const SampleRequest = z.strictObject({
  size: z.int().min(1).max(500),
  grid: Path.optional(),
  /** draws with a seed that is known; without it one is made */ seed: z
    .string()
    .regex(/^[0-9a-f]{8}$/)
    .optional(),
});
export type SampleRequest = z.infer<typeof SampleRequest>;
/** A drawn sample: with this seed, of the targets answered until that moment, the same ones are drawn again. */
export const SampleView = z.strictObject({
  sampleId: Id,
  seed: z.string(),
  size: Count,
  population: Count,
  place: Says.nullable(),
  by: z.string(),
  at: z.string(),
  rows: z
    .array(
      z.strictObject({
        no: z.int(),
        result: z.enum(['same', 'differs', 'unreached']).nullable(),
        line: TargetLine.nullable(),
        targetId: Id,
      }),
    )
    .readonly(),
});
export type SampleView = z.infer<typeof SampleView>;
export const SamplesView = z.strictObject({ rows: z.array(SampleView).readonly() });
export type SamplesView = z.infer<typeof SamplesView>;
export const RecallRequest = z.strictObject({ targetId: Id, result: z.enum(['same', 'differs', 'unreached']) });
export type RecallRequest = z.infer<typeof RecallRequest>;
