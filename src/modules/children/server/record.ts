import type { KeyRing } from '../../../platform/crypto';
import type { Trx } from '../../../platform/db';
import { type ChildSource, winningValues } from '../rules/child-values';
import { putChildren } from './child-store';
import { asCorrections, correctionsOf } from './correction-store';
import { markDue } from './due-store';
import { sourcesOfChildren } from './source-store';

/** What the caller of `settleChildren` has at hand. */
export type AtHand = {
  /** the rows of today of a child */ readonly sourcesOf: (childId: string) => readonly ChildSource[];
  /** children that were not there before: nothing of them is looked up */ readonly fresh: ReadonlySet<string>;
};

/**
 * Works the records of children out again from their rows and corrections, and writes them. A child that no list has any more
 * keeps what its last rows said. Rows that are not at hand are read. Answers with where each child now lives: path in the area
 * tree, '' where nobody knows.
 */
export async function settleChildren(
  trx: Trx,
  ring: KeyRing,
  ids: readonly string[],
  atHand?: AtHand,
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const known = atHand ? ids.filter((id) => !atHand.fresh.has(id)) : ids;
  const given = atHand && new Map(ids.map((id) => [id, atHand.sourcesOf(id)]));
  const toRead = given ? ids.filter((id) => given.get(id)?.length === 0) : ids;
  const stored = await sourcesOfChildren(trx, ring, toRead);
  const corrections = await correctionsOf(trx, ring, known);
  const drafts = ids.map((childId) => {
    const rows = stored.get(childId) ?? [];
    const today = given?.get(childId) ?? [];
    const live = today.length > 0 || given ? today : rows.filter(({ gone }) => !gone);
    const sources = live.length > 0 ? live : rows;
    const said = asCorrections(corrections.get(childId));
    const lists = live.map(({ kind }) => kind);
    return { childId, sources, corrections: said, lists, winners: winningValues(sources, said) };
  });
  await putChildren(trx, ring, drafts, new Set(known));
  await markDue(trx, ids);
  return new Map(drafts.map(({ childId, winners }) => [childId, winners.values.areaPath ?? '']));
}
