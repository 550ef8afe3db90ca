import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import { RollParams } from '../contract';
import { ChildSignsView, PatternsQuery, PatternsView } from '../pattern-contract';
import { permissions } from '../permissions';
import { readChildSigns, readPatterns } from './pattern-actions';

const route = routesOf<House>();

/** What is worth a look in the term so far: of the asker's children, and of one of them. */
export const patternRoutes: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/attendance/patterns',
    says: { zh: '查看值得留意的考勤', en: 'See which attendance is worth a look' },
    who: permissions['attendance.see'],
    query: PatternsQuery,
    response: PatternsView,
    handle: ({ db, context, query }) => readPatterns(db, context, query),
  }),
  route({
    method: 'GET',
    url: '/api/children/:id/attendance-signs',
    says: { zh: '查看一名儿童值得留意的考勤', en: 'See what is worth a look in the attendance of a child' },
    who: permissions['attendance.see'],
    params: RollParams,
    response: ChildSignsView,
    handle: ({ db, context, params }) => readChildSigns(db, context, params.id),
  }),
];
