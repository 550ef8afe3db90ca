/** A candidate pair on its way to a decision. `weight` is the logarithm of its odds before other claims are heard. */
export type Claims = { readonly l: Uint32Array; readonly r: Uint32Array; readonly weight: Float64Array };

/** `linked`, `review` (a person decides), or `no` for each claim, with the probability that it is one child. */
export type Verdicts = { readonly verdict: Uint8Array; readonly probability: Float64Array };
export const verdict = { no: 0, review: 1, linked: 2 } as const;

/** Above `link` the program decides, below `drop` it forgets, between them a person looks. 系统建议, ADR-0004. */
export type Thresholds = { readonly link: number; readonly drop: number };

/** What a claim costs when one of its rows has its place already. */
export type Priors = {
  /** neither row is taken */ readonly free: number;
  /** the right row belongs to another left row: one child twice on the left side */ readonly rightTaken: number;
  /** the left row has a right row already: one child twice on the right side */ readonly leftTaken: number;
};

/**
 * Decides all claims together. Each right row belongs to at most one left row; a left row may be given a second right row
 * only at the price of `priors.leftTaken`. A claim's probability is its odds against every rival claim of either row and
 * against nobody (o / (1 + Σ rivals)): two namesakes without numbers leave each other at one half, which no threshold passes.
 * Sure claims are taken first, then the rest are weighed again without them, until nothing more is sure.
 */
export function decideClaims(
  claims: Claims,
  taken: { left: Uint8Array; right: Uint8Array },
  priors: Priors,
  thresholds: Thresholds,
): Verdicts {
  const count = claims.l.length;
  const state = { verdict: new Uint8Array(count), probability: new Float64Array(count) };
  const odds = new Float64Array(count);
  const order = new Uint32Array(count).map((_, at) => at).sort((a, b) => claims.weight[b] - claims.weight[a]);
  for (let round = 0; round < 6; round++) {
    weighAgain(claims, taken, priors, state.verdict, odds);
    shareOut(claims, taken, state, odds);
    if (!takeSure(claims, taken, state, order, thresholds)) break;
  }
  for (let at = 0; at < count; at++) {
    if (state.verdict[at] !== verdict.linked && state.probability[at] >= thresholds.drop) state.verdict[at] = verdict.review;
  }
  return state;
}

function weighAgain(
  claims: Claims,
  taken: { left: Uint8Array; right: Uint8Array },
  priors: Priors,
  decided: Uint8Array,
  odds: Float64Array,
): void {
  for (let at = 0; at < odds.length; at++) {
    if (decided[at] === verdict.linked) continue;
    const left = taken.left[claims.l[at]] !== 0;
    const right = taken.right[claims.r[at]] !== 0;
    const prior = right ? (left ? Number.NEGATIVE_INFINITY : priors.rightTaken) : left ? priors.leftTaken : priors.free;
    odds[at] = Math.exp(Math.min(50, claims.weight[at] + prior));
  }
}

function shareOut(claims: Claims, taken: { left: Uint8Array; right: Uint8Array }, state: Verdicts, odds: Float64Array): void {
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
    const rivals = taken.left[claims.l[at]] !== 0 ? right[claims.r[at]] : left[claims.l[at]] + right[claims.r[at]] - odds[at];
    state.probability[at] = odds[at] / (1 + rivals);
  }
}

function takeSure(
  claims: Claims,
  taken: { left: Uint8Array; right: Uint8Array },
  state: Verdicts,
  order: Uint32Array,
  thresholds: Thresholds,
): boolean {
  const leftBefore = taken.left.slice();
  let any = false;
  for (const at of order) {
    const l = claims.l[at];
    const r = claims.r[at];
    if (state.verdict[at] === verdict.linked || state.probability[at] < thresholds.link || taken.right[r] !== 0) continue;
    // Taken in this very round: its price is another one now, so it is weighed again first.
    if (taken.left[l] !== leftBefore[l]) continue;
    state.verdict[at] = verdict.linked;
    taken.left[l] = 1;
    taken.right[r] = 1;
    any = true;
  }
  return any;
}
