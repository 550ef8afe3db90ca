import type { Day } from '../../../kernel/day';
import type { EnrolmentFact } from './facts';
import { type Finding, finding } from './finding';
import { outcomeRule } from './outcomes';
import { addDays } from './policy';
import type { ListRun, Run } from './runs';
import { schoolOf } from './runs';
import { isOutdated, type View } from './view';

/** Something that says a child is not, or no longer, in a school; `day` is when it was last said. */
export type Doubt = { readonly day: Day; readonly finding: Finding };

/** The doubts about a child's schooling that nothing else has answered, oldest first. */
export function doubtsOf(view: View): readonly Doubt[] {
  const found = [...absences(view), ...exits(view)];
  return found.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : severity(a) - severity(b)));
}

/** 学籍在、人不在: a school's list lacks a child it should have. */
function absences(view: View): readonly Doubt[] {
  return view.lists.filter((list) => isMissed(view, list) && !isElsewhere(view, list)).map(absence);
}

/** Whether a school's newest list lacks a child that is enrolled there, or that an earlier list had. */
function isMissed(view: View, list: ListRun): boolean {
  if (list.fact.answer !== 'absent') return false;
  const here = view.enrolments.filter((run) => schoolOf(run.fact.at) === schoolOf(list.fact.at));
  if (here.length === 0) return list.wasPresent;
  return here.some((run) => run.fact.state === 'studying' && run.fact.placement !== 'home-teaching');
}

/** Another school has the child on a list of the same collection, or has enrolled it since. */
function isElsewhere(view: View, list: ListRun): boolean {
  const school = schoolOf(list.fact.at);
  if (seenElsewhere(view, school, list.fact.happened)) return true;
  return studyingElsewhere(view, (run) => schoolOf(run.fact.at) !== school && run.since > list.fact.happened);
}

function absence(list: ListRun): Doubt {
  const missing = [['answer' as const], ['bureau-decision' as const]];
  const said = finding('to-verify', 'absent-from-list', [list.fact], { since: list.since, missing, at: list.fact.at });
  return { day: list.fact.happened, finding: said };
}

/** Enrolments that say the child has gone: 转出, 休学, 流失 … */
function exits(view: View): readonly Doubt[] {
  return view.enrolments.flatMap((run) => {
    const said = exitFinding(view, run);
    return said && !isOverruled(view, run) ? [{ day: run.since, finding: said }] : [];
  });
}

function exitFinding(view: View, run: Run<EnrolmentFact>): Finding | undefined {
  const { fact, since } = run;
  const more = { since, at: fact.at };
  switch (fact.state) {
    case 'transferred-out':
      // 方案 三(三): 转出 is a claim of the sending school until the receiving side has confirmed it.
      return finding('to-verify', 'transfer-unconfirmed', [fact], {
        ...more,
        missing: [['receiving-school', 'enrolment-elsewhere'], ['bureau-decision']],
      });
    case 'suspended':
      return finding('to-verify', 'suspension-unproven', [fact], { ...more, missing: outcomeRule('suspended').needs });
    case 'left':
      return finding('unplaced', 'left-school', [fact], { ...more, missing: [['enrolment', 'answer']] });
    case 'dead':
    case 'abroad':
      return finding('to-verify', 'enrolment-says-gone', [fact], { ...more, missing: outcomeRule(fact.state).needs });
    case 'unclear':
      return finding('to-verify', 'enrolment-says-gone', [fact], { ...more, missing: [['corrected-record', 'answer']] });
    case 'graduated':
      return fact.stage === 'junior' || isBetweenSchools(view, run) ? undefined : notEntered(run);
    default:
      return undefined;
  }
}

/** 小升初未衔接: done with primary school, and no junior school has the child. */
function notEntered(run: Run<EnrolmentFact>): Finding {
  const missing = [['enrolment' as const, 'receiving-school' as const]];
  return finding('to-verify', 'not-entered-junior', [run.fact], { since: run.since, missing, at: run.fact.at });
}

/** The summer after the last year of primary school; what is recorded as graduated later has no summer. */
export function isBetweenSchools(view: View, { fact, since }: Run<EnrolmentFact>): boolean {
  if (fact.state !== 'graduated' || fact.stage === 'junior') return false;
  const [year, month] = [since.slice(0, 4), Number(since.slice(5, 7))];
  return month >= view.policy.graduationFromMonth.value && month < 9 && view.day < `${year}-09-01`;
}

function isOverruled(view: View, run: Run<EnrolmentFact>): boolean {
  const school = schoolOf(run.fact.at);
  const backInClass = view.lists.some(
    (list) => list.fact.answer === 'present' && schoolOf(list.fact.at) === school && list.fact.happened > run.since,
  );
  if (backInClass || seenElsewhere(view, school, run.since)) return true;
  const movesOn = run.fact.state === 'transferred-out' || run.fact.state === 'graduated';
  return studyingElsewhere(view, (other) => other.fact.row !== run.fact.row && (movesOn || other.since > run.since));
}

function seenElsewhere(view: View, school: string, day: Day): boolean {
  const earliest = addDays(day, -view.policy.listWindowDays.value);
  return view.lists.some(
    (list) =>
      list.fact.answer === 'present' &&
      schoolOf(list.fact.at) !== school &&
      list.fact.happened >= earliest &&
      !isOutdated(view, list),
  );
}

/** An enrolment elsewhere, unless that school's own list lacks the child. */
function studyingElsewhere(view: View, wanted: (run: Run<EnrolmentFact>) => boolean): boolean {
  return view.enrolments.some((run) => run.fact.state === 'studying' && wanted(run) && !isMissedAt(view, run));
}

/** Whether the lists of the school of an enrolment lack the child. */
export function isMissedAt(view: View, run: Run<EnrolmentFact>): boolean {
  return view.lists.some((list) => schoolOf(list.fact.at) === schoolOf(run.fact.at) && isMissed(view, list));
}

function severity(doubt: Doubt): number {
  return doubt.finding.state === 'unplaced' ? 1 : 0;
}
