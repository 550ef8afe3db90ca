import type { KeyRing } from '../../../platform/crypto';
import type { Trx } from '../../../platform/db';
import { type ChildSource, winningValues } from '../rules/child-values';
import { markUnlisted, putChildren } from './child-store';
import { asCorrections, correctionsOf } from './correction-store';
import { sourcesOfChildren } from './source-store';

/**
 * Works the records of children out again from their rows and corrections, and writes them. A child without any row keeps the
 * record it had. `sourcesOf` names the rows of today where the caller has them at hand; else they are read.
 */
export async function settleChildren(
  trx: Trx,
  ring: KeyRing,
  ids: readonly string[],
  sourcesOf?: (childId: string) => readonly ChildSource[],
): Promise<void> {
  const stored = sourcesOf ? undefined : await sourcesOfChildren(trx, ring, ids);
  const of = sourcesOf ?? ((childId: string) => (stored?.get(childId) ?? []).filter(({ gone }) => !gone));
  const corrections = await correctionsOf(trx, ring, ids);
  const unlisted: string[] = [];
  const drafts = ids.flatMap((childId) => {
    const sources = of(childId);
    if (sources.length === 0) unlisted.push(childId);
    const said = asCorrections(corrections.get(childId));
    return sources.length === 0 ? [] : [{ childId, sources, corrections: said, winners: winningValues(sources, said) }];
  });
  await putChildren(trx, ring, drafts);
  await markUnlisted(trx, unlisted);
}
