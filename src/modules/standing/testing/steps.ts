import fc from 'fast-check';
import { defaultPolicy, type StandingPolicies, type StandingPolicy } from '../rules/policy';
import { type Step, stepKinds } from './walk';

/** Random steps of a walk, `length` of them. */
export function stepsOf(length: number): fc.Arbitrary<readonly Step[]> {
  const step = fc.tuple(fc.nat(stepKinds - 1), fc.nat(255), fc.nat(255), fc.nat(255)).map((numbers): Step => numbers);
  return fc.array(step, { minLength: length, maxLength: length });
}

/** Another policy from the spring of 2025 on, with every number changed. */
const stricter: StandingPolicy = {
  ...defaultPolicy,
  version: 'stricter',
  from: '2025-04-01',
  validDays: {
    ...defaultPolicy.validDays,
    elsewhere: { ...defaultPolicy.validDays.elsewhere, value: 60 },
    'in-county': { ...defaultPolicy.validDays['in-county'], value: 20 },
  },
  enrolmentAlone: { ...defaultPolicy.enrolmentAlone, value: 'to-verify' },
  classListGraceDays: { ...defaultPolicy.classListGraceDays, value: 10 },
  listWindowDays: { ...defaultPolicy.listWindowDays, value: 5 },
  graduationFromMonth: { ...defaultPolicy.graduationFromMonth, value: 7 },
};

/** Two policies, the second in force from 2025-04-01. */
export const twoPolicies: StandingPolicies = [defaultPolicy, stricter];
