import { className, readClassName, type SchoolYear, schoolYearAfter, schoolYearOf } from '../../modules/area';
import {
  listAllSchools,
  listAreas,
  listClasses,
  readingsOf,
  type StoredClass,
  type StoredSchool,
} from '../../modules/area/server';
import type { NamedPlace, PlaceBook, Places } from '../../platform/access/places';
import { dayOf } from '../../platform/clock';
import { type Db, newId, readAs } from '../../platform/db';

type Listed = NamedPlace & {
  readonly isOpen: boolean;
  readonly isCalled: (text: string, inside: string, day: string) => boolean;
};

/** What a right over everything is over. */
export const WHOLE_COUNTY = '全县';

/** The two trees of the county's places, with this year's and next year's classes: everything a grant may name. */
export const placeBook: PlaceBook = async (db) => {
  const today = dayOf(db.now());
  const year = schoolYearOf(today);
  const found = await readAs(db, { actor: null, requestId: newId(), source: 'places' }, async (trx) => {
    const everywhere = { county: true, areas: [], schools: [] };
    const classesOf = (schoolYear: SchoolYear) => listClasses(trx, everywhere, { schoolYear });
    return {
      areas: await listAreas(trx),
      schools: await listAllSchools(trx),
      classes: [...(await classesOf(year)), ...(await classesOf(schoolYearAfter(year)))],
    };
  });
  const schoolOf = new Map(found.schools.map((school) => [school.id, school]));
  const isOpen = ({ until }: { readonly until: string | null }) => until === null || until >= today;
  const listed: Listed[] = [countyOf(db)];
  const areaNames = new Map(found.areas.map(({ code, name }) => [code, name]));
  for (const area of found.areas) {
    const { path, code, otherNames } = area;
    const depth = path.split('/').length - 1;
    // Eight names stand for two villages each: a village is shown with its township.
    const name = depth === 3 ? `${areaNames.get(area.parentCode ?? '') ?? ''} ${area.name}`.trim() : area.name;
    const isCalled = oneOf(code, area.name, ...otherNames);
    listed.push({ tree: 'area', depth, path, code, name, isOpen: isOpen(area), isCalled });
  }
  for (const school of found.schools) {
    const { path, name } = school;
    listed.push({
      tree: 'school',
      depth: 2,
      path,
      code: codeOf(school),
      name,
      isOpen: isOpen(school),
      isCalled: namesOf(school),
    });
  }
  for (const one of found.classes) {
    const school = schoolOf.get(one.schoolId);
    if (school !== undefined) listed.push({ ...classPlace(one, school), isOpen: isOpen(one) && isOpen(school) });
  }
  return placesOf(listed);
};

function placesOf(listed: readonly Listed[]): Places {
  const byPath = new Map(listed.map((place) => [place.path, place]));
  const at = (tree: string, depth: number) =>
    listed.filter((place) => place.tree === tree && place.depth === depth && place.isOpen);
  return {
    named: (path) => byPath.get(path),
    find: (tree, depth, text, inside, day) => at(tree, depth).filter(({ isCalled }) => isCalled(text.trim(), inside.trim(), day)),
    search: (tree, depth, text, limit) => {
      const part = text.trim().toLowerCase();
      return at(tree, depth)
        .filter(
          ({ name, code }) => name.includes(part) || code.includes(part) || readingsOf(name).some((said) => said.includes(part)),
        )
        .slice(0, limit);
    },
  };
}

function countyOf({ countyId }: Db): Listed {
  const isCalled = (text: string) => ['', countyId, WHOLE_COUNTY].includes(text);
  return { tree: 'county', depth: 1, path: `${countyId}/`, code: countyId, name: WHOLE_COUNTY, isOpen: true, isCalled };
}

function classPlace(one: StoredClass, school: StoredSchool): Omit<Listed, 'isOpen'> {
  const own = className(one).zh;
  const isSchool = namesOf(school);
  const isCalled = (text: string, inside: string, day: string) =>
    schoolYearOf(day) === one.schoolYear && isSchool(text) && (inside === own || isNumbered(one, inside));
  return { tree: 'school', depth: 3, path: one.path, code: codeOf(school), name: `${school.name} ${own}`, isCalled };
}

function isNumbered(one: StoredClass, text: string): boolean {
  const read = readClassName(text, one.schoolYear, (one.grades[0] ?? 0) >= 7);
  return (
    read !== undefined &&
    one.label === null &&
    one.number === read.number &&
    one.grades.length === 1 &&
    one.grades[0] === read.grade
  );
}

function codeOf(school: StoredSchool): string {
  return school.officialCode ?? '';
}

function namesOf(school: StoredSchool): (text: string) => boolean {
  return oneOf(codeOf(school), school.name, ...school.otherNames);
}

function oneOf(...names: readonly string[]): (text: string) => boolean {
  return (text) => text !== '' && names.includes(text);
}
