import type { Trx } from '../../../platform/db';
import { giveMarks } from './mark-store';

/** The marks that people have made go with a child into the record it is merged with; what lists say follows from the lists. */
export async function followMerge(trx: Trx, from: string, to: string): Promise<{ readonly group_mark: readonly string[] }> {
  return { group_mark: await giveMarks(trx, from, to) };
}

/** And come back when the merge is taken apart. */
export async function undoMerge(
  trx: Trx,
  from: string,
  to: string,
  moved: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  await giveMarks(trx, from, to, moved.group_mark ?? []);
}
