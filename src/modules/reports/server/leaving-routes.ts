import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf, type SessionFacts } from '../../../platform/http';
import { ExportParams, LedgerParams, PasswordView, PrintRequest, PrintView, RosterRequest, VersionOnly } from '../contract';
import { permissions } from '../permissions';
import { passwordOf, printLedger, takeExport, takeRoster } from './taking-actions';

const route = routesOf<House>();
const ask = permissions['export.ask'];

/** Throws unless whoever takes data out has shown a second factor. */
export type FactorCheck = (session: SessionFacts | null) => void;

/** What leaves the house: a workbook with its password, a roster, a printed page. */
export function leavingRoutes(needFactor: FactorCheck): readonly RouteFacts<House>[] {
  return [
    route({
      method: 'PUT',
      url: '/api/exports/:id/password',
      says: { zh: '取导出文件的密码', en: 'Get the password of an export' },
      who: ask,
      params: ExportParams,
      body: VersionOnly,
      response: PasswordView,
      handle: ({ db, context, house, session, params, body }) => {
        needFactor(session);
        return passwordOf(db, house, context, params.id, body.version);
      },
    }),
    route({
      method: 'POST',
      url: '/api/exports/:id/file',
      says: { zh: '下载导出文件', en: 'Take an export' },
      who: ask,
      params: ExportParams,
      body: VersionOnly,
      response: 'file',
      handle: ({ db, context, house, session, params, body }) => {
        needFactor(session);
        return takeExport(db, house, context, params.id, body.version);
      },
    }),
    route({
      method: 'POST',
      url: '/api/ledgers/:ledger/roster',
      says: { zh: '直接导出花名册', en: 'Take a roster' },
      who: permissions['ledger.roster'],
      params: LedgerParams,
      body: RosterRequest,
      response: 'file',
      handle: ({ db, context, house, params, body }) => takeRoster(db, house, context, params.ledger, body),
    }),
    route({
      method: 'POST',
      url: '/api/ledgers/:ledger/prints',
      says: { zh: '打印台账', en: 'Print a page of a ledger' },
      who: permissions['ledger.print'],
      params: LedgerParams,
      body: PrintRequest,
      response: PrintView,
      handle: ({ db, context, params, body }) => printLedger(db, context, params.ledger, body),
    }),
  ];
}
