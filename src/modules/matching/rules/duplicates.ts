import { findCandidates } from './blocks';
import { Decided } from './decided';
import { identityLevel, identityOf, identityWeights } from './identity';
import { verdict } from './linking';
import { frequencyWeight } from './name-frequency';
import type { Pairing } from './pairing';
import { type Pair, patternOf, unpackPattern } from './pattern';
import { weightOf } from './weights';

/** Rows of the enrolment register that are one child (重复学籍), and what showed it. */
export type Duplicate = {
  readonly rows: readonly number[];
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
};
export type DuplicateReason = { readonly a: number; readonly b: number; readonly pattern: number; readonly identity: number };

/** Odds of about 50 to 1, after the price of two enrolments for one child being rare. */
const duplicateWeight = 4;
/** About three children in a thousand have two enrolments. 系统建议; the demo county has five. */
const duplicatePrior = Math.log(0.003);

/**
 * Every group of enrolment rows of one child: linked to one household row, under one number, or alike in all else. Pairs of
 * which people said that they are two children are passed over, and those that they joined are one group.
 */
export function findDuplicates(pairing: Pairing, decided = new Decided()): Duplicate[] {
  const { right, names } = pairing.pair;
  const groups = new Groups();
  const self: Pair = { left: right, right, names };
  const reason = (a: number, b: number): DuplicateReason => ({
    a,
    b,
    pattern: patternOf(self, a, b),
    identity: identityOf(right, a, right, b, new Set()),
  });
  for (let row = 0; row < pairing.pair.left.count; row++) {
    const linked: number[] = [];
    for (let at = pairing.leftStarts[row]; at < pairing.leftStarts[row + 1]; at++)
      if (pairing.verdict[at] === verdict.linked) linked.push(pairing.r[at]);
    for (let at = 1; at < linked.length; at++)
      if (!isApart(decided, linked[0], linked[at])) groups.join(reason(linked[0], linked[at]), 1);
  }
  for (const [a, b] of decided.pairs.same) groups.join(reason(a, b), 1);
  amongUnmatched(pairing, self, groups, decided);
  return groups.list();
}

/** Children without a household row (from other counties) can have two enrolments as well. */
function amongUnmatched(pairing: Pairing, self: Pair, groups: Groups, decided: Decided): void {
  const { right } = self;
  const rows = Uint32Array.from(unmatched(pairing));
  const candidates = findCandidates(right, rows, right, self.names);
  for (let at = 0; at < rows.length; at++) {
    const a = rows[at];
    for (let from = candidates.starts[at]; from < candidates.starts[at + 1]; from++) {
      const b = candidates.others[from];
      if (a === b || isApart(decided, a, b)) continue;
      const identity = identityOf(right, a, right, b, new Set());
      const packed = patternOf(self, a, b);
      const pattern = unpackPattern(packed);
      const weight =
        weightOf(pairing.weights, pattern) +
        identityWeights[identity] +
        frequencyWeight(pairing.frequency, pattern.name, right.name[a], right.name[b]) +
        duplicatePrior;
      const sure = identity === identityLevel.equal ? 0 : duplicateWeight;
      if (weight > sure) groups.join({ a, b, pattern: packed, identity }, 1 / (1 + Math.exp(-weight)));
    }
  }
}

/** Pairs of rows of one register are decided whichever of the two comes first. */
function isApart(decided: Decided, a: number, b: number): boolean {
  return decided.saysApart(a, b) || decided.saysApart(b, a);
}

function unmatched(pairing: Pairing): number[] {
  const rows: number[] = [];
  for (let row = 0; row < pairing.pair.right.count; row++) {
    let linked = false;
    for (let at = pairing.rightStarts[row]; at < pairing.rightStarts[row + 1]; at++)
      linked ||= pairing.verdict[pairing.byRight[at]] === verdict.linked;
    if (!linked && pairing.pair.right.name[row] !== 0) rows.push(row);
  }
  return rows;
}

/** Rows joined pair by pair into groups. */
class Groups {
  private readonly groupOf = new Map<number, { rows: Set<number>; reasons: DuplicateReason[]; score: number }>();

  join(reason: DuplicateReason, score: number): void {
    const a = this.groupOf.get(reason.a) ?? { rows: new Set([reason.a]), reasons: [], score: 1 };
    const b = this.groupOf.get(reason.b) ?? { rows: new Set([reason.b]), reasons: [], score: 1 };
    if (a === b) return;
    const group = {
      rows: new Set([...a.rows, ...b.rows]),
      reasons: [...a.reasons, ...b.reasons, reason],
      score: Math.min(a.score, b.score, score),
    };
    for (const row of group.rows) this.groupOf.set(row, group);
  }

  list(): Duplicate[] {
    const unique = new Set(this.groupOf.values());
    return [...unique]
      .map((group) => ({ rows: [...group.rows].sort((a, b) => a - b), score: group.score, reasons: group.reasons }))
      .sort((a, b) => a.rows[0] - b.rows[0]);
  }
}
