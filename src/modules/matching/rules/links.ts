import { PairList } from './blocks';
import { Decided } from './decided';
import { identityWeights } from './identity';
import { verdict } from './linking';
import { frequencyWeight, type NameFrequency } from './name-frequency';
import { type Pair, patternOf, patterns, unpackPattern } from './pattern';
import { type Weights, weightOf } from './weights';

/** The links of a finished matching, in the order of the left rows and, by number, of the right rows. */
export type SortedLinks = {
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

/** Links found so far, and which rows have their place. */
export class Links {
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
    /** what people have decided; such pairs are not weighed */ readonly decided: Decided = new Decided(),
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

  sorted(): SortedLinks {
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
