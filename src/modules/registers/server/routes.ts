import { absent } from '../../../kernel/refusal';
import { readAs } from '../../../platform/db';
import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import { workbookBytes, workbookType } from '../../../platform/sheets/index';
import { listAllSchools, loadGazetteer } from '../../area/server/index';
import {
  BatchDraft,
  BatchesQuery,
  BatchesView,
  BatchParams,
  BatchView,
  CancelRequest,
  CommitChoice,
  CurrentView,
  KindParams,
  MappingChoice,
  PreviewView,
  ProblemsQuery,
  ProblemsView,
  ReadRequest,
  RolesView,
  UndoRequest,
} from '../contract';
import { roleWords } from '../field-words';
import { permissions } from '../permissions';
import { columnRoles } from '../rules/column-roles';
import { requirements } from '../rules/required';
import { addFile, beginReading, cancel, chooseColumns, commit, openBatch, previewFor, undo } from './actions';
import { batchFor, scopeFor } from './asking';
import { batchView, unitView } from './batch-view';
import { handOut } from './hand-out';
import type { RegisterNeeds } from './needs';
import { problemsOnPage } from './preview';
import { openProblemPage } from './problem-places';
import { things } from './refusals';
import { RegisterSeal } from './sealed-rows';
import { listCurrent } from './snapshot-store';
import { listBatches } from './store';
import { templateOf } from './template';

const route = routesOf<House>();
const see = permissions['register.see'];
const bring = permissions['register.import'];

/** Lists in the browser: opened, read, looked at, corrected, taken, undone. */
export function registerRoutes(needs: RegisterNeeds): readonly RouteFacts<House>[] {
  return [...seeing, ...bringing, ...ending(needs)];
}

const seeing = [
  route({
    method: 'GET',
    url: '/api/register-batches',
    says: { zh: '名册批次', en: 'Imported lists' },
    who: see,
    query: BatchesQuery,
    response: BatchesView,
    handle: ({ db, context, query }) =>
      readAs(db, context, async (trx) => {
        const { rows, total } = await listBatches(trx, scopeFor(context, see), query, query);
        const schools = await listAllSchools(trx);
        const views = [];
        for (const batch of rows) views.push(await batchView(trx, batch, schools));
        return { rows: views, total, page: query.page, size: query.size };
      }),
  }),
  route({
    method: 'GET',
    url: '/api/register-batches/:id',
    says: { zh: '一批名册', en: 'One imported list' },
    who: see,
    params: BatchParams,
    response: BatchView,
    handle: ({ db, context, params }) =>
      readAs(db, context, async (trx) => batchView(trx, await batchFor(trx, context, see, params.id))),
  }),
  route({
    method: 'GET',
    url: '/api/register-batches/:id/preview',
    says: { zh: '导入前检查', en: 'What was found before the import' },
    who: see,
    params: BatchParams,
    response: PreviewView,
    handle: ({ db, context, house, params }) =>
      readAs(db, context, async (trx) => {
        const batch = await batchFor(trx, context, see, params.id);
        const { baseId: _, ...preview } = previewFor(batch, house, trx.countyId);
        return { ...preview, batch: await batchView(trx, batch) };
      }),
  }),
  route({
    method: 'GET',
    url: '/api/register-batches/:id/problems',
    says: { zh: '名册问题', en: 'What is wrong in a list' },
    who: see,
    params: BatchParams,
    query: ProblemsQuery,
    response: ProblemsView,
    handle: ({ db, context, house, params, query }) =>
      readAs(db, context, async (trx) => {
        const batch = await batchFor(trx, context, see, params.id);
        const { groups } = previewFor(batch, house, trx.countyId);
        const group = groups.find((one) => one.group === query.group);
        if (group === undefined) throw absent(things.batch);
        const seal = new RegisterSeal(house.ring, trx.countyId);
        const rows = await openProblemPage(trx, seal, params.id, query.group, query.page - 1);
        return { rows, total: group.count, page: query.page, size: problemsOnPage };
      }),
  }),
  route({
    method: 'GET',
    url: '/api/registers',
    says: { zh: '在用名册', en: 'Lists in use' },
    who: see,
    response: CurrentView,
    handle: ({ db, context }) =>
      readAs(db, context, async (trx) => {
        const schools = await listAllSchools(trx);
        const current = await listCurrent(trx, scopeFor(context, see));
        return {
          rows: current.map(({ kind, unit, asOf, rows, batchId, createdAt }) => ({
            ...{ kind, asOf, rows, batchId },
            unit: unitView(unit, schools),
            since: createdAt.toISOString(),
          })),
        };
      }),
  }),
  route({
    method: 'GET',
    url: '/api/register-kinds/:kind/columns',
    says: { zh: '可选的列', en: 'What a column can be for' },
    who: bring,
    params: KindParams,
    response: RolesView,
    handle: async ({ params }) => ({
      roles: columnRoles.map((role) => ({ role, ...roleWords[role] })),
      required: requirements[params.kind].map(({ anyOf, severity }) => ({ anyOf: [...anyOf], severity })),
    }),
  }),
  route({
    method: 'GET',
    url: '/api/register-kinds/:kind/template',
    says: { zh: '下载名册模板', en: 'Download the template of a list' },
    who: bring,
    params: KindParams,
    response: 'file',
    handle: async ({ db, context, params }) => {
      const { county } = await readAs(db, context, loadGazetteer);
      const { name, bytes } = await templateOf(
        params.kind,
        county.townships.map((township) => township.name),
      );
      return { name, mediaType: workbookType, body: bytes };
    },
  }),
];

const bringing = [
  route({
    method: 'POST',
    url: '/api/register-batches',
    says: { zh: '新建导入', en: 'Begin an import' },
    who: bring,
    body: BatchDraft,
    response: BatchView,
    creates: true,
    handle: ({ db, context, body }) => openBatch(db, context, body),
  }),
  route({
    method: 'POST',
    url: '/api/register-batches/:id/files',
    says: { zh: '上传名册文件', en: 'Upload a file of a list' },
    who: bring,
    params: BatchParams,
    response: BatchView,
    creates: true,
    upload: true,
    handle: async ({ db, context, house, params, upload }) => addFile(db, house, context, params.id, await upload()),
  }),
  route({
    method: 'POST',
    url: '/api/register-batches/:id/read',
    says: { zh: '读取名册', en: 'Read a list' },
    who: bring,
    params: BatchParams,
    body: ReadRequest,
    response: BatchView,
    handle: ({ db, context, house, params, body }) => beginReading(db, house, context, params.id, body.version),
  }),
  route({
    method: 'PUT',
    url: '/api/register-batches/:id/mapping',
    says: { zh: '指出列的含义', en: 'Say what columns are for' },
    who: bring,
    params: BatchParams,
    body: MappingChoice,
    response: BatchView,
    handle: ({ db, context, house, params, body }) => chooseColumns(db, house, context, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/api/register-batches/:id/problem-rows',
    says: { zh: '下载问题行', en: 'Download the rows to be mended' },
    who: bring,
    params: BatchParams,
    response: 'file',
    handle: async ({ db, context, house, params }) => ({
      name: '问题行.xlsx',
      mediaType: workbookType,
      body: await workbookBytes(await handOut(db, house, context, params.id)),
    }),
  }),
  route({
    method: 'POST',
    url: '/api/register-batches/:id/commit',
    says: { zh: '确认导入', en: 'Import a list' },
    who: bring,
    params: BatchParams,
    body: CommitChoice,
    response: BatchView,
    handle: ({ db, context, house, params, body }) => commit(db, house, context, params.id, body),
  }),
];

function ending(needs: RegisterNeeds): RouteFacts<House>[] {
  return [
    route({
      method: 'POST',
      url: '/api/register-batches/:id/undo',
      says: { zh: '撤销导入', en: 'Undo an import' },
      who: permissions['register.undo'],
      params: BatchParams,
      body: UndoRequest,
      response: BatchView,
      handle: ({ db, context, params, body }) => undo(db, context, params.id, body, needs),
    }),
    route({
      method: 'POST',
      url: '/api/register-batches/:id/cancel',
      says: { zh: '取消导入', en: 'Cancel an import' },
      who: bring,
      params: BatchParams,
      body: CancelRequest,
      response: BatchView,
      handle: ({ db, context, params, body }) => cancel(db, context, params.id, body.version),
    }),
  ];
}
