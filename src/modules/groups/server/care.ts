import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import type { ReadTrx } from '../../../platform/db';
import { listLines } from '../../children/server/index';
import { type CareReason, careReasons } from '../rules/closer-care';
import { flaggingGroups } from '../rules/visibility';
import { classesAt, type Place } from './asking';
import { groupIndex, markedAmong } from './mark-store';

/** Which children of one place stand under 需关注 for whoever asks; nobody is told why. */
export async function careAmong(
  trx: ReadTrx,
  ring: KeyRing,
  place: Place,
  children: readonly string[],
): Promise<ReadonlySet<string>> {
  const keys = flaggingGroups(classesAt(trx.context, place)).map((group) => groupIndex(ring, group));
  return markedAmong(trx, children, dayOf(trx.now), keys);
}

/**
 * Who of some children is looked at more closely, with reasons that say nothing about the child: 八、九年级, or 需关注. For the server's
 * own rules; children who are not are not in it.
 */
export async function closerCare(
  trx: ReadTrx,
  children: readonly string[],
): Promise<ReadonlyMap<string, { readonly reasons: readonly CareReason[] }>> {
  const marked = await markedAmong(trx, children, dayOf(trx.now));
  const lines = await listLines(trx, { county: true, areas: [], schools: [] }, children);
  return new Map(
    lines.flatMap(({ child_id: id, grade }) => {
      const reasons = careReasons({ grade, marked: marked.has(id) });
      return reasons.length === 0 ? [] : [[id, { reasons }] as const];
    }),
  );
}
