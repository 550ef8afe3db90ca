import { MISSING_DAY } from '../../registers/index';
import type { NameTable } from './name-table';
import type { People } from './people';

/**
 * Finding candidates: two rows are compared only if they share a key. A key may be wrong in one register, so there are
 * several kinds, chosen so that a pair with any two fields spoilt still shares one of the rest.
 */
export type KeyKind = {
  /** at most so many rows of the other side per row and key: a key that finds more says too little */ readonly cap: number;
  /** the keys of one row, a function a slot (three guardians are three slots); 0 is no key */
  readonly keysOf: (people: People, names: NameTable) => readonly KeyOf[];
  readonly worthwhile?: (asked: People, other: People) => boolean;
};
type KeyOf = (row: number) => number;

const both = (a: number, b: number, salt: number): number => (a === 0 || b === 0 ? 0 : mix(a, b, salt));

/** Keys in the order of how much they say. */
const keyKinds: readonly KeyKind[] = [
  kind(60, 1, (p, n) => [[(row) => n.bag[p.name[row]], birthKey(p)]]),
  kind(60, 2, (p, n) => [[(row) => n.sound[p.name[row]], birthKey(p)]]),
  {
    ...kind(60, 3, (p, n) => [
      [(row) => n.bag[p.former[row]], birthKey(p)],
      [(row) => n.bag[p.name[row]], birthKey(p)],
    ]),
    // Names against names is the first kind already: this one is for when a side knows a former name.
    worthwhile: (asked, other) => asked.former.some(isKnown) || other.former.some(isKnown),
  },
  kind(40, 4, (p, n) => [[(row) => n.given[p.name[row]], birthKey(p)]]),
  kind(40, 5, (p, n) => [[(row) => n.head[p.name[row]], birthKey(p)]]),
  kind(40, 6, (p, n) => [[(row) => n.frame[p.name[row]], birthKey(p)]]),
  // 张妍 for 张研: of a name of two characters the surname alone is left.
  kind(40, 7, (p, n) => [[(row) => (isShort(n, p.name[row]) ? n.first[p.name[row]] : 0), birthKey(p)]]),
  kind(40, 8, (p) => [[placeKey(p), birthKey(p)]]),
  kind(40, 9, (p, n) => [[(row) => n.sound[p.name[row]], placeKey(p)]]),
  kind(40, 10, (p, n) => [[(row) => n.sound[p.name[row]], (row) => p.township[row]]]),
  kind(30, 11, (p, n) => p.kinNames.map((kin): [KeyOf, KeyOf] => [(row) => n.sound[kin[row]], placeKey(p)])),
  kind(30, 12, (p, n) => p.kinNames.map((kin): [KeyOf, KeyOf] => [(row) => n.sound[kin[row]], birthKey(p)])),
  kind(30, 13, (p, n) => p.kinNames.map((kin): [KeyOf, KeyOf] => [(row) => n.sound[kin[row]], (row) => n.sound[p.name[row]]])),
  kind(20, 14, (p) => p.phones.map((phone): [KeyOf, KeyOf] => [(row) => phone[row], one])),
  kind(20, 15, (p) => p.kinIds.map((id): [KeyOf, KeyOf] => [(row) => idHash(id[row]), one])),
  kind(8, 16, (p, n) => [[(row) => n.bag[p.name[row]], one]]),
  kind(20, 17, (p) => [[(row) => p.document[row], one]]),
  kind(40, 18, (p, n) => [[(row) => n.sound[p.name[row]], (row) => p.school[row]]]),
  kind(60, 19, (p, n) => [[(row) => n.first[p.name[row]], (row) => p.schoolClass[row]]]),
];

function kind(cap: number, salt: number, slots: (p: People, n: NameTable) => readonly (readonly [KeyOf, KeyOf])[]): KeyKind {
  return {
    cap,
    keysOf: (p, n) =>
      slots(p, n).map(
        ([a, b]) =>
          (row: number) =>
            both(a(row), b(row), salt),
      ),
  };
}

const one = () => 1;
const isKnown = (number: number) => number !== 0;

function isShort(names: NameTable, name: number): boolean {
  return name !== 0 && names.ends[name] - names.ends[name - 1] === 2;
}

function birthKey(people: People): KeyOf {
  return (row) => (people.birth[row] === MISSING_DAY ? 0 : people.birth[row] + 100_000);
}

/** The village, told from its namesake by the township. */
function placeKey(people: People): KeyOf {
  return (row) => (people.village[row] === 0 ? 0 : (people.village[row] << 10) ^ people.township[row]);
}

function idHash(id: number): number {
  return id < 0 ? 0 : mix(id % 0x7fffffff, Math.floor(id / 0x7fffffff), 7);
}

function mix(a: number, b: number, salt: number): number {
  let hash = Math.imul(a ^ Math.imul(salt, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ b, 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) | 1) >>> 0;
}

/** Candidate pairs: of each asked row the rows of the other side that share a key, each once, in CSR form. */
export type Candidates = { readonly rows: Uint32Array; readonly starts: Uint32Array; readonly others: Uint32Array };

/** Finds the candidates of `rows` (of `asked`) among all rows of `other`. */
export function findCandidates(asked: People, rows: Uint32Array, other: People, names: NameTable, kinds = keyKinds): Candidates {
  const found = new PairList(rows.length * 8);
  for (const kind of kinds) if (kind.worthwhile?.(asked, other) ?? true) collectKind(kind, asked, rows, other, names, found);
  return distinct(rows, found, other.count);
}

function collectKind(kind: KeyKind, asked: People, rows: Uint32Array, other: People, names: NameTable, found: PairList): void {
  const askedSlots = kind.keysOf(asked, names);
  const otherSlots = kind.keysOf(other, names);
  if (askedSlots.length === 0 || otherSlots.length === 0) return;
  const index = new KeyIndex(rows.length * askedSlots.length);
  for (const keyOf of askedSlots) for (let at = 0; at < rows.length; at++) index.add(keyOf(rows[at]), at);
  if (index.isEmpty) return;
  const hits = new PairList(rows.length);
  for (const keyOf of otherSlots) {
    for (let row = 0; row < other.count; row++) {
      const slot = index.find(keyOf(row));
      if (slot >= 0) hits.push(slot, row);
    }
  }
  expand(index, hits, kind.cap, found);
}

/** Writes out the hits of every key that does not find too much. */
function expand(index: KeyIndex, hits: PairList, cap: number, found: PairList): void {
  const perSlot = new Uint32Array(index.slots);
  for (let at = 0; at < hits.count; at++) perSlot[hits.first[at]]++;
  for (let at = 0; at < hits.count; at++) {
    const slot = hits.first[at];
    if (perSlot[slot] > cap) continue;
    for (let link = index.heads[slot]; link !== 0; link = index.nexts[link]) found.push(index.values[link], hits.second[at]);
  }
}

/** Groups the pairs by asked row and drops repeats. */
function distinct(rows: Uint32Array, found: PairList, otherCount: number): Candidates {
  const starts = new Uint32Array(rows.length + 1);
  for (let at = 0; at < found.count; at++) starts[found.first[at] + 1]++;
  for (let at = 0; at < rows.length; at++) starts[at + 1] += starts[at];
  const sorted = new Uint32Array(found.count);
  const cursor = starts.slice();
  for (let at = 0; at < found.count; at++) sorted[cursor[found.first[at]]++] = found.second[at];
  const seen = new Uint32Array(otherCount);
  const others = new Uint32Array(found.count);
  const kept = new Uint32Array(rows.length + 1);
  let used = 0;
  for (let at = 0; at < rows.length; at++) {
    for (let from = starts[at]; from < starts[at + 1]; from++) {
      if (seen[sorted[from]] === at + 1) continue;
      seen[sorted[from]] = at + 1;
      others[used++] = sorted[from];
    }
    kept[at + 1] = used;
  }
  return { rows, starts: kept, others: others.slice(0, used) };
}

/** Key → the asked rows that have it, chained; small enough to stay in the cache while the other side is streamed past. */
class KeyIndex {
  readonly slots: number;
  readonly heads: Uint32Array;
  readonly nexts: Uint32Array;
  readonly values: Uint32Array;
  private readonly keys: Uint32Array;
  private used = 0;

  constructor(expected: number) {
    this.slots = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.heads = new Uint32Array(this.slots);
    this.keys = new Uint32Array(this.slots);
    this.nexts = new Uint32Array(expected + 1);
    this.values = new Uint32Array(expected + 1);
  }

  get isEmpty(): boolean {
    return this.used === 0;
  }

  add(key: number, value: number): void {
    if (key === 0) return;
    let slot = (key >>> 1) & (this.slots - 1);
    while (this.keys[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & (this.slots - 1);
    this.keys[slot] = key;
    this.used++;
    this.values[this.used] = value;
    this.nexts[this.used] = this.heads[slot];
    this.heads[slot] = this.used;
  }

  /** The slot of a key, or -1. */
  find(key: number): number {
    if (key === 0) return -1;
    let slot = (key >>> 1) & (this.slots - 1);
    for (;;) {
      const there = this.keys[slot];
      if (there === key) return slot;
      if (there === 0) return -1;
      slot = (slot + 1) & (this.slots - 1);
    }
  }
}

/** A growing list of pairs of row numbers. */
export class PairList {
  first: Uint32Array;
  second: Uint32Array;
  count = 0;

  constructor(expected: number) {
    this.first = new Uint32Array(Math.max(16, expected));
    this.second = new Uint32Array(this.first.length);
  }

  push(first: number, second: number): void {
    if (this.count === this.first.length) this.grow();
    this.first[this.count] = first;
    this.second[this.count++] = second;
  }

  private grow(): void {
    const first = new Uint32Array(this.first.length * 2);
    const second = new Uint32Array(this.first.length * 2);
    first.set(this.first);
    second.set(this.second);
    this.first = first;
    this.second = second;
  }
}
