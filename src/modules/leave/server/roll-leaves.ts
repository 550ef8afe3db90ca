import type { Change, ReadTrx, Trx } from '../../../platform/db';
import { type Half, halvesIn, isBefore, overlaps, type Slot, spanUntilBack } from '../rules/span';
import type { Kind } from '../rules/states';
import { calendarsOf } from './calendars';
import { changeLeave, leavesOf, lockLeavesForRoll, type StoredLeave, takeTurns } from './leave-store';
import { coveredBy, isGrantedOn, spanOf } from './leave-view';

/** The leave of a child in some part of a day. */
export type RunningLeave = {
  readonly leaveId: string;
  readonly kind: Kind;
  readonly fromDay: string;
  readonly untilDay: string;
  /** it has run out and nobody has ended it: 没销假 */ readonly over: boolean;
};

/**
 * Which of some children are on leave in a part of a day, by what is known now: a granted leave that covers it, or else one that
 * has run out before without an end. The caller has checked that the children are the asker's.
 */
export async function runningLeave(
  trx: ReadTrx,
  children: readonly string[],
  day: string,
  session: Half,
): Promise<ReadonlyMap<string, RunningLeave>> {
  const slot: Slot = { day, half: session };
  const found = new Map<string, RunningLeave>();
  for (const leave of await leavesOf(trx, children)) {
    const over = leave.state === 'approved' && isBefore(spanOf(leave).until, slot);
    if (!over && !isGrantedOn(leave, slot)) continue;
    if (over && found.has(leave.child_id)) continue;
    const { leave_id: leaveId, kind, from_day: fromDay, until_day: untilDay } = leave;
    found.set(leave.child_id, { leaveId, kind, fromDay, untilDay, over });
  }
  return found;
}

/** What the newest roll of a class says: of which part of a day, who came, and who did not. */
export type RollWord = Slot & { readonly came: readonly string[]; readonly away: readonly string[] };

/**
 * Ends the leaves of whoever came, in the transaction of the roll, and answers with the lines for the trail. A roll that is put
 * right takes back what the one before it had ended in the same part of the day: the child was not there after all.
 */
export async function endByRoll(trx: Trx, { came, away, ...slot }: RollWord): Promise<readonly Change[]> {
  const here = new Set(came);
  const leaves = await lockLeavesForRoll(trx, [...came, ...away], slot);
  const calendars =
    leaves.length === 0
      ? undefined
      : await calendarsOf(
          trx,
          leaves.map((one) => one.class_path),
        );
  const changes: Change[] = [];
  for (const leave of leaves) {
    const calendar = calendars?.of(leave.class_path);
    const ends = leave.state === 'approved' && here.has(leave.child_id) && !isBefore(slot, spanOf(leave).from);
    const reopens = leave.state === 'ended' && !here.has(leave.child_id);
    if (calendar === undefined || !(ends || reopens)) continue;
    if (reopens && (await isTaken(trx, leave))) continue;
    changes.push(await (ends ? end(trx, leave, slot, calendar) : reopen(trx, leave, calendar)));
  }
  return changes;
}

/** Another leave was granted meanwhile for days of this one: then it stays as it has ended, and that one holds. */
async function isTaken(trx: Trx, leave: StoredLeave): Promise<boolean> {
  await takeTurns(trx, leave.child_id);
  const others = (await leavesOf(trx, [leave.child_id])).filter((one) => one.leave_id !== leave.leave_id);
  return others.some((one) => {
    const span = one.state === 'asked' ? undefined : coveredBy(one);
    return span !== undefined && overlaps(span, spanOf(leave));
  });
}

type Calendar = ReturnType<Awaited<ReturnType<typeof calendarsOf>>['of']>;

async function end(trx: Trx, leave: StoredLeave, slot: Slot, calendar: Calendar): Promise<Change> {
  const taken = spanUntilBack(spanOf(leave), slot);
  const halves = taken === undefined ? 0 : halvesIn(calendar, taken);
  await changeLeave(trx, null, leave, { act: 'end', state: 'ended', back: { slot, by: 'roll' }, halves, byRoll: true });
  return { act: 'leave.end', object: `leave:${leave.leave_id}`, detail: { ...slot, by: 'roll' } };
}

async function reopen(trx: Trx, leave: StoredLeave, calendar: Calendar): Promise<Change> {
  const halves = halvesIn(calendar, spanOf(leave));
  await changeLeave(trx, null, leave, { act: 'reopen', state: 'approved', back: null, halves, byRoll: true });
  return { act: 'leave.reopen', object: `leave:${leave.leave_id}`, detail: { by: 'roll' } };
}
