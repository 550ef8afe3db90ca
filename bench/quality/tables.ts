import type { LinkScore } from '../../src/tools/truth';
import { count, fixed, percent, points, spread } from '../figures';
import type { Table } from '../table';
import { groups, type Outcome, type Sorted } from './outcome';

/** Every measure of every sort of county: median (min–max) over the seeds. */
export function countyTable(sorts: readonly Sorted[]): Table {
  const share = (digits: number) => (value: number) => percent(value, digits);
  const measures: readonly (readonly [header: string, of: (outcome: Outcome) => number, show: (value: number) => string])[] = [
    ['hidden', ({ scores }) => scores.hidden.rows.length, fixed(0)],
    ['in school, reported not', ({ scores }) => scores.falseAbsent.share, share(3)],
    ['before a person', ({ scores }) => scores.review.share, share(3)],
    ['bad ID: recall', ({ scores }) => scores.links.badId.recall, fixed(4)],
    ['with review', ({ scores }) => scores.links.badId.recallWithReview, fixed(4)],
    ['precision', ({ scores }) => scores.links.badId.precision, fixed(4)],
    ['all: F1', ({ scores }) => scores.links.all.f1, fixed(4)],
    ['F1 with review', ({ scores }) => f1WithReview(scores.links.all), fixed(4)],
  ];
  return {
    title:
      'By sort of county; "bad ID" are links of which a number is missing or wrong, "with review" counts pairs put before a person',
    headers: ['county', 'seeds', ...measures.map(([header]) => header)],
    rows: sorts.map(({ name, outcomes }) => [
      name,
      String(outcomes.length),
      ...measures.map(([, of, show]) => spread(outcomes.map(of), show)),
    ]),
  };
}

/** F1 once persons have decided rightly what was put before them. */
export function f1WithReview({ precision, recallWithReview }: LinkScore): number {
  return (2 * precision * recallWithReview) / (precision + recallWithReview);
}

/** Links of several comparisons taken together: a group has too few of them in one county. */
function pooled(scores: readonly LinkScore[]): { recall: number; withReview: number; precision: number; truth: number } {
  const sum = (of: (score: LinkScore) => number) => scores.reduce((all, one) => all + of(one), 0);
  const [truth, decided, correct] = [sum((one) => one.truth), sum((one) => one.decided), sum((one) => one.correct)];
  return {
    truth,
    recall: correct / truth,
    withReview: (correct + sum((one) => one.offered)) / truth,
    precision: correct / decided,
  };
}

/** One group of one sort of county beside all of that county, among links whose number is missing or wrong. */
export type Apart = {
  readonly county: string;
  readonly group: string;
  readonly links: number;
  /** points (hundredths) by which the group is better (+) or worse (−) */ readonly recall: number;
  readonly withReview: number;
  readonly precision: number;
};

/** The groups of every sort of county beside the whole. */
export function groupsApart(sorts: readonly Sorted[]): Apart[] {
  return sorts.flatMap(({ name, outcomes }) => {
    const whole = pooled(outcomes.map(({ scores }) => scores.links.badId));
    return groups.map((group) => {
      const part = pooled(outcomes.map((outcome) => outcome.groups[group]));
      return {
        county: name,
        group,
        links: part.truth,
        recall: (part.recall - whole.recall) * 100,
        withReview: (part.withReview - whole.withReview) * 100,
        precision: (part.precision - whole.precision) * 100,
      };
    });
  });
}

/** Points by which each group differs from the whole. */
export function groupTable(sorts: readonly Sorted[]): Table {
  return {
    title: 'Groups among links with a bad ID, seeds together: points better (+) or worse (−) than the whole county',
    headers: ['county', 'group', 'links', 'recall', 'with review', 'precision'],
    rows: groupsApart(sorts).map(({ county, group, links, recall, withReview, precision }) => [
      county,
      group,
      count(links),
      ...[recall, withReview, precision].map(points),
    ]),
  };
}

/** Children out of school who were made to look like somebody's enrolment, by the sort of trap. */
export function trapTable(sorts: readonly Sorted[]): Table {
  const rows = new Map<string, { fell: number; of: number }>();
  for (const [kind, trap] of sorts.flatMap(({ outcomes }) => outcomes.flatMap(({ scores }) => Object.entries(scores.traps)))) {
    const known = rows.get(kind) ?? { fell: 0, of: 0 };
    rows.set(kind, { fell: known.fell + trap.fell, of: known.of + trap.of });
  }
  return {
    title:
      'Traps of the demonstration counties: children out of school beside an enrolled child like them, and how many were taken for it',
    headers: ['trap', 'children', 'hidden'],
    rows: [...rows].map(([kind, { fell, of }]) => [kind, count(of), count(fell)]),
  };
}
