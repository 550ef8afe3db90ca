import { readAs } from '../../../platform/db';
import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import { MergeAsked, MergeDetail, MergeParams, MergeRequest, MergeStepRequest, MergesQuery, MergesView } from '../contract';
import { permissions } from '../permissions';
import { askMerge, stepMerge } from './merge-actions';
import { viewMerge, viewMerges } from './merge-reads';
import type { ChildrenNeeds } from './needs';

const route = routesOf<House>();
const sees = permissions['merge.see'];
const decides = permissions['merge.decide'];

/** Records that are one child: merged and taken apart by two people. */
export function mergeRoutes(needs: ChildrenNeeds): readonly RouteFacts<House>[] {
  return [
    route({
      method: 'GET',
      url: '/api/child-merges',
      says: { zh: '查看合并', en: 'See merges' },
      who: sees,
      query: MergesQuery,
      response: MergesView,
      handle: ({ db, context, query }) => readAs(db, context, (trx) => viewMerges(trx, query)),
    }),
    route({
      method: 'GET',
      url: '/api/child-merges/:id',
      says: { zh: '查看一条合并', en: 'See a merge' },
      who: sees,
      params: MergeParams,
      response: MergeDetail,
      handle: ({ db, context, house, params }) => readAs(db, context, (trx) => viewMerge(trx, house.ring, needs, params.id)),
    }),
    route({
      method: 'POST',
      url: '/api/child-merges',
      says: { zh: '申请合并', en: 'Ask for a merge' },
      who: decides,
      body: MergeRequest,
      response: MergeAsked,
      creates: true,
      handle: ({ db, context, body }) => askMerge(db, context, body),
    }),
    route({
      method: 'POST',
      url: '/api/child-merges/:id/steps',
      says: { zh: '办理合并', en: 'Do a step of a merge' },
      who: decides,
      params: MergeParams,
      body: MergeStepRequest,
      response: MergeDetail,
      handle: async ({ db, context, house, params, body }) => {
        await stepMerge(db, context, house.ring, needs, params.id, body);
        return readAs(db, context, (trx) => viewMerge(trx, house.ring, needs, params.id));
      },
    }),
  ];
}
