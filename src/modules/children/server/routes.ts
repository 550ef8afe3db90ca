import { readAs } from '../../../platform/db';
import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import { ChildParams, ChildView, RevealRequest, RevealView } from '../contract';
import { permissions } from '../permissions';
import { viewChild } from './child-reads';
import { reveal } from './reveal-actions';

const route = routesOf<House>();

/** Children: found, looked at, put right, merged and taken apart. */
export const routes: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/children/:id',
    says: { zh: '查看一名儿童', en: 'See a child' },
    who: permissions['child.find'],
    params: ChildParams,
    response: ChildView,
    handle: ({ db, context, house, session, params }) =>
      readAs(db, context, (trx) => viewChild(trx, house.ring, session?.sessionId ?? '', params.id)),
  }),
  route({
    method: 'POST',
    url: '/api/children/:id/reveals',
    says: { zh: '填理由查看完整信息', en: 'See a masked field in full, with a reason' },
    who: permissions['child.reveal'],
    params: ChildParams,
    body: RevealRequest,
    response: RevealView,
    // No idempotency key: its answer would be kept in the clear, and looking twice is looking twice.
    handle: ({ db, context, house, session, params, body }) =>
      reveal(db, context, house.ring, session?.sessionId ?? '', params.id, body),
  }),
];
