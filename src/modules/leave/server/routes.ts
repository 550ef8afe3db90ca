import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import {
  AskRequest,
  CheckQuery,
  CheckView,
  ChildLeavesView,
  ClassLeaveView,
  DecisionRequest,
  EndRequest,
  GuardianAsk,
  GuardianDone,
  GuardianForm,
  GuardianLook,
  IdParams,
  LeaveClassesView,
  LeavePrinted,
  LeaveSheetRequest,
  LeavesQuery,
  LeavesView,
  LeaveView,
  LinkRequest,
  LinkView,
  WithdrawRequest,
} from '../contract';
import { permissions } from '../permissions';
import { askLeave, checkLeave } from './ask-actions';
import { decideLeave, endLeave, withdrawLeave } from './decide-actions';
import { askByLink, lookAtLink, makeLink } from './link-actions';
import { readChildLeaves, readClassLeave, readLeave, readLeaveClasses, readLeaves } from './list-actions';
import { noteLeavePrint, takeLeaveSheet } from './sheet-actions';

const route = routesOf<House>();
const see = permissions['leave.see'];
const ask = permissions['leave.ask'];

const seeing: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/leaves',
    says: { zh: '查看请假', en: 'See leave' },
    who: see,
    query: LeavesQuery,
    response: LeavesView,
    handle: ({ db, context, query }) => readLeaves(db, context, query),
  }),
  route({
    method: 'POST',
    url: '/api/leaves/sheets',
    says: { zh: '导出假条名单', en: 'Take a list of leaves' },
    who: permissions['leave.sheet'],
    body: LeaveSheetRequest,
    response: 'file',
    handle: ({ db, context, body }) => takeLeaveSheet(db, context, body),
  }),
  route({
    method: 'POST',
    url: '/api/leaves/prints',
    says: { zh: '打印假条名单', en: 'Print a list of leaves' },
    who: permissions['leave.sheet'],
    body: LeavesQuery,
    response: LeavePrinted,
    handle: ({ db, context, body }) => noteLeavePrint(db, context, body),
  }),
  route({
    method: 'GET',
    url: '/api/leaves/:id',
    says: { zh: '查看一张假条', en: 'See a leave' },
    who: see,
    params: IdParams,
    response: LeaveView,
    handle: ({ db, context, house, params }) => readLeave(db, context, house.ring, params.id),
  }),
  route({
    method: 'GET',
    url: '/api/children/:id/leaves',
    says: { zh: '查看一名儿童的请假', en: 'See the leaves of a child' },
    who: see,
    params: IdParams,
    response: ChildLeavesView,
    handle: ({ db, context, params }) => readChildLeaves(db, context, params.id),
  }),
  route({
    method: 'GET',
    url: '/api/leave-classes',
    says: { zh: '查看可以登记请假的班', en: 'See the classes for which one asks' },
    who: ask,
    response: LeaveClassesView,
    handle: ({ db, context }) => readLeaveClasses(db, context),
  }),
  route({
    method: 'GET',
    url: '/api/classes/:id/leave',
    says: { zh: '查看一个班的请假', en: 'See the leave of a class' },
    who: ask,
    params: IdParams,
    response: ClassLeaveView,
    handle: ({ db, context, params }) => readClassLeave(db, context, params.id),
  }),
  route({
    method: 'GET',
    url: '/api/children/:id/leave-check',
    says: { zh: '计算请假天数', en: 'See what a leave would come to' },
    who: ask,
    params: IdParams,
    query: CheckQuery,
    response: CheckView,
    handle: ({ db, context, params, query }) => checkLeave(db, context, params.id, query),
  }),
];

const keeping: readonly RouteFacts<House>[] = [
  route({
    method: 'POST',
    url: '/api/leaves',
    says: { zh: '登记请假', en: 'Ask for leave' },
    who: ask,
    creates: true,
    body: AskRequest,
    response: LeaveView,
    handle: ({ db, context, house, body }) => askLeave(db, context, house.ring, body),
  }),
  route({
    method: 'POST',
    url: '/api/leaves/:id/decision',
    says: { zh: '批假', en: 'Decide on a leave' },
    who: permissions['leave.decide'],
    params: IdParams,
    body: DecisionRequest,
    response: LeaveView,
    handle: ({ db, context, house, params, body }) => decideLeave(db, context, house.ring, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/api/leaves/:id/withdrawal',
    says: { zh: '撤回假条', en: 'Withdraw a leave' },
    who: ask,
    params: IdParams,
    body: WithdrawRequest,
    response: LeaveView,
    handle: ({ db, context, house, params, body }) => withdrawLeave(db, context, house.ring, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/api/leaves/:id/return',
    says: { zh: '销假', en: 'End a leave' },
    who: ask,
    params: IdParams,
    body: EndRequest,
    response: LeaveView,
    handle: ({ db, context, house, params, body }) => endLeave(db, context, house.ring, params.id, body),
  }),
];

/** A link is not kept as the answer to a key: its token would stand in the database. Made again, the one before is good no more. */
const linking: readonly RouteFacts<House>[] = [
  route({
    method: 'POST',
    url: '/api/children/:id/leave-link',
    says: { zh: '生成请假链接', en: 'Make a link for a guardian' },
    who: ask,
    params: IdParams,
    body: LinkRequest,
    response: LinkView,
    handle: ({ db, context, params, body }) => makeLink(db, context, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/api/leave-link/look',
    says: { zh: '打开请假链接', en: 'Open a link' },
    who: 'anyone',
    body: GuardianLook,
    response: GuardianForm,
    handle: ({ db, context, body }) => lookAtLink(db, context, body.token),
  }),
  route({
    method: 'POST',
    url: '/api/leave-link',
    says: { zh: '用链接请假', en: 'Ask for leave by a link' },
    who: 'anyone',
    creates: true,
    body: GuardianAsk,
    response: GuardianDone,
    handle: ({ db, context, house, body }) => askByLink(db, context, house.ring, body),
  }),
];

/** The routes of this module. */
export const routes: readonly RouteFacts<House>[] = [...seeing, ...keeping, ...linking];
