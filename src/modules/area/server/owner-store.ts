import type { Scope } from '../../../platform/access';
import { type ReadTrx, type Trx, withinScope } from '../../../platform/db';
import type { GridKind, GridOwner } from '../rules/grid-owner';
import { changedBy, keptBy, tables } from './store';

/** An owner with the version that a change must name. */
export type StoredOwner = GridOwner & { readonly version: number; readonly kind: GridKind; readonly areaPath: string };

/** The owners of all grids of a scope, on one day or on any, the earliest first; of one grid when a path is named. */
export async function listOwners(
  trx: ReadTrx,
  scope: Scope,
  filter: { readonly day?: string; readonly path?: string } = {},
): Promise<readonly StoredOwner[]> {
  const { day, path } = filter;
  let query = inScope(trx, scope);
  if (path !== undefined) query = query.where('path', '=', path);
  if (day !== undefined) {
    query = query.where('from_day', '<=', day).where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>=', day)]));
  }
  const rows = await query.orderBy('path').orderBy('from_day').orderBy('owner_id').execute();
  return rows.map(ownerFrom);
}

/** One owner of a scope, or undefined. */
export async function findOwner(trx: ReadTrx, scope: Scope, id: string): Promise<StoredOwner | undefined> {
  const row = await inScope(trx, scope).where('owner_id', '=', id).executeTakeFirst();
  return row && ownerFrom(row);
}

/** Writes who answers for a grid. */
export async function insertOwners(
  trx: Trx,
  owners: readonly (GridOwner & { readonly kind: GridKind; readonly areaPath: string })[],
  reason: string,
): Promise<void> {
  if (owners.length === 0) return;
  const rows = owners.map((owner) => ({
    ...keptBy(trx),
    owner_id: owner.id,
    grid: owner.kind,
    path: owner.path,
    area_path: owner.areaPath,
    user_id: owner.userId,
    name: owner.name,
    duty: owner.duty,
    from_day: owner.from,
    until_day: owner.until,
    reason,
  }));
  await tables(trx).insertInto('grid_owner').values(rows).execute();
}

/** What may change of an owner. */
export type OwnerEdit = Partial<Pick<GridOwner, 'userId' | 'name' | 'duty' | 'from' | 'until'>> & { readonly reason: string };

/** Changes an owner as it was at `version`; false when somebody changed it since. */
export async function updateOwner(trx: Trx, id: string, version: number, edit: OwnerEdit): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('grid_owner')
    .set({
      ...changedBy(trx),
      ...(edit.userId === undefined ? {} : { user_id: edit.userId }),
      ...(edit.name === undefined ? {} : { name: edit.name }),
      ...(edit.duty === undefined ? {} : { duty: edit.duty }),
      ...(edit.from === undefined ? {} : { from_day: edit.from }),
      ...(edit.until === undefined ? {} : { until_day: edit.until }),
      reason: edit.reason,
      version: version + 1,
    })
    .where('county_id', '=', trx.countyId)
    .where('owner_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function inScope(trx: ReadTrx, scope: Scope) {
  return tables(trx)
    .selectFrom('grid_owner')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where(withinScope(scope, { area: 'area_path', school: 'path' }));
}

type OwnerRow = Awaited<ReturnType<ReturnType<typeof inScope>['executeTakeFirstOrThrow']>>;

function ownerFrom(row: OwnerRow): StoredOwner {
  return {
    id: row.owner_id,
    kind: row.grid,
    path: row.path,
    areaPath: row.area_path,
    userId: row.user_id,
    name: row.name,
    duty: row.duty,
    from: row.from_day,
    until: row.until_day,
    version: row.version,
  };
}
