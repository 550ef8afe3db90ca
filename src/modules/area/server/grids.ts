import { covers, type Scope } from '../../../platform/access';
import type { ReadTrx } from '../../../platform/db';
import { areasAsOf } from '../rules/area-tree';
import type { Grid } from '../rules/grid-owner';
import { className } from '../rules/school-class';
import { daysOfSchoolYear, schoolYearOf } from '../rules/school-year';
import { findClass, listClasses, type StoredClass } from './class-store';
import { findSchool, listSchools, type StoredSchool } from './school-store';
import { findArea, listAreaNames, listAreas, type StoredArea } from './store';

/** A grid with the path of the place it lies in. */
export type PlacedGrid = Grid & { readonly areaPath: string };

/** All grids of a scope on a day: townships, villages, schools, and the classes of the day's school year. */
export async function gridsOn(trx: ReadTrx, scope: Scope, day: string): Promise<readonly PlacedGrid[]> {
  const areas = areasAsOf(await listAreas(trx), await listAreaNames(trx), day);
  const nameOf = new Map(areas.map(({ code, name }) => [code, name]));
  const places = areas.filter(({ path, level }) => level !== 'county' && covers(scope, { area: path }));
  const all = { page: 1, size: Number.MAX_SAFE_INTEGER };
  const { rows: schools } = await listSchools(trx, scope, { state: 'open', day }, all);
  const whole = schools.filter(({ areaPath, path, from }) => from <= day && covers(scope, { area: areaPath, school: path }));
  const classes = (await listClasses(trx, scope, { schoolYear: schoolYearOf(day) })).map(gridOfClass);
  return [
    ...places.map((area) => gridOfArea(area, nameOf.get(area.parentCode ?? ''))),
    ...whole.map(gridOfSchool),
    ...classes.filter(({ from, until }) => from <= day && (until === null || until >= day)),
  ];
}

/** One grid of a scope by its path, or undefined. */
export async function findGrid(trx: ReadTrx, scope: Scope, path: string): Promise<PlacedGrid | undefined> {
  const [county, second = '', third = ''] = path.split('/');
  if (county !== trx.countyId || !path.endsWith('/')) return undefined;
  if (/^\d{9}$/.test(second)) {
    const area = await findArea(trx, third === '' ? second : third);
    if (area?.path !== path || !covers(scope, { area: path })) return undefined;
    const township = third === '' ? undefined : await findArea(trx, second);
    return gridOfArea(area, township?.name);
  }
  if (third !== '') {
    const found = await findClass(trx, scope, third);
    return found?.path === path ? gridOfClass(found) : undefined;
  }
  const school = await findSchool(trx, scope, second);
  return school?.path === path && covers(scope, { area: school.areaPath, school: path }) ? gridOfSchool(school) : undefined;
}

function gridOfArea({ level, path, name, from, until }: Omit<StoredArea, 'version'>, township = ''): PlacedGrid {
  const village = level === 'village';
  const full = village ? `${township}${name}` : name;
  return { kind: village ? 'village' : 'township', path, areaPath: path, name: { zh: full, en: full }, from, until };
}

function gridOfSchool({ path, areaPath, name, from, until }: StoredSchool): PlacedGrid {
  return { kind: 'school', path, areaPath, name: { zh: name, en: name }, from, until };
}

function gridOfClass(one: StoredClass): PlacedGrid {
  const { path, areaPath, from, schoolYear, school } = one;
  const { zh, en } = className(one);
  const until = one.until ?? daysOfSchoolYear(schoolYear).last;
  return { kind: 'class', path, areaPath, name: { zh: `${school} ${zh}`, en: `${school} ${en}` }, from, until };
}
