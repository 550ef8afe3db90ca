import { type RegisterKind, registerKinds } from '../../registers/index';
import type { Comparison } from './compare';
import type { Leftovers } from './leftovers';
import { verdict } from './linking';
import type { Pairing } from './pairing';

/** A row of one register of a comparison. */
export type Row = { readonly kind: RegisterKind; readonly row: number };

/** Why a row belongs to its cluster: the surest link that ties it to another row. */
export type Tie = { readonly score: number; readonly pairing: Pairing; readonly link: number } | { readonly score: number };

/** Rows that are one child, by everything a comparison linked. */
export type Clusters = {
  readonly list: readonly (readonly Row[])[];
  /** the surest tie of a row to another, none where it stands alone */ readonly tieOf: (row: Row) => Tie | undefined;
};

/** Puts the rows of all registers into clusters: linked pairs, double enrolments, and pupils found at home. */
export function clustersOf(comparison: Comparison, leftovers: Leftovers | undefined): Clusters {
  const rows = new AllRows(comparison);
  const ties = new Ties(rows.count);
  tiePairing(ties, comparison.enrolments, rows.first('household'), rows.first('enrolment'));
  for (const kind of ['attending', 'poverty', 'disability'] as const) {
    const list = comparison[kind];
    if (list) tiePairing(ties, list.pairing, rows.first(kind), rows.first(kind === 'attending' ? 'enrolment' : 'household'));
  }
  for (const { rows: group, score } of comparison.duplicates)
    for (const row of group) ties.join(rows.first('enrolment') + group[0], rows.first('enrolment') + row, { score });
  for (const link of leftovers?.linked ?? []) {
    const { pairing } = leftovers as Leftovers;
    const [l, r] = [rows.first('attending') + pairing.l[link], rows.first('household') + pairing.r[link]];
    ties.join(l, r, { score: pairing.score[link], pairing, link });
  }
  return {
    list: ties.groups((number) => rows.at(number)).filter((cluster) => cluster.some((row) => !rows.namesNobody(row))),
    tieOf: ({ kind, row }) => ties.tieOf(rows.first(kind) + row),
  };
}

function tiePairing(ties: Ties, pairing: Pairing, left: number, right: number): void {
  for (let link = 0; link < pairing.l.length; link++) {
    if (pairing.verdict[link] !== verdict.linked) continue;
    ties.join(left + pairing.l[link], right + pairing.r[link], { score: pairing.score[link], pairing, link });
  }
}

/** The rows of all registers numbered through. */
class AllRows {
  readonly count: number;
  private readonly starts = new Map<RegisterKind, number>();
  private readonly counts: readonly { readonly kind: RegisterKind; readonly start: number; readonly end: number }[];

  constructor(private readonly comparison: Comparison) {
    let at = 0;
    this.counts = registerKinds.map((kind) => {
      const start = at;
      this.starts.set(kind, start);
      at += comparison.registers[kind]?.count ?? 0;
      return { kind, start, end: at };
    });
    this.count = at;
  }

  first(kind: RegisterKind): number {
    return this.starts.get(kind) ?? 0;
  }

  at(number: number): Row {
    for (const { kind, start, end } of this.counts) if (number < end) return { kind, row: number - start };
    throw new RangeError(`there is no row ${number}`);
  }

  /** Neither name nor number: such a row is nobody's. */
  namesNobody({ kind, row }: Row): boolean {
    const { household, enrolment } = this.comparison;
    if (kind === 'household') return household[row] === 'invalid';
    if (kind === 'enrolment') return enrolment[row] === 'invalid';
    return this.comparison[kind]?.status[row] === 'invalid';
  }
}

/** Rows joined by ties, with the surest tie of each. */
class Ties {
  private readonly parent: Uint32Array;
  private readonly best: (Tie | undefined)[];

  constructor(private readonly count: number) {
    this.parent = new Uint32Array(count).map((_, at) => at);
    this.best = new Array(count);
  }

  join(a: number, b: number, tie: Tie): void {
    if (a === b) return;
    this.keep(a, tie);
    this.keep(b, tie);
    const [x, y] = [this.root(a), this.root(b)];
    if (x !== y) this.parent[Math.max(x, y)] = Math.min(x, y);
  }

  tieOf(row: number): Tie | undefined {
    return this.best[row];
  }

  groups(rowAt: (number: number) => Row): Row[][] {
    const groups = new Map<number, Row[]>();
    for (let at = 0; at < this.count; at++) {
      const root = this.root(at);
      const group = groups.get(root);
      if (group) group.push(rowAt(at));
      else groups.set(root, [rowAt(at)]);
    }
    return [...groups.values()];
  }

  private keep(row: number, tie: Tie): void {
    const known = this.best[row];
    if (known === undefined || tie.score > known.score) this.best[row] = tie;
  }

  private root(row: number): number {
    let at = row;
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]];
      at = this.parent[at];
    }
    return at;
  }
}
