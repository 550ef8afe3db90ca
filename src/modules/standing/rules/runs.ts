import type { Day } from '../../../kernel/day';
import type { ClassListFact, EnrolmentFact, Fact, GridPath, HouseholdFact } from './facts';

/** The last word of one row or school, and since when it has said the same. */
export type Run<F> = { readonly fact: F; readonly since: Day };

/** The last word of one school's class lists on a child. */
export type ListRun = Run<ClassListFact> & {
  /** an earlier list of the school had the child */ readonly wasPresent: boolean;
};

/** The last word of each row of the household register; a row repeated by a newer list begins nothing new. */
export function householdRuns(facts: readonly Fact[]): readonly Run<HouseholdFact>[] {
  const rows = facts.filter((fact) => fact.kind === 'household');
  return runsOf(rows, (a, b) => a.state === b.state);
}

/** The last word of each enrolment; another class of the same school begins nothing new. */
export function enrolmentRuns(facts: readonly Fact[]): readonly Run<EnrolmentFact>[] {
  const rows = facts.filter((fact) => fact.kind === 'enrolment');
  return runsOf(rows, sameEnrolment);
}

/**
 * The last word of each school's lists. On one day absent outweighs present: a second, cleaner sheet of the same day
 * undoes nothing. A list that is not handed in says nothing and undoes nothing.
 */
export function listRuns(facts: readonly Fact[]): readonly ListRun[] {
  const runs = new Map<string, ListRun>();
  for (const fact of facts) {
    if (fact.kind !== 'class-list') continue;
    const school = schoolOf(fact.at);
    const last = runs.get(school);
    if (!last) runs.set(school, { fact, since: fact.happened, wasPresent: false });
    else if (!isSilenced(fact, last)) runs.set(school, nextRun(fact, last));
  }
  return [...runs.values()];
}

/** The school's part of a class's path, `211324/<school>`; two paths with the same are in one school. */
export function schoolOf(at: GridPath): string {
  const end = at.indexOf('/', at.indexOf('/') + 1);
  return end < 0 ? at : at.slice(0, end);
}

function isSilenced(fact: ClassListFact, last: ListRun): boolean {
  if (fact.answer === 'no-list') return true;
  return fact.answer === 'present' && last.fact.answer === 'absent' && last.fact.happened === fact.happened;
}

function nextRun(fact: ClassListFact, last: ListRun): ListRun {
  const same = last.fact.answer === fact.answer;
  const wasPresent = last.wasPresent || last.fact.answer === 'present';
  return { fact, since: same ? last.since : fact.happened, wasPresent };
}

function sameEnrolment(a: EnrolmentFact, b: EnrolmentFact): boolean {
  return a.state === b.state && a.placement === b.placement && a.stage === b.stage && schoolOf(a.at) === schoolOf(b.at);
}

function runsOf<F extends HouseholdFact | EnrolmentFact>(facts: readonly F[], same: (a: F, b: F) => boolean): Run<F>[] {
  const runs = new Map<string, Run<F>>();
  for (const fact of facts) {
    const last = runs.get(fact.row);
    runs.set(fact.row, { fact, since: last && same(last.fact, fact) ? last.since : fact.happened });
  }
  return [...runs.values()];
}
