import { kazuo, pathOfCode, type School, type SchoolClass, schoolKinds } from '../../modules/area';
import type { SeededSchools } from '../../modules/area/server';
import { newId } from '../../platform/db';
import type { County } from './county';
import { hanSurnames } from './name-pools';
import { adultGiven } from './naming';
import { draw, makeRng, type Rng } from './random';

const YEAR = '2024-2025';
/** Schools are older than every list; classes begin with their school year. */
const OPENED = '2010-09-01';
const TERM = '2024-09-01';

/** Schools, classes and owners of every grid of a made-up county, as the registers of the same county name them. */
export function demoSchools(countyId: string, county: County): SeededSchools {
  const rng = makeRng(county.seed, 41);
  const townshipCodes = new Map(kazuo().townships.map((township) => [township.name, countyId + township.code]));
  const schools = county.schools.list.map((school): School => {
    const id = newId();
    const areaCode = townshipCodes.get(school.township) ?? countyId;
    const kind = school.stage;
    const grades = kind === 'junior' ? { first: 7, last: 9 } : schoolKinds[kind];
    return {
      id,
      path: `${countyId}/${id}/`,
      officialCode: school.code,
      name: school.name,
      otherNames: [],
      kind,
      parentId: null,
      areaCode,
      areaPath: pathOfCode(areaCode),
      firstGrade: grades.first,
      lastGrade: grades.last,
      from: OPENED,
      until: null,
    };
  });
  const classes = classesOf(county, schools);
  return { schools, classes, owners: ownersOf(rng, county, schools, classes) };
}

type PlacedClass = SchoolClass & { readonly areaPath: string };

function classesOf(county: County, schools: readonly School[]): readonly PlacedClass[] {
  const keys = new Set(
    county.children.filter((child) => child.school >= 0).map((child) => `${child.school} ${child.grade} ${child.classNo}`),
  );
  return [...keys].sort().flatMap((key) => {
    const [place = 0, grade = 0, number = 0] = key.split(' ').map(Number);
    const school = schools[place];
    if (school === undefined || grade < 1) return [];
    const id = newId();
    const path = `${school.path}${id}/`;
    const life = { previousId: null, from: TERM, until: null };
    return [
      {
        id,
        schoolId: school.id,
        path,
        areaPath: school.areaPath,
        schoolYear: YEAR,
        grades: [grade],
        number,
        label: null,
        ...life,
      },
    ];
  });
}

function ownersOf(
  rng: Rng,
  county: County,
  schools: readonly School[],
  classes: readonly PlacedClass[],
): SeededSchools['owners'] {
  const owner = (kind: SeededSchools['owners'][number]['kind'], path: string, areaPath: string, duty: string, from: string) => {
    const name = draw(hanSurnames, rng) + adultGiven(rng, rng.chance(0.5) ? 'father' : 'mother');
    return { id: newId(), kind, path, areaPath, userId: null, name, duty, from, until: null };
  };
  const townships = [...new Set(county.places.map((place) => place.code.slice(0, 9)))];
  const since = '2023-06-30';
  return [
    ...townships.map((code) => owner('township', pathOfCode(code), pathOfCode(code), '分管教育负责人', since)),
    ...county.places.map(({ code }) => owner('village', pathOfCode(code), pathOfCode(code), '网格员', since)),
    ...schools.map((school) => owner('school', school.path, school.areaPath, '校长', OPENED)),
    ...classes.map((one) => owner('class', one.path, one.areaPath, '班主任', TERM)),
  ];
}
