/**
 * The rows of a snapshot by who they speak of, sorted by key and content: two snapshots are compared by walking both once.
 * Keys and contents are `hashLength` bytes a row, one after another.
 */
export type RowIndex = {
  readonly count: number;
  /** who the row speaks of (a keyed hash of the identity); rows of one child follow one another */ readonly keys: Uint8Array;
  /** all the row says; equal rows have equal contents */ readonly contents: Uint8Array;
  /** name and birthday, as a keyed hash; zeros where the row lacks one of them */ readonly seconds: Uint8Array;
  /** the row's number in its batch */ readonly rows: Uint32Array;
  /** of each row the sum of `rowFlags` */ readonly flags: Uint8Array;
};

/** What is known of a row beside: something in it must be mended; it bears no number of its own. */
export const rowFlags = { error: 1, weak: 2 } as const;

/** Bytes of a key, a content and a second key: among three million rows two meet by chance once in 10¹⁶ times. */
export const hashLength = 12;

/** What becomes of the rows of a list when a newer one takes its place; rows by their place in the indexes. */
export type SnapshotChange = {
  readonly fresh: readonly number[];
  /** the same child with other contents: place before, place after */ readonly changed: readonly (readonly [number, number])[];
  /** the same child with the same contents: place before, place after */
  readonly unchanged: readonly (readonly [number, number])[];
  readonly gone: readonly number[];
};

/**
 * Compares two versions of a list. The order of rows, the names of files and how the list was split do not matter: only
 * who is named how often and with what contents. A row whose number was mended is found again by name and birthday, where
 * nobody else has both.
 */
export function compareSnapshots(before: RowIndex, after: RowIndex): SnapshotChange {
  const change: Draft = { fresh: [], changed: [], unchanged: [], gone: [] };
  let [b, a] = [0, 0];
  while (b < before.count || a < after.count) {
    const order = b === before.count ? 1 : a === after.count ? -1 : compareKeys(before, b, after, a);
    const [endB, endA] = [order <= 0 ? endOfKey(before, b) : b, order >= 0 ? endOfKey(after, a) : a];
    if (endB - b === 1 && endA - a === 1) pair(before, after, b, a, change);
    else compareGroup(before, after, [b, endB], [a, endA], change);
    [b, a] = [endB, endA];
  }
  return findAgain(before, after, change);
}

/** Rows of one list that say nothing new, by their numbers in the batch, and how they came twice. */
export type Overlap = {
  readonly dropped: readonly number[];
  /** rows alike in several files */ readonly same: number;
  /** rows alike in one file */ readonly repeated: number;
  /** children with a number who stand in several files, unlike */ readonly differ: number;
};

/**
 * Rows alike are one row, however often and in however many files they stand. Where nobody has a number, two rows alike in
 * one file stay two children: two boys called 张伟 in one class are not one.
 */
export function overlapOf(index: RowIndex, fileOf: (row: number) => number): Overlap {
  const found = { dropped: [] as number[], same: 0, repeated: 0, differ: 0 };
  for (let from = 0; from < index.count; ) {
    const end = endOfKey(index, from);
    if (end - from > 1) dropAlike(index, from, end, fileOf, found);
    from = end;
  }
  return found;
}

/** Copies one hash; byte by byte, because a view of twelve bytes costs more than they do. */
export function copyHash(source: Uint8Array, from: number, target: Uint8Array, into: number): void {
  for (let byte = 0; byte < hashLength; byte++) target[into + byte] = source[from + byte];
}

/** Sorts an index by key, then by content, then by row, so that equal lists have equal indexes. */
export function sortedIndex(index: RowIndex): RowIndex {
  if (isSorted(index)) return index;
  const order = Uint32Array.from({ length: index.count }, (_, at) => at);
  const heads = headsOf(index);
  order.sort((one, other) => heads[one] - heads[other] || compareRows(index, one, other));
  const sorted = {
    count: index.count,
    keys: new Uint8Array(index.count * hashLength),
    contents: new Uint8Array(index.count * hashLength),
    seconds: new Uint8Array(index.count * hashLength),
    rows: new Uint32Array(index.count),
    flags: new Uint8Array(index.count),
  };
  for (let at = 0; at < index.count; at++) {
    const from = order[at];
    copyHash(index.keys, from * hashLength, sorted.keys, at * hashLength);
    copyHash(index.contents, from * hashLength, sorted.contents, at * hashLength);
    copyHash(index.seconds, from * hashLength, sorted.seconds, at * hashLength);
    sorted.rows[at] = index.rows[from];
    sorted.flags[at] = index.flags[from];
  }
  return sorted;
}

function isSorted(index: RowIndex): boolean {
  for (let at = 1; at < index.count; at++) if (compareRows(index, at - 1, at) > 0) return false;
  return true;
}

type OverlapDraft = { -readonly [K in keyof Overlap]: Overlap[K] extends number ? number : number[] };

function dropAlike(index: RowIndex, from: number, end: number, fileOf: (row: number) => number, found: OverlapDraft): void {
  const weak = (index.flags[from] & rowFlags.weak) !== 0;
  const files = new Set<number>();
  let kinds = 0;
  for (let at = from; at < end; ) {
    let alike = at + 1;
    while (alike < end && sameHash(index.contents, at, index.contents, alike)) alike++;
    const rows = Array.from(index.rows.subarray(at, alike)).sort((one, other) => one - other);
    for (const row of rows) files.add(fileOf(row));
    const kept = weak ? mostOfOneFile(rows, fileOf) : rows.slice(0, 1);
    const keptFiles = new Set(kept.map(fileOf));
    for (const row of rows.filter((one) => !kept.includes(one))) {
      found.dropped.push(row);
      if (keptFiles.has(fileOf(row))) found.repeated++;
      else found.same++;
    }
    kinds++;
    at = alike;
  }
  if (kinds > 1 && files.size > 1 && !weak) found.differ++;
}

/** The rows of the file that has most of them, the first of equals. */
function mostOfOneFile(rows: readonly number[], fileOf: (row: number) => number): number[] {
  const perFile = new Map<number, number[]>();
  for (const row of rows) perFile.set(fileOf(row), [...(perFile.get(fileOf(row)) ?? []), row]);
  return [...perFile.values()].reduce((most, one) => (one.length > most.length ? one : most));
}

type Draft = { -readonly [K in keyof SnapshotChange]: SnapshotChange[K] extends readonly (infer E)[] ? E[] : never };

/** The first six bytes of each key as a number: most comparisons end there. */
function headsOf({ keys, count }: RowIndex): Float64Array {
  const heads = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    let head = 0;
    for (let byte = 0; byte < 6; byte++) head = head * 256 + keys[at * hashLength + byte];
    heads[at] = head;
  }
  return heads;
}

function compareRows(index: RowIndex, one: number, other: number): number {
  return (
    compareHashes(index.keys, one, index.keys, other) ||
    compareHashes(index.contents, one, index.contents, other) ||
    index.rows[one] - index.rows[other]
  );
}

function compareKeys(before: RowIndex, b: number, after: RowIndex, a: number): number {
  return compareHashes(before.keys, b, after.keys, a);
}

function compareHashes(one: Uint8Array, at: number, other: Uint8Array, otherAt: number): number {
  for (let byte = 0; byte < hashLength; byte++) {
    const difference = one[at * hashLength + byte] - other[otherAt * hashLength + byte];
    if (difference !== 0) return difference;
  }
  return 0;
}

function sameHash(one: Uint8Array, at: number, other: Uint8Array, otherAt: number): boolean {
  return compareHashes(one, at, other, otherAt) === 0;
}

function endOfKey(index: RowIndex, from: number): number {
  let end = from + 1;
  while (end < index.count && sameHash(index.keys, from, index.keys, end)) end++;
  return end;
}

function pair(before: RowIndex, after: RowIndex, b: number, a: number, change: Draft): void {
  (sameHash(before.contents, b, after.contents, a) ? change.unchanged : change.changed).push([b, a]);
}

/** Rows of one child on both sides: equal ones belong together, then the others in their order, and the rest is new or gone. */
function compareGroup(
  before: RowIndex,
  after: RowIndex,
  [fromB, toB]: readonly [number, number],
  [fromA, toA]: readonly [number, number],
  change: Draft,
): void {
  const [restB, restA]: [number[], number[]] = [[], []];
  let [b, a] = [fromB, fromA];
  while (b < toB && a < toA) {
    const order = compareHashes(before.contents, b, after.contents, a);
    if (order === 0) change.unchanged.push([b++, a++]);
    else if (order < 0) restB.push(b++);
    else restA.push(a++);
  }
  while (b < toB) restB.push(b++);
  while (a < toA) restA.push(a++);
  const both = Math.min(restB.length, restA.length);
  for (let at = 0; at < both; at++) change.changed.push([restB[at], restA[at]]);
  change.gone.push(...restB.slice(both));
  change.fresh.push(...restA.slice(both));
}

/** Joins a row that went with one that came, where both alone have this name and birthday. */
function findAgain(before: RowIndex, after: RowIndex, change: Draft): SnapshotChange {
  // A first list, and the same list again: nobody went whom one who came could be.
  if (change.gone.length === 0 || change.fresh.length === 0) return change;
  const went = loners(before, change.gone);
  const came = loners(after, change.fresh);
  const joined = new Map<number, number>();
  for (const [second, b] of went) {
    const a = came.get(second);
    if (a !== undefined && a >= 0 && b >= 0) joined.set(b, a);
  }
  if (joined.size === 0) return change;
  const taken = new Set(joined.values());
  return {
    ...change,
    changed: [...change.changed, ...joined],
    gone: change.gone.filter((b) => !joined.has(b)),
    fresh: change.fresh.filter((a) => !taken.has(a)),
  };
}

/** The rows by their second key; -1 where several have it. */
function loners(index: RowIndex, rows: readonly number[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of rows) {
    const second = String.fromCharCode(...index.seconds.subarray(row * hashLength, (row + 1) * hashLength));
    if (second === nothing) continue;
    found.set(second, found.has(second) ? -1 : row);
  }
  return found;
}

const nothing = '\0'.repeat(hashLength);
