import type { ReadTrx } from '../../../platform/db';
import { className } from '../rules/school-class';
import { tables } from './store';

/**
 * What places are called, by path, closed ones too: a village with its township, a class with its school. A path that names
 * nothing has no entry. Three queries by key, however large the county.
 */
export async function namesOfPaths(trx: ReadTrx, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(paths)];
  if (wanted.length === 0) return new Map();
  const townships = wanted
    .filter((path) => steps(path) === 3)
    .map((path) => path.slice(0, path.lastIndexOf('/', path.length - 2) + 1));
  const areas = await areasAt(trx, [...new Set([...wanted, ...townships])]);
  const schools = await tables(trx)
    .selectFrom('school')
    .select(['path', 'name'])
    .where('county_id', '=', trx.countyId)
    .where('path', 'in', wanted)
    .execute();
  const classes = await classesAt(trx, wanted);
  const names = new Map(schools.map(({ path, name }) => [path, name]));
  for (const [path, name] of areas) {
    const above = steps(path) === 3 ? areas.get(path.slice(0, path.lastIndexOf('/', path.length - 2) + 1)) : undefined;
    if (wanted.includes(path)) names.set(path, above === undefined ? name : `${above} ${name}`);
  }
  for (const { path, school, ...one } of classes) names.set(path, `${school} ${className(one).zh}`);
  return names;
}

/** The paths of the places whose name or code holds a text, at most `limit`; of a school its own, not those of its classes. */
export async function pathsNamed(trx: ReadTrx, text: string, limit: number): Promise<readonly string[]> {
  const part = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const areas = tables(trx)
    .selectFrom('area')
    .select('path')
    .where('county_id', '=', trx.countyId)
    .where('level', '!=', 'county');
  const schools = tables(trx).selectFrom('school').select('path').where('county_id', '=', trx.countyId);
  const found = [
    ...(await areas
      .where((eb) => eb.or([eb('name', 'like', part), eb('area_code', 'like', part)]))
      .limit(limit)
      .execute()),
    ...(await schools
      .where((eb) => eb.or([eb('name', 'like', part), eb('official_code', 'like', part)]))
      .limit(limit)
      .execute()),
  ];
  return found.slice(0, limit).map(({ path }) => path);
}

async function areasAt(trx: ReadTrx, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(trx)
    .selectFrom('area')
    .select(['path', 'name'])
    .where('county_id', '=', trx.countyId)
    .where('path', 'in', paths)
    .execute();
  return new Map(rows.map(({ path, name }) => [path, name]));
}

async function classesAt(trx: ReadTrx, paths: readonly string[]) {
  return tables(trx)
    .selectFrom('school_class as c')
    .innerJoin('school as s', (join) => join.onRef('s.county_id', '=', 'c.county_id').onRef('s.school_id', '=', 'c.school_id'))
    .select(['c.path', 'c.grades', 'c.number', 'c.label', 'c.school_year as schoolYear', 's.name as school'])
    .where('c.county_id', '=', trx.countyId)
    .where('c.path', 'in', paths)
    .execute();
}

/** 1 the county, 2 a township or school, 3 a village or class. */
function steps(path: string): number {
  return path.split('/').length - 1;
}
