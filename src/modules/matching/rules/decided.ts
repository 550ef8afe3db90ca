import { pairKey } from './identity';

/** Pairs of rows (left, right) of which a person has said whether they are one child. */
export type DecidedPairs = {
  readonly same: readonly (readonly [left: number, right: number])[];
  readonly different: readonly (readonly [left: number, right: number])[];
};

/** What people decided, for each pair of lists that is compared; `duplicates` are pairs of enrolment rows. */
export type Decisions = {
  readonly enrolments?: DecidedPairs;
  readonly attending?: DecidedPairs;
  readonly poverty?: DecidedPairs;
  readonly disability?: DecidedPairs;
  readonly leftovers?: DecidedPairs;
  readonly duplicates?: DecidedPairs;
};

const nothing: DecidedPairs = { same: [], different: [] };

/** Decided pairs, to be asked pair by pair; the program weighs none of them again. */
export class Decided {
  private readonly keys = new Set<number>();
  private readonly apart = new Set<number>();

  constructor(readonly pairs: DecidedPairs = nothing) {
    for (const [l, r] of pairs.same) this.keys.add(pairKey(l, r));
    for (const [l, r] of pairs.different) {
      this.keys.add(pairKey(l, r));
      this.apart.add(pairKey(l, r));
    }
  }

  /** Whether a person has decided this pair, either way. */
  has(l: number, r: number): boolean {
    return this.keys.size > 0 && this.keys.has(pairKey(l, r));
  }

  /** Whether a person has said that these rows are two children. */
  saysApart(l: number, r: number): boolean {
    return this.apart.size > 0 && this.apart.has(pairKey(l, r));
  }
}
