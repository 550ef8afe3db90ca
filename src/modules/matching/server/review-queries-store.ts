import type { ReadTrx } from '../../../platform/db';
import type { ReviewsQuery } from '../review-contract';
import { scoresOf } from '../rules/likelihood';
import type { DecisionRecord, MatchingTables, ReviewRecord } from './tables';

/** How many pairs wait, are decided and not followed yet, are decided, are asked no more. */
export type ReviewCounts = { readonly open: number; readonly waiting: number; readonly decided: number; readonly gone: number };

/** A page of pairs: those that wait the surest first, the others as they were decided or changed last. */
export async function listReviews(
  trx: ReadTrx,
  query: ReviewsQuery,
): Promise<{ readonly rows: readonly ReviewRecord[]; readonly total: number }> {
  const found = filtered(trx, query);
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const ordered =
    query.state === 'open'
      ? found.orderBy('score', 'desc').orderBy('review_id')
      : found.orderBy('decided_at', (order) => order.desc().nullsLast()).orderBy('review_id');
  const rows = await ordered
    .selectAll()
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute();
  return { rows, total };
}

/** Every pair that waits for a person. */
export async function listOpenReviews(trx: ReadTrx): Promise<readonly ReviewRecord[]> {
  return reviews(trx).selectAll().where('state', '=', 'open').orderBy('score', 'desc').orderBy('review_id').execute();
}

/** How many pairs stand in each state. */
export async function countReviews(trx: ReadTrx): Promise<ReviewCounts> {
  const rows = await reviews(trx)
    .select((eb) => [
      'state',
      eb.fn.countAll<number>().as('pairs'),
      eb.fn
        .countAll<number>()
        .filterWhere((where) => where.and([where('decision', '<>', 'unsure'), where('applied_run', 'is', null)]))
        .as('waiting'),
    ])
    .groupBy('state')
    .execute();
  const of = (state: ReviewRecord['state']) => rows.find((row) => row.state === state);
  const [open, decided, gone] = [of('open')?.pairs ?? 0, of('decided')?.pairs ?? 0, of('gone')?.pairs ?? 0];
  return { open, waiting: of('decided')?.waiting ?? 0, decided, gone };
}

/** One pair; `lock` keeps it until the transaction ends. */
export async function findReview(trx: ReadTrx, id: string, lock = false): Promise<ReviewRecord | undefined> {
  const query = reviews(trx).selectAll().where('review_id', '=', id);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

/** Some pairs, locked in the order of their ids, so that two who decide the same ones wait for each other. */
export async function lockReviews(trx: ReadTrx, ids: readonly string[]): Promise<readonly ReviewRecord[]> {
  return reviews(trx).selectAll().where('review_id', 'in', ids).orderBy('review_id').forUpdate().execute();
}

/** What was ever said about a pair, oldest first. */
export async function listDecisions(trx: ReadTrx, reviewId: string): Promise<readonly DecisionRecord[]> {
  return decisions(trx).where('review_id', '=', reviewId).orderBy('decided_at').orderBy('decision_id').execute();
}

/** What was decided together in one go. */
export async function listGroup(trx: ReadTrx, groupId: string): Promise<readonly DecisionRecord[]> {
  return decisions(trx).where('group_id', '=', groupId).orderBy('decision_id').execute();
}

function filtered(trx: ReadTrx, { state, kinds, likelihood, lapsed }: ReviewsQuery) {
  let query = reviews(trx).where('state', '=', state === 'waiting' ? 'decided' : state);
  if (state === 'waiting') query = query.where('decision', '<>', 'unsure').where('applied_run', 'is', null);
  if (kinds === 'enrolments') query = query.where('left_kind', '=', 'household');
  if (kinds === 'attending') query = query.where('left_kind', '=', 'attending').where('right_kind', '=', 'enrolment');
  if (kinds === 'leftovers') query = query.where('left_kind', '=', 'attending').where('right_kind', '=', 'household');
  if (kinds === 'others') query = query.where('left_kind', 'in', ['poverty', 'disability']);
  if (lapsed) query = query.where('decision', 'is not', null);
  if (likelihood === undefined) return query;
  const [from, below] = scoresOf(likelihood);
  return query.where('score', '>=', from).where('score', '<', below);
}

function reviews(trx: ReadTrx) {
  return tables(trx).selectFrom('match_review').where('county_id', '=', trx.countyId);
}

function decisions(trx: ReadTrx) {
  return tables(trx).selectFrom('match_decision').selectAll().where('county_id', '=', trx.countyId);
}

function tables(trx: ReadTrx) {
  return trx.withTables<MatchingTables>();
}
