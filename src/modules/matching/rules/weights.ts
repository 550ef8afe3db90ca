import { birthLevels } from './birth-level';
import { nameLevels } from './name-level';
import { kinLevels, type Pattern, patterns, placeLevels, schoolLevels, sexLevels, unpackPattern } from './pattern';

/**
 * How often each agreement pattern was seen among pairs that are one child and among candidate pairs that are not.
 *
 * Fellegi & Sunter's model with two departures. Name, birth and family are counted together, because brothers, sisters and
 * twins agree in all but one of them: under independence a twin's record outweighs any doubt. And the counts come from the
 * county's own rows, where an equal valid ID number has already said which pairs are one child.
 */
export type Counts = { readonly same: Float64Array; readonly other: Float64Array };

export function emptyCounts(): Counts {
  return { same: new Float64Array(patterns), other: new Float64Array(patterns) };
}

/** A natural logarithm of odds for each field of a pattern; the sum is the weight of the pair. */
export type Weights = {
  readonly core: Float64Array;
  readonly place: Float64Array;
  readonly sex: Float64Array;
  readonly school: Float64Array;
  /** for explaining only: name, birth and family each by itself */
  readonly alone: { readonly name: Float64Array; readonly birth: Float64Array; readonly kin: Float64Array };
};

/** Pairs one pretends to have seen where data are thin: of the same child by `usualSame`, of others by independence. */
const pretended = { same: 40, other: 8 };

/** How registers usually disagree about one child: starting point where the data say nothing. 系统建议. */
const usualSame = {
  name: [0.01, 0.915, 0.01, 0.004, 0.016, 0.01, 0.003, 0.012, 0.008, 0.004, 0.006, 0.002],
  birth: [0.02, 0.945, 0.014, 0.004, 0.005, 0.003, 0.004, 0.003, 0.002],
  kin: [0.1, 0.55, 0.12, 0.08, 0.02, 0.03, 0.1],
  place: [0.1, 0.75, 0.06, 0.09],
  sex: [0.02, 0.975, 0.005],
  school: [0.3, 0.4, 0.2, 0.05, 0.05],
} as const;

type Field = keyof typeof usualSame;
const levelsOf: { readonly [F in Field]: number } = {
  name: nameLevels,
  birth: birthLevels,
  kin: kinLevels,
  place: placeLevels,
  sex: sexLevels,
  school: schoolLevels,
};

/** The weights that the counts teach. `same` and `other` need not be of equal size: the ratio of the two is kept. */
export function learnWeights(counts: Counts): Weights {
  const same = marginals(counts.same, (field) => usualSame[field]);
  const other = marginals(counts.other, (field) => uniform(levelsOf[field]));
  const core = new Float64Array(nameLevels * birthLevels * kinLevels);
  const seenSame = coreCounts(counts.same);
  const seenOther = coreCounts(counts.other);
  const totals = { same: sum(counts.same), other: sum(counts.other) };
  for (let at = 0; at < core.length; at++) {
    const { name, birth, kin } = coreAt(at);
    const guessSame = same.name[name] * same.birth[birth] * same.kin[kin];
    const guessOther = other.name[name] * other.birth[birth] * other.kin[kin];
    const m = (seenSame[at] + pretended.same * guessSame) / (totals.same + pretended.same);
    const n = (seenOther[at] + pretended.other * guessOther) / (totals.other + pretended.other);
    core[at] = Math.log(m / n) + Math.log((totals.same + 1) / (totals.other + 1));
  }
  return {
    core,
    place: placeGivenKin(counts, same, other),
    sex: ratio(same.sex, other.sex),
    school: ratio(same.school, other.school),
    alone: { name: ratio(same.name, other.name), birth: ratio(same.birth, other.birth), kin: ratio(same.kin, other.kin) },
  };
}

/** The weight of a pattern: the logarithm of "one child" to "not", as often as candidates in general are one child. */
export function weightOf(weights: Weights, pattern: Pattern): number {
  const core = (pattern.name * birthLevels + pattern.birth) * kinLevels + pattern.kin;
  return (
    weights.core[core] +
    weights.place[pattern.kin * placeLevels + pattern.place] +
    weights.sex[pattern.sex] +
    weights.school[pattern.school]
  );
}

type Marginals = { readonly [F in Field]: Float64Array };

function marginals(counts: Float64Array, guess: (field: Field) => readonly number[]): Marginals {
  const table: Marginals = {
    name: new Float64Array(nameLevels),
    birth: new Float64Array(birthLevels),
    kin: new Float64Array(kinLevels),
    place: new Float64Array(placeLevels),
    sex: new Float64Array(sexLevels),
    school: new Float64Array(schoolLevels),
  };
  for (let packed = 0; packed < counts.length; packed++) {
    if (counts[packed] === 0) continue;
    const pattern = unpackPattern(packed);
    for (const field of fields) table[field][pattern[field]] += counts[packed];
  }
  for (const field of fields) share(table[field], guess(field));
  return table;
}
const fields: readonly Field[] = ['name', 'birth', 'kin', 'place', 'sex', 'school'];

/** Turns counts into shares, with a few pretended pairs where the data are thin. */
function share(counts: Float64Array, guess: readonly number[]): void {
  const weight = 5;
  const total = sum(counts) + weight;
  for (let level = 0; level < counts.length; level++) counts[level] = (counts[level] + weight * guess[level]) / total;
}

/** Brothers and sisters live in one village: where somebody lives says little once the family agrees. */
function placeGivenKin(counts: Counts, same: Marginals, other: Marginals): Float64Array {
  const table = new Float64Array(kinLevels * placeLevels);
  const seenSame = new Float64Array(table.length);
  const seenOther = new Float64Array(table.length);
  for (let packed = 0; packed < patterns; packed++) {
    if (counts.same[packed] + counts.other[packed] === 0) continue;
    const { kin, place } = unpackPattern(packed);
    seenSame[kin * placeLevels + place] += counts.same[packed];
    seenOther[kin * placeLevels + place] += counts.other[packed];
  }
  for (let kin = 0; kin < kinLevels; kin++) {
    const m = seenSame.subarray(kin * placeLevels, (kin + 1) * placeLevels);
    const n = seenOther.subarray(kin * placeLevels, (kin + 1) * placeLevels);
    share(m, Array.from(same.place));
    share(n, Array.from(other.place));
    for (let place = 0; place < placeLevels; place++) table[kin * placeLevels + place] = Math.log(m[place] / n[place]);
  }
  return table;
}

function coreCounts(counts: Float64Array): Float64Array {
  const core = new Float64Array(nameLevels * birthLevels * kinLevels);
  const rest = placeLevels * sexLevels * schoolLevels;
  for (let packed = 0; packed < counts.length; packed++) core[Math.floor(packed / rest)] += counts[packed];
  return core;
}

function coreAt(at: number): { name: number; birth: number; kin: number } {
  const kin = at % kinLevels;
  const rest = (at - kin) / kinLevels;
  return { name: Math.floor(rest / birthLevels), birth: rest % birthLevels, kin };
}

function ratio(same: Float64Array, other: Float64Array): Float64Array {
  return same.map((m, level) => Math.log(m / other[level]));
}

function uniform(levels: number): number[] {
  return new Array(levels).fill(1 / levels);
}

function sum(numbers: Float64Array): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
