import type { LinkScore } from '../../src/tools/truth';
import { count, fixed, percent, points, spread } from '../figures';
import type { Goal } from '../table';
import { children } from './counties';
import type { Outcome, Sorted } from './outcome';
import { f1WithReview, groupsApart } from './tables';

type Measure = {
  readonly what: string;
  readonly goal: string;
  readonly of: (outcome: Outcome) => number;
  readonly show: (value: number) => string;
  readonly limit: { readonly atMost: number } | { readonly atLeast: number };
};

const share = (digits: number) => (value: number) => percent(value, digits);
const badId = (of: (score: LinkScore) => number) => (outcome: Outcome) => of(outcome.scores.links.badId);
const recallGoal = { goal: '≥ 0.995', show: fixed(4), limit: { atLeast: 0.995 } };

const withNumbers: readonly Measure[] = [
  {
    what: 'a child out of school taken for another\'s enrolment ("hidden"), in 30,000',
    goal: '0 in 30,000',
    of: ({ scores, children: there }) => (scores.hidden.rows.length * 30_000) / there,
    show: (value) => (value === 0 ? '0' : value.toFixed(1)),
    limit: { atMost: 0 },
  },
  {
    what: 'children in school reported as not enrolled',
    goal: '≤ 0.05 %',
    of: ({ scores }) => scores.falseAbsent.share,
    show: share(3),
    limit: { atMost: 0.0005 },
  },
  {
    what: 'rows put before a person',
    goal: '≤ 0.4 %',
    of: ({ scores }) => scores.review.share,
    show: share(3),
    limit: { atMost: 0.004 },
  },
  { ...recallGoal, what: 'missing or wrong ID: recall, decided alone', of: badId(({ recall }) => recall) },
  { ...recallGoal, what: 'missing or wrong ID: recall with review', of: badId(({ recallWithReview }) => recallWithReview) },
  {
    what: 'missing or wrong ID: precision',
    goal: '≥ 0.998',
    of: badId(({ precision }) => precision),
    show: fixed(4),
    limit: { atLeast: 0.998 },
  },
];

const f1Goal = { goal: '≥ 0.996', show: fixed(4), limit: { atLeast: 0.996 } };
const withoutNumbers: readonly Measure[] = [
  { ...f1Goal, what: 'no ID on one side: F1, decided alone', of: ({ scores }) => scores.links.all.f1 },
  { ...f1Goal, what: 'no ID on one side: F1 with review', of: ({ scores }) => f1WithReview(scores.links.all) },
];

/** The lines of the table of goals about quality: the demonstration county, and the worst sort of the other county. */
export function qualityGoals(sorts: readonly Sorted[]): Goal[] {
  const numbered = sorts.filter(({ name }) => !name.endsWith('noIds'));
  const numberless = sorts.filter(({ name }) => name.endsWith('noIds'));
  return [
    ...withNumbers.flatMap((measure) => goalsOf(measure, numbered)),
    ...groupGoals(sorts),
    ...withoutNumbers.flatMap((measure) => goalsOf(measure, numberless)),
    ...withNumbers.slice(0, 3).flatMap((measure) => goalsOf(measure, numberless).map(withoutGoal)),
  ];
}

/** The goals are for registers with numbers; without them the same is measured and no goal is set. */
function withoutGoal({ what, measured }: Goal): Goal {
  return { what: `no ID on one side: ${what}`, goal: 'none set', measured };
}

function goalsOf(measure: Measure, sorts: readonly Sorted[]): Goal[] {
  const demo = sorts.filter(({ name }) => name.startsWith('demo'));
  const other = sorts.filter(({ name }) => name.startsWith('other'));
  return [demo, other].map((some) => goalOf(measure, worstOf(measure, some), some.length > 1));
}

/** Reached is what every seed reaches, of the worst sort too. */
function goalOf({ what, goal, of, show, limit }: Measure, { name, outcomes }: Sorted, isWorst: boolean): Goal {
  const values = outcomes.map(of);
  return {
    what: `${what}: ${name}${isWorst ? ', the worst' : ''}`,
    goal,
    measured: `${spread(values, show)}, ${outcomes.length} seeds of ${count(children)}`,
    reached: 'atMost' in limit ? Math.max(...values) <= limit.atMost : Math.min(...values) >= limit.atLeast,
  };
}

function worstOf({ of, limit }: Measure, sorts: readonly Sorted[]): Sorted {
  const badness = ({ outcomes }: Sorted) => Math.max(...outcomes.map((outcome) => of(outcome) * ('atMost' in limit ? 1 : -1)));
  return sorts.toSorted((a, b) => badness(b) - badness(a))[0];
}

/** With fewer links one miss more moves a group by half a point; of the demonstration county all groups are judged. */
const fewestLinks = 200;
const mostPoints = 0.5;

function groupGoals(sorts: readonly Sorted[]): Goal[] {
  return groupsApart(sorts)
    .filter(({ county, links }) => county === 'demo' || links >= fewestLinks)
    .map(({ county, group, links, recall, withReview, precision }) => ({
      what: `the same, ${group} beside all, in points: ${county}`,
      goal: '≥ −0.5',
      measured: `recall ${points(recall)} (with review ${points(withReview)}), precision ${points(precision)}; ${count(links)} links`,
      reached: Math.min(recall, precision) >= -mostPoints,
    }));
}
