import { type Day, parseDay } from '../../../kernel/day';
import { nextSchoolYear } from './age';
import type { ChildFacts, Fact } from './facts';
import { outcomeRule } from './outcomes';
import { addDays, lastValidDay, policyOn, type StandingPolicies } from './policy';
import { settleFacts } from './settle';
import { type Standing, standingOfSettled } from './standing-on';

/** A time in which a child's standing is the same in every respect: from `from` until the day before `until`. */
export type Interval = { readonly from: Day; readonly until: Day; readonly standing: Standing };

/**
 * A child's standing on every day from `from` to `to`, both included, as intervals without gap or overlap. Each day is judged
 * by the policy of that day. Days to come are judged by what is known now: birthdays and proofs that run out are in it. Nothing for texts that are no days.
 */
export function standingHistory(child: ChildFacts, policies: StandingPolicies, from: Day, to: Day): readonly Interval[] {
  if (parseDay(from) === undefined || parseDay(to) === undefined || to < from) return [];
  const settled = settleFacts(child.facts);
  const end = addDays(to, 1);
  const intervals: Interval[] = [];
  for (const day of turningDays(settled, policies, from, to)) {
    const standing = standingOfSettled(child, settled, day, policyOn(policies, day));
    const last = intervals.at(-1);
    if (last && isSame(last.standing, standing)) continue;
    if (last) intervals[intervals.length - 1] = { ...last, until: day };
    intervals.push({ from: day, until: end, standing });
  }
  return intervals;
}

function isSame(a: Standing, b: Standing): boolean {
  return (
    a.state === b.state &&
    a.rule === b.rule &&
    a.inRoll === b.inRoll &&
    a.since === b.since &&
    a.area === b.area &&
    a.school === b.school &&
    a.provenBy.join() === b.provenBy.join() &&
    a.missing.join(';') === b.missing.join(';')
  );
}

/** Every day on which a standing can differ from the day before, in order; the first is `from`. */
function turningDays(facts: readonly Fact[], policies: StandingPolicies, from: Day, to: Day): readonly Day[] {
  const days = new Set<Day>([from]);
  const add = (day: Day) => {
    if (day > from && day <= to) days.add(day);
  };
  for (const policy of policies) add(policy.from);
  const graces = new Set(policies.map((policy) => policy.classListGraceDays.value));
  for (let year = nextSchoolYear(addDays(from, -366 - Math.max(...graces))); year <= to; year = nextSchoolYear(year)) {
    add(year);
    for (const grace of graces) add(addDays(year, grace));
  }
  for (const fact of facts) {
    add(fact.happened);
    for (const day of expiries(fact, facts, policies)) add(day);
  }
  return [...days].sort();
}

function expiries(fact: Fact, facts: readonly Fact[], policies: StandingPolicies): readonly Day[] {
  if (fact.kind !== 'decision' || fact.verdict !== 'accepted') return [];
  const answer = facts.find((other) => other.id === fact.answer);
  if (answer?.kind !== 'answer') return [];
  const { validity } = outcomeRule(answer.outcome);
  return policies.flatMap((policy) => {
    const last = lastValidDay(policy, validity, fact.happened, fact.validUntil);
    return last === undefined ? [] : [addDays(last, 1)];
  });
}
