import { absent } from '../../../kernel/refusal';
import { readAs } from '../../../platform/db';
import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import { permissions } from '../permissions';
import {
  AlikeDecision,
  AlikeView,
  Decision,
  GroupParams,
  GroupView,
  ReviewParams,
  ReviewsQuery,
  ReviewsView,
  ReviewView,
  TakeBack,
} from '../review-contract';
import { things } from '../review-words';
import { listAlike } from './alike';
import { decide, decideAlike, takeBack, takeGroupBack } from './decisions';
import { countReviews, findReview, listReviews } from './review-queries-store';
import { reviewLines, reviewView } from './review-views';

const route = routesOf<House>();
const see = permissions['review.see'];
const may = permissions['review.decide'];

/** Pairs that may be one child: looked at, decided, taken back. */
export const reviewRoutes: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/comparison-reviews',
    says: { zh: '待判的人', en: 'Pairs to decide' },
    who: see,
    query: ReviewsQuery,
    response: ReviewsView,
    handle: ({ db, context, house, query }) =>
      readAs(db, context, async (trx) => {
        const { rows, total } = await listReviews(trx, query);
        const { page, size } = query;
        return { rows: await reviewLines(trx, house.ring, rows), total, page, size, counts: await countReviews(trx) };
      }),
  }),
  route({
    method: 'GET',
    url: '/api/comparison-reviews/:id',
    says: { zh: '一对待判的人', en: 'One pair to decide' },
    who: see,
    params: ReviewParams,
    response: ReviewView,
    handle: ({ db, context, house, params }) =>
      readAs(db, context, async (trx) => {
        const review = await findReview(trx, params.id);
        if (review === undefined) throw absent(things.review);
        return reviewView(trx, house.ring, review);
      }),
  }),
  route({
    method: 'PUT',
    url: '/api/comparison-reviews/:id/decision',
    says: { zh: '判定是不是同一人', en: 'Decide who is one child' },
    who: may,
    params: ReviewParams,
    body: Decision,
    response: ReviewView,
    handle: ({ db, context, house, params, body }) => decide(db, house.ring, context, params.id, body),
  }),
  route({
    method: 'PUT',
    url: '/api/comparison-reviews/:id/take-back',
    says: { zh: '撤销判定', en: 'Take a decision back' },
    who: may,
    params: ReviewParams,
    body: TakeBack,
    response: ReviewView,
    handle: ({ db, context, house, params, body }) => takeBack(db, house.ring, context, params.id, body),
  }),
  route({
    method: 'GET',
    url: '/api/comparison-alike',
    says: { zh: '只是写法不同的', en: 'Pairs that differ in writing alone' },
    who: see,
    response: AlikeView,
    handle: ({ db, context, house }) => readAs(db, context, (trx) => listAlike(trx, house.ring)),
  }),
  route({
    method: 'POST',
    url: '/api/comparison-alike',
    says: { zh: '一并判为同一人', en: 'Decide pairs together' },
    who: may,
    body: AlikeDecision,
    response: GroupView,
    creates: true,
    handle: ({ db, context, house, body }) => decideAlike(db, house.ring, context, body),
  }),
  route({
    method: 'PUT',
    url: '/api/comparison-alike/:group/take-back',
    says: { zh: '撤销一并判定', en: 'Take back what was decided together' },
    who: may,
    params: GroupParams,
    response: GroupView,
    handle: ({ db, context, house, params }) => takeGroupBack(db, house.ring, context, params.group),
  }),
];
