import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import { ChildItemsView, ClassParams, ItemsQuery, ItemsView, ItemView, OwnerRequest, StepRequest } from '../contract';
import { permissions } from '../permissions';
import { assignItem, followItem, readChildItems, readItem, readItems } from './item-actions';

const route = routesOf<House>();

/** The list of differences. */
export const itemRoutes: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/check-items',
    says: { zh: '查看差异单', en: 'See the list of differences' },
    who: permissions['check.see'],
    query: ItemsQuery,
    response: ItemsView,
    handle: ({ db, context, query }) => readItems(db, context, query),
  }),
  route({
    method: 'GET',
    url: '/api/check-items/:id',
    says: { zh: '查看一条差异', en: 'See a difference' },
    who: permissions['check.see'],
    params: ClassParams,
    response: ItemView,
    handle: ({ db, context, house, params }) => readItem(db, context, house.ring, params.id),
  }),
  route({
    method: 'PUT',
    url: '/api/check-items/:id/state',
    says: { zh: '跟进一条差异', en: 'Follow a difference up' },
    who: permissions['check.follow'],
    params: ClassParams,
    body: StepRequest,
    response: ItemView,
    handle: ({ db, context, house, params, body }) => followItem(db, context, house.ring, params.id, body),
  }),
  route({
    method: 'PUT',
    url: '/api/check-items/:id/owner',
    says: { zh: '调整差异责任人', en: 'Say who follows a difference' },
    who: permissions['check.assign'],
    params: ClassParams,
    body: OwnerRequest,
    response: ItemView,
    handle: ({ db, context, house, params, body }) => assignItem(db, context, house.ring, params.id, body),
  }),
  route({
    method: 'GET',
    url: '/api/children/:id/check-items',
    says: { zh: '查看一名儿童的差异', en: 'See the differences about a child' },
    who: permissions['check.see'],
    params: ClassParams,
    response: ChildItemsView,
    handle: ({ db, context, params }) => readChildItems(db, context, params.id),
  }),
];
