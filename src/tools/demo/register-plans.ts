import type { RegisterKind } from '../../modules/registers';
import { attendingKinds, type Child, type Family } from './people';
import { makeRng } from './random';
import { isEnrolled } from './schools';

/** Who stands in which row: `personOf[row]` is a child's id, or below 0 a grown-up (see `grownUp`). */
export type RegisterPlan = {
  readonly personOf: Int32Array;
  /** 1 where the row is the child's second in this register */ readonly copyOf: Uint8Array;
};
export type RegisterPlans = { readonly [R in RegisterKind]: RegisterPlan };

/** The grown-up a negative person number stands for. */
export function grownUp(person: number): { family: number; role: 'father' | 'mother' } {
  const code = -person - 1;
  return { family: code >> 1, role: code % 2 === 0 ? 'father' : 'mother' };
}

/** Decides who stands in each register and in which order: by village, or by school, grade and class. */
export function planRegisters(
  seed: number,
  families: readonly Family[],
  children: readonly Child[],
  places: number,
): RegisterPlans {
  const rng = makeRng(seed, 7);
  const settled = children.filter((child) => child.kind !== 'resident');
  const byVillage = settled.map((child) => slot(child.id, 0, child.family.village));
  const twice = settled.filter((child) => child.twoHouseholds);
  const again = twice.map((child) => slot(child.id, 1, otherVillage(child, places)));
  const enrolled = children.filter(isEnrolled);
  const second = enrolled.filter((child) => child.secondSchool >= 0);
  const atSchool = (child: Child) => slot(child.id, 0, schoolKey(child, child.school));
  // Our assumption: 85 % of disabled children have a card.
  const cards = settled.filter((child) => child.disability > 0 && child.kind !== 'dead' && rng.chance(0.85));
  return {
    household: inOrder([...byVillage, ...again]),
    enrolment: inOrder([
      ...enrolled.map(atSchool),
      ...second.map((child) => slot(child.id, 1, schoolKey(child, child.secondSchool))),
    ]),
    attending: inOrder(children.filter((child) => child.school >= 0 && attendingKinds.has(child.kind)).map(atSchool)),
    poverty: planPoverty(families),
    disability: inOrder(cards.map((child) => slot(child.id, 0, child.family.village))),
  };
}

/** The village of a child's second household row. */
export function otherVillage(child: Child, places: number): number {
  return (child.family.village * 7 + 13 + (child.id % 5)) % places;
}

function schoolKey(child: Child, school: number): number {
  return (school * 16 + child.grade) * 128 + child.classNo;
}

// One number per row, so that a million rows sort as numbers: the sort key above, then the person (22 bits), then the copy.
const persons = 2 ** 22;

function slot(person: number, copy: number, key: number): number {
  return (key * persons + person) * 2 + copy;
}

function inOrder(slots: readonly number[]): RegisterPlan {
  const sorted = Float64Array.from(slots).sort();
  const personOf = Int32Array.from(sorted, (value) => Math.floor(value / 2) % persons);
  return { personOf, copyOf: Uint8Array.from(sorted, (value) => value % 2) };
}

function planPoverty(families: readonly Family[]): RegisterPlan {
  const poor = families.filter((family) => family.poor && family.children.some((child) => child.kind !== 'resident'));
  poor.sort((a, b) => a.village - b.village || a.id - b.id);
  const personOf = Int32Array.from(
    poor.flatMap((family) => [
      -(family.id * 2) - 1,
      -(family.id * 2) - 2,
      ...family.children.filter((child) => child.kind !== 'resident').map((child) => child.id),
    ]),
  );
  return { personOf, copyOf: new Uint8Array(personOf.length) };
}
