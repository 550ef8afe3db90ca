import { type ErrorRates, errorRates } from './errors';
import { makeFamilies } from './families';
import { settleFates } from './fates';
import { isInAge, type Population, usualPopulation } from './options';
import type { Child, Family } from './people';
import { countyPlaces, type Place } from './places';
import { makeRng } from './random';
import { planRegisters, type RegisterPlans } from './register-plans';
import { makeClasses, makeSchools, type Schools } from './schools';
import { setTraps, type Trap } from './traps';

export type CountyOptions = {
  readonly seed: number;
  /** children of compulsory school age, about */ readonly children: number;
  readonly errors?: ErrorRates;
  readonly population?: Partial<Population>;
};

/** A made-up county: its people and the truth about them, and which of them each register lists in which row. */
export type County = {
  readonly seed: number;
  readonly rates: ErrorRates;
  readonly places: readonly Place[];
  readonly schools: Schools;
  readonly families: readonly Family[];
  readonly children: readonly Child[];
  readonly traps: readonly Trap[];
  /** by the child whose enrolment row holds it: the child whose ID number it is */
  readonly borrowedIds: ReadonlyMap<Child, Child>;
  readonly registers: RegisterPlans;
};

/** Makes a county; the same options give the same county to the last character. */
export function generateCounty(options: CountyOptions): County {
  const { seed } = options;
  const places = countyPlaces();
  const population = { ...usualPopulation, ...options.population };
  const { families, children } = makeFamilies(seed, options.children, population, villageWeights(seed, places));
  const schools = makeSchools(seed, places, childrenPerTownship(children, places));
  settleFates(seed, families, places, schools);
  const traps = setTraps(seed, families, children, options.children);
  makeClasses(seed, children);
  const borrowed = traps.filter((trap) => trap.kind === 'idOnSibling');
  return {
    seed,
    rates: options.errors ?? errorRates(),
    places,
    schools,
    families,
    children,
    traps,
    borrowedIds: new Map(borrowed.map((trap) => [trap.decoy, trap.child])),
    registers: planRegisters(seed, families, children, places.length),
  };
}

/** Running sums of how many families live where: villages differ by a factor of six, the county town is bigger. */
function villageWeights(seed: number, places: readonly Place[]): Float64Array {
  const rng = makeRng(seed, 6);
  const ends = new Float64Array(places.length);
  let sum = 0;
  places.forEach((place, i) => {
    sum += (0.4 + 2 * rng.next() ** 2) * (place.townshipIndex < 2 ? 1.8 : 1);
    ends[i] = sum;
  });
  return ends;
}

function childrenPerTownship(children: readonly Child[], places: readonly Place[]): number[] {
  const counts: number[] = new Array(places[places.length - 1].townshipIndex + 1).fill(0);
  for (const child of children) if (isInAge(child.birth)) counts[places[child.family.village].townshipIndex]++;
  return counts;
}
