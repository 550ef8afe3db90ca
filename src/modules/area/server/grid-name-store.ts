import { sql } from 'kysely';
import type { Sentence } from '../../../kernel/refusal';
import type { ReadTrx } from '../../../platform/db';
import { className } from '../rules/school-class';
import { tables } from './store';

/** What a grid was called on a day, and the text by which its siblings are put in order: codes of areas, names of schools, grades. */
export type GridName = { readonly says: Sentence; readonly order: string };

/**
 * The names of some grids of either tree on a day, by their paths; a path of nothing that is known has none. Names of places,
 * schools and classes are public in the county, so no scope narrows them. A query for each level that is asked for.
 */
export async function gridNames(trx: ReadTrx, paths: readonly string[], day: string): Promise<ReadonlyMap<string, GridName>> {
  const parted = paths.map((path) => ({ path, parts: path.split('/').slice(0, -1) }));
  const isArea = ({ parts }: { parts: readonly string[] }) => parts.length === 1 || /^\d{9}$/.test(parts[1] ?? '');
  const areas = parted.filter(isArea);
  const ofSchools = parted.filter((one) => !isArea(one));
  const names = new Map<string, GridName>();
  const put = (list: typeof parted, found: ReadonlyMap<string, GridName>) => {
    for (const { path, parts } of list) {
      const name = found.get(parts.at(-1) ?? '');
      if (name) names.set(path, name);
    }
  };
  const schools = ofSchools.filter(({ parts }) => parts.length === 2);
  const classes = ofSchools.filter(({ parts }) => parts.length === 3);
  const [ofAreas, ofEachSchool, ofClasses] = await Promise.all([
    areaNames(trx, lastParts(areas), day),
    schoolNames(trx, lastParts(schools)),
    classNames(trx, lastParts(classes)),
  ]);
  put(areas, ofAreas);
  put(schools, ofEachSchool);
  put(classes, ofClasses);
  return names;
}

function lastParts(list: readonly { readonly parts: readonly string[] }[]): readonly string[] {
  return list.map(({ parts }) => parts.at(-1) ?? '');
}

async function areaNames(trx: ReadTrx, codes: readonly string[], day: string): Promise<ReadonlyMap<string, GridName>> {
  if (codes.length === 0) return new Map();
  // The names of a day are looked up once for all: a look for each of twenty townships costs five times as much.
  const then = tables(trx)
    .selectFrom('area_name')
    .distinctOn('area_code')
    .select(['area_code', 'name'])
    .where('county_id', '=', trx.countyId)
    .where('area_code', '=', anyOf(codes))
    .where('from_day', '<=', day)
    .orderBy('area_code')
    .orderBy('from_day', 'desc');
  const rows = await tables(trx)
    .selectFrom('area')
    .leftJoin(then.as('then'), 'then.area_code', 'area.area_code')
    .select(['area.area_code', 'area.name', 'then.name as name_then'])
    .where('area.county_id', '=', trx.countyId)
    .where('area.area_code', '=', anyOf(codes))
    .execute();
  return new Map(
    rows.map(({ area_code: code, name, name_then }) => [code, { says: same(name_then ?? name), order: code }] as const),
  );
}

async function schoolNames(trx: ReadTrx, ids: readonly string[]): Promise<ReadonlyMap<string, GridName>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(trx)
    .selectFrom('school')
    .select(['school_id', 'name', 'area_path'])
    .where('county_id', '=', trx.countyId)
    .where('school_id', '=', anyOf(ids))
    .execute();
  return new Map(
    rows.map(({ school_id: id, name, area_path: area }) => [id, { says: same(name), order: `${area} ${name}` }] as const),
  );
}

async function classNames(trx: ReadTrx, ids: readonly string[]): Promise<ReadonlyMap<string, GridName>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(trx)
    .selectFrom('school_class')
    .select(['class_id', 'grades', 'number', 'label', 'school_year'])
    .where('county_id', '=', trx.countyId)
    .where('class_id', '=', anyOf(ids))
    .execute();
  return new Map(
    rows.map((row) => {
      const order = [row.school_year, row.grades.join('-'), String(row.number).padStart(3, '0')].join(' ');
      return [row.class_id, { says: className(row), order }] as const;
    }),
  );
}

/** One parameter, however many there are, so that the statement is planned once a connection. */
function anyOf(ids: readonly string[]) {
  return sql<string>`any(${ids}::text[])`;
}

function same(name: string): Sentence {
  return { zh: name, en: name };
}
