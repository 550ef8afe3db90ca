import { z } from 'zod';
import { QuestionView } from './contract';

/** What was replied below a place of a campaign, question by question; only what was said last of each child counts. */
export const ReplyTotalsView = z.strictObject({
  /** of how many children something single is said: they were asked */ asked: z.int().min(0),
  rows: z
    .array(
      z.strictObject({
        ...QuestionView.shape,
        answered: z.int().min(0),
        counts: z.array(z.strictObject({ says: z.string(), count: z.int().min(0) })).readonly(),
        sum: z.number().nullable(),
      }),
    )
    .readonly(),
});
export type ReplyTotalsView = z.infer<typeof ReplyTotalsView>;
