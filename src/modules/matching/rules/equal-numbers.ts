import { birthLevel } from './birth-level';
import { PairList } from './blocks';
import { identityLevel, identityOf } from './identity';
import { verdict } from './linking';
import type { Links } from './links';
import { nameLevel } from './name-level';
import { kinLevel, type Pair, patternOf, placeLevel, schoolLevel, unpackPattern } from './pattern';

/**
 * Takes the pairs whose valid numbers are equal and whose names do not speak against it. The others (a brother's number in
 * the child's row, a renamed child) must stand up against the claims of everybody else and are returned.
 */
export function takeEqualNumbers(links: Links, idPairs: PairList): PairList {
  const contested = new PairList(16);
  const { left, right, names } = links.pair;
  for (let at = 0; at < idPairs.count; at++) {
    const l = idPairs.first[at];
    const r = idPairs.second[at];
    if (links.decided.has(l, r)) continue;
    const sameName = left.name[l] !== 0 && names.folded[left.name[l]] === names.folded[right.name[r]];
    if (sameName) take(links, l, r, true);
    else if (links.rightTaken[r] === 1) contested.push(l, r);
    else if (needsPerson(links.pair, l, r, identityLevel.equal)) contested.push(l, r);
    else if (links.weigh(l, r, equalLevel(links.pair, l, r)) > sureWeight) take(links, l, r, false);
    else contested.push(l, r);
  }
  return contested;
}

/** Links the pairs of which a person has said that they are one child. */
export function takeDecided(links: Links): void {
  for (const [l, r] of links.decided.pairs.same) {
    links.add(l, r, 1, verdict.linked, equalLevel(links.pair, l, r));
    links.leftTaken[l] = 1;
    links.rightTaken[r] = 1;
  }
}
/** Odds of 20,000 to 1: with an equal number, everything but another person's name and birth passes. */
const sureWeight = 10;

function take(links: Links, l: number, r: number, sameName: boolean): void {
  const identity = equalLevel(links.pair, l, r);
  const weight = sameName ? 14 : links.weigh(l, r, identity);
  links.add(l, r, probability(weight), verdict.linked, identity);
  links.leftTaken[l] = 1;
  links.rightTaken[r] = 1;
}

/**
 * What only a person may link, however well it weighs.
 * Numbers equal or one slip apart under another name and another birth: a brother's number in the child's row. A number one slip
 * apart is never enough by itself, and its birth is no second witness: part of the name or the family must agree as well.
 * Two valid numbers that differ, unless the family agrees. A name alone, however rare.
 */
export function needsPerson(pair: Pair, l: number, r: number, identity: number): boolean {
  const { name, birth, kin, place, school } = unpackPattern(patternOf(pair, l, r));
  const family = kin >= kinLevel.sure && kin <= kinLevel.nameAlike;
  if (identity === identityLevel.differs) return !family;
  if (identity === identityLevel.missing || identity === identityLevel.far) {
    const known = place === placeLevel.village || school === schoolLevel.schoolClass || school === schoolLevel.school;
    return birth === birthLevel.missing && !family && !known;
  }
  if (name < nameLevel.oneCharacter || identity === identityLevel.otherRegion || identity === identityLevel.sameText)
    return false;
  const equal = identity === identityLevel.equal || identity === identityLevel.equalDoubtful;
  return birth > birthLevel.equal || !(equal || name <= nameLevel.givenOnly || family);
}

function equalLevel({ left, right }: Pair, l: number, r: number): number {
  return identityOf(left, l, right, r, noNear);
}
const noNear = new Set<number>();

function probability(weight: number): number {
  return 1 / (1 + Math.exp(-weight));
}
