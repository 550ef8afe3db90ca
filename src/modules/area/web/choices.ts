import type { FilterOption } from '../../../ui/desk/filters';
import type { Says } from '../../../ui/shared/words';
import type { AreaView } from '../contract';
import { type SchoolKind, schoolKinds } from '../rules/school';
import { type SchoolYear, schoolYearAfter, schoolYearOf } from '../rules/school-year';

type Say = (says: Says) => string;

/** The townships as conditions of a list. */
export function townshipOptions(areas: readonly AreaView[]): readonly FilterOption[] {
  return areas.filter(({ level }) => level === 'township').map(({ code, name }) => ({ value: code, says: name, search: code }));
}

/** Townships and their villages to choose a place from; a village is found by either name. */
export function placeOptions(areas: readonly AreaView[], placeOf: (code: string) => string) {
  return areas.filter(({ level }) => level !== 'county').map(({ code }) => ({ value: code, label: placeOf(code) }));
}

/** The kinds of schools in the language of the page. */
export function kindOptions(say: Say) {
  return (Object.keys(schoolKinds) as SchoolKind[]).map((kind) => ({ value: kind, label: say(schoolKinds[kind].says) }));
}

/** Three school years back, this one and the next: what a county still looks at. */
export function schoolYearsAround(today: string): readonly SchoolYear[] {
  const now = schoolYearOf(today);
  return [1, 0, -1, -2, -3].map((years) => schoolYearAfter(now, years));
}
