import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import { RollParams } from '../contract';
import { permissions } from '../permissions';
import { SheetQuery, SheetRequest, SheetTaken, SheetView } from '../sheet-contract';
import { readSheet, takeSheet } from './sheet-actions';

const route = routesOf<House>();

/** Rolls that come from a sheet of a school, or from a machine at its gate. */
export const sheetRoutes: readonly RouteFacts<House>[] = [
  route({
    method: 'POST',
    url: '/api/classes/:id/mark-sheets',
    says: { zh: '读考勤表文件', en: 'Read a sheet of marks' },
    who: permissions['attendance.take'],
    params: RollParams,
    query: SheetQuery,
    upload: true,
    response: SheetView,
    handle: async ({ db, context, params, query, upload }) => readSheet(db, context, params.id, query.month, await upload()),
  }),
  route({
    method: 'POST',
    url: '/api/classes/:id/sheet-rolls',
    says: { zh: '把考勤表记成点名', en: 'Take the rolls of a sheet' },
    who: permissions['attendance.take'],
    params: RollParams,
    body: SheetRequest,
    response: SheetTaken,
    creates: true,
    handle: ({ db, context, params, body }) => takeSheet(db, context, params.id, body),
  }),
];
