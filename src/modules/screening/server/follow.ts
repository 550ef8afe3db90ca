import type { Trx } from '../../../platform/db';
import { giveFinds } from './find-store';
import { giveTargets } from './target-store';

/** What campaigns said of a child goes with it when its record is merged into another; answers with what went, as ids by table. */
export async function followMerge(
  trx: Trx,
  from: string,
  to: string,
): Promise<{ readonly screening_target: readonly string[]; readonly screening_find: readonly string[] }> {
  return { screening_target: await giveTargets(trx, from, to), screening_find: await giveFinds(trx, from, to) };
}

/** And comes back when the merge is taken apart. */
export async function undoMerge(
  trx: Trx,
  from: string,
  to: string,
  moved: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  await giveTargets(trx, from, to, moved.screening_target ?? []);
  await giveFinds(trx, from, to, moved.screening_find ?? []);
}
