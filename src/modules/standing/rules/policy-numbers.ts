import type { Validity } from './outcomes';
import { defaultPolicy, type Setting, type StandingPolicy } from './policy';

/** Every number of the policy, in the order in which it is shown. */
export const policyKeys = [
  'enrolmentAlone',
  'classListGraceDays',
  'listWindowDays',
  'graduationFromMonth',
  'visitDays',
  'reportDays',
  'closerDays',
  'suspectedDays',
  'dropoutDays',
  'rollsADay',
  'leaveTeacherDays',
  'leaveMonths',
  'leaveSumDays',
  'classWindowDays',
  'schoolWindowDays',
  'in-county',
  'elsewhere',
  'placement',
  'suspension',
  'deferral',
  'abroad',
  'lasting',
] as const satisfies readonly (Validity | Exclude<keyof StandingPolicy, 'version' | 'from' | 'validDays'>)[];
export type PolicyKey = (typeof policyKeys)[number];

/** What the policy can say of a number; null: for good, until something newer is said. */
export type PolicyValue = number | 'in-school' | 'to-verify' | null;

/** Of which kind a number is, and between which it must lie, both included. */
export type NumberKind =
  | { readonly kind: 'days' | 'school-days' | 'month' | 'months' | 'times'; readonly least: number; readonly most: number }
  | { readonly kind: 'proves' }
  | { readonly kind: 'for-good' };

/** A class list is new each school year, so no proof of a place in a school holds longer than one. Our choice. */
const aSchoolYear = { kind: 'days', least: 30, most: 366 } as const;

/**
 * Our choice, to keep a slip of the hand out: a proof that holds three days or thirty years is one. `lasting` has no number: a
 * death does not run out.
 */
const kinds: { readonly [K in PolicyKey]: NumberKind } = {
  enrolmentAlone: { kind: 'proves' },
  classListGraceDays: { kind: 'days', least: 0, most: 60 },
  listWindowDays: { kind: 'days', least: 1, most: 92 },
  graduationFromMonth: { kind: 'month', least: 5, most: 8 },
  visitDays: schoolDays(1, 10),
  reportDays: schoolDays(1, 15),
  closerDays: schoolDays(0, 5),
  suspectedDays: schoolDays(3, 20),
  dropoutDays: schoolDays(5, 60),
  rollsADay: { kind: 'times', least: 1, most: 2 },
  leaveTeacherDays: schoolDays(1, 10),
  leaveMonths: { kind: 'months', least: 1, most: 6 },
  leaveSumDays: schoolDays(5, 60),
  classWindowDays: schoolDays(0, 10),
  schoolWindowDays: schoolDays(0, 30),
  'in-county': aSchoolYear,
  elsewhere: aSchoolYear,
  placement: aSchoolYear,
  suspension: aSchoolYear,
  deferral: aSchoolYear,
  abroad: { kind: 'days', least: 30, most: 731 },
  lasting: { kind: 'for-good' },
};

/** The steps of the ladder: they have to come in this order, so that nobody is suspected before anybody has called. */
const rising = ['visitDays', 'reportDays', 'suspectedDays', 'dropoutDays'] as const;

/** The step of the ladder that would stand before an earlier one, with that one; undefined where they rise. */
export function stepTooEarly(policy: StandingPolicy): { readonly key: PolicyKey; readonly after: PolicyKey } | undefined {
  for (let at = 1; at < rising.length; at++) {
    const [after, key] = [rising[at - 1], rising[at]];
    if (after && key && policy[key].value < policy[after].value) return { key, after };
  }
  return undefined;
}

/** The kind of a number; where a clause names it, nothing longer than the clause can be set. */
export function kindOf(key: PolicyKey): NumberKind {
  const kind = kinds[key];
  const clause = clauseOf(key);
  return 'most' in kind && typeof clause?.value === 'number' ? { ...kind, most: Math.min(kind.most, clause.value) } : kind;
}

/** What a clause says of a number, if one does. */
export function clauseOf(key: PolicyKey): Setting<PolicyValue> | undefined {
  const setting = settingOf(defaultPolicy, key);
  return setting.label === 'clause' ? setting : undefined;
}

/** A number of a policy with where it comes from; total. */
export function settingOf(policy: StandingPolicy, key: PolicyKey): Setting<PolicyValue> {
  if (isValidity(key)) return policy.validDays[key];
  return policy[key];
}

/** Whether a number says how long a proof holds. */
export function isValidity(key: PolicyKey): key is PolicyKey & Validity {
  return key in defaultPolicy.validDays;
}

/** Whether a number says how classes are called and absences followed. */
export function isOfRolls(key: PolicyKey): boolean {
  return ['school-days', 'months', 'times'].includes(kinds[key].kind);
}

/** Whether a value is one that a number can have. */
export function isPossible(key: PolicyKey, value: PolicyValue): boolean {
  const kind = kindOf(key);
  if (kind.kind === 'proves') return value === 'in-school' || value === 'to-verify';
  if (kind.kind === 'for-good') return value === null;
  return 'most' in kind && typeof value === 'number' && Number.isInteger(value) && value >= kind.least && value <= kind.most;
}

function schoolDays(least: number, most: number) {
  return { kind: 'school-days', least, most } as const;
}
