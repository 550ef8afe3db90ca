import { type Selectable, sql } from 'kysely';
import { newId, type ReadTrx, type Trx } from '../../../platform/db';
import type { MergeProposal, RowRef } from '../rules/assign-children';
import type { ChildrenTables, MergeState } from './tables';

/** What went over with a merge, so that exactly that goes back. */
export type Moved = {
  readonly rows: readonly RowRef[];
  readonly facts: readonly string[];
  readonly corrections: readonly string[];
  /** what other modules moved with it, by table: ids */ readonly others: Readonly<Record<string, readonly string[]>>;
};

/** What people have said of two children: `same` in force since they merged them, `different` since they refused or took it back. */
export type PersonsWord = {
  readonly verdict: 'same' | 'different';
  readonly kept: string;
  readonly other: string;
  /** of merged children, the rows of the one that went into the other */ readonly moved: readonly RowRef[];
};

/** Whether the two are one record at the moment. */
export function isInForce(state: MergeState): boolean {
  return state === 'merged' || state === 'undo-asked';
}

/** Everything people have decided about pairs of children. */
export async function listPersonsWords(trx: ReadTrx): Promise<readonly PersonsWord[]> {
  const rows = await tables(trx)
    .selectFrom('child_merge')
    .select(['kept_id', 'other_id', 'state', 'moved'])
    .where('county_id', '=', trx.countyId)
    .where('state', 'in', ['merged', 'undo-asked', 'refused', 'undone'])
    .execute();
  return rows.map(({ kept_id: kept, other_id: other, state, moved }) =>
    isInForce(state)
      ? { verdict: 'same', kept, other, moved: (moved as Moved).rows }
      : { verdict: 'different', kept, other, moved: [] },
  );
}

/**
 * Puts proposals of a comparison before people. A pair that was merged, refused or asked for before is not proposed again, and
 * a proposal that nobody has taken up is withdrawn when the comparison no longer makes it. Answers with how many are new.
 */
export async function syncProposals(trx: Trx, proposals: readonly MergeProposal[], run: number): Promise<number> {
  const known = await tables(trx)
    .selectFrom('child_merge')
    .select(['merge_id', 'kept_id', 'other_id', 'state'])
    .where('county_id', '=', trx.countyId)
    .execute();
  const pairOf = (a: string, b: string) => (a < b ? `${a}|${b}` : `${b}|${a}`);
  const wanted = new Set(proposals.map(({ kept, other }) => pairOf(kept, other)));
  const there = new Set(known.map((row) => pairOf(row.kept_id, row.other_id)));
  const stale = known.filter((row) => row.state === 'proposed' && !wanted.has(pairOf(row.kept_id, row.other_id)));
  if (stale.length > 0)
    await tables(trx)
      .deleteFrom('child_merge')
      .where('county_id', '=', trx.countyId)
      .where(
        'merge_id',
        'in',
        stale.map((row) => row.merge_id),
      )
      .execute();
  const fresh = proposals.filter(({ kept, other }) => !there.has(pairOf(kept, other)));
  for (const { kept, other } of fresh) await insertMerge(trx, { kept, other, state: 'proposed', run, reason: '' });
  return fresh.length;
}

/** Writes a merge that was proposed by a comparison or asked for by a person; answers with its id. */
export async function insertMerge(
  trx: Trx,
  merge: MergeProposal & { readonly state: MergeState; readonly run: number | null; readonly reason: string },
): Promise<string> {
  const mergeId = newId();
  const asked = merge.state === 'asked';
  await tables(trx)
    .insertInto('child_merge')
    .values({
      county_id: trx.countyId,
      merge_id: mergeId,
      kept_id: merge.kept,
      other_id: merge.other,
      state: merge.state,
      proposed_run: merge.run,
      reason: merge.reason,
      asked_by: asked ? (trx.context.actor?.userId ?? 'system') : null,
      asked_at: asked ? trx.now : null,
      decided_by: null,
      decided_at: null,
      undo_asked_by: null,
      undo_asked_at: null,
      undone_by: null,
      undone_at: null,
      moved: sql`null`,
      created_at: trx.now,
    })
    .execute();
  return mergeId;
}

function tables(trx: ReadTrx) {
  return trx.withTables<ChildrenTables>();
}

/** A merge as it lies in the database. */
export type MergeRow = Selectable<ChildrenTables['child_merge']>;

/** Merges, those that wait for somebody first. */
export async function listMerges(
  trx: ReadTrx,
  state: MergeState | undefined,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly rows: readonly MergeRow[]; readonly total: number }> {
  const all = tables(trx).selectFrom('child_merge').where('county_id', '=', trx.countyId);
  const wanted = state === undefined ? all : all.where('state', '=', state);
  const { total } = await wanted.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await wanted
    .selectAll()
    .orderBy(sql`array_position(array['undo-asked', 'asked', 'proposed', 'merged', 'refused', 'undone'], state)`)
    .orderBy('created_at', 'desc')
    .orderBy('merge_id')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute();
  return { rows, total };
}

/** Every merge in which one of these records was or is. */
export async function mergesOf(trx: ReadTrx, ids: readonly string[]): Promise<readonly MergeRow[]> {
  return tables(trx)
    .selectFrom('child_merge')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where((eb) => eb.or([eb('kept_id', 'in', ids), eb('other_id', 'in', ids)]))
    .execute();
}

/** One merge, or undefined. With `lock` it stays as it is until the transaction ends. */
export async function findMerge(trx: ReadTrx, id: string, lock = false): Promise<MergeRow | undefined> {
  const query = tables(trx)
    .selectFrom('child_merge')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('merge_id', '=', id);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

/** Whether two children have a merge that somebody has still to decide on, or that stands. */
export async function hasOpenMerge(trx: ReadTrx, a: string, b: string): Promise<boolean> {
  const row = await tables(trx)
    .selectFrom('child_merge')
    .select('merge_id')
    .where('county_id', '=', trx.countyId)
    .where('kept_id', 'in', [a, b])
    .where('other_id', 'in', [a, b])
    .where('state', 'in', ['proposed', 'asked', 'merged', 'undo-asked'])
    .executeTakeFirst();
  return row !== undefined;
}

/** What may change of a merge. */
export type MergeEdit = Partial<Omit<MergeRow, 'county_id' | 'merge_id' | 'kept_id' | 'other_id' | 'version' | 'moved'>> & {
  readonly moved?: Moved;
};

/** Changes a merge as it was at `version`; false when somebody changed it since. */
export async function updateMerge(trx: Trx, id: string, version: number, { moved, ...edit }: MergeEdit): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('child_merge')
    .set({ ...edit, ...(moved ? { moved: JSON.stringify(moved) } : {}), version: version + 1 })
    .where('county_id', '=', trx.countyId)
    .where('merge_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Names of the rows of a child, those that are gone too. */
export async function rowsOfChild(trx: ReadTrx, childId: string): Promise<readonly RowRef[]> {
  const rows = await tables(trx)
    .selectFrom('child_source')
    .select(['kind', 'row_key'])
    .where('county_id', '=', trx.countyId)
    .where('child_id', '=', childId)
    .orderBy('kind')
    .orderBy('row_key')
    .execute();
  return rows.map((row) => ({ kind: row.kind, key: row.row_key }));
}

/** Gives facts to another child and answers with their ids: all of a child, or those named. */
export async function giveFacts(
  trx: Trx,
  from: string,
  to: string,
  which?: { readonly ids: readonly string[]; readonly evidence: readonly string[] },
): Promise<readonly string[]> {
  if (which && which.ids.length + which.evidence.length === 0) return [];
  let update = tables(trx)
    .updateTable('child_fact')
    .set({ child_id: to })
    .where('county_id', '=', trx.countyId)
    .where('child_id', '=', from);
  if (which) update = update.where((eb) => eb.or([eb('fact_id', 'in', or(which.ids)), eb('evidence', 'in', or(which.evidence))]));
  const rows = await update.returning('fact_id').execute();
  return rows.map((row) => row.fact_id);
}

/**
 * Gives corrections that stand to another child where it has none of the same field; answers with their ids. Those named go
 * back in any case, taken back or not: at home nothing can have come in their place.
 */
export async function giveCorrections(trx: Trx, from: string, to: string, ids?: readonly string[]): Promise<readonly string[]> {
  if (ids?.length === 0) return [];
  const taken = tables(trx)
    .selectFrom('child_correction')
    .select('field')
    .where('county_id', '=', trx.countyId)
    .where('child_id', '=', to)
    .where('withdrawn_at', 'is', null);
  const update = tables(trx)
    .updateTable('child_correction')
    .set({ child_id: to })
    .where('county_id', '=', trx.countyId)
    .where('child_id', '=', from);
  const which = ids
    ? update.where('correction_id', 'in', ids)
    : update.where('withdrawn_at', 'is', null).where('field', 'not in', taken);
  const rows = await which.returning('correction_id').execute();
  return rows.map((row) => row.correction_id);
}

/** Marks a record as part of another, or as one of its own again; and whether the program may split it. */
export async function markMerged(
  trx: Trx,
  childId: string,
  edit: { readonly mergedInto?: string | null; readonly joined?: boolean },
): Promise<void> {
  await tables(trx)
    .updateTable('child')
    .set((set) => ({
      ...(edit.mergedInto === undefined ? {} : { merged_into: edit.mergedInto }),
      ...(edit.joined === undefined ? {} : { joined: edit.joined }),
      changed_at: trx.now,
      version: set('version', '+', 1),
    }))
    .where('county_id', '=', trx.countyId)
    .where('child_id', '=', childId)
    .execute();
}

/** A list for `in`, which may not be empty. */
function or(list: readonly string[]): readonly string[] {
  return list.length === 0 ? [''] : list;
}
