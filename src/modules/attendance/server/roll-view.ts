import type { Day } from '../../../kernel/day';
import type { Sentence } from '../../../kernel/refusal';
import type { StandingKey } from '../../../kernel/standing';
import { dayOf } from '../../../platform/clock';
import type { ReadTrx } from '../../../platform/db';
import { className } from '../../area/index';
import type { StoredClass } from '../../area/server/index';
import { childLine, type LineRow, linesOfClass, listLines, userNames } from '../../children/server/index';
import { type RunningLeave, runningLeave } from '../../leave/server/index';
import { classMembers } from '../../standing/server/index';
import type { Pupil, PupilLeave, RollView } from '../contract';
import { permissions } from '../permissions';
import { type Session, verdictOf, verdictOfDay } from '../rules/marks';
import { isOpen, needsReason, nextTaker, type Taker } from '../rules/window';
import { bars, laterHands } from '../words';
import { type ClassFacts, classFor, meantAt, schoolDaysAgo, scopeFor, takerOf } from './asking';
import { daysAwayOf } from './away';
import { type Calling, marksOf, rollsFor, type StoredRoll } from './roll-store';

/** Where a child stands that is called by its class; the others of its register are somewhere else, with papers. */
export const callable: ReadonlySet<StandingKey> = new Set([
  'in-school',
  'special-school',
  'on-leave',
  'absence-followed',
  'suspected-dropout',
  'dropout-persuading',
  'returned-observed',
  'to-verify',
]);

/** Whether a class calls a child that stands so. */
export function isCallable(state: StandingKey): boolean {
  return callable.has(state);
}

/** Whom a class calls on a day, by what is known now. */
export async function calledOn(trx: ReadTrx, one: StoredClass, day: Day) {
  const members = await classMembers(trx, one.path, day);
  const others = new Map<StandingKey, number>();
  for (const { state } of members) if (!callable.has(state)) others.set(state, (others.get(state) ?? 0) + 1);
  return {
    ids: members.filter(({ state }) => callable.has(state)).map(({ childId }) => childId),
    notCalled: [...others].map(([state, count]) => ({ state, count })),
  };
}

/** What a class is called with: itself, its school days, its children, and the rolls before it: of the day before that was called, and of its morning. */
export type CallingFacts = ClassFacts & {
  readonly list: Awaited<ReturnType<typeof calledOn>>;
  readonly before: readonly StoredRoll[];
  /** the lines of the children whose records name the class: nearly always all that it calls */ readonly near: readonly LineRow[];
  /** the leave of those children that were asked about */ readonly leave: KnownLeave;
};

/** Which of some children are on leave; nothing is said of any other. */
export type KnownLeave = {
  readonly of: readonly string[];
  readonly running: ReadonlyMap<string, RunningLeave>;
};

/** Where nobody was asked about yet. */
export const noneAsked: KnownLeave = { of: [], running: new Map() };

/** A class as it is to be called on a day. */
export async function rollView(
  trx: ReadTrx,
  id: string,
  asked: { day?: Day | undefined; session?: Session | undefined },
): Promise<RollView> {
  const facts = await classFor(trx, id);
  const { one } = facts;
  const day = asked.day ?? dayOf(trx.now);
  const calling = { classId: one.id, day, session: asked.session ?? meantAt(trx, facts.sessions, day) };
  const [{ roll, before }, list, near] = await Promise.all([
    rollsFor(trx, calling),
    calledOn(trx, one, day),
    linesOfClass(trx, one.path),
  ]);
  return viewOf(trx, { ...facts, list, before, near, leave: noneAsked }, calling, roll);
}

/** The same where its facts are at hand. */
export async function viewOf(
  trx: ReadTrx,
  { list, before, near, leave, ...facts }: CallingFacts,
  { day, session }: Pick<Calling, 'day' | 'session'>,
  roll: StoredRoll | undefined,
): Promise<RollView> {
  const { one } = facts;
  const today = dayOf(trx.now);
  const taker = takerOf(trx.context, one);
  const ids = [...new Set([...list.ids, ...calledBy(roll)])];
  const away = awayBy(before);
  const [by, others, lines, daysAway] = await Promise.all([
    takerName(trx, roll),
    runningLeave(trx, without(ids, leave.of), day, session),
    linesOf(trx, near, ids),
    daysAwayOf(trx, one, [...away.keys()], before[0]?.day),
  ]);
  const pupils = pupilsOf(lines.map(childLine), { roll, away, daysAway, leaves: new Map([...leave.running, ...others]) });
  return {
    ...{ classId: one.id, name: className(one), school: one.school, day, today, session, sessions: facts.sessions },
    ...{ version: roll?.version ?? 0, by, at: roll?.taken_at.toISOString() ?? null },
    ...{ as: taker, daysLate: roll?.days_late ?? 0, notCalled: list.notCalled, pupils },
    barred: barredBy(facts, taker, { day, session, today, changes: roll !== undefined }),
    asksReason: needsReason({ day, today, changes: roll !== undefined }),
  };
}

/** Who took a roll, for people; whoever asks knows himself. */
async function takerName(trx: ReadTrx, roll: StoredRoll | undefined): Promise<string> {
  if (roll === undefined) return '';
  const { actor } = trx.context;
  if (actor?.userId === roll.taken_by) return actor.name;
  return (await userNames(trx, [roll.taken_by])).get(roll.taken_by) ?? '';
}

/** The lines of some children, of which most are at hand. */
async function linesOf(trx: ReadTrx, near: readonly LineRow[], ids: readonly string[]): Promise<readonly LineRow[]> {
  const wanted = new Set(ids);
  const here = near.filter((line) => wanted.has(line.child_id));
  const missing = without(
    ids,
    here.map((line) => line.child_id),
  );
  return [...here, ...(await listLines(trx, scopeFor(trx.context, permissions['attendance.see']), missing))];
}

function without(ids: readonly string[], known: readonly string[]): readonly string[] {
  const gone = new Set(known);
  return ids.filter((id) => !gone.has(id));
}

/** Why a class cannot be called on a day by somebody; null where it can. */
export function barredBy(
  { one: { from, until }, calendar, windows, sessions }: ClassFacts,
  taker: Taker | null,
  {
    day,
    session,
    today,
    changes,
  }: { readonly day: Day; readonly session: Session; readonly today: Day; readonly changes: boolean },
): Sentence | null {
  if (day > today) return bars.future(day);
  const why = calendar.whyNoSchool(day);
  if (why !== undefined) return bars.noSchool(why);
  if (day < from || (until !== null && day > until)) return bars.noClass;
  // An afternoon that was called while the county did so can still be put right.
  if (!sessions.includes(session) && !changes) return bars.noAfternoon;
  if (taker === null) return bars.onlySee;
  const ago = schoolDaysAgo(calendar, day, today);
  return isOpen(windows, taker, ago) ? null : bars.tooLate(laterHands[nextTaker(windows, taker, ago)]);
}

function pupilsOf(
  lines: readonly Pick<Pupil, 'childId' | 'name' | 'sex'>[],
  {
    roll,
    away,
    daysAway,
    leaves,
  }: {
    readonly roll: StoredRoll | undefined;
    readonly away: ReturnType<typeof awayBy>;
    readonly daysAway: ReadonlyMap<string, number>;
    readonly leaves: ReadonlyMap<string, RunningLeave>;
  },
): readonly Pupil[] {
  const marks = roll ? marksOf(roll) : new Map();
  const called = new Set(calledBy(roll));
  return lines
    .map(({ childId, name, sex }) => ({
      ...{ childId, name, sex, mark: marks.get(childId) ?? null, called: called.has(childId) },
      ...{ away: away.get(childId) ?? null, daysAway: daysAway.get(childId) ?? 0 },
      leave: leaveOf(leaves.get(childId)),
    }))
    .sort((a, b) => byName.compare(a.name, b.name) || (a.childId < b.childId ? -1 : 1));
}

function leaveOf(leave: RunningLeave | undefined): PupilLeave | null {
  if (leave === undefined) return null;
  const { kind, fromDay, untilDay, over } = leave;
  return { mark: kind === 'sick' ? 'sick' : 'personal', fromDay, untilDay, over };
}

/** Everybody a roll named. */
export function calledBy(roll: Pick<StoredRoll, 'present' | 'marks'> | undefined): readonly string[] {
  return roll ? [...new Set([...roll.present, ...roll.marks.map(({ childId }) => childId)])] : [];
}

/** Who was away the last time that it was called by some rolls: those of a day, and of the morning after it where there is one. */
export function awayBy(rolls: readonly StoredRoll[]): ReadonlyMap<string, 'absent' | 'leave'> {
  const away = new Map<string, 'absent' | 'leave'>();
  for (const day of [...new Set(rolls.map((roll) => roll.day))].sort()) {
    const parts = rolls
      .filter((roll) => roll.day === day)
      .map((roll) => ({ called: new Set(calledBy(roll)), marks: marksOf(roll) }));
    for (const childId of new Set(parts.flatMap(({ called }) => [...called]))) {
      const verdict = verdictOfDay(
        parts.filter(({ called }) => called.has(childId)).map(({ marks }) => verdictOf(marks.get(childId))),
      );
      if (verdict === 'absent' || verdict === 'leave') away.set(childId, verdict);
      else away.delete(childId);
    }
  }
  return away;
}

/** As a class register has them. */
const byName = new Intl.Collator('zh-u-co-pinyin');
