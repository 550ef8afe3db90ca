import type { Scope } from '../../../platform/access';
import { below, type ReadTrx, type Trx } from '../../../platform/db';
import type { School, SchoolDraft, SchoolKind } from '../rules/school';
import { changedBy, keptBy, tables } from './store';

/** A school with the version that a change must name. */
export type StoredSchool = School & { readonly version: number };

/** What a list of schools is narrowed to. */
export type SchoolFilter = {
  /** part of a name or of the code */ readonly q?: string;
  readonly kind?: SchoolKind | undefined;
  /** path of an area, for everything below it */ readonly areaPath?: string | undefined;
  readonly state: 'open' | 'closed' | 'all';
  /** the day that open and closed are meant for */ readonly day: string;
};

/** All schools of the county whoever asks: names of schools are public, and rules compare with all of them. */
export async function listAllSchools(trx: ReadTrx): Promise<readonly StoredSchool[]> {
  const rows = await schools(trx).orderBy('area_path').orderBy('name').orderBy('school_id').execute();
  return rows.map(schoolFrom);
}

/** The schools of a scope that pass a filter, by place and name; `total` counts those of all pages. */
export async function listSchools(
  trx: ReadTrx,
  scope: Scope,
  filter: SchoolFilter,
  page: { readonly page: number; readonly size: number },
): Promise<{ rows: readonly StoredSchool[]; total: number }> {
  const found = filtered(trx, scope, filter);
  const { total } = await found
    .clearSelect()
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .orderBy('area_path')
    .orderBy('name')
    .orderBy('school_id')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute();
  return { rows: rows.map(schoolFrom), total: Number(total) };
}

/** One school of a scope, or undefined. */
export async function findSchool(trx: ReadTrx, scope: Scope, id: string): Promise<StoredSchool | undefined> {
  const row = await filtered(trx, scope, { state: 'all', day: '' }).where('school_id', '=', id).executeTakeFirst();
  return row && schoolFrom(row);
}

/** Writes a new school; its path follows from its id. */
export async function insertSchools(trx: Trx, list: readonly School[], reason: string): Promise<void> {
  if (list.length === 0) return;
  // A teaching point comes after the school it belongs to.
  const ordered = [...list].sort((a, b) => Number(a.parentId !== null) - Number(b.parentId !== null));
  const rows = ordered.map((school) => ({
    ...keptBy(trx),
    ...recordOf(school),
    school_id: school.id,
    path: school.path,
    area_path: school.areaPath,
    from_day: school.from,
    until_day: school.until,
    reason,
  }));
  await tables(trx).insertInto('school').values(rows).execute();
}

/** Changes a school as it was at `version`; false when somebody changed it since. Its classes and owners follow it to its area. */
export async function updateSchool(
  trx: Trx,
  { id, path, version }: StoredSchool,
  draft: SchoolDraft & { readonly areaPath: string; readonly until: string | null },
  reason: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('school')
    .set({
      ...changedBy(trx),
      ...recordOf(draft),
      area_path: draft.areaPath,
      until_day: draft.until,
      reason,
      version: version + 1,
    })
    .where('county_id', '=', trx.countyId)
    .where('school_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  for (const table of ['school_class', 'grid_owner'] as const) {
    await tables(trx)
      .updateTable(table)
      .set({ area_path: draft.areaPath })
      .where('county_id', '=', trx.countyId)
      .where(below('path', [path]))
      .where('area_path', '!=', draft.areaPath)
      .execute();
  }
  return true;
}

/** Ends the classes and owners of a school that last longer than it; answers with how many rows that were. */
export async function endBelowSchool(trx: Trx, path: string, until: string): Promise<number> {
  let ended = 0;
  for (const table of ['school_class', 'grid_owner'] as const) {
    const { numUpdatedRows } = await tables(trx)
      .updateTable(table)
      .set((eb) => ({ ...changedBy(trx), until_day: until, version: eb('version', '+', 1) }))
      .where('county_id', '=', trx.countyId)
      .where(below('path', [path]))
      .where('from_day', '<=', until)
      .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>', until)]))
      .executeTakeFirst();
    ended += Number(numUpdatedRows);
  }
  return ended;
}

function filtered(trx: ReadTrx, scope: Scope, { q = '', kind, areaPath, state, day }: SchoolFilter) {
  let query = schools(trx).where((eb) =>
    scope.county
      ? eb.lit(true)
      : eb.or([
          below('area_path', scope.areas),
          // A class teacher's own school lies above the class.
          ...scope.schools.map((path) => eb('path', '=', schoolOf(path))),
        ]),
  );
  if (q !== '') {
    const part = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((eb) =>
      eb.or([eb('name', 'like', part), eb('official_code', 'like', part), eb(eb.val(q), '=', eb.fn.any('other_names'))]),
    );
  }
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (areaPath !== undefined) query = query.where(below('area_path', [areaPath]));
  if (state === 'open') query = query.where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>=', day)]));
  if (state === 'closed') query = query.where('until_day', '<', day);
  return query;
}

/** 211324/<school>/<class>/ → 211324/<school>/ */
function schoolOf(path: string): string {
  return `${path.split('/').slice(0, 2).join('/')}/`;
}

function schools(trx: ReadTrx) {
  return tables(trx).selectFrom('school').selectAll().where('county_id', '=', trx.countyId);
}

function recordOf(draft: SchoolDraft) {
  return {
    official_code: draft.officialCode,
    name: draft.name,
    other_names: [...draft.otherNames],
    kind: draft.kind,
    parent_school_id: draft.parentId,
    area_code: draft.areaCode,
    first_grade: draft.firstGrade,
    last_grade: draft.lastGrade,
  };
}

type SchoolRow = Awaited<ReturnType<ReturnType<typeof schools>['executeTakeFirstOrThrow']>>;

function schoolFrom(row: SchoolRow): StoredSchool {
  return {
    id: row.school_id,
    path: row.path,
    officialCode: row.official_code,
    name: row.name,
    otherNames: row.other_names,
    kind: row.kind,
    parentId: row.parent_school_id,
    areaCode: row.area_code,
    areaPath: row.area_path,
    firstGrade: row.first_grade,
    lastGrade: row.last_grade,
    from: row.from_day,
    until: row.until_day,
    version: row.version,
  };
}
