/** A candidate pair on its way to a decision. `weight` is the logarithm of its odds before other claims are heard. */
export type Claims = {
  readonly l: Uint32Array;
  readonly r: Uint32Array;
  readonly weight: Float64Array;
  /** 1 where two valid numbers differ: such a pair is never a second entry of one child without a person's word */
  readonly conflict: Uint8Array;
  /** 1 where only a person may link, however sure it looks */
  readonly human: Uint8Array;
  /** two rows of one side that everything but their numbers says are one child */
  readonly sameLeft: (a: number, b: number) => boolean;
  readonly sameRight: (a: number, b: number) => boolean;
};

/** `linked`, `review` (a person decides), or `no` for each claim, with the probability that it is one child. */
export type Verdicts = { readonly verdict: Uint8Array; readonly probability: Float64Array };
export const verdict = { no: 0, review: 1, linked: 2 } as const;

/** Above `link` the program decides, below `drop` it forgets, between them a person looks. 系统建议, ADR-0004. */
export type Thresholds = { readonly link: number; readonly drop: number };

/** Which rows have their place. */
export type Taken = { readonly left: Uint8Array; readonly right: Uint8Array };

/** What a claim costs (a logarithm of odds) when one of its rows has its place already. */
export type Priors = {
  /** the right row belongs to another left row: one child twice on the left side */ readonly rightTaken: number;
  /** the left row has a right row already: one child twice on the right side */ readonly leftTaken: number;
};

/**
 * Decides all claims together. A left row may be given a second right row only at the price of `priors.leftTaken`, and a
 * right row a second left row at that of `priors.rightTaken`. A claim's probability is its odds against every rival claim of either row and
 * against nobody (o / (1 + Σ rivals)): two namesakes without numbers leave each other at one half, which no threshold passes.
 * Sure claims are taken first, then the rest are weighed again without them, until nothing more is sure.
 */
export function decideClaims(claims: Claims, taken: Taken, priors: Priors, thresholds: Thresholds): Verdicts {
  const count = claims.l.length;
  const state = { verdict: new Uint8Array(count), probability: new Float64Array(count) };
  const odds = new Float64Array(count);
  const rivals = new Rivals(claims);
  const started = mostPartners(taken);
  const order = new Uint32Array(count).map((_, at) => at).sort((a, b) => claims.weight[b] - claims.weight[a]);
  for (let round = 0; round < rounds; round++) {
    weighAgain(claims, taken, priors, freePrior(claims, taken, state, started), state.verdict, odds);
    shareOut(claims, taken, state, odds, rivals);
    // The first round does not know yet how many have partners: it is never the last.
    if (!takeSure(claims, taken, state, order, thresholds) && round > 0) break;
  }
  for (let at = 0; at < count; at++) {
    if (state.verdict[at] !== verdict.linked && state.probability[at] >= thresholds.drop) state.verdict[at] = verdict.review;
  }
  return state;
}

const rounds = 8;

/**
 * Weights were learnt among all rows, each of which has a partner. Among the rows that are still free rivals are rarer, by
 * the share of rows that are free; and a free row may have no partner at all, in the measure in which the rows that were free
 * at the beginning have found none. `lost`: partners that no key finds.
 */
function freePrior(claims: Claims, taken: Taken, state: Verdicts, started: number): number {
  const leftFree = freeCount(taken.left);
  const rightFree = freeCount(taken.right);
  const rivals = ((leftFree + 1) / (taken.left.length + 1) + (rightFree + 1) / (taken.right.length + 1)) / 2;
  let partners = 0;
  for (let at = 0; at < claims.l.length; at++) {
    const open = taken.left[claims.l[at]] + taken.right[claims.r[at]] === 0;
    if (state.verdict[at] === verdict.linked) partners++;
    else if (open) partners += state.probability[at];
  }
  const partnered = Math.min(0.97, Math.max(0.1, partners / started));
  const lost = 0.05;
  return Math.log(partnered / (1 - partnered + lost) / Math.max(0.02, rivals));
}

/** Of rows that are free, those that could have a partner at most. */
function mostPartners(taken: Taken): number {
  return Math.max(1, Math.min(freeCount(taken.left), freeCount(taken.right)));
}

function freeCount(taken: Uint8Array): number {
  let count = 0;
  for (const mark of taken) if (mark === 0) count++;
  return count;
}

function weighAgain(claims: Claims, taken: Taken, priors: Priors, free: number, decided: Uint8Array, odds: Float64Array): void {
  for (let at = 0; at < odds.length; at++) {
    if (decided[at] === verdict.linked) continue;
    const left = taken.left[claims.l[at]] !== 0;
    const right = taken.right[claims.r[at]] !== 0;
    const prior = right ? (left ? Number.NEGATIVE_INFINITY : priors.rightTaken) : left ? priors.leftTaken : free;
    odds[at] = Math.exp(Math.min(50, claims.weight[at] + prior));
  }
}

/** A claim's odds against its rivals and against nobody. */
function shareOut(claims: Claims, taken: Taken, state: Verdicts, odds: Float64Array, rivals: Rivals): void {
  const left = new Float64Array(taken.left.length);
  const right = new Float64Array(taken.right.length);
  for (let at = 0; at < odds.length; at++) {
    if (state.verdict[at] === verdict.linked) continue;
    left[claims.l[at]] += odds[at];
    right[claims.r[at]] += odds[at];
  }
  for (let at = 0; at < odds.length; at++) {
    if (state.verdict[at] === verdict.linked) continue;
    // A second enrolment of a taken child does not compete with that child's other second enrolments.
    const leftRivals = taken.left[claims.l[at]] !== 0 ? 0 : left[claims.l[at]] - odds[at];
    const rightRivals = right[claims.r[at]] - odds[at];
    const against = leftRivals + rightRivals;
    const shared = odds[at] > 1 && against > 0.01 * odds[at] ? rivals.sharedWith(at, odds, state.verdict) : 0;
    state.probability[at] = odds[at] / (1 + odds[at] + Math.max(0, against - shared));
  }
}

/** Finds the rival claims of a claim, and which of them are no rivals because both rows are one child. */
class Rivals {
  private readonly left: Index;
  private readonly right: Index;

  constructor(private readonly claims: Claims) {
    this.left = new Index(claims.l);
    this.right = new Index(claims.r);
  }

  /** Odds of the claims that share a row with this one and whose other rows are alike enough to be one child twice. */
  sharedWith(at: number, odds: Float64Array, decided: Uint8Array): number {
    const { l, r, sameLeft, sameRight } = this.claims;
    let shared = 0;
    this.left.each(l[at], (other) => {
      if (other !== at && decided[other] !== verdict.linked && sameRight(r[at], r[other])) shared += odds[other];
    });
    this.right.each(r[at], (other) => {
      if (other !== at && decided[other] !== verdict.linked && sameLeft(l[at], l[other])) shared += odds[other];
    });
    return shared;
  }
}

/** Row → its claims, chained. */
class Index {
  private readonly heads = new Map<number, number>();
  private readonly nexts: Int32Array;

  constructor(rows: Uint32Array) {
    this.nexts = new Int32Array(rows.length);
    for (let at = 0; at < rows.length; at++) {
      this.nexts[at] = this.heads.get(rows[at]) ?? -1;
      this.heads.set(rows[at], at);
    }
  }

  each(row: number, visit: (claim: number) => void): void {
    for (let at = this.heads.get(row) ?? -1; at >= 0; at = this.nexts[at]) visit(at);
  }
}

function takeSure(claims: Claims, taken: Taken, state: Verdicts, order: Uint32Array, thresholds: Thresholds): boolean {
  const leftBefore = taken.left.slice();
  const rightBefore = taken.right.slice();
  let any = false;
  for (const at of order) {
    const l = claims.l[at];
    const r = claims.r[at];
    if (state.verdict[at] === verdict.linked || state.probability[at] < thresholds.link || claims.human[at] !== 0) continue;
    if (taken.right[r] !== 0 && (rightBefore[r] === 0 || claims.conflict[at] !== 0)) continue;
    // Taken in this very round: its price is another one now, so it is weighed again first.
    if (taken.left[l] !== leftBefore[l]) continue;
    state.verdict[at] = verdict.linked;
    taken.left[l] = 1;
    taken.right[r] = 1;
    any = true;
  }
  return any;
}
