import { count, fixed, percent, spread } from '../figures';
import type { Goal } from '../table';
import { children } from './counties';
import type { Outcome, Sorted } from './outcome';
import { type Apart, f1WithReview, groupsApart } from './tables';

type Measure = {
  readonly what: string;
  readonly goal: string;
  readonly of: (outcome: Outcome) => number;
  readonly show: (value: number) => string;
  readonly good: (value: number) => boolean;
};

const share = (digits: number) => (value: number) => percent(value, digits);

const ofAll: readonly Measure[] = [
  {
    what: 'a child out of school taken for another\'s enrolment ("hidden")',
    goal: '0 in 30,000',
    of: ({ scores, children: there }) => (scores.hidden.rows.length * 30_000) / there,
    show: (value) => (value === 0 ? '0' : value.toFixed(1)),
    good: (value) => value === 0,
  },
  {
    what: 'children in school reported as not enrolled',
    goal: '≤ 0.05 %',
    of: ({ scores }) => scores.falseAbsent.share,
    show: share(3),
    good: (value) => value <= 0.0005,
  },
  {
    what: 'rows put before a person',
    goal: '≤ 0.4 %',
    of: ({ scores }) => scores.review.share,
    show: share(3),
    good: (value) => value <= 0.004,
  },
  {
    what: 'missing or wrong ID: recall, decided without a person',
    goal: '≥ 0.995',
    of: ({ scores }) => scores.links.badId.recall,
    show: fixed(4),
    good: (value) => value >= 0.995,
  },
  {
    what: 'missing or wrong ID: recall, what a person is shown counted as found',
    goal: '≥ 0.995',
    of: ({ scores }) => scores.links.badId.recallWithReview,
    show: fixed(4),
    good: (value) => value >= 0.995,
  },
  {
    what: 'missing or wrong ID: precision',
    goal: '≥ 0.998',
    of: ({ scores }) => scores.links.badId.precision,
    show: fixed(4),
    good: (value) => value >= 0.998,
  },
];

const f1Goal = { goal: '≥ 0.996', show: fixed(4), good: (value: number) => value >= 0.996 };
const withoutNumbers: readonly Measure[] = [
  { ...f1Goal, what: 'no ID on one side: F1, decided without a person', of: ({ scores }) => scores.links.all.f1 },
  {
    ...f1Goal,
    what: 'no ID on one side: F1, what a person is shown counted as found',
    of: ({ scores }) => f1WithReview(scores.links.all),
  },
];

/** The lines of the table of goals about quality: for the demonstration county, and for the worst sort of the other county. */
export function qualityGoals(sorts: readonly Sorted[]): Goal[] {
  const numbered = sorts.filter(({ name }) => !name.endsWith('noIds'));
  const numberless = sorts.filter(({ name }) => name.endsWith('noIds'));
  return [
    ...ofAll.flatMap((measure) => goalsOf(measure, numbered)),
    ...groupGoals(numbered),
    ...withoutNumbers.flatMap((measure) => goalsOf(measure, numberless)),
  ];
}

/** Reached is what every seed reaches. */
function goalsOf({ what, goal, of, show, good }: Measure, sorts: readonly Sorted[]): Goal[] {
  return [sorts.filter(isDemo), sorts.filter((sort) => !isDemo(sort))].flatMap((some) => {
    const failing = some.filter(({ outcomes }) => !outcomes.every((outcome) => good(of(outcome))));
    const worst = failing.length > 0 ? failing : some;
    return worst.map(({ name, outcomes }) => ({
      what: `${what}: ${failing.length > 0 || some.length === 1 ? name : name}`,
      goal,
      measured: `${spread(outcomes.map(of), show)}, n = ${outcomes.length} × ${count(children)}`,
      reached: failing.length === 0,
    }));
  });
}

const mostPoints = 0.5;

function groupGoals(sorts: readonly Sorted[]): Goal[] {
  return groupsApart(sorts).map(groupGoal);
}

function groupGoal({ county, group, links, withReview, recall, precision }: Apart): Goal {
  const points = [recall, withReview, precision];
  return {
    what: `${group} beside all, missing or wrong ID: ${county}`,
    goal: 'within 0.5 points',
    measured: `recall ${points[0].toFixed(2)} (${points[1].toFixed(2)} with review), precision ${points[2].toFixed(2)}; ${count(links)} links`,
    reached: Math.min(...points) >= -mostPoints,
  };
}

function isDemo({ name }: Sorted): boolean {
  return name.startsWith('demo');
}
