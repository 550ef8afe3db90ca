import { schoolYearBegin } from './age';
import type { AttendanceFact } from './facts';
import { type Finding, finding } from './finding';
import { schoolOf } from './runs';
import type { View } from './view';

const attending: ReadonlySet<string> = new Set(['in-school', 'special-school']);

/**
 * What the rolls of the child's school say of a child that is in school: 缺课跟踪中 from the first day it was not there, 疑似辍学
 * once it was called and not there on as many days as the policy says, 请假 while the newest roll has it on leave, and nothing once
 * it is back. Days on leave neither count nor end an absence. Rolls of another school, or of an earlier school year, say nothing.
 */
export function calledInClass(view: View, found: Finding): Finding {
  if (!attending.has(found.state) || found.at === undefined) return found;
  const rolls = sinceBack(rollsOf(view, schoolOf(found.at)));
  const last = rolls.at(-1);
  if (last === undefined) return found;
  const run = last.verdict === 'leave' ? leaveAtEnd(rolls) : rolls.filter(({ verdict }) => verdict === 'absent');
  const more = { since: run[0]?.happened, at: found.at, missing: found.missing };
  const proven = [...found.proven, ...run];
  if (last.verdict === 'leave') return finding('on-leave', 'on-leave-today', proven, more);
  return run.length >= view.policy.suspectedDays.value
    ? finding('suspected-dropout', 'absent-for-long', proven, more)
    : finding('absence-followed', 'absent-from-class', proven, more);
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

/** What was told since the child was last there. */
function sinceBack(rolls: readonly AttendanceFact[]): readonly AttendanceFact[] {
  return rolls.slice(rolls.findLastIndex(({ verdict }) => verdict === 'present') + 1);
}

function leaveAtEnd(rolls: readonly AttendanceFact[]): readonly AttendanceFact[] {
  return rolls.slice(rolls.findLastIndex(({ verdict }) => verdict !== 'leave') + 1);
}
