import { type Candidates, findCandidates, PairList } from './blocks';
import { needsPerson } from './equal-numbers';
import { identityLevel, identityOf, pairKey } from './identity';
import { type Claims, decideClaims, type Priors, type Thresholds, verdict } from './linking';
import type { Links } from './links';
import { isNamesake, isOneChild, type Pair, patternOf } from './pattern';
import type { People } from './people';

/** Sure enough to link without a person, and too weak to show to one. 系统建议, ADR-0004. */
export const thresholds: Thresholds = { link: 0.97, drop: 0.03 };

/** Everything the equal numbers left open: candidates by the other fields, weighed and decided together. */
export function decideRest(links: Links, contested: PairList, near: PairList): void {
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
    if (this.links.decided.has(l, r)) return;
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
    human: Uint8Array.from(identity, (level, at) => (needsPerson(links.pair, l[at], r[at], level) ? 1 : 0)),
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
