import { absent } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import { type ReadTrx, readAs } from '../../../platform/db';
import type { House } from '../../../platform/house';
import { type RouteFacts, routesOf } from '../../../platform/http';
import { GridHistoryView, GridQuery, GridsQuery, GridsView, NewOwner, OwnerChange, OwnerParams, OwnerView } from '../contract';
import { permissions } from '../permissions';
import { problemsOfOwners } from '../rules/grid-owner';
import { things } from '../words';
import { scopeFor } from './asking';
import { findGrid, gridsOn, type PlacedGrid } from './grids';
import { assignOwner, changeOwner, isOwn } from './owner-actions';
import { listOwners, type StoredOwner } from './owner-store';
import { readingsOf } from './readings';
import { gridView, ownerView } from './views';

const route = routesOf<House>();
const reading = permissions['owner.read'];

/** Who answers for which grid. */
export const ownerRoutes: readonly RouteFacts<House>[] = [
  route({
    method: 'GET',
    url: '/api/grids',
    says: { zh: '查看网格和责任人', en: 'See the grids and who answers for them' },
    who: reading,
    query: GridsQuery,
    response: GridsView,
    handle: ({ db, context, query }) => readAs(db, context, (trx) => listGrids(trx, query)),
  }),
  route({
    method: 'GET',
    url: '/api/grid',
    says: { zh: '查看一个网格的历任责任人', en: 'See everybody who has answered for a grid' },
    who: reading,
    query: GridQuery,
    response: GridHistoryView,
    handle: ({ db, context, query }) =>
      readAs(db, context, async (trx) => {
        const scope = scopeFor(context, reading);
        const grid = await findGrid(trx, scope, query.path);
        if (grid === undefined) throw absent(things.grid);
        const owners = await listOwners(trx, scope, { path: grid.path });
        const problems = problemsOfOwners([grid], owners, grid.from, dayOf(trx.now));
        return {
          kind: grid.kind,
          path: grid.path,
          name: grid.name,
          owners: owners.map(ownerView),
          problems: problems.map(({ kind, from, until }) => ({ kind, from, until })),
          changeable: isOwn(scopeFor(context, permissions['owner.change']), grid.path),
        };
      }),
  }),
  route({
    method: 'POST',
    url: '/api/grid-owners',
    says: { zh: '指定责任人', en: 'Say who answers for a grid' },
    who: permissions['owner.change'],
    creates: true,
    body: NewOwner,
    response: OwnerView,
    handle: ({ db, context, body }) => assignOwner(db, context, body),
  }),
  route({
    method: 'PUT',
    url: '/api/grid-owners/:id',
    says: { zh: '更正责任人', en: 'Correct who answered for a grid' },
    who: permissions['owner.change'],
    params: OwnerParams,
    body: OwnerChange,
    response: OwnerView,
    handle: ({ db, context, params, body }) => changeOwner(db, context, params.id, body),
  }),
];

async function listGrids(trx: ReadTrx, { day: asked, q, kind, only, page, size }: GridsQuery) {
  const scope = scopeFor(trx.context, reading);
  const day = asked ?? dayOf(trx.now);
  const grids = await gridsOn(trx, scope, day);
  const owners = await listOwners(trx, scope, { day });
  const problemOf = new Map(problemsOfOwners(grids, owners, day, day).map((problem) => [problem.grid.path, problem.kind]));
  const ownersOf = new Map<string, StoredOwner[]>();
  for (const owner of owners) ownersOf.set(owner.path, [...(ownersOf.get(owner.path) ?? []), owner]);
  const wanted = grids.filter(
    (grid) =>
      (kind === undefined || grid.kind === kind) &&
      (only === undefined || problemOf.get(grid.path) === only) &&
      isCalled(grid, ownersOf.get(grid.path) ?? [], q.toLowerCase()),
  );
  const rows = wanted
    .slice((page - 1) * size, page * size)
    .map((grid) => gridView(grid, ownersOf.get(grid.path) ?? [], problemOf.get(grid.path) ?? null));
  const kinds = [...problemOf.values()];
  const [gaps, overlaps] = [kinds.filter((one) => one === 'gap').length, kinds.filter((one) => one === 'overlap').length];
  return { rows, total: wanted.length, page, size, day, gaps, overlaps };
}

/** Whether the name of a grid, its pinyin or its initials, or the name of one of its owners holds a text. */
function isCalled({ name }: PlacedGrid, owners: readonly StoredOwner[], part: string): boolean {
  if (part === '' || name.zh.includes(part) || owners.some((owner) => owner.name.includes(part))) return true;
  return /^[a-z]/.test(part) && readingsOf(name.zh).some((said) => said.includes(part));
}
