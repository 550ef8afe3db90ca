import type { ColumnRole } from './header-names';
import type { Layout } from './layout';
import type { RegisterKind } from './register';

/** Columns of which a list needs at least one; without them it cannot be used (`stop`) or is poor (`ask`). */
export type Requirement = { readonly anyOf: readonly ColumnRole[]; readonly severity: 'stop' | 'ask' };

const person: Requirement = { anyOf: ['name'], severity: 'stop' };
const age: Requirement = { anyOf: ['idNumber', 'birth'], severity: 'stop' };
const place: Requirement = {
  anyOf: ['township', 'village', 'hukouArea', 'hukouAddress', 'address', 'presentAddress', 'homeAddress', 'presentArea'],
  severity: 'ask',
};

/** What a list of each kind must tell to be of use for 四查三比对. Our choice, after the columns the comparison reads. */
export const requirements: Readonly<Record<RegisterKind, readonly Requirement[]>> = {
  household: [person, age, place],
  enrolment: [
    person,
    { anyOf: ['idNumber', 'birth', 'studentNumber'], severity: 'stop' },
    { anyOf: ['school', 'schoolCode'], severity: 'ask' },
  ],
  // A class list with names alone can still be compared within its class.
  attending: [person, { anyOf: ['idNumber', 'birth', 'studentNumber'], severity: 'ask' }],
  poverty: [person, age, place],
  disability: [person, { anyOf: ['disabilityCard', 'idNumber'], severity: 'stop' }],
};

/** What a sheet lacks; nothing where it tells enough. A school or class in its title counts as a column. */
export function missingColumns(kind: RegisterKind, layout: Layout): Requirement[] {
  const told = new Set<ColumnRole | undefined>(layout.columns.map(({ role }) => role));
  if (layout.school !== '') told.add('school');
  if (layout.className !== '') told.add('className');
  return requirements[kind].filter(({ anyOf }) => !anyOf.some((role) => told.has(role)));
}
