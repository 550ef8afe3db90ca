import { pathsNamed } from '../../modules/area/server';
import { type Role, roleFacts } from '../../platform/access';
import { listGrants } from '../../platform/access/grants/grant-store';
import { approveGrants, askGrant, endGrant, renewGrants } from '../../platform/access/grants/grants';
import { readAs } from '../../platform/db';
import { routesOf } from '../../platform/http';
import { grantView, placeNames } from './account-views';
import {
  Approvals,
  Approved,
  Decision,
  GrantAsk,
  GrantsPage,
  GrantsQuery,
  IdParams,
  Made,
  PlacesFound,
  PlacesQuery,
  Renewals,
  Renewed,
  UsualEnds,
} from './accounts-contract';
import type { AccountHouse, AccountRoute } from './facts';
import { permissions } from './permissions';
import { placeBook } from './place-book';
import { Done } from './session-contract';
import { signedIn } from './session-routes';
import { usualEnds } from './usual-ends';

const route = routesOf<AccountHouse>();

/** As many places as a list under a field can show. */
const PLACES_SHOWN = 30;
/** A text that names more places than that means none of them. */
const PLACES_MEANT = 200;

/** Rights: asked for by one, approved by another, in force from day to day. */
export const grantRoutes: readonly AccountRoute[] = [
  route({
    method: 'GET',
    url: '/api/grants',
    says: { zh: '查看授权', en: 'See grants' },
    who: permissions['grant.see'],
    query: GrantsQuery,
    response: GrantsPage,
    handle: async ({ db, context, session, query }) => {
      const { page, size, text, state = null, role = null, user = null, id = null } = query;
      const part = text.trim();
      return readAs(db, context, async (trx) => {
        const places = part === '' ? [] : await pathsNamed(trx, part, PLACES_MEANT);
        const filter = { state, role: role as Role | null, userId: user, grantId: id, text: part, places };
        const { rows, total } = await listGrants(trx, filter, { page, size });
        const names = await placeNames(trx, rows);
        return { rows: rows.map((grant) => grantView(grant, names, signedIn(session).actor)), total, page, size };
      });
    },
  }),
  route({
    method: 'POST',
    url: '/api/grants',
    says: { zh: '申请授权', en: 'Ask for a grant' },
    who: permissions['grant.ask'],
    creates: true,
    body: GrantAsk,
    response: Made,
    handle: async ({ db, context, session, body }) =>
      askGrant(db, context, signedIn(session).actor, { ...body, role: body.role as Role }, await placeBook(db)),
  }),
  route({
    method: 'POST',
    url: '/api/grants/approvals',
    says: { zh: '批准授权', en: 'Approve grants' },
    who: permissions['grant.approve'],
    body: Approvals,
    response: Approved,
    handle: ({ db, context, session, body }) => approveGrants(db, context, signedIn(session).actor, body.grants),
  }),
  route({
    method: 'POST',
    url: '/api/grants/:id/end',
    says: { zh: '收回或驳回授权', en: 'End or refuse a grant' },
    who: permissions['grant.end'],
    params: IdParams,
    body: Decision,
    response: Done,
    handle: async ({ db, context, session, params, body }) => {
      const { version, reason } = body;
      await endGrant(db, context, signedIn(session).actor, { id: params.id, version }, reason);
      return { done: true as const };
    },
  }),
  route({
    method: 'POST',
    url: '/api/grants/renewals',
    says: { zh: '续期授权', en: 'Ask for grants to go on' },
    who: permissions['grant.ask'],
    creates: true,
    body: Renewals,
    response: Renewed,
    handle: ({ db, context, session, body }) => renewGrants(db, context, signedIn(session).actor, body),
  }),
  route({
    method: 'GET',
    url: '/api/grants/ends',
    says: { zh: '查看常用的结束日', en: 'See the usual last days' },
    who: permissions['grant.ask'],
    response: UsualEnds,
    handle: ({ db, context }) => usualEnds(db, context),
  }),
  route({
    method: 'GET',
    url: '/api/grants/places',
    says: { zh: '查找授权的单位', en: 'Find the place of a grant' },
    who: permissions['grant.see'],
    query: PlacesQuery,
    response: PlacesFound,
    handle: async ({ db, query }) => {
      const { tree, depth } = roleFacts(query.role as Role);
      const found = (await placeBook(db)).search(tree, depth, query.text, PLACES_SHOWN);
      return { rows: found.map(({ path, code, name }) => ({ path, code, name })) };
    },
  }),
];
