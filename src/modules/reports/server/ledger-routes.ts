import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import { LedgerCounts, LedgerParams, LedgerQuery, LedgerView } from '../contract';
import { permissions } from '../permissions';
import { countLedgers, readLedger } from './ledger-actions';

const route = routesOf<House>();

/** The three ledgers, looked at. */
export const ledgerRoutes: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/ledgers',
    says: { zh: '三本台账各有多少人', en: 'How many children each ledger has' },
    who: permissions['ledger.see'],
    response: LedgerCounts,
    handle: ({ db, context }) => countLedgers(db, context),
  }),
  route({
    method: 'GET',
    url: '/api/ledgers/:ledger',
    says: { zh: '查看台账', en: 'A page of a ledger' },
    who: permissions['ledger.see'],
    params: LedgerParams,
    query: LedgerQuery,
    response: LedgerView,
    handle: ({ db, context, params, query }) => readLedger(db, context, params.ledger, query),
  }),
];
