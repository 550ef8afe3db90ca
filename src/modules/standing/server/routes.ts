import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import {
  NewPolicyVersion,
  PolicyView,
  RollCallQuery,
  RollCallView,
  RollChangesQuery,
  RollChangesView,
  RollChildrenQuery,
  RollChildrenView,
  RollPrint,
  RollPrinted,
  StandingParams,
  StandingQuery,
  StandingView,
} from '../contract';
import { permissions } from '../permissions';
import { standingOfChild } from './child-standing';
import { readPolicy, setPolicy } from './policy';
import { callRoll } from './roll-call';
import { listRollChanges, listRollChildren, notePrint } from './roll-children';

const route = routesOf<House>();

/** The routes of this module. */
export const routes: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/roll-call',
    says: { zh: '查看点名', en: 'Call the roll of a grid' },
    who: permissions['roll.see'],
    query: RollCallQuery,
    response: RollCallView,
    handle: ({ db, context, query }) => callRoll(db, context, query),
  }),
  route({
    method: 'GET',
    url: '/api/roll-call/children',
    says: { zh: '查看数字背后的儿童', en: 'See the children behind a number' },
    who: permissions['roll.children'],
    query: RollChildrenQuery,
    response: RollChildrenView,
    handle: ({ db, context, query }) => listRollChildren(db, context, query),
  }),
  route({
    method: 'GET',
    url: '/api/roll-call/changes',
    says: { zh: '查看两天之间的变化', en: 'See what changed between two days' },
    who: permissions['roll.children'],
    query: RollChangesQuery,
    response: RollChangesView,
    handle: ({ db, context, query }) => listRollChanges(db, context, query),
  }),
  route({
    method: 'POST',
    url: '/api/roll-call/prints',
    says: { zh: '打印点名', en: 'Print a roll call' },
    who: permissions['roll.see'],
    creates: true,
    body: RollPrint,
    response: RollPrinted,
    handle: ({ db, context, body }) => notePrint(db, context, body),
  }),
  route({
    method: 'GET',
    url: '/api/children/:id/standing',
    says: { zh: '查看一名儿童的就学状态', en: 'See where a child stands and why' },
    who: permissions['roll.children'],
    params: StandingParams,
    query: StandingQuery,
    response: StandingView,
    handle: ({ db, context, params, query }) => standingOfChild(db, context, params.id, query.day),
  }),
  route({
    method: 'GET',
    url: '/api/standing-policy',
    says: { zh: '查看判定口径', en: 'See how standings are judged' },
    who: permissions['roll.see'],
    response: PolicyView,
    handle: ({ db, context }) => readPolicy(db, context),
  }),
  route({
    method: 'POST',
    url: '/api/standing-policy/versions',
    says: { zh: '设定判定口径', en: 'Set how standings are judged' },
    who: permissions['policy.set'],
    creates: true,
    body: NewPolicyVersion,
    response: PolicyView,
    handle: ({ db, context, body }) => setPolicy(db, context, body),
  }),
];
