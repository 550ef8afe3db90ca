import { birthLevel, birthLevels } from './birth-level';
import { nameLevel, nameLevels } from './name-level';
import { kinLevel, kinLevels, type Pattern, patterns, placeLevels, schoolLevels, sexLevels, unpackPattern } from './pattern';

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
const pretended = { same: 150, other: 8 };
/** Share of children whose rows err as `usualSame` says, whatever the labelled rows show: rows with a bad number are worse. */
const careless = 0.01;

/** How registers usually disagree about one child, level by level from 1; a missing field says nothing. 系统建议. */
const usualSame = {
  name: [0.92, 0.012, 0.005, 0.018, 0.012, 0.003, 0.012, 0.006, 0.004, 0.006, 0.002],
  birth: [0.955, 0.018, 0.005, 0.006, 0.004, 0.005, 0.004, 0.003],
  kin: [0.6, 0.15, 0.09, 0.02, 0.04, 0.1],
  place: [0.83, 0.07, 0.1],
  sex: [0.99, 0.01],
  school: [0.5, 0.4, 0.05, 0.05],
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
const fields: readonly Field[] = ['name', 'birth', 'kin', 'place', 'sex', 'school'];

/** The weights that the counts teach. `same` and `other` need not be of equal size: the ratio of the two is kept. */
export function learnWeights(counts: Counts): Weights {
  const same = marginals(counts.same, (field) => usualSame[field]);
  const other = marginals(counts.other, (field) => new Array(levelsOf[field] - 1).fill(1 / (levelsOf[field] - 1)));
  return {
    core: coreWeights(counts, other),
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

/** Shares of each level where the field is known; level 0, missing, is 1 so that it multiplies to nothing. */
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

function share(counts: Float64Array, guess: readonly number[]): void {
  const pretend = 5;
  counts[0] = 0;
  const total = sum(counts) + pretend;
  for (let level = 1; level < counts.length; level++) counts[level] = (counts[level] + pretend * guess[level - 1]) / total;
  counts[0] = 1;
}

/**
 * Name, birth and family together. A missing field takes the rows of all its levels: that somebody left a cell empty says
 * nothing about whose row it is.
 */
function coreWeights(counts: Counts, other: Marginals): Float64Array {
  const seenSame = withMissing(coreCounts(counts.same));
  const seenOther = withMissing(withTwins(coreCounts(counts.other), sum(counts.same)));
  const totals = { same: sum(counts.same), other: sum(counts.other) };
  const perCandidate = Math.log((totals.same + 1) / (totals.other + 1));
  const weights = new Float64Array(seenSame.length);
  for (let at = 0; at < weights.length; at++) {
    const { name, birth, kin } = coreAt(at);
    const usual = usually('name', name) * usually('birth', birth) * usually('kin', kin);
    const chance = other.name[name] * other.birth[birth] * other.kin[kin];
    const m = (seenSame[at] + pretended.same * usual) / (totals.same + pretended.same);
    const n = (seenOther[at] + pretended.other * chance) / (totals.other + pretended.other);
    const weight = Math.log(((1 - careless) * m + careless * usual) / n) + perCandidate;
    weights[at] = agreesInNothing(name, birth) ? Math.min(nothing, weight) : weight;
  }
  return weights;
}

/**
 * Neither name nor birth: candidates are found by what they share, so that such pairs are hardly ever counted among "not",
 * and must not look good for that when a number one slip away has brought them together.
 */
function agreesInNothing(name: number, birth: number): boolean {
  return name >= nameLevel.oneCharacter && birth >= birthLevel.sameMonth;
}
/** Odds of about 1 to 50 against: 系统建议. */
const nothing = -4;

function usually(field: Field, level: number): number {
  return level === 0 ? 1 : usualSame[field][level - 1];
}

/**
 * One child in a hundred has a twin at least (the birth rate of twins is about 1.5 %): a register too small to show one, a
 * single school's say, must not teach that same birth, same guardian and half the name are proof. 系统建议.
 */
function withTwins(core: Float64Array, children: number): Float64Array {
  const twins = 0.01 * children;
  const counted = core.slice();
  for (const [name, likely] of twinNames) {
    for (const [kin, known] of twinKin)
      counted[(name * birthLevels + birthLevel.equal) * kinLevels + kin] += twins * likely * known;
  }
  return counted;
}
const twinNames = [
  [nameLevel.oneCharacter, 0.5],
  [nameLevel.surnameOnly, 0.42],
  [nameLevel.sound, 0.03],
  [nameLevel.shape, 0.02],
  [nameLevel.partial, 0.02],
  [nameLevel.swapped, 0.01],
] as const;
const twinKin = [
  [kinLevel.sure, 0.75],
  [kinLevel.name, 0.15],
  [kinLevel.phone, 0.1],
] as const;

/** Puts into each cell with a missing field the sum over the levels of that field. */
function withMissing(core: Float64Array): Float64Array {
  const sums = new Float64Array(core.length);
  for (let at = 0; at < core.length; at++) {
    const { name, birth, kin } = coreAt(at);
    for (const n of name === 0 ? [0] : [0, name]) {
      for (const b of birth === 0 ? [0] : [0, birth]) {
        for (const k of kin === 0 ? [0] : [0, kin]) sums[(n * birthLevels + b) * kinLevels + k] += core[at];
      }
    }
  }
  return sums;
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
    share(m, Array.from(same.place.subarray(1)));
    share(n, Array.from(other.place.subarray(1)));
    table.set(ratio(m, n), kin * placeLevels);
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

function sum(numbers: Float64Array): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
