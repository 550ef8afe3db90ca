import type { ReadTrx } from '../../../platform/db';
import { policiesFrom } from '../rules/county-policy';
import type { StandingPolicies } from '../rules/policy';
import { listVersions } from './policy-store';

/** The policies by which standings are decided, oldest first: the default, and what the county has decided since. */
export async function policiesOf(trx: ReadTrx): Promise<StandingPolicies> {
  return policiesFrom(await listVersions(trx));
}

/** The name under which a roll says what it was counted by. */
export function versionsOf(policies: StandingPolicies): string {
  return policies.map(({ from, version }) => `${from} ${version}`).join(', ');
}
