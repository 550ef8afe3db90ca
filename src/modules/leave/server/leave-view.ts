import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import type { ReadTrx } from '../../../platform/db';
import { listLines, userNames } from '../../children/server/index';
import type { Can, LeaveLine, LeaveView, StepView } from '../contract';
import { permissions } from '../permissions';
import { reaches } from '../rules/levels';
import { covers, halvesIn, type Slot, type Span, spanUntilBack } from '../rules/span';
import { daysOverdue, phaseOn, type State, stateAfter } from '../rules/states';
import { type TermSum, watchOf } from '../rules/watch';
import { levelIn, readsWords, scopeFor } from './asking';
import { type Calendars, calendarsOf } from './calendars';
import { leavesOf, noteOf, type StoredLeave, stepsOf, textOf } from './leave-store';
import { numbersToday } from './numbers';

/** The span that was asked for. */
export function spanOf(leave: Pick<StoredLeave, 'from_day' | 'from_half' | 'until_day' | 'until_half'>): Span {
  return { from: { day: leave.from_day, half: leave.from_half }, until: { day: leave.until_day, half: leave.until_half } };
}

/** What a leave covers by now: nothing once it was refused or withdrawn, and once ended only what lies before the child was back. */
export function coveredBy(leave: StoredLeave): Span | undefined {
  if (leave.state === 'refused' || leave.state === 'withdrawn') return undefined;
  const span = spanOf(leave);
  const { back_day, back_half } = leave;
  return back_day === null || back_half === null ? span : spanUntilBack(span, { day: back_day, half: back_half });
}

/** Whether a leave that was granted covers a part of a day. */
export function isGrantedOn(leave: StoredLeave, slot: Slot): boolean {
  const span = leave.state === 'asked' ? undefined : coveredBy(leave);
  return span !== undefined && covers(span, slot);
}

/** Leaves as lines, each with what its child's term comes to. */
export async function leaveLines(
  trx: ReadTrx,
  leaves: readonly StoredLeave[],
  calendars?: Calendars,
): Promise<readonly LeaveLine[]> {
  const today = dayOf(trx.now);
  const book =
    calendars ??
    (await calendarsOf(
      trx,
      leaves.map((one) => one.class_path),
    ));
  const children = [...new Set(leaves.map((one) => one.child_id))];
  const since = book.termSince(today);
  const [numbers, lines, term] = await Promise.all([
    numbersToday(trx),
    listLines(trx, scopeFor(trx.context, permissions['leave.see']), children),
    since === null ? [] : leavesOf(trx, children, since),
  ]);
  const named = new Map(lines.map((line) => [line.child_id, line]));
  return leaves.map((leave) => {
    const own = term.filter((one) => one.child_id === leave.child_id);
    const who = named.get(leave.child_id);
    const calendar = book.of(leave.class_path);
    const phase = phaseOn({ state: leave.state, span: spanOf(leave) }, today, calendar);
    return {
      ...{ leaveId: leave.leave_id, childId: leave.child_id, name: who?.name ?? '' },
      ...{ school: who?.school_name ?? '', className: who?.class_name ?? '', kind: leave.kind },
      ...{ fromDay: leave.from_day, fromHalf: leave.from_half, untilDay: leave.until_day, untilHalf: leave.until_half },
      ...{ days: leave.halves / 2, level: leave.level, source: leave.source, phase, backDay: leave.back_day },
      lateDays: phase === 'overdue' ? daysOverdue({ span: spanOf(leave) }, today, calendar) : 0,
      watch: since === null ? [] : watchOf(termSum(own, since, today, book), numbers),
      can: canDo(trx, leave, today),
      ...{ askedAt: leave.asked_at.toISOString(), version: leave.version },
    };
  });
}

/** What the leaves of one child come to that were granted and begin in a term. */
export function termSum(leaves: readonly StoredLeave[], since: string, today: string, calendars: Calendars): TermSum {
  const granted = leaves.filter((one) => (one.state === 'approved' || one.state === 'ended') && one.from_day >= since);
  const running = leaves.filter((one) => one.state === 'approved' && one.from_day <= today);
  const soFar = (leave: StoredLeave) => {
    const span = spanOf(leave);
    const until: Slot = span.until.day < today ? span.until : { day: today, half: 'pm' };
    return halvesIn(calendars.of(leave.class_path), { from: span.from, until });
  };
  return {
    halves: granted.reduce((sum, one) => sum + one.halves, 0),
    times: granted.length,
    running: Math.max(0, ...running.map(soFar)),
  };
}

/** What the asker can do about a leave today. */
function canDo({ context }: ReadTrx, { state, class_path, level, from_day }: StoredLeave, today: string): readonly Can[] {
  const decides = reaches(levelIn(context, class_path, permissions['leave.decide']), level);
  const keeps = levelIn(context, class_path, permissions['leave.ask']) !== null;
  const can: readonly (readonly [Can, boolean])[] = [
    ['approve', decides],
    ['refuse', decides],
    ['withdraw', keeps && isWithdrawable(state, from_day, today)],
    ['end', keeps && from_day <= today],
  ];
  return can.flatMap(([act, allowed]) => (allowed && stateAfter(state, act) !== undefined ? [act] : []));
}

/** A leave is withdrawn before it begins; afterwards it is ended. One that nobody has decided on can always be withdrawn. */
export function isWithdrawable(state: State, fromDay: string, today: string): boolean {
  return state === 'asked' || fromDay > today;
}

/** One leave with its steps; what was said in words only for the school. */
export async function leaveView(trx: ReadTrx, ring: KeyRing, leave: StoredLeave): Promise<LeaveView> {
  const [[line], steps] = [await leaveLines(trx, [leave]), await stepsOf(trx, leave.leave_id)];
  if (line === undefined) throw new Error('a leave without a line');
  const words = readsWords(trx.context, leave.class_path);
  const names = await userNames(
    trx,
    steps.map((one) => one.by_user),
  );
  return {
    ...line,
    today: dayOf(trx.now),
    reason: words ? textOf(trx, ring, leave, 'reason') : null,
    guardian: words ? textOf(trx, ring, leave, 'guardian') : null,
    steps: steps.map(
      (one): StepView => ({
        ...{ step: one.step, act: one.act, by: names.get(one.by_user ?? '') ?? '', byRoll: one.by_roll },
        ...{ note: words ? noteOf(trx, ring, one) : null, at: one.at.toISOString() },
      }),
    ),
  };
}
