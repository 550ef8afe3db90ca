import { may } from '../../../platform/access';
import type { KeyRing } from '../../../platform/crypto';
import type { ReadTrx } from '../../../platform/db';
import type { MergeDetail, MergesView, MergeView } from '../contract';
import { permissions } from '../permissions';
import { rowName } from '../rules/assign-children';
import { mergeStep, mergeSteps } from '../rules/merge-state';
import { things } from '../words';
import { found, userOf } from './asking';
import { unitNames } from './child-reads';
import { childLine, sourceViews } from './child-view';
import { findMerge, isInForce, listMerges, type MergeRow, type Moved } from './merge-store';
import type { ChildrenNeeds } from './needs';
import { type ChildRow, listRecords, userNames } from './read-store';
import { type ChildSourceRow, sourcesOfChildren } from './source-store';
import type { MergeState } from './tables';

/** A page of merges, those that wait for somebody first. */
export async function viewMerges(
  trx: ReadTrx,
  { state, ...page }: { readonly state?: MergeState | undefined; readonly page: number; readonly size: number },
): Promise<MergesView> {
  const { rows, total } = await listMerges(trx, state, page);
  const known = await knownOf(trx, rows);
  return { rows: rows.map((row) => mergeView(trx, row, known)), total, ...page };
}

/** One merge with the rows behind both records; of merged records, those that went over stand with the one they came from. */
export async function viewMerge(
  trx: ReadTrx,
  ring: KeyRing,
  { evidenceSays }: Pick<ChildrenNeeds, 'evidenceSays'>,
  id: string,
): Promise<MergeDetail> {
  const row = found(await findMerge(trx, id), things.merge);
  const known = await knownOf(trx, [row]);
  const sources = await sourcesOfChildren(trx, ring, [row.kept_id, row.other_id]);
  const all = [...sources.values()].flat();
  const names = await unitNames(trx, all);
  const went = new Set(isInForce(row.state) ? (row.moved as Moved).rows.map(rowName) : []);
  const isOther = (one: ChildSourceRow) => went.has(rowName({ kind: one.kind, key: one.rowKey }));
  const here = sources.get(row.kept_id) ?? [];
  const view = (record: ChildRow, list: readonly ChildSourceRow[]) => {
    return { rows: sourceViews(trx, record, list, { unitNames: names, shown: new Map(), evidenceSays }) };
  };
  const [kept, other] = [recordOf(known, row.kept_id), recordOf(known, row.other_id)];
  return {
    merge: mergeView(trx, row, known),
    kept: view(
      kept,
      here.filter((one) => !isOther(one)),
    ),
    other: view(other, [...(sources.get(row.other_id) ?? []), ...here.filter(isOther)]),
  };
}

type Known = { readonly records: ReadonlyMap<string, ChildRow>; readonly names: ReadonlyMap<string, string> };

async function knownOf(trx: ReadTrx, rows: readonly MergeRow[]): Promise<Known> {
  const records = await listRecords(
    trx,
    rows.flatMap((row) => [row.kept_id, row.other_id]),
  );
  const users = rows.flatMap((row) => [row.asked_by, row.decided_by, row.undo_asked_by, row.undone_by]);
  return { records, names: await userNames(trx, users) };
}

function mergeView(trx: ReadTrx, row: MergeRow, known: Known): MergeView {
  const nameOf = (user: string | null) => (user === null ? '' : (known.names.get(user) ?? ''));
  const facts = { state: row.state, askedBy: row.asked_by, undoAskedBy: row.undo_asked_by };
  const { actor } = trx.context;
  const decides = actor !== null && may(actor, permissions['merge.decide']);
  return {
    mergeId: row.merge_id,
    state: row.state,
    version: row.version,
    kept: childLine(recordOf(known, row.kept_id)),
    other: childLine(recordOf(known, row.other_id)),
    byProgram: row.proposed_run !== null,
    reason: row.reason,
    askedBy: nameOf(row.asked_by),
    askedAt: row.asked_at?.toISOString() ?? null,
    decidedBy: nameOf(row.decided_by),
    decidedAt: row.decided_at?.toISOString() ?? null,
    undoReason: row.undo_reason,
    undoAskedBy: nameOf(row.undo_asked_by),
    undoneBy: nameOf(row.undone_by),
    undoneAt: row.undone_at?.toISOString() ?? null,
    since: row.created_at.toISOString(),
    steps: decides ? mergeSteps.filter((step) => 'to' in mergeStep(facts, step, userOf(trx.context))) : [],
  };
}

/** Both records of a merge are always there: the database holds it to that. */
function recordOf({ records }: Known, id: string): ChildRow {
  return found(records.get(id), things.child);
}
