import type { RegisterKind } from '../../registers/index';
import type { Row } from './clusters';
import type { Comparison } from './compare';
import { type Evidence, evidenceOf } from './evidence';
import type { Leftovers } from './leftovers';
import { verdict } from './linking';
import type { Pairing } from './pairing';

/** Two rows of which a person is asked whether they are one child. */
export type Question = {
  readonly left: Row;
  readonly right: Row;
  readonly score: number;
  readonly evidence: () => readonly Evidence[];
};

/** The pairs of lists that are compared, the left and the right one. */
export const comparedPairs = {
  enrolments: ['household', 'enrolment'],
  attending: ['attending', 'enrolment'],
  poverty: ['poverty', 'household'],
  disability: ['disability', 'household'],
  leftovers: ['attending', 'household'],
} as const satisfies Record<string, readonly [RegisterKind, RegisterKind]>;
export type ComparedPair = keyof typeof comparedPairs;

/** Every pair that a comparison puts before a person, the surest first. `isOneChild`: it was answered by other links. */
export function questionsOf(
  comparison: Comparison,
  leftovers: Leftovers | undefined,
  isOneChild: (left: Row, right: Row) => boolean,
): readonly Question[] {
  const questions: Question[] = [];
  const ask = (pair: ComparedPair, pairing: Pairing, links: Iterable<number>) => {
    const [leftKind, rightKind] = comparedPairs[pair];
    for (const link of links) {
      const left = { kind: leftKind, row: pairing.l[link] };
      const right = { kind: rightKind, row: pairing.r[link] };
      if (isOneChild(left, right)) continue;
      questions.push({ left, right, score: pairing.score[link], evidence: () => evidenceOf(pairing, link) });
    }
  };
  ask('enrolments', comparison.enrolments, reviewLinks(comparison.enrolments));
  for (const kind of ['attending', 'poverty', 'disability'] as const) {
    const list = comparison[kind];
    if (list) ask(kind, list.pairing, reviewLinks(list.pairing));
  }
  if (leftovers) ask('leftovers', leftovers.pairing, leftovers.asked);
  return questions.sort((a, b) => b.score - a.score);
}

function* reviewLinks(pairing: Pairing): Generator<number> {
  for (let link = 0; link < pairing.l.length; link++) if (pairing.verdict[link] === verdict.review) yield link;
}
