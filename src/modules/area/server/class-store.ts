import type { Kysely } from 'kysely';
import { covers, type Scope } from '../../../platform/access';
import { once, type ReadTrx, type Trx, withinScope } from '../../../platform/db';
import type { SchoolClass } from '../rules/school-class';
import { changedBy, keptBy, tables } from './store';
import type { AreaTables } from './tables';

/** A class with its version and the name of its school. */
export type StoredClass = SchoolClass & { readonly version: number; readonly areaPath: string; readonly school: string };

/** What a list of classes is narrowed to. */
export type ClassFilter = {
  readonly schoolYear: string;
  readonly schoolId?: string | undefined;
  readonly grade?: number | undefined;
};

/** The classes of a scope that pass a filter, by school, grade and number; of all pages where none is named. */
export async function listClasses(
  trx: ReadTrx,
  scope: Scope,
  filter: ClassFilter,
  page?: { readonly page: number; readonly size: number },
): Promise<readonly StoredClass[]> {
  const found = filtered(trx, scope, filter)
    .orderBy('school.area_path')
    .orderBy('school.name')
    .orderBy('school_class.school_id')
    .orderBy('grades')
    .orderBy('number');
  const rows = await (page ? found.limit(page.size).offset((page.page - 1) * page.size) : found).execute();
  return rows.map(classFrom);
}

/** How many classes of a scope pass a filter. */
export async function countClasses(trx: ReadTrx, scope: Scope, filter: ClassFilter): Promise<number> {
  const row = await filtered(trx, scope, filter)
    .clearSelect()
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  return Number(row.total);
}

/** One class of a scope, or undefined. */
export async function findClass(trx: ReadTrx, scope: Scope, id: string): Promise<StoredClass | undefined> {
  const [row] = await classOf(tables(trx), { county: trx.countyId, id });
  return row && covers(scope, { area: row.area_path, school: row.path }) ? classFrom(row) : undefined;
}

const classOf = once((areas: Kysely<AreaTables>, { county, id }: { readonly county: string; readonly id: string }) =>
  classes(areas).where('school_class.county_id', '=', county).where('class_id', '=', id),
);

/** Some classes of the county by their paths, in no order. */
export async function classesAt(trx: ReadTrx, paths: readonly string[]): Promise<readonly StoredClass[]> {
  if (paths.length === 0) return [];
  const rows = await inScope(trx, { county: true, areas: [], schools: [] }).where('school_class.path', 'in', paths).execute();
  return rows.map(classFrom);
}

/** Writes new classes; `areaPath` is that of their school. */
export async function insertClasses(trx: Trx, list: readonly (SchoolClass & { readonly areaPath: string })[]): Promise<void> {
  if (list.length === 0) return;
  const rows = list.map((one) => ({
    ...keptBy(trx),
    class_id: one.id,
    school_id: one.schoolId,
    path: one.path,
    area_path: one.areaPath,
    school_year: one.schoolYear,
    grades: [...one.grades],
    number: one.number,
    label: one.label,
    previous_class_id: one.previousId,
    from_day: one.from,
    until_day: one.until,
  }));
  await tables(trx).insertInto('school_class').values(rows).execute();
}

/** What may change of a class. */
export type ClassEdit = Partial<Pick<SchoolClass, 'grades' | 'number' | 'label' | 'until' | 'previousId'>>;

/** Changes a class as it was at `version`; false when somebody changed it since. */
export async function updateClass(trx: Trx, id: string, version: number, edit: ClassEdit): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('school_class')
    .set({
      ...changedBy(trx),
      ...(edit.grades === undefined ? {} : { grades: [...edit.grades] }),
      ...(edit.number === undefined ? {} : { number: edit.number }),
      ...(edit.label === undefined ? {} : { label: edit.label }),
      ...(edit.until === undefined ? {} : { until_day: edit.until }),
      ...(edit.previousId === undefined ? {} : { previous_class_id: edit.previousId }),
      version: version + 1,
    })
    .where('county_id', '=', trx.countyId)
    .where('class_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function filtered(trx: ReadTrx, scope: Scope, { schoolYear, schoolId, grade }: ClassFilter) {
  let query = inScope(trx, scope).where('school_year', '=', schoolYear);
  if (schoolId !== undefined) query = query.where('school_class.school_id', '=', schoolId);
  if (grade !== undefined) query = query.where((eb) => eb(eb.val(grade), '=', eb.fn.any('grades')));
  return query;
}

function inScope(trx: ReadTrx, scope: Scope) {
  return classes(tables(trx))
    .where('school_class.county_id', '=', trx.countyId)
    .where(withinScope(scope, { area: 'school_class.area_path', school: 'school_class.path' }));
}

function classes(areas: Kysely<AreaTables>) {
  return areas
    .selectFrom('school_class')
    .innerJoin('school', (join) =>
      join.onRef('school.county_id', '=', 'school_class.county_id').onRef('school.school_id', '=', 'school_class.school_id'),
    )
    .selectAll('school_class')
    .select('school.name as school_name');
}

type ClassRow = Awaited<ReturnType<ReturnType<typeof classes>['executeTakeFirstOrThrow']>>;

function classFrom(row: ClassRow): StoredClass {
  return {
    id: row.class_id,
    schoolId: row.school_id,
    school: row.school_name,
    path: row.path,
    areaPath: row.area_path,
    schoolYear: row.school_year,
    grades: row.grades,
    number: row.number,
    label: row.label,
    previousId: row.previous_class_id,
    from: row.from_day,
    until: row.until_day,
    version: row.version,
  };
}
