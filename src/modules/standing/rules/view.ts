import type { Day } from '../../../kernel/day';
import type { Age } from './age';
import { ageOn, cohortOn, nextSchoolYear } from './age';
import { type Accepted, type Answers, readAnswers } from './answers';
import type { ChildFacts, ClassListFact, EnrolmentFact, Fact, GridPath, HouseholdFact, ReviewFact } from './facts';
import { addDays, type StandingPolicy } from './policy';
import { enrolmentRuns, householdRuns, type ListRun, listRuns, type Run, schoolOf } from './runs';

/** What is known of a child on one day, read from its facts; the rules look at nothing else. */
export type View = {
  readonly day: Day;
  readonly policy: StandingPolicy;
  readonly age: Age;
  readonly ageSince?: Day;
  readonly households: readonly Run<HouseholdFact>[];
  readonly enrolments: readonly Run<EnrolmentFact>[];
  readonly lists: readonly ListRun[];
  readonly answers: Answers;
  readonly reviews: readonly ReviewFact[];
  readonly disabled: boolean;
  readonly home?: GridPath;
  /** all that had happened by that day, oldest first */ readonly facts: readonly Fact[];
};

/** Reads the settled facts of a child on a day; undefined when the text is no day. */
export function viewOn(child: ChildFacts, settled: readonly Fact[], day: Day, policy: StandingPolicy): View | undefined {
  const cohort = cohortOn(day);
  if (!cohort) return undefined;
  const facts = settled.filter((fact) => fact.happened <= day);
  const { age, since } = ageOn(child.birth, cohort, firstRecorded(settled));
  const home = facts.findLast((fact) => fact.kind === 'home')?.area;
  return {
    day,
    policy,
    age,
    households: householdRuns(facts),
    enrolments: enrolmentRuns(facts),
    lists: listRuns(facts),
    answers: readAnswers(facts, day, policy),
    reviews: openReviews(facts),
    disabled: facts.findLast((fact) => fact.kind === 'disability')?.listed ?? false,
    facts,
    ...(since === undefined ? {} : { ageSince: since }),
    ...(home === undefined ? {} : { home }),
  };
}

/** The newest school list that has the child and still holds: until the next school year's lists must be there. */
export function seenInClass(view: View): ListRun | undefined {
  const present = view.lists.filter((list) => list.fact.answer === 'present' && !isOutdated(view, list));
  return newest(present, (list) => list.fact.happened);
}

/** Whether a list is of an earlier school year and the days of grace are over. */
export function isOutdated(view: View, list: ListRun): boolean {
  const nextYear = nextSchoolYear(list.fact.happened);
  return view.day >= nextYear && view.day >= addDays(nextYear, view.policy.classListGraceDays.value);
}

/** 尚未完成义务教育的在籍: an enrolment neither finished nor moved on; who left without papers keeps it (policy.md §3.5). */
export function unfinishedEnrolment(view: View): Run<EnrolmentFact> | undefined {
  return newest(
    view.enrolments.filter((run) => unfinished.has(run.fact.state)),
    (run) => run.since,
  );
}

/** Whether the accepted answer is proven and nothing newer shows the child in a school here. */
export function stands(view: View, accepted: Accepted): boolean {
  return accepted.lacking.length === 0 && !isOvertaken(view, accepted);
}

/** Whether a school has shown the child, or has enrolled it anew, after the answer was accepted. */
export function isOvertaken(view: View, { decision }: Accepted): boolean {
  return view.facts.some((fact) => {
    if (fact.happened <= decision.happened) return false;
    if (fact.kind === 'class-list') return fact.answer === 'present' && !isDenied(view.facts, fact);
    return fact.kind === 'enrolment' && fact.state === 'studying' && beginsRun(view.facts, fact);
  });
}

/** Whether the bureau must find something out before a good word about the child counts. */
export function isHeld(view: View): boolean {
  return view.answers.question !== undefined || view.answers.badNews !== undefined;
}

/** The last of those whose day is greatest; undefined of none. */
export function newest<T>(list: readonly T[], dayOf: (one: T) => Day): T | undefined {
  let best: T | undefined;
  for (const one of list) if (best === undefined || dayOf(one) >= dayOf(best)) best = one;
  return best;
}

/** Whether a list of the same school and day lacks the child that this one has. */
function isDenied(facts: readonly Fact[], list: ClassListFact): boolean {
  return facts.some(
    (fact) =>
      fact.kind === 'class-list' &&
      fact.answer === 'absent' &&
      fact.happened === list.happened &&
      schoolOf(fact.at) === schoolOf(list.at),
  );
}

const unfinished: ReadonlySet<string> = new Set(['studying', 'suspended', 'left']);

function beginsRun(facts: readonly Fact[], fact: EnrolmentFact): boolean {
  const earlier = facts.slice(0, facts.indexOf(fact));
  const before = earlier.findLast((other) => other.kind === 'enrolment' && other.row === fact.row);
  return before?.kind !== 'enrolment' || before.state !== 'studying' || schoolOf(before.at) !== schoolOf(fact.at);
}

function openReviews(facts: readonly Fact[]): readonly ReviewFact[] {
  const newestOf = new Map<string, ReviewFact>();
  for (const fact of facts) if (fact.kind === 'review') newestOf.set(fact.pair, fact);
  return [...newestOf.values()].filter((review) => review.open);
}

function firstRecorded(facts: readonly Fact[]): Day | undefined {
  let first: string | undefined;
  for (const fact of facts) if (first === undefined || fact.recorded < first) first = fact.recorded;
  return first?.slice(0, 10);
}
