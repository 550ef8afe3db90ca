import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import {
  AbsencesQuery,
  AbsencesView,
  CalendarQuery,
  ChildDaysView,
  ClassesQuery,
  ClassesView,
  FollowUpView,
  NoteRequest,
  RollParams,
  RollQuery,
  RollView,
  SchoolsQuery,
  SchoolsView,
  TakeRequest,
} from '../contract';
import { permissions } from '../permissions';
import { UndoneView } from '../undone-contract';
import { noteContact, readAbsences, readFollowUp } from './absence-actions';
import { readChildDays, readClasses, readSchools } from './list-actions';
import { monthRoutes } from './month-routes';
import { patternRoutes } from './pattern-routes';
import { reportRoutes } from './report-routes';
import { sheetRoutes } from './sheet-routes';
import { readRoll, takeRoll } from './take-actions';
import { readUndone } from './undone-actions';

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
    url: '/api/absences',
    says: { zh: '查看没来的孩子', en: 'See who is away without leave' },
    who: permissions['attendance.see'],
    query: AbsencesQuery,
    response: AbsencesView,
    handle: ({ db, context, query }) => readAbsences(db, context, query),
  }),
  route({
    method: 'GET',
    url: '/api/children/:id/follow-up',
    says: { zh: '查看缺课跟进', en: 'See what was done about a child that is away' },
    who: permissions['attendance.see'],
    params: RollParams,
    response: FollowUpView,
    handle: ({ db, context, house, params }) => readFollowUp(db, context, house.ring, params.id),
  }),
  route({
    method: 'POST',
    url: '/api/children/:id/contacts',
    says: { zh: '记录缺课联系', en: 'Note a contact about a child that is away' },
    who: permissions['attendance.contact'],
    creates: true,
    params: RollParams,
    body: NoteRequest,
    response: FollowUpView,
    handle: ({ db, context, house, params, body }) => noteContact(db, context, house.ring, params.id, body),
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
  ...monthRoutes,
  ...sheetRoutes,
  ...patternRoutes,
  ...reportRoutes,
  route({
    method: 'GET',
    url: '/api/attendance/undone',
    says: { zh: '查看改过的缺课', en: 'See absences that were taken back' },
    who: permissions['attendance.see'],
    response: UndoneView,
    handle: ({ db, context }) => readUndone(db, context),
  }),
];
