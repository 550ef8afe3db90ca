import type { KeyRing } from '../../../platform/crypto';
import type { Trx } from '../../../platform/db';
import { type ChildSource, winningValues } from '../rules/child-values';
import { putChildren } from './child-store';
import { asCorrections, correctionsOf } from './correction-store';
import { markDue } from './due-store';
import { sourcesOfChildren } from './source-store';

/**
 * Works the records of children out again from their rows and corrections, and writes them. A child that no list has any more
 * keeps what its last rows said. `sourcesOf` names the rows of today where the caller has them at hand; else they are read.
 */
export async function settleChildren(
  trx: Trx,
  ring: KeyRing,
  ids: readonly string[],
  sourcesOf?: (childId: string) => readonly ChildSource[],
): Promise<void> {
  if (ids.length === 0) return;
  const given = sourcesOf && new Map(ids.map((id) => [id, sourcesOf(id)]));
  const toRead = given ? ids.filter((id) => given.get(id)?.length === 0) : ids;
  const stored = await sourcesOfChildren(trx, ring, toRead);
  const corrections = await correctionsOf(trx, ring, ids);
  const drafts = ids.map((childId) => {
    const rows = stored.get(childId) ?? [];
    const today = given?.get(childId) ?? [];
    const live = today.length > 0 || given ? today : rows.filter(({ gone }) => !gone);
    const sources = live.length > 0 ? live : rows;
    const said = asCorrections(corrections.get(childId));
    const lists = live.map(({ kind }) => kind);
    return { childId, sources, corrections: said, lists, winners: winningValues(sources, said) };
  });
  await putChildren(trx, ring, drafts);
  await markDue(trx, ids);
}
