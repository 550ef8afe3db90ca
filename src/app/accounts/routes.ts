import type { AccountFacts, AccountRoute } from './facts';
import { sessionRoutes } from './session-routes';

/** Every route of accounts, rights and the audit trail. */
export function accountRoutes(facts: AccountFacts): readonly AccountRoute[] {
  return [...sessionRoutes(facts)];
}
