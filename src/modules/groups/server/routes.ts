import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import {
  ChildGroupsView,
  ChildParams,
  DueView,
  EndRequest,
  GroupsView,
  MarkedView,
  MarkRequest,
  MembersQuery,
  MembersView,
  RevealRequest,
} from '../contract';
import { ListQuery, ListRequest, ListTaken, ListView } from '../list-contract';
import { permissions } from '../permissions';
import { endMark, markChild, readGroups, revealMark } from './actions';
import { readDue } from './due-actions';
import { readList, takeList } from './list-actions';
import { readCounts, readMembers } from './member-actions';

const route = routesOf<House>();

/** The routes of this module. */
export const routes: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/children/:id/groups',
    says: { zh: '查看一名儿童的重点人群标记', en: 'See the marks of a child' },
    who: permissions['group.flag'],
    params: ChildParams,
    response: ChildGroupsView,
    handle: ({ db, context, house, session, params }) =>
      readGroups({ db, context, ring: house.ring, sessionId: session?.sessionId ?? '', id: params.id }),
  }),
  route({
    method: 'POST',
    url: '/api/children/:id/groups',
    says: { zh: '添加重点人群标记', en: 'Mark a child' },
    who: permissions['group.mark'],
    creates: true,
    params: ChildParams,
    body: MarkRequest,
    response: MarkedView,
    handle: ({ db, context, house, session, params, body }) =>
      markChild({ db, context, ring: house.ring, sessionId: session?.sessionId ?? '', id: params.id }, body),
  }),
  route({
    method: 'POST',
    url: '/api/children/:id/groups/end',
    says: { zh: '结束重点人群标记', en: 'End a mark' },
    who: permissions['group.mark'],
    params: ChildParams,
    body: EndRequest,
    response: ChildGroupsView,
    handle: ({ db, context, house, session, params, body }) =>
      endMark({ db, context, ring: house.ring, sessionId: session?.sessionId ?? '', id: params.id }, body),
  }),
  route({
    method: 'POST',
    url: '/api/children/:id/groups/reveal',
    says: { zh: '填理由查看不直接显示的标记', en: 'See a hidden mark, with a reason' },
    who: permissions['group.reveal'],
    params: ChildParams,
    body: RevealRequest,
    response: ChildGroupsView,
    // No idempotency key: its answer would be kept in the clear, and looking twice is looking twice.
    handle: ({ db, context, house, session, params, body }) =>
      revealMark({ db, context, ring: house.ring, sessionId: session?.sessionId ?? '', id: params.id }, body),
  }),
  route({
    method: 'GET',
    url: '/api/groups',
    says: { zh: '查看重点人群人数', en: 'See how many children stand in each group' },
    who: permissions['group.list'],
    response: GroupsView,
    handle: ({ db, context, house }) => readCounts(db, context, house.ring),
  }),
  route({
    method: 'GET',
    url: '/api/groups/due',
    says: { zh: '查看快到期的标记和休学、延缓', en: 'See whose marks and papers run out' },
    who: permissions['group.list'],
    response: DueView,
    handle: ({ db, context, house }) => readDue(db, context, house.ring),
  }),
  route({
    method: 'GET',
    url: '/api/groups/children',
    says: { zh: '查看一类重点人群的名单', en: 'See the children of a group' },
    who: permissions['group.list'],
    query: MembersQuery,
    response: MembersView,
    handle: ({ db, context, house, query }) => readMembers(db, context, house.ring, query),
  }),
  route({
    method: 'POST',
    url: '/api/groups/lists',
    says: { zh: '读民政名单文件', en: 'Read a list of civil affairs' },
    who: permissions['group.mark'],
    query: ListQuery,
    upload: true,
    response: ListView,
    handle: async ({ db, context, house, query, upload }) =>
      readList({ db, context, ring: house.ring }, query.group, await upload()),
  }),
  route({
    method: 'POST',
    url: '/api/groups/list-marks',
    says: { zh: '按民政名单添加标记', en: 'Mark the children of a list' },
    who: permissions['group.mark'],
    creates: true,
    body: ListRequest,
    response: ListTaken,
    handle: ({ db, context, house, body }) => takeList({ db, context, ring: house.ring }, body),
  }),
];
