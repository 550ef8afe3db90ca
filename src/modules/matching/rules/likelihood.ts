/** How sure the program is that two rows are one child, in words a person can use. */
export const likelihoods = ['very-likely', 'likely', 'possible'] as const;
export type Likelihood = (typeof likelihoods)[number];

/** From which probability on; a pair that is surer still is linked without asking, one that is less sure is not asked. 系统建议. */
const from = { 'very-likely': 0.9, likely: 0.5 } as const;

/** The word for a probability. */
export function likelihoodOf(score: number): Likelihood {
  if (score >= from['very-likely']) return 'very-likely';
  return score >= from.likely ? 'likely' : 'possible';
}

/** The probabilities that a word stands for: from, below. */
export function scoresOf(word: Likelihood): readonly [from: number, below: number] {
  if (word === 'very-likely') return [from['very-likely'], 2];
  return word === 'likely' ? [from.likely, from['very-likely']] : [0, from.likely];
}
