import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import { RollParams } from '../contract';
import { permissions } from '../permissions';
import {
  DraftQuery,
  DraftView,
  ReceiptRequest,
  ReportPrinted,
  ReportRequest,
  ReportsQuery,
  ReportsView,
  ReportView,
} from '../report-contract';
import { notePrint, readDraft, readReport, readReports, receiveReport, takeLetter, writeReport } from './report-actions';

const route = routesOf<House>();

/** Reports about children that are away: written by the school, received by bureau and township. */
export const reportRoutes: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/absence-reports',
    says: { zh: '查看缺课报告', en: 'See reports about children that are away' },
    who: permissions['attendance.reports'],
    query: ReportsQuery,
    response: ReportsView,
    handle: ({ db, context, house, query }) => readReports(db, context, house.ring, query),
  }),
  route({
    method: 'GET',
    url: '/api/absence-reports/:id',
    says: { zh: '查看一份缺课报告', en: 'See a report' },
    who: permissions['attendance.reports'],
    params: RollParams,
    response: ReportView,
    handle: ({ db, context, house, params }) => readReport(db, context, house.ring, params.id),
  }),
  route({
    method: 'POST',
    url: '/api/absence-reports/:id/letters',
    says: { zh: '下载缺课报告', en: 'Take a report as a document' },
    who: permissions['attendance.reports'],
    params: RollParams,
    response: 'file',
    handle: ({ db, context, house, params }) => takeLetter(db, context, house.ring, params.id),
  }),
  route({
    method: 'POST',
    url: '/api/absence-reports/:id/prints',
    says: { zh: '打印缺课报告', en: 'Print a report' },
    who: permissions['attendance.reports'],
    params: RollParams,
    response: ReportPrinted,
    handle: ({ db, context, house, params }) => notePrint(db, context, house.ring, params.id),
  }),
  route({
    method: 'GET',
    url: '/api/children/:id/absence-report-draft',
    says: { zh: '预览缺课报告', en: 'See what a report would say' },
    who: permissions['attendance.report'],
    params: RollParams,
    query: DraftQuery,
    response: DraftView,
    handle: ({ db, context, params, query }) => readDraft(db, context, params.id, query.kind),
  }),
  route({
    method: 'POST',
    url: '/api/children/:id/absence-reports',
    says: { zh: '写缺课报告', en: 'Report a child that is away' },
    who: permissions['attendance.report'],
    creates: true,
    params: RollParams,
    body: ReportRequest,
    response: ReportView,
    handle: ({ db, context, house, params, body }) => writeReport(db, context, house.ring, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/api/absence-reports/:id/receipts',
    says: { zh: '签收缺课报告', en: 'Acknowledge a report' },
    who: permissions['attendance.receive'],
    creates: true,
    params: RollParams,
    body: ReceiptRequest,
    response: ReportView,
    handle: ({ db, context, house, params, body }) => receiveReport(db, context, house.ring, params.id, body),
  }),
];
