import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import { RollParams } from '../contract';
import { MonthPrinted, MonthQuery, MonthRequest, MonthView } from '../month-contract';
import { permissions } from '../permissions';
import { noteMonthPrint, readMonth, takeMonthSheet } from './month-actions';

const route = routesOf<House>();

/** A class on the days of a month: seen, printed, taken as a workbook. */
export const monthRoutes: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/classes/:id/month',
    says: { zh: '查看一个班一个月的考勤', en: 'See a month of a class' },
    who: permissions['attendance.see'],
    params: RollParams,
    query: MonthQuery,
    response: MonthView,
    handle: ({ db, context, params, query }) => readMonth(db, context, params.id, query),
  }),
  route({
    method: 'POST',
    url: '/api/classes/:id/month-sheets',
    says: { zh: '导出班级考勤表', en: 'Take the sheet of a class' },
    who: permissions['attendance.sheet'],
    params: RollParams,
    body: MonthRequest,
    response: 'file',
    handle: ({ db, context, params, body }) => takeMonthSheet(db, context, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/api/classes/:id/month-prints',
    says: { zh: '打印班级考勤表', en: 'Print the sheet of a class' },
    who: permissions['attendance.sheet'],
    params: RollParams,
    body: MonthRequest,
    response: MonthPrinted,
    handle: ({ db, context, params, body }) => noteMonthPrint(db, context, params.id, body),
  }),
];
