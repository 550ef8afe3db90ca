import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import {
  CalendarQuery,
  ChildDaysView,
  ClassesQuery,
  ClassesView,
  RollParams,
  RollQuery,
  RollView,
  SchoolsQuery,
  SchoolsView,
  TakeRequest,
} from '../contract';
import { permissions } from '../permissions';
import { readChildDays, readClasses, readSchools } from './list-actions';
import { readRoll, takeRoll } from './take-actions';

const route = routesOf<House>();

/** The routes of this module. */
export const routes: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/attendance/schools',
    says: { zh: '查看各校点名进度', en: 'See how far schools have called their classes' },
    who: permissions['attendance.see'],
    query: SchoolsQuery,
    response: SchoolsView,
    handle: ({ db, context, query }) => readSchools(db, context, query),
  }),
  route({
    method: 'GET',
    url: '/api/attendance/classes',
    says: { zh: '查看各班点名', en: 'See the rolls of classes' },
    who: permissions['attendance.see'],
    query: ClassesQuery,
    response: ClassesView,
    handle: ({ db, context, query }) => readClasses(db, context, query),
  }),
  route({
    method: 'GET',
    url: '/api/classes/:id/roll',
    says: { zh: '查看一个班的点名', en: 'See the roll of a class' },
    who: permissions['attendance.see'],
    params: RollParams,
    query: RollQuery,
    response: RollView,
    handle: ({ db, context, params, query }) => readRoll(db, context, params.id, query),
  }),
  route({
    method: 'POST',
    url: '/api/classes/:id/rolls',
    says: { zh: '给一个班点名', en: 'Call the roll of a class' },
    who: permissions['attendance.take'],
    creates: true,
    params: RollParams,
    body: TakeRequest,
    response: RollView,
    handle: ({ db, context, params, body }) => takeRoll(db, context, params.id, body),
  }),
  route({
    method: 'GET',
    url: '/api/children/:id/attendance',
    says: { zh: '查看一名儿童的考勤', en: 'See how the days of a child went' },
    who: permissions['attendance.see'],
    params: RollParams,
    query: CalendarQuery,
    response: ChildDaysView,
    handle: ({ db, context, params, query }) => readChildDays(db, context, params.id, query),
  }),
];
