import { type LinkScore, type Scores, score, type Truth } from '../../src/tools/truth';
import { groupBits } from '../../src/tools/truth-file';
import { resultOf } from '../command';
import type { Written } from './counties';
import { type Misses, missesOf } from './misses';
import { type Result, registersOf } from './result';

export const groups = ['minority', 'siblings', 'rare'] as const;
export type Group = (typeof groups)[number];

/** A comparison held against the truth; the groups are scored among rows whose number is missing or wrong. */
export type Outcome = {
  readonly scores: Scores;
  readonly groups: { readonly [G in Group]: LinkScore };
  /** children of school age in the household register */ readonly children: number;
  readonly links: readonly ScoredLink[];
  readonly misses: Misses;
};
export type ScoredLink = {
  readonly score: number;
  readonly correct: boolean;
  readonly decided: boolean;
  readonly badId: boolean;
};

/** All counties of one sort, a seed each. */
export type Sorted = { readonly name: string; readonly outcomes: readonly Outcome[] };

/** Compares two registers with the command and scores what it answers. */
export async function outcomeOf({ household, enrolment, truth }: Written): Promise<{ outcome: Outcome; result: Result }> {
  const result = await resultOf<Result>(household, enrolment);
  const [minority, siblings, rare] = groups.map((group) => score(onlyBadIdsOf(truth, group), result).links.badId);
  const outcome = {
    scores: score(truth, result),
    groups: { minority, siblings, rare },
    children: childrenIn(truth),
    links: scoredLinks(truth, result),
    misses: missesOf(truth, result),
  };
  return { outcome, result };
}

/** The same truth in which only the group's numbers are missing or wrong, so that `badId` is the group's. */
function onlyBadIdsOf(truth: Truth, group: Group): Truth {
  const { household, enrolment } = registersOf(truth);
  const restrict = (register: typeof household) => ({
    ...register,
    badId: register.badId.filter((row) => {
      const person = register.person[row - register.firstRow];
      return person >= 0 && (truth.persons.groups[person] & groupBits[group]) !== 0;
    }),
  });
  return { ...truth, registers: { household: restrict(household), enrolment: restrict(enrolment) } };
}

function childrenIn(truth: Truth): number {
  return registersOf(truth).household.person.filter((person) => truth.persons.inAge[person] === 1).length;
}

function scoredLinks(truth: Truth, result: Result): ScoredLink[] {
  const { household, enrolment } = registersOf(truth);
  const [badHousehold, badEnrolment] = [new Set(household.badId), new Set(enrolment.badId)];
  return result.household.flatMap(({ row, status, enrolment: links }) =>
    links.map((link) => ({
      score: link.score,
      correct: household.person[row - household.firstRow] === enrolment.person[link.row - enrolment.firstRow],
      decided: status !== 'review',
      badId: badHousehold.has(row) || badEnrolment.has(link.row),
    })),
  );
}
