import type { KeyRing } from '../../../../platform/crypto';
import { newId, type Trx } from '../../../../platform/db';
import { type AssignmentPlan, assignChildren, type MergeProposal, type RowRef, rowName } from '../../../children/index';
import { type KnownSource, readBodies, type SourceDraft, type SourcePointer } from '../../../children/server/index';
import { carryOver, type NamedRow } from '../../rules/carry-over';
import type { Row, Tie } from '../../rules/clusters';
import { evidenceOf } from '../../rules/evidence';
import type { Meeting } from '../../rules/met';
import type { RowValues } from '../../rules/row-values';
import type { Compared, CurrentRows } from './compared';

/** A row of today with the child it now belongs to. */
export type TakenRow = {
  readonly row: Row;
  readonly ref: RowRef;
  readonly name: string;
  readonly childId: string;
  readonly facts: ReturnType<Compared['rows']['facts']>;
  /** why it is this child, none where it stands alone */ readonly tie: Tie | undefined;
  /** as it was known before this comparison */ readonly before: KnownSource | undefined;
};

/** What becomes of the rows: which child each belongs to, and which of them are to be written. */
export type RowChanges = {
  readonly plan: AssignmentPlan;
  readonly taken: readonly TakenRow[];
  readonly byName: ReadonlyMap<string, TakenRow>;
  /** new, changed, or of another child */ readonly put: readonly TakenRow[];
  /** the same in a newer list */ readonly moved: readonly TakenRow[];
  readonly gone: readonly KnownSource[];
  /** children that are new */ readonly fresh: ReadonlySet<string>;
  /** children whose record is to be worked out again */ readonly touched: readonly string[];
  /** rows of today of each child */ readonly rowsOf: ReadonlyMap<string, readonly TakenRow[]>;
};

/** Gives the rows of a comparison their children and says what changed. */
export async function takeRows(
  trx: Trx,
  ring: KeyRing,
  compared: Compared,
  known: readonly KnownSource[],
  {
    joined,
    met,
  }: { readonly joined: ReadonlySet<string> /** who may get a row, of those that were met */; readonly met: ReadonlySet<string> },
): Promise<RowChanges> {
  const { rows } = compared;
  const before = new Map(known.map((source) => [rowName(source), source]));
  const current = new Map<string, Row>();
  const clusters = compared.people.flatMap(({ rows: own, kept }) => {
    if (!kept) return [];
    const refs = own.map((row) => rows.ref(row));
    refs.forEach((ref, at) => {
      current.set(rowName(ref), own[at]);
    });
    return [refs];
  });
  const gone = known.filter((source) => !source.gone && !current.has(rowName(source)));
  const childOf = new Map(known.map((source) => [rowName(source), source.childId]));
  for (const [fresh, old] of await carried(trx, ring, compared, current, before, gone))
    childOf.set(fresh, childOf.get(old) ?? '');
  const meetings = compared.meetings.filter(({ childId }) => met.has(childId));
  meet(rows, meetings, clusters, childOf);
  const assigned = assignChildren(clusters, { childOf, joined });
  const fresh = new Set<string>();
  const taken = assigned.children.flatMap(({ child, rows: refs }) => {
    const childId = child ?? newId();
    if (child === undefined) fresh.add(childId);
    return refs.map((ref) => takenRow({ compared, current, before, meetings }, ref, childId));
  });
  const plan = { ...assigned, proposals: [...assigned.proposals, ...metTwice(rows, meetings, taken)] };
  return { plan, taken, fresh, gone, ...sorted(taken, gone) };
}

/**
 * Of the children that were met, gives each the rows that surely are it and are nobody's yet. A row of somebody else, or one that only
 * may be it, moves nothing: that it is one child is proposed to people.
 */
function meet(
  rows: CurrentRows,
  meetings: readonly Meeting[],
  clusters: readonly (readonly RowRef[])[],
  childOf: Map<string, string>,
): void {
  if (meetings.length === 0) return;
  const clusterOf = new Map(clusters.flatMap((refs) => refs.map((ref) => [rowName(ref), refs])));
  const found = new Set<string>();
  for (const { childId, row, sure } of meetings) {
    const name = rowName(rows.ref(row));
    const cluster = clusterOf.get(name);
    if (!sure || cluster === undefined || found.has(childId) || cluster.some((ref) => childOf.has(rowName(ref)))) continue;
    childOf.set(name, childId);
    found.add(childId);
  }
}

/** Those whose row has another record: two records that may be one child. */
function metTwice(rows: CurrentRows, meetings: readonly Meeting[], taken: readonly TakenRow[]): readonly MergeProposal[] {
  if (meetings.length === 0) return [];
  const ofRow = new Map(taken.map(({ name, childId }) => [name, childId]));
  const pairs = new Map<string, MergeProposal>();
  for (const { childId: other, row } of meetings) {
    const kept = ofRow.get(rowName(rows.ref(row)));
    if (kept !== undefined && kept !== other) pairs.set(`${kept} ${other}`, { kept, other });
  }
  return [...pairs.values()];
}

type Taking = {
  readonly compared: Compared;
  readonly current: ReadonlyMap<string, Row>;
  readonly before: ReadonlyMap<string, KnownSource>;
  readonly meetings: readonly Meeting[];
};

function takenRow({ compared: { rows, clusters }, current, before, meetings }: Taking, ref: RowRef, childId: string): TakenRow {
  const name = rowName(ref);
  const row = current.get(name);
  if (row === undefined) throw new Error('the plan names a row that is in no list');
  // A row that no other list supports is this child because it was met.
  const own = clusters.tieOf(row) ?? meetings.find((one) => one.sure && one.childId === childId && isSame(one.row, row))?.tie;
  return { row, ref, name, childId, facts: rows.facts(row), before: before.get(name), tie: own };
}

function sorted(taken: readonly TakenRow[], gone: readonly KnownSource[]) {
  const [put, moved]: [TakenRow[], TakenRow[]] = [[], []];
  const rowsOf = new Map<string, TakenRow[]>();
  const touched = new Set(gone.map(({ childId }) => childId));
  for (const one of taken) {
    const list = rowsOf.get(one.childId);
    if (list) list.push(one);
    else rowsOf.set(one.childId, [one]);
    const { before, facts } = one;
    if (before === undefined || !saysTheSame(one) || linkOf(one) !== before.link) {
      put.push(one);
      touched.add(one.childId);
      if (before) touched.add(before.childId);
    } else if (before.batchId !== facts.batchId || before.rowNo !== facts.rowNo || before.asOf !== facts.asOf) {
      moved.push(one);
    }
  }
  // Of two rows of one list the newer one has the word.
  for (const { ref, childId, before, facts } of moved)
    if (before?.asOf !== facts.asOf && countOf(rowsOf.get(childId), ref.kind) > 1) touched.add(childId);
  return { put, moved, rowsOf, byName: new Map(taken.map((one) => [one.name, one])), touched: [...touched] };
}

function countOf(rows: readonly TakenRow[] | undefined, kind: RowRef['kind']): number {
  return (rows ?? []).filter(({ ref }) => ref.kind === kind).length;
}

/** Whether a row still stands, says the same and is the same child's. */
export function saysTheSame({ before, facts, childId }: TakenRow): boolean {
  if (before === undefined || before.gone) return false;
  return before.childId === childId && before.content === facts.content && before.place === facts.place;
}

/** A row to be kept whole, with the reason why it is this child. */
export function sourceDraft(compared: Compared, taken: TakenRow): SourceDraft {
  const { childId, row, tie } = taken;
  const { kind, key } = taken.ref;
  const { content, place, batchId, rowNo, unit, asOf } = taken.facts;
  const evidence = tie && 'pairing' in tie ? evidenceOf(tie.pairing, tie.link) : null;
  const { values, more } = compared.rows.says(row);
  const body = { values, more: more as Readonly<Record<string, string>> };
  const [link, score] = [linkOf(taken), tie?.score ?? null];
  // Field by field: spread out of two objects it takes three times as long.
  return { kind, key, content, place, batchId, rowNo, unit, asOf, childId, body, link, score, evidence };
}

/** Where a row now stands. */
export function pointerOf({ ref, facts }: TakenRow): SourcePointer {
  const { batchId, rowNo, unit, asOf } = facts;
  return { ...ref, batchId, rowNo, unit, asOf };
}

function linkOf({ tie }: Pick<TakenRow, 'tie'>): KnownSource['link'] {
  if (tie === undefined) return 'alone';
  if (!('pairing' in tie)) return 'program';
  const { pairing, link } = tie;
  return pairing.decided.has(pairing.l[link], pairing.r[link]) ? 'person' : 'program';
}

/** Rows whose lasting name is another one because a number was mended. */
async function carried(
  trx: Trx,
  ring: KeyRing,
  { rows }: Compared,
  current: ReadonlyMap<string, Row>,
  before: ReadonlyMap<string, KnownSource>,
  gone: readonly KnownSource[],
): Promise<ReadonlyMap<string, string>> {
  if (gone.length === 0) return new Map();
  const bodies = await readBodies(trx, ring, gone);
  const named = (name: string, list: string, said: RowValues | undefined): NamedRow => {
    const { name: who = '', birthDay: born = '' } = said?.values ?? {};
    return { name, list, who, born };
  };
  const fresh = [...current].filter(([name]) => !before.has(name));
  return carryOver(
    gone.map((source) => named(rowName(source), source.kind, bodies.get(rowName(source)))),
    fresh.map(([name, row]) => named(name, row.kind, rows.says(row))),
  );
}

function isSame(one: Row, other: Row): boolean {
  return one.kind === other.kind && one.row === other.row;
}
