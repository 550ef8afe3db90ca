import { accountsRoutes } from './account-routes';
import type { AccountFacts, AccountRoute } from './facts';
import { grantRoutes } from './grant-routes';
import { oidcRoutes } from './oidc-routes';
import { sessionRoutes } from './session-routes';
import { sheetRoutes } from './sheet-routes';

/** Every route of accounts, rights and the audit trail. */
export function accountRoutes(facts: AccountFacts): readonly AccountRoute[] {
  return [...sessionRoutes(facts), ...oidcRoutes(facts), ...accountsRoutes(facts), ...sheetRoutes, ...grantRoutes];
}
