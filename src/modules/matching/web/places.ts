import { z } from 'zod';
import { listSearch, place } from '../../../ui/desk/place';
import { comparedKinds, reviewStates } from '../review-contract';
import { openFindings } from '../rules/finding-names';
import { likelihoods } from '../rules/likelihood';

const run = z.coerce.number().int().min(1).optional();

/** 名册比对: the newest comparison, or an earlier one by its number. */
export const comparisonPlace = place('/comparison', { run });

/** The children of a finding, as a comparison left them, or those with whom it began or ended. */
export const findingsPlace = place('/comparison/findings', {
  ...listSearch,
  finding: z.enum(openFindings).default('not-enrolled'),
  run,
  change: z.enum(['begun', 'ended']).optional(),
  area: z
    .string()
    .regex(/^\d{9}(\d{3})?$/)
    .optional(),
  school: z.string().max(60).optional(),
});

/** 待判: pairs that may be one child. `open` is a pair. */
export const reviewsPlace = place('/comparison/reviews', {
  ...listSearch,
  state: z.enum(reviewStates).default('open'),
  kinds: z.enum(comparedKinds).optional(),
  likelihood: z.enum(likelihoods).optional(),
  lapsed: z.enum(['true']).optional(),
});

/** 历次比对. */
export const runsPlace = place('/comparison/runs', { ...listSearch });
