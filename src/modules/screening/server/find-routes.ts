import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import { IdParams } from '../contract';
import { FindDecision, FindRequest, FindsQuery, FindsView, FindView } from '../find-contract';
import { permissions } from '../permissions';
import { readFind, readFinds, settleFind, tellOfFind } from './find-actions';

const route = routesOf<House>();
const see = permissions['screening.see'];

/** 铁脚板: children who are on no list, told by whoever meets them, and settled by the bureau. */
export const findRoutes: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/screening-campaigns/:id/finds',
    says: { zh: '查看名册外的孩子', en: 'See children who are on no list' },
    who: see,
    params: IdParams,
    query: FindsQuery,
    response: FindsView,
    handle: ({ db, context, params, query }) => readFinds(db, context, params.id, query),
  }),
  route({
    method: 'POST',
    url: '/api/screening-campaigns/:id/finds',
    says: { zh: '上报名册外的孩子', en: 'Tell of a child who is on no list' },
    who: permissions['screening.answer'],
    creates: true,
    params: IdParams,
    body: FindRequest,
    response: FindView,
    handle: ({ db, context, house, params, body }) => tellOfFind(db, context, house.ring, params.id, body),
  }),
  route({
    method: 'GET',
    url: '/api/screening-finds/:id',
    says: { zh: '查看一名名册外的孩子', en: 'See one child who is on no list' },
    who: see,
    params: IdParams,
    response: FindView,
    handle: ({ db, context, house, params }) => readFind(db, context, house.ring, params.id),
  }),
  route({
    method: 'POST',
    url: '/api/screening-finds/:id/decision',
    says: { zh: '认定名册外的孩子', en: 'Say who a child on no list is' },
    who: permissions['screening.decide'],
    creates: true,
    params: IdParams,
    body: FindDecision,
    response: FindView,
    handle: ({ db, context, house, params, body }) => settleFind(db, context, house.ring, params.id, body),
  }),
];
