import type { ByteInterner } from '../../../kernel/byte-interner';
import { birthOfIdKey, nearNumbers } from '../../../kernel/id-number';
import { PairList } from './blocks';
import type { People } from './people';

/** What two ID cells say together. */
export const identityLevel = {
  missing: 0,
  /** one valid number on both sides */ equal: 1,
  /** the same text on both sides, but no valid number: a passport, or one mistake copied */ sameText: 2,
  /** one is no valid number, and one slip away from the other */ near: 3,
  /** one is no valid number, or contradicts its own row, and is far from the other */ far: 4,
  /** two valid numbers that differ */ differs: 5,
  /** two valid numbers, equal in birth and sequence: only the region was written otherwise */ otherRegion: 6,
  /** one valid number on both sides, but one row's own birth or sex contradicts it */ equalDoubtful: 7,
} as const;

/**
 * Logarithms of odds of the ID cells alone; they cannot be learnt from pairs that were labelled by them. 系统建议, ADR-0004.
 * `near` is small on purpose: at a million children a quarter of all one-slip repairs fit somebody else's number too.
 */
export const identityWeights: readonly number[] = [0, 9.2, 8, 5, -1.2, -5.5, 1, 4.5];

export function identityOf(left: People, l: number, right: People, r: number, near: Set<number>): number {
  const a = left.id[l];
  const b = right.id[r];
  if (a >= 0 && a === b) return left.doubtfulId[l] + right.doubtfulId[r] > 0 ? identityLevel.equalDoubtful : identityLevel.equal;
  if (a >= 0 && b >= 0) {
    if (sameExceptRegion(a, b)) return identityLevel.otherRegion;
    return left.doubtfulId[l] + right.doubtfulId[r] > 0 ? identityLevel.far : identityLevel.differs;
  }
  const ta = left.document[l];
  const tb = right.document[r];
  if (ta !== 0 && ta === tb) return identityLevel.sameText;
  if ((a < 0 && ta === 0) || (b < 0 && tb === 0)) return identityLevel.missing;
  return near.has(pairKey(l, r)) ? identityLevel.near : identityLevel.far;
}

function sameExceptRegion(a: number, b: number): boolean {
  return a % 1000 === b % 1000 && birthOfIdKey(a) === birthOfIdKey(b);
}

/** One number for a pair of rows; exact below 2^26 right rows. */
export function pairKey(l: number, r: number): number {
  return l * 67_108_864 + r;
}

/** All pairs of rows with one valid number. A number that stands more than 20 times in a register names nobody. */
export function joinById(left: People, right: People): PairList {
  const table = new IdTable(left);
  const pairs = new PairList(Math.min(left.count, right.count));
  for (let r = 0; r < right.count; r++) {
    if (right.id[r] < 0) continue;
    for (const l of table.rowsOf(right.id[r])) pairs.push(l, r);
  }
  return pairs;
}

/** Pairs in which an unreadable number of one side is one slip away from a valid number of the other. */
export function nearPairs(left: People, right: People, documents: ByteInterner): PairList {
  const pairs = new PairList(64);
  nearInto(left, right, documents, (l, r) => pairs.push(l, r));
  nearInto(right, left, documents, (r, l) => pairs.push(l, r));
  return pairs;
}

function nearInto(
  damaged: People,
  valid: People,
  documents: ByteInterner,
  found: (damaged: number, valid: number) => void,
): void {
  const rows: number[] = [];
  for (let row = 0; row < damaged.count; row++) if (damaged.document[row] !== 0) rows.push(row);
  if (rows.length === 0) return;
  const table = new IdTable(valid);
  const { bytes, ends } = documents.view();
  const decoder = new TextDecoder();
  for (const row of rows) {
    const entry = damaged.document[row];
    const text = decoder.decode(bytes.subarray(ends[entry - 1], ends[entry]));
    for (const key of new Set(nearNumbers(text).map((near) => near.key)))
      for (const match of table.rowsOf(key)) found(row, match);
  }
}

/** Valid number → rows, by open addressing on the packed numbers. */
class IdTable {
  private readonly keys: Float64Array;
  private readonly heads: Uint32Array;
  private readonly nexts: Uint32Array;
  private readonly mask: number;

  constructor(people: People) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, people.count * 1.6)));
    this.mask = slots - 1;
    this.keys = new Float64Array(slots).fill(-1);
    this.heads = new Uint32Array(slots);
    this.nexts = new Uint32Array(people.count + 1);
    for (let row = 0; row < people.count; row++) {
      const key = people.id[row];
      if (key < 0) continue;
      const slot = this.slotOf(key);
      this.keys[slot] = key;
      this.nexts[row + 1] = this.heads[slot];
      this.heads[slot] = row + 1;
    }
  }

  rowsOf(key: number): readonly number[] {
    const slot = this.slotOf(key);
    if (this.keys[slot] !== key) return none;
    const rows: number[] = [];
    for (let link = this.heads[slot]; link !== 0; link = this.nexts[link]) rows.push(link - 1);
    return rows.length > 20 ? none : rows;
  }

  private slotOf(key: number): number {
    const low = key % 4294967296;
    const high = (key - low) / 4294967296;
    let hash = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = Math.imul(hash, 0xc2b2ae35) >>> 0;
    slot = (slot ^ (slot >>> 16)) & this.mask;
    while (this.keys[slot] !== key && this.keys[slot] !== -1) slot = (slot + 1) & this.mask;
    return slot;
  }
}

const none: readonly number[] = [];
