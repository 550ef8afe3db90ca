import { sql } from 'kysely';
import type { ReadTrx } from '../../../platform/db';
import { className } from '../../area/index';
import type { ReportTables } from './tables';

/** What places, schools and classes are called, by their paths. */
export type PlaceNames = {
  /** 乡镇 of a path in the area tree, '' where none is known */ township(path: string): string;
  village(path: string): string;
  school(path: string): string;
  /** 学校标识码 */ schoolCode(path: string): string;
  className(path: string): string;
};

/** Names of the places in which some rows stand, however many places the county has. */
export async function namesOf(trx: ReadTrx, areaPaths: Iterable<string>, schoolPaths: Iterable<string>): Promise<PlaceNames> {
  const areas = levels(areaPaths);
  const schools = levels(schoolPaths);
  const all = tables(trx);
  const of = (paths: readonly string[]) => sql<string>`any(${paths}::text[])`;
  const { countyId } = trx;
  const areaRows = await all
    .selectFrom('report_area')
    .select(['path', 'name'])
    .where('county_id', '=', countyId)
    .where('path', '=', of(areas))
    .execute();
  const schoolRows = await all
    .selectFrom('report_school')
    .select(['path', 'name', 'official_code'])
    .where('county_id', '=', countyId)
    .where('path', '=', of(schools))
    .execute();
  const classRows = await all
    .selectFrom('report_class')
    .select(['path', 'grades', 'number', 'label'])
    .where('county_id', '=', countyId)
    .where('path', '=', of(schools))
    .execute();
  const areaName = new Map(areaRows.map(({ path, name }) => [path, name]));
  const ofSchool = new Map(schoolRows.map((row) => [row.path, row]));
  const ofClass = new Map(classRows.map((row) => [row.path, className(row).zh]));
  return {
    township: (path) => areaName.get(upTo(path, 2)) ?? '',
    village: (path) => areaName.get(upTo(path, 3)) ?? '',
    school: (path) => ofSchool.get(upTo(path, 2))?.name ?? '',
    schoolCode: (path) => ofSchool.get(upTo(path, 2))?.official_code ?? '',
    className: (path) => ofClass.get(path) ?? '',
  };
}

/** What places and schools are called that filters name: 六官营子镇 小河湾村 of a code; the code or id where there is none of it. */
export async function namesOfChosen(trx: ReadTrx, codes: readonly string[], ids: readonly string[]) {
  const all = codes.flatMap((code) => [code.slice(0, 9), code]);
  const areas = await tables(trx)
    .selectFrom('report_area')
    .select(['area_code', 'name'])
    .where('county_id', '=', trx.countyId)
    .where('area_code', '=', sql<string>`any(${all}::text[])`)
    .execute();
  const schools = await tables(trx)
    .selectFrom('report_school')
    .select(['school_id', 'name'])
    .where('county_id', '=', trx.countyId)
    .where('school_id', '=', sql<string>`any(${ids}::text[])`)
    .execute();
  const areaName = new Map(areas.map((row) => [row.area_code, row.name]));
  const schoolName = new Map(schools.map((row) => [row.school_id, row.name]));
  return {
    area(code: string): string {
      const levels = code.length > 9 ? [code.slice(0, 9), code] : [code];
      return levels.map((one) => areaName.get(one) ?? one).join(' ');
    },
    school: (id: string): string => schoolName.get(id) ?? id,
  };
}

/** The path of a place by its code; undefined where there is none. */
export async function pathOfPlace(trx: ReadTrx, code: string): Promise<string | undefined> {
  const of = tables(trx).selectFrom('report_area').select('path').where('county_id', '=', trx.countyId);
  return (await of.where('area_code', '=', code).executeTakeFirst())?.path;
}

/** The path of a school by its id; undefined where there is none. */
export async function pathOfSchool(trx: ReadTrx, id: string): Promise<string | undefined> {
  const of = tables(trx).selectFrom('report_school').select('path').where('county_id', '=', trx.countyId);
  return (await of.where('school_id', '=', id).executeTakeFirst())?.path;
}

/** Who answers for some places and classes on a day, by their paths; of several the one who began last. */
export async function ownersOf(trx: ReadTrx, paths: readonly string[], day: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(trx)
    .selectFrom('report_owner')
    .select(['path', 'name'])
    .where('county_id', '=', trx.countyId)
    .where('path', '=', sql<string>`any(${paths}::text[])`)
    .where('from_day', '<=', day)
    .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>=', day)]))
    .orderBy('from_day')
    .execute();
  return new Map(rows.map(({ path, name }) => [path, name]));
}

/** Paths with those above them but the county's, each once. */
export function levels(paths: Iterable<string>): readonly string[] {
  return [...new Set([...paths].flatMap((path) => [upTo(path, 2), upTo(path, 3)]))];
}

/** The first parts of a path: two are a township or school, three a village or class. */
export function upTo(path: string, parts: number): string {
  return `${path.split('/').slice(0, parts).join('/')}/`;
}

function tables(trx: ReadTrx) {
  return trx.withTables<ReportTables>();
}
