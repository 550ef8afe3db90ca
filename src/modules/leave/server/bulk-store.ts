import { sql } from 'kysely';
import type { KeyRing } from '../../../platform/crypto';
import { newId, type Trx } from '../../../platform/db';
import { bulkRows, inPieces } from '../../children/server/index';
import { type LeaveNumbers, levelOf } from '../rules/levels';
import type { Slot, Span } from '../rules/span';
import type { Kind, State } from '../rules/states';
import { sealedWords } from './leave-store';
import { numbersToday } from './numbers';
import type { LeaveTables, StepRecord } from './tables';

/** A leave as it was, to be kept with all its steps at once. */
export type PastLeave = {
  readonly leaveId?: string;
  readonly childId: string;
  readonly classPath: string;
  readonly kind: Kind;
  readonly span: Span;
  /** half school days; of one that has ended those before the child was back */ readonly halves: number;
  readonly reason: string;
  /** the guardian who asked by a link; null: the school did on behalf */ readonly guardian: string | null;
  readonly asked: { readonly by: string | null; readonly at: Date };
  /** null: nobody has decided yet */ readonly approved: { readonly by: string; readonly at: Date } | null;
  /** decided against, or taken back by whoever asked; such a leave is not approved */
  readonly dropped?: { readonly as: 'refused' | 'withdrawn'; readonly by: string; readonly at: Date };
  /** null: the child is not back */ readonly ended: {
    readonly back: Slot;
    readonly by: string;
    readonly byRoll: boolean;
    readonly at: Date;
  } | null;
};

/** Keeps leaves of a time that is over, as a county brings them; the caller has made sure that none overlaps another. */
export async function putLeaves(trx: Trx, ring: KeyRing, leaves: readonly PastLeave[]): Promise<void> {
  const numbers = await numbersToday(trx);
  for (const piece of inPieces(leaves)) {
    const made = piece.map((leave) => ({ ...leave, leaveId: leave.leaveId ?? newId() }));
    await insertLeaves(trx, ring, made, numbers);
    await insertSteps(trx, made.flatMap(stepsOf));
  }
}

type Made = PastLeave & { readonly leaveId: string };
type Step = Pick<StepRecord, 'leave_id' | 'step' | 'class_path' | 'act' | 'by_user' | 'by_roll' | 'at'>;

async function insertLeaves(trx: Trx, ring: KeyRing, made: readonly Made[], numbers: LeaveNumbers): Promise<void> {
  const sealed = (column: 'reason' | 'guardian') =>
    made.map((one) => sealedWords(trx, ring, column, one.leaveId, one[column] ?? ''));
  const texts = (of: (one: Made) => string | null) => ['text', made.map(of)] as const;
  const rows = bulkRows({
    leave_id: texts((one) => one.leaveId),
    child_id: texts((one) => one.childId),
    class_path: texts((one) => one.classPath),
    kind: texts((one) => one.kind),
    from_day: texts((one) => one.span.from.day),
    from_half: texts((one) => one.span.from.half),
    until_day: texts((one) => one.span.until.day),
    until_half: texts((one) => one.span.until.half),
    halves: ['int', made.map((one) => one.halves)],
    level: texts((one) => levelOf(one.halves, numbers)),
    source: texts((one) => (one.guardian === null ? 'teacher' : 'guardian')),
    guardian: ['bytea', sealed('guardian')],
    reason: ['bytea', sealed('reason')],
    state: texts(stateOf),
    back_day: texts((one) => one.ended?.back.day ?? null),
    back_half: texts((one) => one.ended?.back.half ?? null),
    ended_by: texts((one) => (one.ended === null ? null : one.ended.byRoll ? 'roll' : 'person')),
    asked_at: texts((one) => one.asked.at.toISOString()),
    changed_at: texts((one) => (one.ended ?? one.dropped ?? one.approved ?? one.asked).at.toISOString()),
    version: ['int', made.map((one) => stepsOf(one).length)],
  });
  await sql`insert into leave (county_id, leave_id, child_id, class_path, kind, from_day, from_half, until_day, until_half, halves,
      level, source, guardian, reason, state, back_day, back_half, ended_by, asked_at, changed_at, version)
    select ${trx.countyId}, leave_id, child_id, class_path, kind, from_day, from_half, until_day, until_half, halves, level, source,
      guardian, reason, state, back_day, back_half, ended_by, asked_at::timestamptz, changed_at::timestamptz, version from ${rows}`.execute(
    trx.withTables<LeaveTables>(),
  );
}

async function insertSteps(trx: Trx, steps: readonly Step[]): Promise<void> {
  const rows = bulkRows({
    leave_id: ['text', steps.map((one) => one.leave_id)],
    step: ['int', steps.map((one) => one.step)],
    class_path: ['text', steps.map((one) => one.class_path)],
    act: ['text', steps.map((one) => one.act)],
    by_user: ['text', steps.map((one) => one.by_user)],
    by_roll: ['text', steps.map((one) => String(one.by_roll))],
    at: ['text', steps.map((one) => one.at.toISOString())],
  });
  await sql`insert into leave_step (county_id, leave_id, step, class_path, act, by_user, by_roll, note, at)
    select ${trx.countyId}, leave_id, step, class_path, act, by_user, by_roll::boolean, null, at::timestamptz from ${rows}`.execute(
    trx.withTables<LeaveTables>(),
  );
}

function stepsOf({ leaveId: leave_id, classPath: class_path, asked, approved, dropped, ended }: Made): readonly Step[] {
  const steps: Step[] = [{ leave_id, class_path, step: 1, act: 'ask', by_user: asked.by, by_roll: false, at: asked.at }];
  if (approved !== null) {
    steps.push({ leave_id, class_path, step: 2, act: 'approve', by_user: approved.by, by_roll: false, at: approved.at });
  }
  if (dropped !== undefined) {
    const act = dropped.as === 'refused' ? 'refuse' : 'withdraw';
    steps.push({ leave_id, class_path, step: 2, act, by_user: dropped.by, by_roll: false, at: dropped.at });
  }
  if (ended !== null) {
    steps.push({ leave_id, class_path, step: 3, act: 'end', by_user: ended.by, by_roll: ended.byRoll, at: ended.at });
  }
  return steps;
}

function stateOf({ approved, dropped, ended }: PastLeave): State {
  if (dropped !== undefined) return dropped.as;
  if (ended !== null) return 'ended';
  return approved === null ? 'asked' : 'approved';
}
