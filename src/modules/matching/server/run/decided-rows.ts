import type { KeyRing } from '../../../../platform/crypto';
import { type RowRef, rowName } from '../../../children/index';
import type { KnownSource, PersonsWord } from '../../../children/server/index';
import { comparedText } from '../../rules/compared-text';
import type { DecidedPairs, Decisions } from '../../rules/decided';
import { type ComparedPair, comparedPairs } from '../../rules/questions';
import type { KnownReview } from '../review-store';
import type { CurrentRows } from './compared';

/** What people have decided, and where it is written. */
export type Decided = {
  readonly reviews: readonly KnownReview[];
  readonly merges: readonly PersonsWord[];
  readonly known: readonly KnownSource[];
};

/** What people decided, as pairs of rows of the lists of today. A decision about rows that say something else now is left out. */
export function decisionsFor(ring: KeyRing, rows: CurrentRows, { reviews, merges, known }: Decided): Decisions {
  const pairs = new PairsByList(rows);
  for (const review of reviews) {
    if (review.state === 'open' || review.decision === null || review.decision === 'unsure') continue;
    if (fingerprintOf(ring, rows, review.left, review.right) !== review.decidedCompared) continue;
    pairs.add(review.decision, review.left, review.right);
  }
  const rowsOf = new Map<string, KnownSource[]>();
  for (const row of known) if (!row.gone) rowsOf.set(row.childId, [...(rowsOf.get(row.childId) ?? []), row]);
  for (const { verdict, kept, other, moved } of merges) {
    const went = new Set(moved.map(rowName));
    const all = rowsOf.get(kept) ?? [];
    const [theirs, ours] =
      verdict === 'same'
        ? [all.filter((row) => went.has(rowName(row))), all.filter((row) => !went.has(rowName(row)))]
        : [rowsOf.get(other) ?? [], all];
    for (const a of ours) for (const b of theirs) pairs.add(verdict, a, b);
  }
  return pairs.decisions();
}

/** Fingerprint of what is compared of two rows, base64; undefined when one of them is no longer there. */
export function fingerprintOf(ring: KeyRing, rows: CurrentRows, left: RowRef, right: RowRef): string | undefined {
  const [l, r] = [rows.find(left), rows.find(right)];
  if (l === undefined || r === undefined) return undefined;
  const text = `${comparedText(rows.says({ kind: left.kind, row: l }))}\n${comparedText(rows.says({ kind: right.kind, row: r }))}`;
  return ring.provider.mac(ring.macKey('blind-index', 'review'), text).subarray(0, 16).toString('base64');
}

/** Decided pairs sorted by the comparison they belong to; pairs of lists that are never compared say nothing here. */
class PairsByList {
  private readonly found = new Map<ComparedPair | 'duplicates', { same: [number, number][]; different: [number, number][] }>();

  constructor(private readonly rows: CurrentRows) {}

  add(verdict: 'same' | 'different', a: RowRef, b: RowRef): void {
    const [x, y] = [this.rows.find(a), this.rows.find(b)];
    if (x === undefined || y === undefined) return;
    if (a.kind === 'enrolment' && b.kind === 'enrolment') this.listOf('duplicates')[verdict].push([x, y]);
    for (const pair of Object.keys(comparedPairs) as ComparedPair[]) {
      const [left, right] = comparedPairs[pair];
      if (a.kind === left && b.kind === right) this.listOf(pair)[verdict].push([x, y]);
      else if (b.kind === left && a.kind === right) this.listOf(pair)[verdict].push([y, x]);
    }
  }

  decisions(): Decisions {
    return Object.fromEntries<DecidedPairs>(this.found);
  }

  private listOf(pair: ComparedPair | 'duplicates') {
    const list = this.found.get(pair) ?? { same: [], different: [] };
    this.found.set(pair, list);
    return list;
  }
}
