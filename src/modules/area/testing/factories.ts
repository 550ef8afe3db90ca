import type { School } from '../rules/school';
import { usualGrades } from '../rules/school';
import type { SchoolClass } from '../rules/school-class';

/** A fictional school; what a test is about is said by the test. */
export function aSchool(change: Partial<School> = {}): School {
  const id = change.id ?? 's1';
  const kind = change.kind ?? 'primary';
  const { first, last } = usualGrades(kind);
  return {
    id,
    path: `211324/${id}/`,
    officialCode: null,
    name: '青禾小学',
    otherNames: [],
    kind,
    parentId: null,
    areaCode: '211324104',
    areaPath: '211324/211324104/',
    firstGrade: first,
    lastGrade: last,
    from: '2000-09-01',
    until: null,
    ...change,
  };
}

/** A class of a school in 2024-2025. */
export function aClass(school: School, change: Partial<SchoolClass> = {}): SchoolClass {
  const id = change.id ?? 'c1';
  return {
    id,
    schoolId: school.id,
    path: `${school.path}${id}/`,
    schoolYear: '2024-2025',
    grades: [1],
    number: 1,
    label: null,
    previousId: null,
    from: '2024-09-01',
    until: null,
    ...change,
  };
}
