import { readAs } from '../../../platform/db';
import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import {
  ChildParams,
  ChildView,
  Correction,
  CorrectionParams,
  FindQuery,
  FoundChildren,
  LooksQuery,
  LooksView,
  NumberSearch,
  RevealRequest,
  RevealView,
  SourcesView,
  TimelineView,
} from '../contract';
import { permissions } from '../permissions';
import { viewChild, viewLooks, viewSources, viewTimeline } from './child-reads';
import { correct } from './correction-actions';
import { searchByName, searchByNumber } from './find-actions';
import { mergeRoutes } from './merge-routes';
import type { ChildrenNeeds } from './needs';
import { reveal } from './reveal-actions';

const route = routesOf<House>();
const finds = permissions['child.find'];
const looksBehind = permissions['child.sources'];

/** Children: found, looked at, put right, merged and taken apart. `needs` is what hangs on a child in later modules. */
export function childRoutes(needs: ChildrenNeeds): readonly RouteFacts<House>[] {
  return [...finding, ...seeing, ...behind(needs), ...changing, ...mergeRoutes(needs)];
}

const finding = [
  route({
    method: 'GET',
    url: '/api/children',
    says: { zh: '按姓名查找儿童', en: 'Find children by name' },
    who: finds,
    query: FindQuery,
    response: FoundChildren,
    handle: ({ db, context, query }) => searchByName(db, context, query.q),
  }),
  route({
    method: 'POST',
    url: '/api/child-number-searches',
    says: { zh: '按完整号码查找儿童', en: 'Find children by a whole number' },
    who: finds,
    body: NumberSearch,
    response: FoundChildren,
    // No idempotency key: it makes nothing but its line in the trail, and asking twice is asking twice.
    handle: ({ db, context, house, body }) => searchByNumber(db, context, house.ring, body.number),
  }),
];

const seeing = [
  route({
    method: 'GET',
    url: '/api/children/:id',
    says: { zh: '查看一名儿童', en: 'See a child' },
    who: finds,
    params: ChildParams,
    response: ChildView,
    handle: ({ db, context, house, session, params }) =>
      readAs(db, context, (trx) => viewChild(trx, house.ring, session?.sessionId ?? '', params.id), 'once'),
  }),
];

const behind = (needs: ChildrenNeeds) => [
  route({
    method: 'GET',
    url: '/api/children/:id/sources',
    says: { zh: '查看名册来源', en: 'See the rows of lists behind a child' },
    who: looksBehind,
    params: ChildParams,
    response: SourcesView,
    handle: ({ db, context, house, session, params }) =>
      readAs(db, context, (trx) => viewSources(trx, house.ring, needs, session?.sessionId ?? '', params.id)),
  }),
  route({
    method: 'GET',
    url: '/api/children/:id/timeline',
    says: { zh: '查看经过', en: 'See what happened to a child' },
    who: looksBehind,
    params: ChildParams,
    response: TimelineView,
    handle: ({ db, context, params }) => readAs(db, context, (trx) => viewTimeline(trx, params.id)),
  }),
  route({
    method: 'GET',
    url: '/api/children/:id/looks',
    says: { zh: '查看谁看过', en: 'See who has looked at masked fields of a child' },
    who: looksBehind,
    params: ChildParams,
    query: LooksQuery,
    response: LooksView,
    handle: ({ db, context, params, query }) => readAs(db, context, (trx) => viewLooks(trx, params.id, query)),
  }),
];

const changing = [
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
  route({
    method: 'PUT',
    url: '/api/children/:id/corrections/:field',
    says: { zh: '更正儿童信息', en: 'Put a record right' },
    who: permissions['child.correct'],
    params: CorrectionParams,
    body: Correction,
    response: ChildView,
    handle: ({ db, context, house, params, body }) => correct(db, context, house.ring, params, body),
  }),
];
