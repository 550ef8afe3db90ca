import type { Permissions } from '../../platform/access';
import type { Oidc } from '../../platform/access/sign-in';
import type { KeyRing } from '../../platform/crypto';
import type { RouteFacts } from '../../platform/http';

/** What the routes of accounts have to know of the house. */
export type AccountFacts = {
  readonly county: { readonly countyId: string; readonly name: string; readonly demo: boolean };
  /** the permissions of every module, of which a session is told its own */ readonly permissions: Permissions;
  /** signing in with somebody else's provider, where one is configured */ readonly oidc?: Oidc | undefined;
};

/** What the handlers use of the house's services. */
export type AccountHouse = { readonly ring: KeyRing };

export type AccountRoute = RouteFacts<AccountHouse>;
