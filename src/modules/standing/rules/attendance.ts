import { schoolYearBegin } from './age';
import type { AttendanceFact } from './facts';
import { type Finding, finding } from './finding';
import { schoolOf } from './runs';
import type { View } from './view';

const attending: ReadonlySet<string> = new Set(['in-school', 'special-school']);

/**
 * What the rolls of the child's school say of a child that is in school: 缺课跟踪中 from the first day it was not there, 请假 while
 * the newest roll has it on leave, and nothing once it is back. Rolls of another school, or of an earlier school year, say nothing.
 */
export function calledInClass(view: View, found: Finding): Finding {
  if (!attending.has(found.state) || found.at === undefined) return found;
  const rolls = rollsOf(view, schoolOf(found.at));
  const last = rolls.at(-1);
  if (last === undefined || last.verdict === 'present') return found;
  const run = runOf(rolls, last.verdict);
  const more = { since: run[0]?.happened, at: found.at, missing: found.missing };
  const proven = [...found.proven, ...run];
  return last.verdict === 'absent'
    ? finding('absence-followed', 'absent-from-class', proven, more)
    : finding('on-leave', 'on-leave-today', proven, more);
}

/** The newest word about each day of this school year, oldest day first. */
function rollsOf(view: View, school: string): readonly AttendanceFact[] {
  const from = schoolYearBegin(view.day);
  const ofDay = new Map<string, AttendanceFact>();
  for (const fact of view.facts) {
    if (fact.kind !== 'attendance' || schoolOf(fact.at) !== school || fact.happened < from) continue;
    ofDay.set(fact.happened, fact);
  }
  return [...ofDay.values()];
}

/** The days on end up to the last that say the same. */
function runOf(rolls: readonly AttendanceFact[], verdict: AttendanceFact['verdict']): readonly AttendanceFact[] {
  const before = rolls.findLastIndex((roll) => roll.verdict !== verdict);
  return rolls.slice(before + 1);
}
