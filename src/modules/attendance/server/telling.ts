import type { Day } from '../../../kernel/day';
import type { Trx } from '../../../platform/db';
import type { StoredClass } from '../../area/server/index';
import { type FactDraft, factsOfChildren, putFacts, type StoredFact } from '../../children/server/index';
import { type Verdict, verdictOf, verdictOfDay } from '../rules/marks';
import { isToTell } from '../rules/telling';
import type { Taker } from '../rules/window';
import { marksOf, nextRolls, rollsOfDay, type StoredRoll } from './roll-store';
import { calledBy } from './roll-view';

/**
 * Tells `standing` what a new roll changes: the day itself, and the next called day, which may have been an ordinary one only
 * beside the day as it was known before.
 */
export async function tellDays(
  trx: Trx,
  one: StoredClass,
  { day, taker, children }: { readonly day: Day; readonly taker: Taker; readonly children: readonly string[] },
): Promise<void> {
  if (children.length === 0) return;
  const [here, next, facts] = await Promise.all([
    rollsOfDay(trx, { classId: one.id, day }),
    nextRolls(trx, { classId: one.id, day }),
    factsOfChildren(trx, children),
  ]);
  const drafts: FactDraft[] = [];
  for (const childId of children) {
    const told = toldOf(facts.get(childId) ?? []);
    for (const rolls of [here, next]) {
      const at = rolls[0]?.day;
      if (at === undefined) continue;
      const verdict = verdictIn(rolls, childId);
      if (verdict === undefined || !isToTell({ verdict, told: told.get(at), before: lastBefore(told, at) })) continue;
      told.set(at, verdict);
      drafts.push(factOf(one, { childId, day: at, verdict, taker }));
    }
  }
  await putFacts(trx, drafts);
}

/** What is told of a day of a child by the class that has called it. */
export function factOf(
  { id, path }: Pick<StoredClass, 'id' | 'path'>,
  {
    childId,
    day,
    verdict,
    taker,
  }: { readonly childId: string; readonly day: Day; readonly verdict: Verdict; readonly taker: Taker },
): FactDraft {
  const source = taker === 'bureau' ? 'bureau' : 'school';
  return { childId, kind: 'attendance', happened: day, source, evidence: `class:${id} ${day}`, body: { verdict, at: path } };
}

function verdictIn(rolls: readonly StoredRoll[], childId: string): Verdict | undefined {
  return verdictOfDay(
    rolls.filter((roll) => calledBy(roll).includes(childId)).map((roll) => verdictOf(marksOf(roll).get(childId))),
  );
}

/** The newest word on each day. */
function toldOf(facts: readonly StoredFact[]): Map<Day, Verdict> {
  const told = new Map<Day, Verdict>();
  for (const { kind, happened, body } of facts) if (kind === 'attendance') told.set(happened, body.verdict as Verdict);
  return told;
}

function lastBefore(told: ReadonlyMap<Day, Verdict>, day: Day): Verdict | undefined {
  let last: Day | undefined;
  for (const one of told.keys()) if (one < day && (last === undefined || one > last)) last = one;
  return last === undefined ? undefined : told.get(last);
}
