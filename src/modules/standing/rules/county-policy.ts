import type { Day } from '../../../kernel/day';
import { defaultPolicy, type Setting, type StandingPolicies, type StandingPolicy } from './policy';
import { clauseOf, isValidity, type PolicyKey, type PolicyValue, policyKeys, settingOf } from './policy-numbers';

/** Which numbers a version sets, and to what; a number set to what it was is confirmed. */
export type PolicyChanges = Readonly<Partial<Record<PolicyKey, PolicyValue>>>;

/** What the bureau has decided at once: some numbers, from a day on, by a document. Versions are numbered from 1. */
export type PolicyVersion = {
  readonly version: number;
  readonly from: Day;
  readonly changes: PolicyChanges;
  /** 文号 or the meeting that decided */ readonly document: string;
};

/** The default, and a policy a version of the county, each with everything the versions before it have set; in their order. */
export function policiesFrom(versions: readonly PolicyVersion[]): StandingPolicies {
  const policies: [StandingPolicy, ...StandingPolicy[]] = [defaultPolicy];
  let policy: StandingPolicy = defaultPolicy;
  for (const version of versions) {
    policy = policyAfter(policy, version);
    policies.push(policy);
  }
  return policies;
}

/** The newest policy, whether it is in force or still to come. */
export function newestPolicy(policies: StandingPolicies): StandingPolicy {
  return policies.at(-1) ?? policies[0];
}

/** The numbers a version sets, in their order, with their values. */
export function changesOf({ changes }: Pick<PolicyVersion, 'changes'>): readonly (readonly [PolicyKey, PolicyValue])[] {
  return policyKeys.flatMap((key) => {
    const value = changes[key];
    return value === undefined ? [] : [[key, value] as const];
  });
}

/** A policy with what a version sets. */
export function policyAfter(policy: StandingPolicy, version: PolicyVersion): StandingPolicy {
  let next: StandingPolicy = { ...policy, version: `county-${version.version}`, from: version.from };
  for (const [key, value] of changesOf(version)) next = withSetting(next, key, decided(key, value, version.document));
  return next;
}

/** What the bureau has decided is the county's own number; what a clause says stays the clause's. */
function decided(key: PolicyKey, value: PolicyValue, document: string): Setting<PolicyValue> {
  const clause = clauseOf(key);
  if (clause?.value === value) return clause;
  return { value, label: 'county', confirmed: true, source: { zh: document, en: document } };
}

function withSetting(policy: StandingPolicy, key: PolicyKey, setting: Setting<PolicyValue>): StandingPolicy {
  return isValidity(key) ? { ...policy, validDays: { ...policy.validDays, [key]: setting } } : { ...policy, [key]: setting };
}

/** Whether setting a number to a value would change or confirm anything. */
export function changesAnything(policy: StandingPolicy, key: PolicyKey, value: PolicyValue): boolean {
  const before = settingOf(policy, key);
  return before.value !== value || !before.confirmed;
}
