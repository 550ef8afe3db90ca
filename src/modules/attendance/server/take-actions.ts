import { changedMeanwhile, fieldRefusal, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import { type Change, type Context, type Db, readAs, type Trx, transact } from '../../../platform/db';
import { linesOfClass, listLines } from '../../children/server/index';
import { endByRoll, runningLeave } from '../../leave/server/index';
import type { RollView, TakeRequest } from '../contract';
import { permissions } from '../permissions';
import { type Marked, verdictOf } from '../rules/marks';
import { needsReason } from '../rules/window';
import { bars, notSaved, refusals, things } from '../words';
import { classFor, schoolDaysAgo, takerOf } from './asking';
import { type Calling, lockRolls, marksOf, nextRolls, putRoll, rollsFor, type StoredRoll } from './roll-store';
import { awayBy, barredBy, calledBy, calledOn, noneAsked, rollView, viewOf } from './roll-view';
import { tellDays } from './telling';

/** A class as it is to be called on a day. */
export async function readRoll(db: Db, context: Context, id: string, query: Parameters<typeof rollView>[2]): Promise<RollView> {
  return readAs(db, context, (trx) => rollView(trx, id, query));
}

/**
 * Calls a class. The roll is kept beside those before it, and what it changes of the days of its children is told to `standing` in
 * the same transaction. Somebody who saw another roll than the one that counts is shown that one and decides again.
 */
export async function takeRoll(db: Db, context: Context, id: string, request: TakeRequest): Promise<RollView> {
  return transact(db, context, async (trx) => {
    const { facts, roll, changes } = await takeIn(trx, id, request);
    return { result: await viewOf(trx, facts, request, roll), changes };
  });
}

/** The same in the transaction of whoever calls it, with the lines of the trail that are to be written. */
export async function takeIn(trx: Trx, id: string, request: TakeRequest) {
  const { day, session, base } = request;
  const facts = await classFor(trx, id, permissions['attendance.take']);
  const { one, calendar } = facts;
  const today = dayOf(trx.now);
  const taker = takerOf(trx.context, one);
  const [{ roll: last, before }, list, near, running] = await Promise.all([
    lockRolls(trx, { classId: id, day, session }),
    calledOn(trx, one, day),
    linesOfClass(trx, one.path),
    runningLeave(trx, request.called, day, session),
  ]);
  const barred = barredBy(facts, taker, { day, session, today, changes: last !== undefined });
  if (barred !== null || taker === null) throw new Refusal('unprocessable', 'roll-barred', notSaved(barred ?? bars.onlySee));
  if ((last?.version ?? 0) !== base) throw changedMeanwhile(things.roll, await rollView(trx, id, { day, session }));
  if (needsReason({ day, today, changes: last !== undefined }) && request.reason.length < 2)
    throw fieldRefusal('reason', refusals.reason);
  const asked = new Set([...awayBy(before).keys(), ...running.keys()]);
  const { present, marks } = await heard(trx, list.ids, request, last, asked);
  const daysLate = schoolDaysAgo(calendar, day, today);
  const version = base + 1;
  const roll = await putRoll(trx, {
    ...{ classId: id, day, session, version, class_path: one.path, present, marks },
    ...{ days_late: daysLate, reason: request.reason, taken_as: taker },
  });
  await tellDays(trx, one, { day, taker, children: concerned(last, marks, before) });
  // An ordinary class, called for the first time, has no leave to look for.
  const mayEnd = running.size > 0 || last !== undefined;
  const ended = mayEnd ? await endLeaves(trx, { classId: id, day, session }, { present, marks }) : [];
  const detail = { day, session, version, present: present.length, marks: countsOf(marks), daysLate };
  const change: Change = { act: 'attendance.take', object: `class:${id}`, reason: request.reason, detail };
  const leave = ended.length > 0 ? noneAsked : { of: request.called, running };
  return { facts: { ...facts, list, before, near, leave }, roll, changes: [change, ...ended] };
}

/** Of some children of a class those that have to be answered for one by one: away the time before, or on leave. */
export async function askedOf(trx: Trx, calling: Calling, children: readonly string[]): Promise<ReadonlySet<string>> {
  const [{ before }, leaves] = await Promise.all([
    rollsFor(trx, calling),
    runningLeave(trx, children, calling.day, calling.session),
  ]);
  return new Set([...awayBy(before).keys(), ...leaves.keys()]);
}

type Heard = { readonly present: string[]; readonly marks: Marked[] };

/** What was called, checked: of children of the class only, and with an answer for each of whom one is asked for: away the time before, or on leave. */
async function heard(
  trx: Trx,
  list: readonly string[],
  { called, marks }: TakeRequest,
  last: StoredRoll | undefined,
  asked: ReadonlySet<string>,
): Promise<Heard> {
  const known = new Set([...list, ...calledBy(last)]);
  const named = new Set(called);
  if (named.size === 0 && known.size > 0) throw new Refusal('unprocessable', 'nobody-called', refusals.nobody);
  const strangers =
    [...named].filter((child) => !known.has(child)).length + marks.filter((one) => !named.has(one.childId)).length;
  if (strangers > 0) throw new Refusal('unprocessable', 'not-of-class', refusals.strangers(strangers));
  const words = new Map(marks.map((marked) => [marked.childId, marked]));
  const open = [...asked].filter((child) => named.has(child) && !words.has(child));
  if (open.length > 0) {
    const lines = await listLines(trx, { county: true, areas: [], schools: [] }, open);
    const names = lines.map(({ name }) => name).join('、');
    throw new Refusal('unprocessable', 'answer-each', refusals.answerEach(names));
  }
  return { present: [...named].filter((child) => !words.has(child)), marks: [...words.values()] };
}

/**
 * Whoever came has ended its leave. A day that is entered late, behind others that were called, ends none: what came after it is
 * known better.
 */
async function endLeaves(
  trx: Trx,
  { classId, day, session: half }: Calling,
  { present, marks }: Heard,
): Promise<readonly Change[]> {
  if ((await nextRolls(trx, { classId, day })).length > 0) return [];
  const there = marks.filter(({ mark }) => verdictOf(mark) === 'present').map(({ childId }) => childId);
  const away = marks.filter(({ mark }) => verdictOf(mark) !== 'present').map(({ childId }) => childId);
  return endByRoll(trx, { day, half, came: [...present, ...there], away });
}

/** Children of whom a roll may change what is known of their days. */
function concerned(last: StoredRoll | undefined, marks: readonly Marked[], before: readonly StoredRoll[]): readonly string[] {
  const notThere = (list: readonly Marked[]) =>
    list.filter(({ mark }) => verdictOf(mark) !== 'present').map(({ childId }) => childId);
  return [
    ...new Set([...notThere(last?.marks ?? []), ...notThere(marks), ...awayBy(before).keys(), ...marksOf({ marks }).keys()]),
  ];
}

function countsOf(marks: readonly Marked[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { mark } of marks) counts[mark] = (counts[mark] ?? 0) + 1;
  return counts;
}
