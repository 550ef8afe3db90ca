import { fieldRefusal, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, type Trx, transact } from '../../../platform/db';
import type { DecisionRequest, EndRequest, LeaveView, WithdrawRequest } from '../contract';
import { permissions } from '../permissions';
import { reaches } from '../rules/levels';
import { halvesIn, overlaps, type Slot, spanUntilBack } from '../rules/span';
import { type Act, type State, stateAfter } from '../rules/states';
import { askFaults, refusals } from '../words';
import { leaveFor, leaveToChange } from './asking';
import { calendarsOf } from './calendars';
import { changeLeave, leavesOf, type StoredLeave, takeTurns } from './leave-store';
import { coveredBy, isWithdrawable, leaveView, spanOf } from './leave-view';

/** Approves or refuses what was asked for; a leave that waits for the school is not the class teacher's to decide. */
export async function decideLeave(
  db: Db,
  context: Context,
  ring: KeyRing,
  id: string,
  said: DecisionRequest,
): Promise<LeaveView> {
  return transact(db, context, async (trx) => {
    const { leave, level } = await leaveToChange(trx, { id, version: said.version, permission: permissions['leave.decide'] });
    if (!reaches(level, leave.level)) throw new Refusal('forbidden', 'school-decides', refusals.level);
    if (said.verdict === 'refuse' && said.note.length < 2) throw fieldRefusal('note', refusals.note);
    const state = after(leave, said.verdict);
    if (said.verdict === 'approve') await checkAlone(trx, leave);
    await changeLeave(trx, ring, leave, { act: said.verdict, state, note: said.note });
    const change = { act: `leave.${said.verdict}`, object: `leave:${id}`, detail: { level: leave.level } };
    return { result: await leaveView(trx, ring, await leaveFor(trx, id)), changes: [change] };
  });
}

/** Takes back a leave that has not begun, or that nobody has decided on. */
export async function withdrawLeave(
  db: Db,
  context: Context,
  ring: KeyRing,
  id: string,
  said: WithdrawRequest,
): Promise<LeaveView> {
  return transact(db, context, async (trx) => {
    const { leave } = await leaveToChange(trx, { id, version: said.version, permission: permissions['leave.ask'] });
    const state = after(leave, 'withdraw');
    if (!isWithdrawable(leave.state, leave.from_day, dayOf(trx.now))) {
      throw new Refusal('conflict', 'leave-begun', refusals.begun);
    }
    await changeLeave(trx, ring, leave, { act: 'withdraw', state, note: said.note });
    const change = { act: 'leave.withdraw', object: `leave:${id}` };
    return { result: await leaveView(trx, ring, await leaveFor(trx, id)), changes: [change] };
  });
}

/** 销假: the child was back in some part of a day. Of the leave only what lies before counts. */
export async function endLeave(db: Db, context: Context, ring: KeyRing, id: string, said: EndRequest): Promise<LeaveView> {
  return transact(db, context, async (trx) => {
    const { leave } = await leaveToChange(trx, { id, version: said.version, permission: permissions['leave.ask'] });
    const state = after(leave, 'end');
    const { backDay: day, backHalf: half } = said;
    if (day < leave.from_day || day > dayOf(trx.now)) throw fieldRefusal('backDay', refusals.backDay);
    const calendar = (await calendarsOf(trx, [leave.class_path])).of(leave.class_path);
    if (!calendar.isSchoolDay(day)) throw fieldRefusal('backDay', refusals.noSchoolBack);
    const slot: Slot = { day, half };
    const taken = spanUntilBack(spanOf(leave), slot);
    const halves = taken === undefined ? 0 : halvesIn(calendar, taken);
    await changeLeave(trx, ring, leave, { act: 'end', state, back: { slot, by: 'person' }, halves });
    const change = { act: 'leave.end', object: `leave:${id}`, detail: { day, half, by: 'person' } };
    return { result: await leaveView(trx, ring, await leaveFor(trx, id)), changes: [change] };
  });
}

function after({ state }: StoredLeave, act: Act): State {
  const next = stateAfter(state, act);
  if (next === undefined) throw new Refusal('conflict', 'leave-settled', refusals.settled);
  return next;
}

/** What a guardian asked for may lie on days for which there is leave already; that is seen here. */
async function checkAlone(trx: Trx, leave: StoredLeave): Promise<void> {
  await takeTurns(trx, leave.child_id);
  const others = (await leavesOf(trx, [leave.child_id])).filter(
    (one) => one.leave_id !== leave.leave_id && (one.state === 'approved' || one.state === 'ended'),
  );
  const span = spanOf(leave);
  const taken = others.flatMap((one) => coveredBy(one) ?? []).some((other) => overlaps(other, span));
  if (taken)
    throw new Refusal('unprocessable', 'overlap', {
      zh: `没有保存：${askFaults.overlap.zh}`,
      en: `Not saved: ${askFaults.overlap.en}`,
    });
}
