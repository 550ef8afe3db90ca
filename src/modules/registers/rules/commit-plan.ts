import type { BadRowChoice, CommitMode } from './batch-state';
import { compareSnapshots, hashLength, type RowIndex, rowFlags, type SnapshotChange, sortedIndex } from './row-index';

/** The rows that count today; `rows` of the index are places in `layerOf` and `rowOf`. */
export type LayeredIndex = {
  readonly index: RowIndex;
  /** of each row the layer it stands in */ readonly layerOf: Uint16Array;
  /** of each row its number in the batch of that layer */ readonly rowOf: Uint32Array;
};

/** How a batch is to be taken. */
export type CommitTerms = {
  readonly mode: CommitMode;
  readonly badRows: BadRowChoice;
  /** rows of the batch that say nothing new (`overlapOf`) */ readonly repeated: ReadonlySet<number>;
  /** of rows of the batch that mend one that counts, that row's place; -1 where it mends one that waited */
  readonly mends: ReadonlyMap<number, number>;
};

/** What a commit does: figures for a person, rows for the snapshot. */
export type CommitPlan = {
  readonly before: number;
  readonly after: number;
  readonly fresh: number;
  readonly unchanged: number;
  readonly gone: number;
  /** place of the row that counts today, number of the row in the batch that takes its place */
  readonly changed: readonly (readonly [number, number])[];
  /** places of rows that count no more */ readonly baseDropped: ReadonlySet<number>;
  /** numbers of rows of the batch that do not count */ readonly ownDropped: ReadonlySet<number>;
};

/**
 * What becomes of the rows that count when a batch is taken. A child whose row waits for mending keeps the row it had: a
 * spoilt cell takes no child off the list.
 */
export function planCommit(base: LayeredIndex, batch: RowIndex, terms: CommitTerms, compared?: Comparison): CommitPlan {
  if (terms.mode === 'mend') return planMending(base, liveRows(batch, terms.repeated), terms);
  return planList(base, compared ?? compareLists(base, batch, terms.repeated), terms);
}

/** The rows of a batch that say something, held against those that count: the same for every way of taking the batch. */
export type Comparison = { readonly live: RowIndex; readonly change: SnapshotChange };

/** Compares a batch with what counts, once for all the ways in which it may be taken. */
export function compareLists({ index }: LayeredIndex, batch: RowIndex, repeated: ReadonlySet<number>): Comparison {
  const live = liveRows(batch, repeated);
  return { live, change: compareSnapshots(index, live) };
}

function liveRows(batch: RowIndex, repeated: ReadonlySet<number>): RowIndex {
  return repeated.size === 0 ? batch : part(batch, (at) => !repeated.has(batch.rows[at]));
}

/** No rows: the base of a unit's first list. */
export const noRows: LayeredIndex = {
  index: sortedIndex({
    count: 0,
    keys: new Uint8Array(0),
    contents: new Uint8Array(0),
    seconds: new Uint8Array(0),
    rows: new Uint32Array(0),
    flags: new Uint8Array(0),
  }),
  layerOf: new Uint16Array(0),
  rowOf: new Uint32Array(0),
};

/** Some rows of an index, in its order. */
export function part(index: RowIndex, keep: (at: number) => boolean): RowIndex {
  const kept: number[] = [];
  for (let at = 0; at < index.count; at++) if (keep(at)) kept.push(at);
  if (kept.length === index.count) return index;
  const some = {
    count: kept.length,
    keys: new Uint8Array(kept.length * hashLength),
    contents: new Uint8Array(kept.length * hashLength),
    seconds: new Uint8Array(kept.length * hashLength),
    rows: Uint32Array.from(kept, (at) => index.rows[at]),
    flags: Uint8Array.from(kept, (at) => index.flags[at]),
  };
  kept.forEach((from, at) => {
    for (const name of ['keys', 'contents', 'seconds'] as const)
      some[name].set(index[name].subarray(from * hashLength, (from + 1) * hashLength), at * hashLength);
  });
  return some;
}

function planList({ index }: LayeredIndex, { live, change }: Comparison, terms: CommitTerms): CommitPlan {
  const { mode, badRows, repeated } = terms;
  const waits = (at: number) => badRows === 'wait' && (live.flags[at] & rowFlags.error) !== 0;
  const place = (at: number) => index.rows[at];
  const own = (at: number) => live.rows[at];
  const waiting = Array.from({ length: live.count }, (_, at) => at).filter(waits);
  const changed = change.changed.filter(([, a]) => !waits(a));
  const fresh = change.fresh.filter((a) => !waits(a)).length;
  const unchanged = change.unchanged.filter(([, a]) => !waits(a));
  // The row a child had stays where the new one waits.
  const kept = [...change.changed, ...change.unchanged].filter(([, a]) => waits(a)).map(([b]) => place(b));
  const figures = { before: index.count, fresh, changed: changed.map(([b, a]) => [place(b), own(a)] as const) };
  const ownDropped = new Set([...repeated, ...waiting.map(own)]);
  if (mode === 'add') {
    for (const [, a] of unchanged) ownDropped.add(own(a));
    return {
      ...figures,
      after: index.count + fresh,
      unchanged: index.count - changed.length,
      gone: 0,
      baseDropped: new Set(figures.changed.map(([b]) => b)),
      ownDropped,
    };
  }
  const stays = new Set(kept);
  return {
    ...figures,
    after: live.count - waiting.length + kept.length,
    unchanged: unchanged.length + kept.length,
    gone: change.gone.length,
    baseDropped: new Set(Array.from(index.rows).filter((row) => !stays.has(row))),
    ownDropped,
  };
}

/** Rows that name the row they mend take its place; others are added like rows of any list. */
function planMending(base: LayeredIndex, live: RowIndex, terms: CommitTerms): CommitPlan {
  const { index } = base;
  const atOf = new Map(Array.from(index.rows, (row, at) => [row, at]));
  const waits = (at: number) => terms.badRows === 'wait' && (live.flags[at] & rowFlags.error) !== 0;
  const mended = (at: number) => terms.mends.get(live.rows[at]) ?? -1;
  const named = new Set([...terms.mends.values()].filter((row) => row >= 0));
  const rest = { ...base, index: part(index, (at) => !named.has(index.rows[at])) };
  const unnamed = part(live, (at) => mended(at) < 0);
  const others = planList(rest, compareLists(rest, unnamed, new Set()), { ...terms, mode: 'add' });
  const changed: (readonly [number, number])[] = [];
  const ownDropped = new Set(others.ownDropped);
  for (let at = 0; at < live.count; at++) {
    const row = mended(at);
    if (row < 0) continue;
    if (waits(at) || alike(index, atOf.get(row), live, at)) ownDropped.add(live.rows[at]);
    else changed.push([row, live.rows[at]]);
  }
  const all = [...others.changed, ...changed];
  return {
    before: index.count,
    after: index.count + others.fresh,
    fresh: others.fresh,
    unchanged: index.count - all.length,
    gone: 0,
    changed: all,
    baseDropped: new Set(all.map(([row]) => row)),
    ownDropped,
  };
}

function alike(index: RowIndex, at: number | undefined, live: RowIndex, own: number): boolean {
  if (at === undefined) return false;
  for (let byte = 0; byte < hashLength; byte++) {
    if (index.contents[at * hashLength + byte] !== live.contents[own * hashLength + byte]) return false;
  }
  return true;
}
