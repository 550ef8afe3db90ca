import type { StandingKey } from '../../../kernel/standing';
import { doubtsOf, isBetweenSchools, isMissedAt } from './doubts';
import type { EnrolmentFact, Placement } from './facts';
import { type Finding, finding } from './finding';
import type { ListRun, Run } from './runs';
import { schoolOf } from './runs';
import { newest, seenInClass, type View } from './view';

const stateOf: { readonly [P in Placement]: StandingKey } = {
  ordinary: 'in-school',
  'special-school': 'special-school',
  'home-teaching': 'home-teaching',
};

/** What the registers say of a child's schooling: doubts first, then class lists, then enrolments. */
export function schooling(view: View): Finding | undefined {
  const doubt = doubtsOf(view).at(-1);
  if (doubt) return doubt.finding;
  const seen = seenInClass(view);
  if (seen) return onClassList(view, seen);
  const paper = newest(
    view.enrolments.filter((run) => run.fact.state === 'studying' && !isMissedAt(view, run)),
    (run) => run.since,
  );
  if (paper) return onPaper(view, paper);
  return betweenSchools(view) ?? outdated(view);
}

function onClassList(view: View, seen: ListRun): Finding {
  const here = view.enrolments.filter((run) => schoolOf(run.fact.at) === schoolOf(seen.fact.at));
  const enrolment = newest(
    here.filter((run) => run.fact.state === 'studying'),
    (run) => run.since,
  );
  const placement = enrolment?.fact.placement ?? seen.fact.placement ?? 'ordinary';
  const at = enrolment && !isClass(seen.fact.at) ? enrolment.fact.at : seen.fact.at;
  const rule = enrolment ? 'on-class-list' : 'on-class-list-unregistered';
  const proven = enrolment ? [seen.fact, enrolment.fact] : [seen.fact];
  return finding(stateOf[placement], rule, proven, { since: seen.since, at, missing: enrolment ? [] : [['enrolment']] });
}

function onPaper(view: View, paper: Run<EnrolmentFact>): Finding {
  const { fact, since } = paper;
  const more = { since, at: fact.at };
  if (fact.placement === 'home-teaching')
    // A disability certificate speaks for it; without one the assessment of《残疾人教育条例》第二十条 is asked for.
    return finding('home-teaching', 'marked-home-teaching', [fact], {
      ...more,
      missing: view.disabled ? [] : [['placement-assessment']],
    });
  const state = view.policy.enrolmentAlone.value === 'to-verify' ? 'to-verify' : stateOf[fact.placement];
  return finding(state, 'enrolled-without-list', [fact], { ...more, missing: [['class-list']] });
}

function betweenSchools(view: View): Finding | undefined {
  const run = view.enrolments.find((one) => isBetweenSchools(view, one));
  if (!run) return undefined;
  return finding('in-school', 'between-schools', [run.fact], { since: run.since, at: run.fact.at, missing: [['enrolment']] });
}

/** Only a list of last school year has the child, and nobody has enrolled it. */
function outdated(view: View): Finding | undefined {
  const list = newest(
    view.lists.filter((one) => one.fact.answer === 'present'),
    (one) => one.fact.happened,
  );
  if (!list) return undefined;
  return finding('to-verify', 'list-outdated', [list.fact], { since: list.since, at: list.fact.at, missing: [['class-list']] });
}

function isClass(at: string): boolean {
  return at.split('/').length > 3;
}
