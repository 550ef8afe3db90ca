import { describe, expect, it } from 'vitest';
import { type ComparisonResult, score } from './truth';
import { groupBits, type Truth } from './truth-file';

// Five people: 0 enrolled, 1 her twin out of school, 2 enrolled twice, 3 enrolled with a bad ID and a minority name, 4 too old.
const truth: Truth = {
  version: 1,
  generator: 'by hand',
  seed: 0,
  asOf: '2025-03-01',
  kinds: ['enrolled', 'outOfSchool', 'tooOld'],
  persons: {
    kind: [0, 1, 0, 0, 2],
    groups: [groupBits.siblings, groupBits.siblings, 0, groupBits.minority, groupBits.rare],
    inAge: [1, 1, 1, 1, 0],
  },
  registers: {
    household: { file: 'household.csv', firstRow: 2, person: [0, 1, 2, 3, 4], badId: [], errors: {} },
    enrolment: { file: 'enrolment.csv', firstRow: 3, person: [3, 2, 0, 2], badId: [3], errors: { idDigit: [3] } },
  },
  traps: [{ kind: 'twin', person: 1, decoy: 0 }],
};

type Household = ComparisonResult['household'][number];
type Enrolment = ComparisonResult['enrolment'][number];

function household(row: number, status: Household['status'], ...rows: number[]): Household {
  return { row, status, enrolment: rows.map((other) => ({ row: other })) };
}

function enrolment(row: number, status: Enrolment['status'], ...rows: number[]): Enrolment {
  return { row, status, household: rows };
}

const perfect: ComparisonResult = {
  household: [
    household(2, 'enrolled', 5),
    household(3, 'not-enrolled'),
    household(4, 'enrolled', 4, 6),
    household(5, 'enrolled', 3),
    household(6, 'out-of-age'),
  ],
  enrolment: [enrolment(3, 'matched', 5), enrolment(4, 'matched', 4), enrolment(5, 'matched', 2), enrolment(6, 'matched', 4)],
  duplicates: [{ rows: [4, 6] }],
};

function withHousehold(...changed: Household[]): ComparisonResult {
  const kept = perfect.household.filter(({ row }) => changed.every((other) => other.row !== row));
  const rows = new Set(changed.map(({ row }) => row));
  const others = perfect.enrolment.map((one) => ({ ...one, household: one.household.filter((row) => !rows.has(row)) }));
  return { ...perfect, household: [...kept, ...changed], enrolment: others };
}

describe('a comparison held against the truth', () => {
  it('is without fault when every row is where it belongs', () => {
    const { hidden, traps, falseAbsent, review, links, duplicates } = score(truth, perfect);
    expect(traps).toEqual({ twin: { fell: 0, of: 1 } });
    expect(hidden).toEqual({ rows: [], byKind: {} });
    expect(falseAbsent).toEqual({ count: 0, of: 3, share: 0 });
    expect(review).toEqual({ count: 0, of: 9, share: 0 });
    expect(links.all).toMatchObject({ truth: 4, decided: 4, correct: 4, precision: 1, recall: 1, f1: 1 });
    expect(duplicates).toEqual({ truth: 1, found: 1, correct: 1, precision: 1, recall: 1 });
  });

  it('names the household row of a child without a school who was reported as enrolled', () => {
    const scores = score(truth, withHousehold(household(3, 'enrolled', 5)));
    expect(scores.hidden).toEqual({ rows: [3], byKind: { outOfSchool: 1 } });
    expect(scores.traps).toEqual({ twin: { fell: 1, of: 1 } });
    expect(scores.links.all).toMatchObject({ decided: 5, correct: 4, precision: 0.8, recall: 1 });
  });

  it('does not call somebody hidden who is out of school age', () => {
    expect(score(truth, withHousehold(household(6, 'enrolled', 5))).hidden.rows).toEqual([]);
  });

  it('counts a child in school who was reported as not enrolled, and the link that is missing', () => {
    const scores = score(truth, withHousehold(household(2, 'not-enrolled')));
    expect(scores.falseAbsent).toEqual({ count: 1, of: 3, share: 1 / 3 });
    expect(scores.links.all).toMatchObject({ decided: 3, recall: 0.75, recallWithReview: 0.75 });
  });

  it('counts a true link left to a person as found but not as decided', () => {
    const scores = score(truth, withHousehold(household(5, 'review', 3)));
    expect(scores.review).toEqual({ count: 1, of: 9, share: 1 / 9 });
    expect(scores.links.all).toMatchObject({ decided: 3, correct: 3, offered: 1, recall: 0.75, recallWithReview: 1 });
    expect(scores.links.badId).toMatchObject({ truth: 1, decided: 0, recall: 0, offered: 1, recallWithReview: 1 });
  });

  it('does not count a wrong candidate in a review as found', () => {
    expect(score(truth, withHousehold(household(5, 'review', 5))).links.badId.recallWithReview).toBe(0);
  });

  it('takes a link that only the enrolment side states', () => {
    const result = { ...perfect, household: [household(2, 'enrolled')] };
    expect(score(truth, result).links.all).toMatchObject({ decided: 4, correct: 4 });
  });

  it('reports minority names, siblings, rare characters and bad ID numbers apart', () => {
    const { links } = score(truth, withHousehold(household(5, 'not-enrolled'), household(3, 'enrolled', 5)));
    expect(links.minority).toMatchObject({ truth: 1, correct: 0, recall: 0 });
    expect(links.badId).toMatchObject({ truth: 1, correct: 0 });
    expect(links.siblings).toMatchObject({ truth: 1, decided: 2, correct: 1, precision: 0.5, recall: 1 });
    expect(links.rare).toMatchObject({ truth: 0, decided: 0, precision: 1, recall: 1 });
  });

  it('scores duplicates by pairs of rows', () => {
    const wrong = score(truth, { ...perfect, duplicates: [{ rows: [3, 4, 6] }] }).duplicates;
    expect(wrong).toEqual({ truth: 1, found: 3, correct: 1, precision: 1 / 3, recall: 1 });
    expect(score(truth, { ...perfect, duplicates: [] }).duplicates).toMatchObject({ recall: 0, precision: 1 });
  });

  it('refuses a truth without the two registers', () => {
    expect(() => score({ ...truth, registers: {} }, perfect)).toThrow('household');
  });
});
