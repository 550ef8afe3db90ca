import { sql } from 'kysely';
import { newId, type ReadTrx, type Trx } from '../../../platform/db';
import type { MergeProposal, RowRef } from '../rules/assign-children';
import type { ChildrenTables, MergeState } from './tables';

/** What went over with a merge, so that exactly that goes back. */
export type Moved = {
  readonly rows: readonly RowRef[];
  readonly facts: readonly string[];
  readonly corrections: readonly string[];
  readonly wasJoined: boolean;
  /** what other modules moved with it, by table: ids */ readonly others: Readonly<Record<string, readonly string[]>>;
};

/** What people have said of two children: `same` in force since they merged them, `different` since they refused or took it back. */
export type PersonsWord = {
  readonly verdict: 'same' | 'different';
  readonly kept: string;
  readonly other: string;
  /** of merged children, the rows of the one that went into the other */ readonly moved: readonly RowRef[];
};

/** Everything people have decided about pairs of children. */
export async function listPersonsWords(trx: ReadTrx): Promise<readonly PersonsWord[]> {
  const rows = await tables(trx)
    .selectFrom('child_merge')
    .select(['kept_id', 'other_id', 'state', 'moved'])
    .where('county_id', '=', trx.countyId)
    .where('state', 'in', ['merged', 'undo-asked', 'refused', 'undone'])
    .execute();
  return rows.map(({ kept_id: kept, other_id: other, state, moved }) =>
    state === 'merged' || state === 'undo-asked'
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
