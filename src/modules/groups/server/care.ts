import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import type { ReadTrx } from '../../../platform/db';
import type { ChildRow } from '../../children/server/index';
import { type CareReason, careReasons } from '../rules/closer-care';
import { flaggingGroups, flags } from '../rules/visibility';
import { classesAt } from './asking';
import { groupIndex, markedAmong } from './mark-store';

/** A child and where it lives and goes to school. */
type Placed = Pick<ChildRow, 'child_id' | 'area_path' | 'school_path'>;

/** Which of some children stand under 需关注 for whoever asks; nobody is told why. */
export async function careAmong(trx: ReadTrx, ring: KeyRing, children: readonly Placed[]): Promise<ReadonlySet<string>> {
  const alike = new Map<string, { readonly keys: readonly Buffer[]; readonly ids: string[] }>();
  for (const { child_id: id, area_path: areaPath, school_path: schoolPath } of children) {
    const groups = flaggingGroups(classesAt(trx.context, { areaPath, schoolPath }));
    const known = alike.get(groups.join()) ?? { keys: groups.map((group) => groupIndex(ring, group)), ids: [] };
    known.ids.push(id);
    alike.set(groups.join(), known);
  }
  const found = new Set<string>();
  for (const { keys, ids } of alike.values()) for (const id of await markedAmong(trx, ids, dayOf(trx.now), keys)) found.add(id);
  return found;
}

/**
 * Who of some children is looked at more closely: 八、九年级, and whoever is marked; with the reasons that whoever asks is told, which
 * say nothing about the child. Who is looked at is the same for everybody; children who are not are not in it.
 */
export async function closerCare(
  trx: ReadTrx,
  ring: KeyRing,
  children: readonly (Placed & Pick<ChildRow, 'grade'>)[],
): Promise<ReadonlyMap<string, readonly CareReason[]>> {
  const ids = children.map(({ child_id }) => child_id);
  const keys = flags.map((group) => groupIndex(ring, group));
  const [marked, told] = [await markedAmong(trx, ids, dayOf(trx.now), keys), await careAmong(trx, ring, children)];
  return new Map(
    children.flatMap(({ child_id: id, grade }) => {
      if (careReasons({ grade, marked: marked.has(id) }).length === 0) return [];
      return [[id, careReasons({ grade, marked: marked.has(id) && told.has(id) })] as const];
    }),
  );
}
