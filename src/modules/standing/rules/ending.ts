import type { Accepted } from './answers';
import type { EnrolmentFact } from './facts';
import { type Finding, finding } from './finding';
import type { Run } from './runs';
import { newest, seenInClass, stands, unfinishedEnrolment, type View } from './view';

/** 未到龄, unless a school has it already. */
export function tooYoung(view: View): Finding | undefined {
  if (view.age !== 'too-young' || isSchooled(view)) return undefined;
  return finding('too-young', 'too-young', [], { since: view.ageSince });
}

/** 超龄, once no school has it and no arrangement for it is running (policy.md §3.1). */
export function overAge(view: View): Finding | undefined {
  if (view.age !== 'over-age' || isSchooled(view) || isArranged(view)) return undefined;
  const graduated = juniorGraduation(view);
  if (graduated) return finding('finished', 'graduated-junior', [graduated.fact], { since: graduated.since });
  return finding('finished', 'over-age', [], { since: view.ageSince, missing: [['graduation']] });
}

/** 已毕业: the junior school says so, or an accepted answer proves it. */
export function finished(view: View): Finding | undefined {
  const { accepted } = view.answers;
  if (accepted?.rule.to === 'finished' && stands(view, accepted)) return finishedByAnswer(view, accepted);
  const graduated = juniorGraduation(view);
  if (!graduated || unfinishedEnrolment(view)) return undefined;
  return finding('finished', 'graduated-junior', [graduated.fact], { since: graduated.since });
}

/** Whether an accepted answer can end compulsory schooling at the child's age: before that age only a graduation does. */
export function endsSchooling(view: View, { answer, rule }: Accepted): boolean {
  return rule.to === 'finished' && (view.age === 'over-age' || answer.outcome === 'graduated');
}

/** The end of junior school in the register, unless a class list has had the child since. */
export function juniorGraduation(view: View): Run<EnrolmentFact> | undefined {
  const ended = view.enrolments.filter((run) => run.fact.state === 'graduated' && run.fact.stage === 'junior');
  const run = newest(ended, (one) => one.since);
  const seen = seenInClass(view);
  return run && seen && seen.fact.happened > run.since ? undefined : run;
}

/** Whether a school has the child, on paper or in a class. */
export function isSchooled(view: View): boolean {
  return unfinishedEnrolment(view) !== undefined || (seenInClass(view) !== undefined && juniorGraduation(view) === undefined);
}

/** Whether an accepted suspension, deferral or placement is running: it does not end with the birthday. */
export function isArranged(view: View): boolean {
  const { accepted } = view.answers;
  return accepted !== undefined && arranged.has(accepted.rule.to) && stands(view, accepted) && !accepted.expired;
}

const arranged: ReadonlySet<string> = new Set(['suspended', 'deferred', 'home-teaching', 'special-school']);

function finishedByAnswer(view: View, accepted: Accepted): Finding {
  const { answer, decision } = accepted;
  const more = { since: decision.happened, at: answer.at };
  if (endsSchooling(view, accepted)) return finding('finished', 'finished-proven', [answer, decision], more);
  return finding('to-verify', 'finished-too-early', [answer, decision], { ...more, missing: [['graduation', 'answer']] });
}
