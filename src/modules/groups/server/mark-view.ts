import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import type { ReadTrx } from '../../../platform/db';
import { type ChildRow, openReveals, userNames } from '../../children/server/index';
import type { ChildGroupsView, Mark } from '../contract';
import { permissions } from '../permissions';
import { type GroupKey, groupKeys, groupOf } from '../rules/groups';
import { holdsOn } from '../rules/marks';
import { sightOf } from '../rules/visibility';
import { allows, classesAt, type Place } from './asking';
import { marksOf, type StoredMark } from './mark-store';

/** Under this name a look at a mark is noted beside the looks at masked fields. */
export function revealName(markId: string): string {
  return `group@${markId}`;
}

/** What the asker is told of the marks of a child that is his to see; `sessionId` is the session in which words may stand shown. */
export async function groupsView(
  trx: ReadTrx,
  ring: KeyRing,
  { child, place }: { readonly child: ChildRow; readonly place: Place },
  sessionId: string,
): Promise<ChildGroupsView> {
  const today = dayOf(trx.now);
  const mine = classesAt(trx.context, place);
  const all = await marksOf(trx, ring, [child.child_id]);
  const care = all.some((mark) => holdsOn(mark, today));
  const seen = all.filter(({ group }) => sightOf(group, mine) !== 'none');
  const shown = await openReveals(trx, child.child_id, sessionId);
  const names = await userNames(
    trx,
    seen.map(({ by }) => (by === 'system' ? null : by)),
  );
  const mayMark = allows(trx.context, permissions['group.mark'], place);
  const marks = seen.map((mark) => {
    const until = sightOf(mark.group, mine) === 'plain' ? null : shown.get(revealName(mark.markId));
    const secondsLeft = until ? Math.ceil((until.getTime() - trx.now.getTime()) / 1000) : null;
    const at = { today, secondsLeft, by: names.get(mark.by) ?? '', mayEnd: mayMark && !mark.derived && mark.ended === null };
    return until === undefined ? hidden(mark, today) : open(mark, at);
  });
  return { care, marks, mayAdd: mayMark ? groupKeys.filter((group) => mine.has(groupOf(group).class) && byHand(group)) : [] };
}

/** Whether people may mark a child with a group: what follows from a standing is changed by changing the standing. */
export function byHand(group: GroupKey): boolean {
  return groupOf(group).from !== 'standing';
}

function open(
  mark: StoredMark,
  at: { readonly today: string; readonly secondsLeft: number | null; readonly by: string; readonly mayEnd: boolean },
): Mark {
  const { markId, version, group, definition, source, document } = mark;
  return {
    ...{ markId, version, group, definition, source, document, by: at.by },
    ...{ fromDay: mark.from, untilDay: mark.until, endedDay: mark.ended, holds: holdsOn(mark, at.today) },
    ...{ mayReveal: false, mayEnd: at.mayEnd, secondsLeft: at.secondsLeft },
  };
}

/** That there is one, and from when until when; where it comes from would say what it is. */
function hidden(mark: StoredMark, today: string): Mark {
  const blank = { group: null, definition: '', source: '' as const, document: '', by: '', secondsLeft: null };
  return {
    ...blank,
    ...{ markId: mark.markId, version: mark.version, mayReveal: true, mayEnd: false },
    ...{ fromDay: mark.from, untilDay: mark.until, endedDay: mark.ended, holds: holdsOn(mark, today) },
  };
}
