import { absent } from '../../../kernel/refusal';
import { readAs } from '../../../platform/db';
import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import { userNames } from '../../children/server/index';
import {
  ComparisonView,
  FindingsQuery,
  FindingsView,
  JobParams,
  RunCancelled,
  RunningView,
  RunParams,
  RunRequest,
  RunsQuery,
  RunsView,
  RunView,
} from '../contract';
import { permissions } from '../permissions';
import { things } from '../review-words';
import { findingList } from './finding-lists';
import { overview, runView } from './overview';
import { cancelRun, startRun } from './run-actions';
import { findRun, listRuns } from './run-store';

const route = routesOf<House>();
const see = permissions['comparison.see'];
const run = permissions['comparison.run'];

/** Comparisons: what there is, what was found, one begun and stopped. */
export const runRoutes: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/comparison',
    says: { zh: '名册比对', en: 'The comparison' },
    who: see,
    response: ComparisonView,
    handle: ({ db, context }) => readAs(db, context, overview),
  }),
  route({
    method: 'GET',
    url: '/api/comparison-runs',
    says: { zh: '历次比对', en: 'All comparisons' },
    who: see,
    query: RunsQuery,
    response: RunsView,
    handle: ({ db, context, query }) =>
      readAs(db, context, async (trx) => {
        const { rows, total } = await listRuns(trx, query);
        const names = await userNames(
          trx,
          rows.map(({ askedBy }) => askedBy),
        );
        return { rows: rows.map((one) => runView(one, names)), total, ...query };
      }),
  }),
  route({
    method: 'GET',
    url: '/api/comparison-runs/:run',
    says: { zh: '一次比对', en: 'One comparison' },
    who: see,
    params: RunParams,
    response: RunView,
    handle: ({ db, context, params }) =>
      readAs(db, context, async (trx) => {
        const found = await findRun(trx, { no: params.run });
        if (found === undefined) throw absent(things.run);
        return runView(found, await userNames(trx, [found.askedBy]));
      }),
  }),
  route({
    method: 'GET',
    url: '/api/comparison-findings',
    says: { zh: '比对发现的儿童', en: 'Children of a finding' },
    who: see,
    query: FindingsQuery,
    response: FindingsView,
    handle: ({ db, context, query }) => readAs(db, context, (trx) => findingList(trx, query)),
  }),
  route({
    method: 'POST',
    url: '/api/comparison-runs',
    says: { zh: '开始比对', en: 'Begin a comparison' },
    who: run,
    body: RunRequest,
    response: RunningView,
    creates: true,
    handle: ({ db, house, context }) => startRun(db, house, context),
  }),
  route({
    method: 'PUT',
    url: '/api/comparison-jobs/:job/cancel',
    says: { zh: '停止比对', en: 'Stop a comparison' },
    who: run,
    params: JobParams,
    response: RunCancelled,
    handle: ({ db, context, params }) => cancelRun(db, context, params.job),
  }),
];
