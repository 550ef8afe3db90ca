import { z } from 'zod';
import { Kind, PageQuery } from './contract';
import { likelihoods } from './rules/likelihood';
import { comparedFields, fieldMarks } from './rules/side-by-side';

const Id = z.string().min(1).max(60);
const Version = z.int().min(1);
export const answers = ['same', 'different', 'unsure'] as const;
const Answer = z.enum(answers);
export type Answer = z.infer<typeof Answer>;
/** One of the reasons of the list, or words of one's own. */
const Reason = z.string().trim().min(2).max(200);

/** `open` wait for a person; `waiting` are decided and not yet followed by a comparison; `decided`; `gone` are asked no more. */
export const reviewStates = ['open', 'waiting', 'decided', 'gone'] as const;
export const comparedKinds = ['enrolments', 'attending', 'leftovers', 'others'] as const;

/** Open ones come first, the surest first. */
export const ReviewsQuery = z.strictObject({
  ...PageQuery,
  state: z.enum(reviewStates).default('open'),
  kinds: z.enum(comparedKinds).optional(),
  likelihood: z.enum(likelihoods).optional(),
  /** only those that were decided before and are asked anew */ lapsed: z.stringbool().optional(),
});
export type ReviewsQuery = z.infer<typeof ReviewsQuery>;

/** What was decided, by whom, and whether it still holds. */
const Decided = z.strictObject({
  answer: Answer,
  reason: z.string(),
  by: z.string().nullable(),
  at: z.string(),
  /** the rows say something else than when it was decided */ lapsed: z.boolean(),
});

/** A pair in the list. */
export const ReviewLine = z.strictObject({
  id: z.string(),
  version: Version,
  state: z.enum(['open', 'decided', 'gone']),
  kinds: z.enum(comparedKinds),
  likelihood: z.enum(likelihoods),
  leftName: z.string(),
  rightName: z.string(),
  birthDay: z.string(),
  decided: Decided.nullable(),
  /** a comparison has followed the decision */ followed: z.boolean(),
});
export type ReviewLine = z.infer<typeof ReviewLine>;

export const ReviewsView = z.strictObject({
  rows: z.array(ReviewLine).readonly(),
  total: z.int(),
  page: z.int(),
  size: z.int(),
  counts: z.strictObject({ open: z.int(), waiting: z.int(), decided: z.int(), gone: z.int() }),
});
export type ReviewsView = z.infer<typeof ReviewsView>;

const SideView = z.strictObject({
  kind: Kind,
  asOf: z.string(),
  childId: z.string(),
  /** the record the row belongs to */ childName: z.string(),
  /** still in its list */ listed: z.boolean(),
});

/** A pair with both rows side by side; of masked fields the mark says whether they agree. */
export const ReviewView = z.strictObject({
  ...ReviewLine.shape,
  left: SideView,
  right: SideView,
  lines: z
    .array(
      z.strictObject({
        field: z.enum(comparedFields),
        left: z.string(),
        right: z.string(),
        masked: z.boolean(),
        mark: z.enum(fieldMarks),
      }),
    )
    .readonly(),
  evidence: z.array(z.strictObject({ says: z.strictObject({ zh: z.string(), en: z.string() }), weight: z.int() })).readonly(),
  firstRun: z.int(),
  history: z
    .array(
      z.strictObject({
        answer: z.enum([...answers, 'taken-back']),
        reason: z.string(),
        by: z.string().nullable(),
        at: z.string(),
        together: z.boolean(),
      }),
    )
    .readonly(),
});
export type ReviewView = z.infer<typeof ReviewView>;

export const ReviewParams = z.strictObject({ id: Id });
export const Decision = z.strictObject({ answer: Answer, reason: Reason, version: Version });
export type Decision = z.infer<typeof Decision>;
export const TakeBack = z.strictObject({ version: Version });
export type TakeBack = z.infer<typeof TakeBack>;

/** Open pairs that differ in writing alone, to be looked at and decided together. */
export const AlikeView = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        id: z.string(),
        version: Version,
        kinds: z.enum(comparedKinds),
        leftName: z.string(),
        rightName: z.string(),
        birthDay: z.string(),
        differs: z.array(z.enum(comparedFields)).readonly(),
      }),
    )
    .readonly(),
});
export type AlikeView = z.infer<typeof AlikeView>;
export const AlikeDecision = z.strictObject({
  reviews: z
    .array(z.strictObject({ id: Id, version: Version }))
    .min(1)
    .max(500),
  reason: Reason,
});
export type AlikeDecision = z.infer<typeof AlikeDecision>;
/** What was decided together; `left` were decided or changed by somebody else meanwhile, or are not alike. */
export const GroupView = z.strictObject({ groupId: z.string(), decided: z.int(), left: z.int() });
export type GroupView = z.infer<typeof GroupView>;
export const GroupParams = z.strictObject({ group: Id });
