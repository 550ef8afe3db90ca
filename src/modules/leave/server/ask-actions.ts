import { fieldRefusal, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { type Change, type Context, type Db, type ReadTrx, readAs, type Trx, transact } from '../../../platform/db';
import type { ChildRow } from '../../children/server/index';
import type { AskRequest, CheckQuery, CheckView, LeaveView } from '../contract';
import { permissions } from '../permissions';
import { checkAsk } from '../rules/check';
import { type Level, reaches } from '../rules/levels';
import type { Span } from '../rules/span';
import { askFaults, refusals } from '../words';
import { childFor, leaveFor, levelIn } from './asking';
import { calendarsOf } from './calendars';
import { changeLeave, insertLeave, leavesOf, takeTurns } from './leave-store';
import { coveredBy, leaveView } from './leave-view';
import { numbersToday } from './numbers';

type Asked = Pick<AskRequest, 'fromDay' | 'fromHalf' | 'untilDay' | 'untilHalf'>;

/** What a leave would come to, before anybody asks for it. */
export async function checkLeave(db: Db, context: Context, childId: string, query: CheckQuery): Promise<CheckView> {
  return readAs(db, context, async (trx) => {
    const child = await childFor(trx, childId, permissions['leave.ask']);
    const found = await checked(trx, child, query);
    if (typeof found === 'string') return { days: 0, level: null, settles: false, fault: askFaults[found] };
    const mine = levelIn(context, child.school_path, permissions['leave.decide']);
    return { days: found.halves / 2, level: found.level, settles: reaches(mine, found.level), fault: null };
  });
}

/**
 * Asks for leave on behalf of a guardian. Where the asker's own word settles it – a short leave by the class teacher – it is
 * approved at once, with both steps in the books; else it waits for the school.
 */
export async function askLeave(db: Db, context: Context, ring: KeyRing, request: AskRequest): Promise<LeaveView> {
  return transact(db, context, async (trx) => {
    const child = await childFor(trx, request.childId, permissions['leave.ask']);
    const { leaveId, level, change } = await keepAsked(trx, ring, child, { ...request, guardian: null });
    const changes: Change[] = [change];
    if (reaches(levelIn(context, child.school_path, permissions['leave.decide']), level)) {
      await changeLeave(trx, ring, await leaveFor(trx, leaveId), { act: 'approve', state: 'approved' });
      changes.push({ act: 'leave.approve', object: `leave:${leaveId}`, detail: { level } });
    }
    return { result: await leaveView(trx, ring, await leaveFor(trx, leaveId)), changes };
  });
}

/** Keeps what was asked for, checked, as something that waits; what a guardian asks may lie beside another leave until it is decided on. */
export async function keepAsked(
  trx: Trx,
  ring: KeyRing,
  child: Pick<ChildRow, 'child_id' | 'school_path'>,
  asked: Omit<AskRequest, 'childId'> & { readonly guardian: string | null },
): Promise<{ readonly leaveId: string; readonly level: Level; readonly change: Change }> {
  if (child.school_path.split('/').length < 4) throw new Refusal('unprocessable', 'no-class', refusals.noClass);
  await takeTurns(trx, child.child_id);
  const { guardian, kind, reason } = asked;
  const found = await checked(trx, child, asked, guardian === null);
  if (typeof found === 'string') throw fieldRefusal(found === 'too-old' ? 'fromDay' : 'untilDay', askFaults[found]);
  const span = spanAsked(asked);
  const draft = { childId: child.child_id, classPath: child.school_path, kind, span, reason, guardian, ...found };
  const leaveId = await insertLeave(trx, ring, draft);
  const { fromDay, fromHalf, untilDay, untilHalf } = asked;
  const detail = { child: child.child_id, kind, fromDay, fromHalf, untilDay, untilHalf, halves: found.halves };
  const source = guardian === null ? 'teacher' : 'guardian';
  return { leaveId, level: found.level, change: { act: 'leave.ask', object: `leave:${leaveId}`, detail: { ...detail, source } } };
}

async function checked(trx: ReadTrx, child: Pick<ChildRow, 'child_id' | 'school_path'>, asked: Asked, beside = true) {
  const [numbers, calendars, leaves] = await Promise.all([
    numbersToday(trx),
    calendarsOf(trx, [child.school_path]),
    beside ? leavesOf(trx, [child.child_id]) : [],
  ]);
  const others = leaves.flatMap((one) => coveredBy(one) ?? []);
  const calendar = calendars.of(child.school_path);
  return checkAsk({ span: spanAsked(asked), today: dayOf(trx.now), numbers, calendar, others });
}

function spanAsked({ fromDay, fromHalf, untilDay, untilHalf }: Asked): Span {
  return { from: { day: fromDay, half: fromHalf }, until: { day: untilDay, half: untilHalf } };
}
