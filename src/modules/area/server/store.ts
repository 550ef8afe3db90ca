import type { Selectable } from 'kysely';
import type { ReadTrx, Trx } from '../../../platform/db';
import type { Area, AreaName } from '../rules/area-tree';
import type { AreaTables } from './tables';

/** An area with the version that a change must name. */
export type StoredArea = Area & { readonly version: number };

/** Every area of the county, closed ones too, in the order of the codes. */
export async function listAreas(trx: ReadTrx): Promise<readonly StoredArea[]> {
  const rows = await tables(trx)
    .selectFrom('area')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .orderBy('area_code')
    .execute();
  return rows.map(areaFrom);
}

/** One area, closed ones too, or undefined. */
export async function findArea(trx: ReadTrx, code: string): Promise<StoredArea | undefined> {
  const row = await tables(trx)
    .selectFrom('area')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('area_code', '=', code)
    .executeTakeFirst();
  return row && areaFrom(row);
}

/** The names areas have had, the oldest first; of one area or of all. */
export async function listAreaNames(trx: ReadTrx, code?: string): Promise<readonly (AreaName & { readonly reason: string })[]> {
  const query = tables(trx)
    .selectFrom('area_name')
    .select(['area_code', 'from_day', 'name', 'reason'])
    .where('county_id', '=', trx.countyId)
    .orderBy('area_code')
    .orderBy('from_day');
  const rows = await (code === undefined ? query : query.where('area_code', '=', code)).execute();
  return rows.map((row) => ({ code: row.area_code, from: row.from_day, name: row.name, reason: row.reason }));
}

/**
 * Lets one change of places, schools, classes or owners come after the other, so that what was compared still holds when it is
 * written. Held until the transaction ends; reading goes on.
 */
export async function lockPlaces(trx: Trx): Promise<void> {
  await tables(trx)
    .selectFrom('area')
    .select('area_code')
    .where('county_id', '=', trx.countyId)
    .where('level', '=', 'county')
    .forNoKeyUpdate()
    .execute();
}

/** Writes new areas, parents before children, with their first names. */
export async function insertAreas(trx: Trx, areas: readonly Area[], reason: string): Promise<void> {
  if (areas.length === 0) return;
  const ordered = [...areas].sort((a, b) => a.code.length - b.code.length);
  const rows = ordered.map((area) => ({
    ...keptBy(trx),
    area_code: area.code,
    level: area.level,
    parent_code: area.parentCode,
    path: area.path,
    name: area.name,
    other_names: [...area.otherNames],
    from_day: area.from,
    until_day: area.until,
    successor_code: area.successor,
    reason,
  }));
  await tables(trx).insertInto('area').values(rows).execute();
  await insertNames(
    trx,
    ordered.map(({ code, from, name }) => ({ code, from, name })),
    reason,
  );
}

/** The name of an area from a day on; a name that was to begin on that day already is replaced. */
export async function insertNames(trx: Trx, names: readonly AreaName[], reason: string): Promise<void> {
  const rows = names.map(({ code, from, name }) => ({ ...keptBy(trx), area_code: code, from_day: from, name, reason }));
  await tables(trx)
    .insertInto('area_name')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['county_id', 'area_code', 'from_day']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        reason: eb.ref('excluded.reason'),
        changed_at: eb.ref('excluded.changed_at'),
        changed_by: eb.ref('excluded.changed_by'),
      })),
    )
    .execute();
}

/** What may change of an area. */
export type AreaEdit = Partial<Pick<Area, 'name' | 'otherNames' | 'until' | 'successor'>> & { readonly reason: string };

/** Changes an area as it was at `version`; false when somebody changed it since. */
export async function updateArea(trx: Trx, code: string, version: number, edit: AreaEdit): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('area')
    .set({
      ...changedBy(trx),
      ...(edit.name === undefined ? {} : { name: edit.name }),
      ...(edit.otherNames === undefined ? {} : { other_names: [...edit.otherNames] }),
      ...(edit.until === undefined ? {} : { until_day: edit.until }),
      ...(edit.successor === undefined ? {} : { successor_code: edit.successor }),
      reason: edit.reason,
      version: version + 1,
    })
    .where('county_id', '=', trx.countyId)
    .where('area_code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The columns that say whose row it is and who wrote it; for new rows of every table of this module. */
export function keptBy(trx: Trx): { county_id: string; changed_at: Date; changed_by: string } {
  return { county_id: trx.countyId, ...changedBy(trx) };
}

/** The columns that say who wrote a row last. */
export function changedBy(trx: Trx): { changed_at: Date; changed_by: string } {
  return { changed_at: trx.now, changed_by: trx.context.actor?.userId ?? 'system' };
}

/** Queries over this module's own tables. */
export function tables(trx: ReadTrx) {
  return trx.withTables<AreaTables>();
}

function areaFrom(row: Selectable<AreaTables['area']>): StoredArea {
  return {
    code: row.area_code,
    level: row.level,
    parentCode: row.parent_code,
    path: row.path,
    name: row.name,
    otherNames: row.other_names,
    from: row.from_day,
    until: row.until_day,
    successor: row.successor_code,
    version: row.version,
  };
}
