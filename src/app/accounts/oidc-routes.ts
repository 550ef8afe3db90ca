import { beginOidc, finishOidc } from '../../platform/access/sign-in';
import { routesOf } from '../../platform/http';
import type { AccountFacts, AccountHouse, AccountRoute } from './facts';
import { OidcBegin, OidcBegun, OidcFinish, SessionAnswer } from './session-contract';
import { admitted, DEVICE_SECONDS } from './session-view';

const route = routesOf<AccountHouse>();

/** Signing in with somebody else's provider; absent where none is configured. */
export function oidcRoutes(facts: AccountFacts): readonly AccountRoute[] {
  return [
    route({
      method: 'POST',
      url: '/api/oidc/begin',
      says: { zh: '开始统一身份认证登录', en: 'Begin to sign in with another provider' },
      who: 'anyone',
      body: OidcBegin,
      response: OidcBegun,
      handle: async ({ db, context, device: known, body, setCookie }) => {
        const { url, device } = await beginOidc(db, context, facts.oidc, { device: known, phone: body.phone });
        // Whoever comes back must be who went: the browser is known by this cookie.
        if (device !== null) setCookie({ name: 'device', value: device, seconds: DEVICE_SECONDS });
        return { url };
      },
    }),
    route({
      method: 'POST',
      url: '/api/oidc/finish',
      says: { zh: '用统一身份认证登录', en: 'Sign in with another provider' },
      who: 'anyone',
      body: OidcFinish,
      response: SessionAnswer,
      handle: async (ask) => {
        const { db, context, body, device, agent, session } = ask;
        return admitted(facts, ask, await finishOidc(db, context, facts.oidc, body, { device, agent, session }));
      },
    }),
  ];
}
