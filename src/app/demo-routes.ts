import { DEMO_PASSWORD, demoLogins } from '../platform/access/demo';
import type { House } from '../platform/house';
import { type RouteFacts, routesOf } from '../platform/http';
import { DemoAccounts } from './accounts/session-contract';

const route = routesOf<House>();

/** What only a county of fictional people has: accounts for everybody, printed on the sign-in page. */
export const demoRoutes: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/demo/accounts',
    says: { zh: '查看演示账号', en: 'See the demo accounts' },
    who: 'anyone',
    response: DemoAccounts,
    handle: async () => ({ rows: demoLogins.map(({ login, says }) => ({ login, password: DEMO_PASSWORD, says })) }),
  }),
];
