import { proofKinds } from './outcomes';

/** What would prove where a child stands: proofs of an answer, and what registers, reviewers or the bureau have to give. */
export const missingKinds = [
  ...proofKinds,
  'class-list',
  'enrolment',
  'birth-day',
  'answer',
  'bureau-decision',
  'corrected-record',
  'review-decision',
] as const;
export type Missing = (typeof missingKinds)[number];
/** One of these is enough. */
export type MissingGroup = readonly Missing[];
