import type { Register } from '../../registers/index';
import { birthLevel } from './birth-level';
import { type Candidates, findCandidates, PairList } from './blocks';
import { identityLevel, identityOf, identityWeights, joinById, nearPairs, pairKey } from './identity';
import { type Claims, decideClaims, type Priors, type Thresholds, verdict } from './linking';
import { frequencyWeight, type NameFrequency, nameFrequency } from './name-frequency';
import { nameLevel } from './name-level';
import { buildNameTable } from './name-table';
import { isNamesake, isOneChild, kinLevel, type Pair, patternOf, patterns, unpackPattern } from './pattern';
import { Dictionaries, type People, peopleOf } from './people';
import { alignSchools, withoutSchools } from './schools';
import { train } from './training';
import { learnWeights, type Weights, weightOf } from './weights';

/** Sure enough to link without a person, and too weak to show to one. 系统建议, ADR-0004. */
export const thresholds: Thresholds = { link: 0.97, drop: 0.03 };

/** The result of matching two registers: every link that was decided or is put before a person. */
export type Pairing = {
  readonly pair: Pair;
  readonly dictionaries: Dictionaries;
  readonly weights: Weights;
  readonly frequency: NameFrequency;
  /** links in the order of the left rows, best first within a row */
  readonly l: Uint32Array;
  readonly r: Uint32Array;
  readonly score: Float32Array;
  /** `verdict.linked` or `verdict.review` */ readonly verdict: Uint8Array;
  readonly identity: Uint8Array;
  /** the links of left row `i` are `leftStarts[i]` to `leftStarts[i + 1]` */ readonly leftStarts: Uint32Array;
  /** link numbers in the order of the right rows */ readonly byRight: Uint32Array;
  readonly rightStarts: Uint32Array;
};

/** Which rows of two registers are the same child. Rows without a name and without a number are left alone. */
export function pairRegisters(leftRegister: Register, rightRegister: Register): Pairing {
  const dictionaries = new Dictionaries();
  const left = peopleOf(leftRegister, dictionaries);
  const right = peopleOf(rightRegister, dictionaries);
  const names = buildNameTable(dictionaries.names);
  const { pair, weights, frequency, links } = matchAll({ left, right, names }, dictionaries);
  return { pair, dictionaries, weights, frequency, ...links.sorted() };
}

type Matched = { readonly pair: Pair; readonly weights: Weights; readonly frequency: NameFrequency; readonly links: Links };

/**
 * Matches without looking at schools; and where both sides name schools, again: the children found on both sides show which
 * class is which, and a class says much about the few that are left over in it.
 */
function matchAll(whole: Pair, dictionaries: Dictionaries): Matched {
  const { left, right, names } = whole;
  const numbers = { equal: joinById(left, right), near: nearPairs(left, right, dictionaries.documents) };
  const frequency = nameFrequency(names, left, right);
  const blind = matchOnce({ left: withoutSchools(left), right: withoutSchools(right), names }, numbers, frequency);
  if (!namesSchools(left) || !namesSchools(right)) return blind;
  return matchOnce({ left: alignSchools(left, right, blind.links.linked()), right, names }, numbers, frequency);
}

function matchOnce(pair: Pair, numbers: Numbers, frequency: NameFrequency): Matched {
  const { counts, labelled } = train(pair, numbers.equal);
  const first = link(pair, learnWeights(counts), numbers, frequency);
  if (labelled) return first;
  // Labels without numbers are the pairs that agree best: only now, among the few rows left, do the spoilt ones show too.
  return link(pair, learnWeights({ same: first.links.patternsFound(), other: counts.other }), numbers, frequency);
}

type Numbers = { readonly equal: PairList; readonly near: PairList };

function link(pair: Pair, weights: Weights, numbers: Numbers, frequency: NameFrequency): Matched {
  const links = new Links(pair, weights, frequency);
  decideRest(links, takeEqualNumbers(links, numbers.equal), numbers.near);
  return { pair, weights, frequency, links };
}

function namesSchools(people: People): boolean {
  return people.school.some(isKnown) || people.schoolClass.some(isKnown);
}

function isKnown(number: number): boolean {
  return number !== 0;
}

/** Links found so far, and which rows have their place. */
class Links {
  readonly leftTaken: Uint8Array;
  readonly rightTaken: Uint8Array;
  private readonly found: PairList;
  private readonly score: number[] = [];
  private readonly verdict: number[] = [];
  private readonly identity: number[] = [];

  constructor(
    readonly pair: Pair,
    readonly weights: Weights,
    readonly frequency: NameFrequency,
  ) {
    this.leftTaken = new Uint8Array(pair.left.count);
    this.rightTaken = new Uint8Array(pair.right.count);
    this.found = new PairList(Math.max(pair.left.count, 16));
  }

  add(l: number, r: number, score: number, decided: number, identity: number): void {
    this.found.push(l, r);
    this.score.push(score);
    this.verdict.push(decided);
    this.identity.push(identity);
  }

  /** The weight of a pair by everything that is known of it, before rival claims. */
  weigh(l: number, r: number, identity: number): number {
    const pattern = unpackPattern(patternOf(this.pair, l, r));
    const { left, right } = this.pair;
    return (
      weightOf(this.weights, pattern) +
      identityWeights[identity] +
      frequencyWeight(this.frequency, pattern.name, left.name[l], right.name[r])
    );
  }

  /** How often each pattern is one child, by the links found, each for as much as it is sure. */
  patternsFound(): Float64Array {
    const found = new Float64Array(patterns);
    for (let at = 0; at < this.found.count; at++) {
      if (this.score[at] > 0.5) found[patternOf(this.pair, this.found.first[at], this.found.second[at])] += this.score[at];
    }
    return found;
  }

  /** The pairs that were linked, in the order in which they were. */
  linked(): PairList {
    const pairs = new PairList(this.found.count);
    for (let at = 0; at < this.found.count; at++) {
      if (this.verdict[at] === verdict.linked) pairs.push(this.found.first[at], this.found.second[at]);
    }
    return pairs;
  }

  sorted(): Omit<Pairing, 'pair' | 'dictionaries' | 'weights' | 'frequency'> {
    const { first, second, count } = this.found;
    const { left, right } = this.pair;
    const byLeft = grouped(first, count, left.count);
    const order = byLeft.order;
    for (let row = 0; row < left.count; row++) {
      const from = byLeft.starts[row];
      const to = byLeft.starts[row + 1];
      if (to - from > 1) order.subarray(from, to).sort((a, b) => this.score[b] - this.score[a]);
    }
    const r = order.map((at) => second[at]);
    const byRight = grouped(r, count, right.count);
    return {
      l: order.map((at) => first[at]),
      r,
      score: Float32Array.from(order, (at) => this.score[at]),
      verdict: Uint8Array.from(order, (at) => this.verdict[at]),
      identity: Uint8Array.from(order, (at) => this.identity[at]),
      leftStarts: byLeft.starts,
      byRight: byRight.order,
      rightStarts: byRight.starts,
    };
  }
}

/** Counting sort: link numbers grouped by row. */
function grouped(rows: Uint32Array, count: number, rowCount: number): { order: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(rowCount + 1);
  for (let at = 0; at < count; at++) starts[rows[at] + 1]++;
  for (let row = 0; row < rowCount; row++) starts[row + 1] += starts[row];
  const cursor = starts.slice();
  const order = new Uint32Array(count);
  for (let at = 0; at < count; at++) order[cursor[rows[at]]++] = at;
  return { order, starts };
}

/**
 * Takes the pairs whose valid numbers are equal and whose names do not speak against it. The others (a brother's number in
 * the child's row, a renamed child) must stand up against the claims of everybody else and are returned.
 */
function takeEqualNumbers(links: Links, idPairs: PairList): PairList {
  const contested = new PairList(16);
  const { left, right, names } = links.pair;
  for (let at = 0; at < idPairs.count; at++) {
    const l = idPairs.first[at];
    const r = idPairs.second[at];
    const sameName = left.name[l] !== 0 && names.folded[left.name[l]] === names.folded[right.name[r]];
    if (sameName) take(links, l, r, true);
    else if (links.rightTaken[r] === 1) contested.push(l, r);
    else if (isAnotherPerson(links.pair, l, r, identityLevel.equal)) contested.push(l, r);
    else if (links.weigh(l, r, equalLevel(links.pair, l, r)) > sureWeight) take(links, l, r, false);
    else contested.push(l, r);
  }
  return contested;
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
 * Numbers that are equal or one slip apart, but another name and another birth: a brother's number in the child's row, or a
 * person must say why not. A number one slip apart is never enough by itself: its birth is no second witness, so that part
 * of the name or the family must agree as well.
 */
function isAnotherPerson(pair: Pair, l: number, r: number, identity: number): boolean {
  const equal = identity === identityLevel.equal || identity === identityLevel.equalDoubtful;
  if (!equal && identity !== identityLevel.near) return false;
  const { name, birth, kin } = unpackPattern(patternOf(pair, l, r));
  if (name < nameLevel.oneCharacter) return false;
  const partly = name <= nameLevel.givenOnly || (kin >= kinLevel.sure && kin <= kinLevel.nameAlike);
  return birth > birthLevel.equal || !(equal || partly);
}

function equalLevel({ left, right }: Pair, l: number, r: number): number {
  return identityOf(left, l, right, r, noNear);
}
const noNear = new Set<number>();

function probability(weight: number): number {
  return 1 / (1 + Math.exp(-weight));
}

/** Everything the equal numbers left open: candidates by the other fields, weighed and decided together. */
function decideRest(links: Links, contested: PairList, near: PairList): void {
  const { left, right, names } = links.pair;
  const claims = new OpenClaims(links, near);
  claims.addAll(contested);
  claims.addAll(near);
  const leftFree = freeRows(links.leftTaken, left);
  const fromLeft = findCandidates(left, leftFree, right, names);
  each(fromLeft, (l, r) => claims.add(l, r));
  const fromRight = findCandidates(right, freeRows(links.rightTaken, right), left, names);
  // Pairs of two free rows were found from the left already.
  each(fromRight, (r, l) => links.leftTaken[l] === 1 && claims.add(l, r));
  decide(links, claims);
}

function each(candidates: Candidates, visit: (row: number, other: number) => void): void {
  const { rows, starts, others } = candidates;
  for (let at = 0; at < rows.length; at++) for (let i = starts[at]; i < starts[at + 1]; i++) visit(rows[at], others[i]);
}

/** Candidate pairs with their weights; those without any hope are not kept. */
class OpenClaims {
  readonly pairs = new PairList(1024);
  readonly weight: number[] = [];
  readonly identity: number[] = [];
  private readonly near = new Set<number>();
  private readonly special = new Set<number>();

  constructor(
    private readonly links: Links,
    near: PairList,
  ) {
    for (let at = 0; at < near.count; at++) this.near.add(pairKey(near.first[at], near.second[at]));
  }

  /** Pairs found by their numbers; the same pair is not added a second time when other fields find it too. */
  addAll(list: PairList): void {
    for (let at = 0; at < list.count; at++) {
      this.add(list.first[at], list.second[at]);
      this.special.add(pairKey(list.first[at], list.second[at]));
    }
  }

  add(l: number, r: number): void {
    const { pair, leftTaken, rightTaken } = this.links;
    if (leftTaken[l] === 1 && rightTaken[r] === 1) return;
    if (this.special.size > 0 && this.special.has(pairKey(l, r))) return;
    const identity = identityOf(pair.left, l, pair.right, r, this.near);
    const weight = this.links.weigh(l, r, identity);
    const equal = identity === identityLevel.equal || identity === identityLevel.equalDoubtful;
    if (weight < hopeless && !equal) return;
    this.pairs.push(l, r);
    this.weight.push(weight);
    this.identity.push(identity);
  }
}

/** Log odds below which a candidate is not worth keeping in memory. */
const hopeless = -9;

function decide(links: Links, open: OpenClaims): void {
  const { identity } = open;
  const l = open.pairs.first.subarray(0, open.pairs.count);
  const r = open.pairs.second.subarray(0, open.pairs.count);
  const claims: Claims = {
    l,
    r,
    weight: Float64Array.from(open.weight),
    conflict: Uint8Array.from(identity, (level) => (level === identityLevel.differs ? 1 : 0)),
    human: Uint8Array.from(identity, (level, at) => (isAnotherPerson(links.pair, l[at], r[at], level) ? 1 : 0)),
    ...sameOnOneSide(links),
  };
  const verdicts = decideClaims(claims, { left: links.leftTaken, right: links.rightTaken }, priors, thresholds);
  for (let at = 0; at < l.length; at++) {
    const unresolved = verdicts.verdict[at] === verdict.no && isUnresolvedNumber(links, l[at], r[at], identity[at]);
    const decided = unresolved ? verdict.review : verdicts.verdict[at];
    if (decided !== verdict.no) links.add(l[at], r[at], verdicts.probability[at], decided, identity[at]);
  }
}

/** An equal number that nothing else explains is never passed over in silence: a person looks at it. */
function isUnresolvedNumber(links: Links, l: number, r: number, identity: number): boolean {
  const equal = identity === identityLevel.equal || identity === identityLevel.equalDoubtful;
  return equal && links.leftTaken[l] === 0 && links.rightTaken[r] === 0;
}

function sameOnOneSide({ pair, frequency }: Links): Pick<Claims, 'sameLeft' | 'sameRight'> {
  const same = (side: People): ((a: number, b: number) => boolean) => {
    const self: Pair = { left: side, right: side, names: pair.names };
    return (a, b) => {
      const packed = patternOf(self, a, b);
      if (isOneChild(packed)) return true;
      // Two valid numbers are two children until the guardian says otherwise.
      if (side.id[a] >= 0 && side.id[b] >= 0 && side.id[a] !== side.id[b]) return false;
      return isNamesake(packed) && side.count * frequency.share[side.name[a]] < namesakesADay * birthDays;
    };
  };
  return { sameLeft: same(pair.left), sameRight: same(pair.right) };
}
/** Days of nine cohorts; children of one name are spread over them. */
const birthDays = 3287;
/** Chance at most that a child has a namesake born the same day: below it, two such rows of a register are one child. */
const namesakesADay = 0.01;

function freeRows(taken: Uint8Array, people: People): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < taken.length; row++) if (taken[row] === 0 && people.name[row] !== 0) rows.push(row);
  return Uint32Array.from(rows);
}

/** Of the rows without a place about one in a hundred is a second household entry, one in fifty a second enrolment. */
const priors: Priors = { rightTaken: Math.log(0.01), leftTaken: Math.log(0.02) };
