import { type RegisterKind, registerKinds } from '../../modules/registers';
import type { County } from './county';
import { asGuardian, type Draft } from './draft';
import { compactDay, withCheckDigit } from './id-numbers';
import { type Child, type Family, nameOf } from './people';
import { makeRng } from './random';
import { grownUp, otherVillage } from './register-plans';
import { force, spoil } from './spoil';

/** What register `kind` says in row `row` (from 0), errors included; always the same for the same county. */
export function draftOf(county: County, kind: RegisterKind, row: number): Draft {
  const plan = county.registers[kind];
  const person = plan.personOf[row];
  const copy = plan.copyOf[row];
  const draft = person < 0 ? draftGrownUp(county, person) : draftChild(county, county.children[person], kind, copy);
  const errand = { rng: makeRng(county.seed, 100 + registerKinds.indexOf(kind), row), places: county.places };
  if (draft.child && kind === 'attending' && listsWithoutIds(county, draft.child)) force(draft, 'idMissing', errand);
  if (draft.child) spoil(draft, county.rates[kind], errand, carelessness(county, draft.child, kind));
  const owner = draft.child && kind === 'enrolment' && copy === 0 ? county.borrowedIds.get(draft.child) : undefined;
  if (owner) {
    draft.idNumber = owner.idNumber;
    if (!draft.errors.includes('idSibling')) draft.errors.push('idSibling');
  }
  return draft;
}

/** One school in ten makes four times as many slips, the others two thirds: the rates stay and errors keep company (our assumption). */
function carelessness(county: County, child: Child, kind: RegisterKind): number {
  if (kind !== 'enrolment' && kind !== 'attending') return 1;
  return (child.school * 7 + county.seed) % 10 === 3 ? 4 : 2 / 3;
}

/** Two classes in five keep their list with ID numbers, the others by hand without (our assumption). */
function listsWithoutIds(county: County, child: Child): boolean {
  return makeRng(county.seed, 8, (child.school * 10 + child.grade) * 100 + child.classNo).chance(0.6);
}

function draftChild(county: County, child: Child, kind: RegisterKind, copy: number): Draft {
  const { family } = child;
  const village = copy === 1 && kind === 'household' ? otherVillage(child, county.places.length) : family.village;
  return {
    child,
    family,
    copy,
    name: nameOf(child),
    formerName: '',
    idNumber: copy === 1 ? secondNumber(child) : child.idNumber,
    sex: child.sex,
    birth: compactDay(child.birth),
    place: child.kind === 'resident' ? undefined : county.places[village],
    alias: false,
    first: asGuardian(family.father, '父亲'),
    second: asGuardian(family.mother, '母亲'),
    phone: child.id % 3 === 0 ? family.mother.phone : family.father.phone,
    errors: [],
  };
}

function draftGrownUp(county: County, person: number): Draft {
  const { family: id, role } = grownUp(person);
  const family: Family = county.families[id];
  const parent = family[role];
  return {
    child: undefined,
    family,
    copy: 0,
    name: parent.name,
    formerName: '',
    idNumber: parent.idNumber,
    sex: role === 'father' ? 1 : 2,
    birth: parent.idNumber.slice(6, 14),
    place: county.places[family.village],
    alias: false,
    first: undefined,
    second: undefined,
    phone: parent.phone,
    errors: [],
  };
}

// Half of those registered twice got a second number, issued elsewhere.
function secondNumber(child: Child): string {
  return child.id % 2 === 0 ? child.idNumber : withCheckDigit(`211381${child.idNumber.slice(6, 17)}`);
}
