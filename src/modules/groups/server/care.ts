import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import type { ReadTrx } from '../../../platform/db';
import type { ChildRow } from '../../children/server/index';
import { permissions } from '../permissions';
import { type CareReason, careReasons } from '../rules/closer-care';
import type { GroupKey } from '../rules/groups';
import { allows } from './asking';
import { groupIndex, markedAmong } from './mark-store';

/** Which of some children are in one of some groups today. For whoever may list these groups; in which each child is, is not said. */
export async function markedWith(
  trx: ReadTrx,
  ring: KeyRing,
  children: readonly string[],
  groups: readonly GroupKey[],
): Promise<ReadonlySet<string>> {
  const keys = groups.map((group) => groupIndex(ring, group));
  return markedAmong(trx, children, dayOf(trx.now), keys);
}

/**
 * Who of some children is looked at more closely: 八、九年级, and whoever is marked; with the reasons that whoever asks is told, which
 * say nothing about the child. Who is looked at is the same for everybody; children who are not are not in it. Whoever may not see
 * 需关注 – an inspector, a township – is not told that there is a mark.
 */
export async function closerCare(
  trx: ReadTrx,
  children: readonly Pick<ChildRow, 'child_id' | 'area_path' | 'school_path' | 'grade'>[],
): Promise<ReadonlyMap<string, readonly CareReason[]>> {
  const ids = children.map(({ child_id }) => child_id);
  const marked = await markedAmong(trx, ids, dayOf(trx.now));
  return new Map(
    children.flatMap(({ child_id: id, area_path: areaPath, school_path: schoolPath, grade }) => {
      if (careReasons({ grade, marked: marked.has(id) }).length === 0) return [];
      const told = marked.has(id) && allows(trx.context, permissions['group.flag'], { areaPath, schoolPath });
      return [[id, careReasons({ grade, marked: told })] as const];
    }),
  );
}
