import { type AnswerOutcome, answerGroupNames, answerGroups } from '../../verification/index';

/** What a class says of a child that says nothing of where it learns: it is there, or not yet, and why. */
export const classWords = ['there', 'on-the-way', 'sick', 'unreached'] as const;
export type ClassWord = (typeof classWords)[number];

/** The outcomes of verification that a class may name; what else is known of a child is said by whoever visits it. */
export const classOutcomes = [
  'in-province',
  'out-of-province',
  'out-of-school',
  'other',
] as const satisfies readonly AnswerOutcome[];

/** What is said of a child in class when it is not simply there; the chips in their order. */
export const exceptions = ['on-the-way', 'sick', 'unreached', ...classOutcomes] as const;
export type Exception = (typeof exceptions)[number];

/** Everything that can be said of a child in a campaign: a word of its class, or an outcome of verification. */
export type Answer = ClassWord | AnswerOutcome;

/** How progress is told: learns somewhere, is not in school (yet), could not be found, lives here no more or is done with school. */
export const buckets = ['schooled', 'not-in-school', 'not-found', 'gone'] as const;
export type Bucket = (typeof buckets)[number];

/** Which children of a campaign a list shows. */
export const shows = ['open', 'answered', 'waiting', 'unreported', 'changed', ...buckets] as const;

/** Where an answer is counted; total over all answers, so that targets are always answered and open ones. */
export function bucketOf(answer: Answer): Bucket {
  if (answer === 'there') return 'schooled';
  if (answer === 'on-the-way' || answer === 'sick') return 'not-in-school';
  if (answer === 'unreached') return 'not-found';
  const group = answerGroupNames.find((name) => answerGroups[name].some((outcome) => outcome === answer));
  if (group === 'here' || group === 'elsewhere') return 'schooled';
  if (group === 'not-schooled') return 'not-in-school';
  return group === 'nobody' || group === 'other' ? 'not-found' : 'gone';
}

/** All answers of a bucket, for counting in the database. */
export function answersIn(bucket: Bucket): readonly Answer[] {
  return allAnswers.filter((answer) => bucketOf(answer) === bucket);
}

const allAnswers: readonly Answer[] = [
  ...classWords,
  ...answerGroupNames.flatMap((name): readonly AnswerOutcome[] => answerGroups[name]),
];

/** Whether a text is an outcome of verification: it says where a child learns or why it does not. */
export function isOutcome(answer: string): answer is AnswerOutcome {
  return answerGroupNames.some((name) => answerGroups[name].some((outcome) => outcome === answer));
}
