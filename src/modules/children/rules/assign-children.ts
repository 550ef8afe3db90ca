import { type SourceKind, sourceKinds } from './child-values';

/** A row of a list, by the list and its lasting name within it. */
export type RowRef = { readonly kind: SourceKind; readonly key: string };

/** What is known before a comparison. */
export type KnownChildren = {
  /** `rowName(row)` → the child it belongs to today */ readonly childOf: ReadonlyMap<string, string>;
  /** children of which two people said that all their rows are one child: never split by the program */
  readonly joined: ReadonlySet<string>;
};

/** One child with all its rows; without `child` it is new. */
export type AssignedChild = { readonly child: string | undefined; readonly rows: readonly RowRef[] };

/** A known child whose rows came apart: `kept` stay with it, `parted` went elsewhere. */
export type Split = { readonly child: string; readonly kept: readonly RowRef[]; readonly parted: readonly RowRef[] };

/** Two known children that now look like one. Nothing is merged by itself: two people decide. */
export type MergeProposal = { readonly kept: string; readonly other: string };

export type AssignmentPlan = {
  readonly children: readonly AssignedChild[];
  readonly splits: readonly Split[];
  readonly proposals: readonly MergeProposal[];
};

/** The name of a row among the rows of all lists. */
export function rowName({ kind, key }: RowRef): string {
  return `${kind}:${key}`;
}

/**
 * Gives every cluster of rows its child. A known child goes with its rows; where they came apart it stays with the part
 * that has its household row, else with the larger part. A row that is new joins the child of its cluster. Where a cluster
 * holds two known children both stay, and a merge is proposed. The plan does not depend on the order of clusters or rows,
 * and made twice it changes nothing.
 */
export function assignChildren(clusters: readonly (readonly RowRef[])[], known: KnownChildren): AssignmentPlan {
  const ordered = togetherWithJoined(clusters.map(inOrder), known).sort((a, b) => compareRows(a[0], b[0]));
  const homes = homesOf(ordered, known);
  const children: AssignedChild[] = [];
  const proposals: MergeProposal[] = [];
  ordered.forEach((rows, cluster) => {
    const own = rowsByChild(rows, known, (child) => homes.get(child)?.cluster === cluster);
    if (own.size === 0) {
      children.push({ child: undefined, rows });
      return;
    }
    const [lead, ...others] = [...own].sort(byClaim).map(([child]) => child);
    const taken = new Set(others.flatMap((child) => own.get(child) ?? []));
    children.push({ child: lead, rows: rows.filter((row) => !taken.has(row)) });
    for (const other of others) {
      children.push({ child: other, rows: own.get(other) ?? [] });
      if (lead !== undefined) proposals.push({ kept: lead, other });
    }
  });
  return { children, splits: splitsOf(homes), proposals };
}

type Home = { readonly cluster: number; readonly kept: readonly RowRef[]; readonly parted: readonly RowRef[] };

/** Which cluster each known child stays with. */
function homesOf(clusters: readonly (readonly RowRef[])[], known: KnownChildren): ReadonlyMap<string, Home> {
  const parts = new Map<string, { cluster: number; rows: readonly RowRef[] }[]>();
  clusters.forEach((rows, cluster) => {
    for (const [child, own] of rowsByChild(rows, known, () => true)) {
      const list = parts.get(child);
      if (list) list.push({ cluster, rows: own });
      else parts.set(child, [{ cluster, rows: own }]);
    }
  });
  const homes = new Map<string, Home>();
  for (const [child, list] of parts) {
    const [home, ...rest] = list.length === 1 ? list : [...list].sort((a, b) => byWeight(a.rows, b.rows));
    if (home) homes.set(child, { cluster: home.cluster, kept: home.rows, parted: rest.flatMap(({ rows }) => rows) });
  }
  return homes;
}

function splitsOf(homes: ReadonlyMap<string, Home>): Split[] {
  const splits: Split[] = [];
  for (const [child, { kept, parted }] of homes) if (parted.length > 0) splits.push({ child, kept, parted });
  return splits.sort((a, b) => (a.child < b.child ? -1 : 1));
}

/** The rows of each known child in a cluster, of those children that pass. */
function rowsByChild(
  rows: readonly RowRef[],
  { childOf }: KnownChildren,
  passes: (child: string) => boolean,
): Map<string, RowRef[]> {
  const found = new Map<string, RowRef[]>();
  for (const row of rows) {
    const child = childOf.get(rowName(row));
    if (child === undefined || !passes(child)) continue;
    const list = found.get(child);
    if (list) list.push(row);
    else found.set(child, [row]);
  }
  return found;
}

/** Clusters that share a child of which people said "one child" become one cluster. */
function togetherWithJoined(clusters: readonly (readonly RowRef[])[], { childOf, joined }: KnownChildren): RowRef[][] {
  const result: RowRef[][] = [];
  const placeOf = new Map<string, RowRef[]>();
  for (const rows of clusters) {
    if (rows.length === 0) continue;
    let place: RowRef[] | undefined;
    const bound = new Set<string>();
    for (const row of rows) {
      const child = childOf.get(rowName(row));
      if (child === undefined || !joined.has(child)) continue;
      bound.add(child);
      const other = placeOf.get(child);
      if (other === undefined || other === place) continue;
      if (place === undefined) place = other;
      else place = poured(place, other, result, placeOf);
    }
    if (place === undefined) {
      place = [];
      result.push(place);
    }
    place.push(...rows);
    for (const child of bound) placeOf.set(child, place);
  }
  return result.map(inOrder);
}

/** One row bound a cluster to this place, another to that: all of it goes to one. */
function poured(into: RowRef[], from: RowRef[], result: RowRef[][], placeOf: Map<string, RowRef[]>): RowRef[] {
  into.push(...from);
  result.splice(result.indexOf(from), 1);
  for (const [child, place] of placeOf) if (place === from) placeOf.set(child, into);
  return into;
}

function inOrder(rows: readonly RowRef[]): RowRef[] {
  return [...rows].sort(compareRows);
}

function compareRows(a: RowRef | undefined, b: RowRef | undefined): number {
  if (a === undefined || b === undefined) return 0;
  const kinds = sourceKinds.indexOf(a.kind) - sourceKinds.indexOf(b.kind);
  return kinds !== 0 ? kinds : a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** Who of two known children leads a cluster. */
function byClaim(a: readonly [string, readonly RowRef[]], b: readonly [string, readonly RowRef[]]): number {
  return byWeight(a[1], b[1]);
}

/** The household register says who somebody is; then the number of rows; then the first row, so that the answer is one. */
function byWeight(a: readonly RowRef[], b: readonly RowRef[]): number {
  const household = (rows: readonly RowRef[]) => rows.filter(({ kind }) => kind === 'household').length;
  const [inA, inB] = [household(a), household(b)];
  if (inA > 0 !== inB > 0) return inA > 0 ? -1 : 1;
  if (a.length !== b.length) return b.length - a.length;
  return compareRows(a[0], b[0]);
}
