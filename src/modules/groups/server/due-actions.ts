import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, readAs } from '../../../platform/db';
import { childLine, listChildren } from '../../children/server/index';
import { papersRunningOut } from '../../standing/server/index';
import type { DueView } from '../contract';
import { permissions } from '../permissions';
import { dayAfter, soonDays } from '../rules/marks';
import { sightOf } from '../rules/visibility';
import { classesAt, scopeFor } from './asking';
import { marksNamed } from './mark-store';
import { listRunningOut } from './member-store';

/** More than so many are looked at in one go by nobody. */
const MOST = 200;

/** Whose mark, 休学 or 延缓入学 in the asker's places runs out within days, or has; of marks those whose word he may be told. */
export async function readDue(db: Db, context: Context, ring: KeyRing): Promise<DueView> {
  return readAs(db, context, async (trx) => {
    const today = dayOf(trx.now);
    const by = dayAfter(today, soonDays);
    const scope = scopeFor(context, permissions['group.list']);
    const papers = await papersRunningOut(trx, { today, by: dayAfter(by) });
    const marks = await marksNamed(trx, ring, await listRunningOut(trx, scope, by, MOST + 1));
    const children = await listChildren(trx, scope, [
      ...new Set([...papers.map(({ childId }) => childId), ...marks.map(({ childId }) => childId)]),
    ]);
    const known = new Map(children.map((child) => [child.child_id, child]));
    const row = (childId: string, kind: DueView['rows'][number]['kind'], lastDay: string) => {
      const child = known.get(childId);
      return child ? [{ ...childLine(child), kind, lastDay, over: lastDay < today }] : [];
    };
    const ofMark = ({ childId, group, until }: (typeof marks)[number]) => {
      const child = known.get(childId);
      if (!child || until === null) return [];
      const mine = classesAt(context, { areaPath: child.area_path, schoolPath: child.school_path });
      return sightOf(group, mine) === 'none' ? [] : row(childId, 'mark', until);
    };
    const all = [
      ...papers.flatMap(({ childId, state, over }) => row(childId, state, dayAfter(over, -1))),
      ...marks.flatMap(ofMark),
    ].sort((one, other) => (one.lastDay < other.lastDay ? -1 : one.lastDay > other.lastDay ? 1 : 0));
    return { today, more: all.length > MOST, rows: all.slice(0, MOST) };
  });
}
