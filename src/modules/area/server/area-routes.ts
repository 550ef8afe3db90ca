import { absent } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import { readAs } from '../../../platform/db';
import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import { workbookFile } from '../../../platform/sheets/index';
import {
  AreaChange,
  AreaClosing,
  AreaDraft,
  AreaHistoryView,
  AreaImport,
  AreaImported,
  AreaParams,
  AreaPreview,
  AreasQuery,
  AreasView,
  AreaTableText,
  AreaView,
} from '../contract';
import { permissions } from '../permissions';
import { areasAsOf } from '../rules/area-tree';
import { things } from '../words';
import { addArea, changeArea, closeArea } from './area-actions';
import { importAreas, previewOf } from './area-import';
import { areaSheet, areaTemplate, readAreaSheet } from './area-sheet';
import { readingsOf } from './readings';
import { findArea, listAreaNames, listAreas } from './store';

const route = routesOf<House>();

/** The places of the county. Codes and names are public, so every signed-in user reads them all. */
export const areaRoutes: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/areas',
    says: { zh: '查看行政区划', en: 'See the townships and villages' },
    who: 'signed-in',
    query: AreasQuery,
    response: AreasView,
    handle: ({ db, context, query }) =>
      readAs(db, context, async (trx) => {
        const day = query.day ?? dayOf(trx.now);
        const areas = await listAreas(trx);
        const version = new Map(areas.map((area) => [area.code, area.version]));
        const present = areasAsOf(areas, await listAreaNames(trx), day);
        return {
          day,
          areas: present.map((area) => ({ ...area, version: version.get(area.code) ?? 1, sounds: readingsOf(area.name) })),
        };
      }),
  }),
  route({
    method: 'GET',
    url: '/api/areas/:code',
    says: { zh: '查看一个区划和它的历史', en: 'See a place and its history' },
    who: 'signed-in',
    params: AreaParams,
    response: AreaHistoryView,
    handle: ({ db, context, params }) =>
      readAs(db, context, async (trx) => {
        const area = await findArea(trx, params.code);
        if (area === undefined) throw absent(things.area);
        const names = await listAreaNames(trx, params.code);
        return { area, names: names.map(({ from, name, reason }) => ({ from, name, reason })) };
      }),
  }),
  route({
    method: 'GET',
    url: '/api/area-table',
    says: { zh: '下载区划表', en: 'Download the table of places' },
    who: 'signed-in',
    response: 'file',
    handle: ({ db, context }) =>
      readAs(db, context, async (trx) => {
        const areas = areasAsOf(await listAreas(trx), await listAreaNames(trx), dayOf(trx.now));
        return workbookFile(`行政区划-${trx.countyId}.xlsx`, [areaSheet(areas)]);
      }),
  }),
  route({
    method: 'POST',
    url: '/api/areas',
    says: { zh: '新增区划', en: 'Add a place' },
    who: permissions['area.change'],
    creates: true,
    body: AreaDraft,
    response: AreaView,
    handle: ({ db, context, body }) => addArea(db, context, body),
  }),
  route({
    method: 'PUT',
    url: '/api/areas/:code',
    says: { zh: '修改区划名称', en: 'Rename a place' },
    who: permissions['area.change'],
    params: AreaParams,
    body: AreaChange,
    response: AreaView,
    handle: ({ db, context, params, body }) => changeArea(db, context, params.code, body),
  }),
  route({
    method: 'PUT',
    url: '/api/areas/:code/end',
    says: { zh: '撤销区划', en: 'Close a place' },
    who: permissions['area.change'],
    params: AreaParams,
    body: AreaClosing,
    response: AreaView,
    handle: ({ db, context, params, body }) => closeArea(db, context, params.code, body),
  }),
  route({
    method: 'GET',
    url: '/api/area-table/template',
    says: { zh: '下载区划表模板', en: 'Download the template of a table of places' },
    who: permissions['area.change'],
    response: 'file',
    handle: ({ db }) => workbookFile('区划表模板.xlsx', areaTemplate(db.countyId)),
  }),
  route({
    method: 'POST',
    url: '/api/area-table/sheet',
    says: { zh: '读区划表文件', en: 'Read the file of a table of places' },
    who: permissions['area.change'],
    upload: true,
    response: AreaTableText,
    handle: async ({ upload }) => readAreaSheet(await upload()),
  }),
  route({
    method: 'POST',
    url: '/api/area-table/preview',
    says: { zh: '预览区划表导入', en: 'Look at what a table of places would change' },
    who: permissions['area.change'],
    body: AreaTableText,
    response: AreaPreview,
    handle: ({ db, context, body }) =>
      readAs(db, context, async (trx) => previewOf(await listAreas(trx), body.text, trx.countyId)),
  }),
  route({
    method: 'POST',
    url: '/api/area-table',
    says: { zh: '导入区划表', en: 'Import a table of places' },
    who: permissions['area.change'],
    creates: true,
    body: AreaImport,
    response: AreaImported,
    handle: ({ db, context, body }) => importAreas(db, context, body),
  }),
];
