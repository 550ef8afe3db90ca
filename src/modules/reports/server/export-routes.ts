import { absent } from '../../../kernel/refusal';
import { readAs } from '../../../platform/db';
import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import { findChild } from '../../children/server/index';
import {
  Decision,
  ExportCounts,
  ExportDraft,
  ExportParams,
  ExportsQuery,
  ExportsView,
  ExportView,
  InsideQuery,
  InsideView,
  ReceivedView,
  VersionOnly,
} from '../contract';
import { permissions } from '../permissions';
import { things } from '../words';
import { scopeFor } from './asking';
import {
  askExport,
  countExports,
  decideExport,
  readExport,
  readExports,
  receivedOf,
  withdrawExport,
  writeAgain,
} from './export-actions';
import { readInside } from './inside-actions';
import type { FactorCheck } from './leaving-routes';

const route = routesOf<House>();
const concerned = permissions['export.see'];
const { 'export.ask': ask, 'export.approve': approve, 'export.register': register } = permissions;

/** Exports from the wish to the line in the register. */
export function exportRoutes(needFactor: FactorCheck): readonly RouteFacts<House>[] {
  return [...looking, ...deciding, asking(needFactor)];
}

const looking = [
  route({
    method: 'GET',
    url: '/api/exports',
    says: { zh: '导出申请和出局登记', en: 'Exports' },
    who: concerned,
    query: ExportsQuery,
    response: ExportsView,
    handle: ({ db, context, query }) => readExports(db, context, query),
  }),
  route({
    method: 'GET',
    url: '/api/export-counts',
    says: { zh: '等着办的导出', en: 'Exports that wait for somebody' },
    who: concerned,
    response: ExportCounts,
    handle: ({ db, context }) => countExports(db, context),
  }),
  route({
    method: 'GET',
    url: '/api/exports/:id',
    says: { zh: '一条导出申请', en: 'One export' },
    who: concerned,
    params: ExportParams,
    response: ExportView,
    handle: ({ db, context, params }) => readExport(db, context, params.id),
  }),
  route({
    method: 'GET',
    url: '/api/exports/:id/children',
    says: { zh: '一份出局的名单里有谁', en: 'Who was in what left' },
    who: register,
    params: ExportParams,
    query: InsideQuery,
    response: InsideView,
    handle: ({ db, context, params, query }) => readInside(db, context, params.id, query),
  }),
  route({
    method: 'GET',
    url: '/api/children/:id/exports',
    says: { zh: '一名儿童的信息给过谁', en: 'Who got the data of a child' },
    who: register,
    params: ExportParams,
    response: ReceivedView,
    handle: ({ db, context, params }) =>
      readAs(db, context, async (trx) => {
        const child = await findChild(trx, scopeFor(context, register), params.id);
        if (child === undefined) throw absent(things.child);
        return receivedOf(trx, child.child_id);
      }),
  }),
];

const deciding = [
  route({
    method: 'PUT',
    url: '/api/exports/:id/decision',
    says: { zh: '审批导出', en: 'Decide on an export' },
    who: approve,
    params: ExportParams,
    body: Decision,
    response: ExportView,
    handle: ({ db, context, house, params, body }) => decideExport(db, house, context, params.id, body),
  }),
  route({
    method: 'PUT',
    url: '/api/exports/:id/withdrawal',
    says: { zh: '撤回导出申请', en: 'Take an export back' },
    who: ask,
    params: ExportParams,
    body: VersionOnly,
    response: ExportView,
    handle: ({ db, context, house, params, body }) => withdrawExport(db, house, context, params.id, body.version),
  }),
  route({
    method: 'PUT',
    url: '/api/exports/:id/writing',
    says: { zh: '重新生成导出文件', en: 'Write an export again' },
    who: ask,
    params: ExportParams,
    body: VersionOnly,
    response: ExportView,
    handle: ({ db, context, house, params, body }) => writeAgain(db, house, context, params.id, body.version),
  }),
];

function asking(needFactor: FactorCheck) {
  return route({
    method: 'POST',
    url: '/api/exports',
    says: { zh: '申请导出台账', en: 'Ask for an export' },
    who: ask,
    creates: true,
    body: ExportDraft,
    response: ExportView,
    handle: ({ db, context, session, body }) => {
      needFactor(session);
      return askExport(db, context, body);
    },
  });
}
