import type { ReadTrx } from '../../../platform/db';
import { defaultPolicy, type StandingPolicies } from '../rules/policy';

/** The policies by which standings are decided, oldest first. */
export async function policiesOf(_trx: ReadTrx): Promise<StandingPolicies> {
  return [defaultPolicy];
}

/** The name under which a roll says what it was counted by. */
export function versionsOf(policies: StandingPolicies): string {
  return policies.map(({ from, version }) => `${from} ${version}`).join(', ');
}
