import { doubtsOf } from './doubts';
import { type Finding, finding } from './finding';
import type { Missing, MissingGroup } from './missing';
import { addDays } from './policy';
import { isHeld, isOvertaken, newest, seenInClass, stands, type View } from './view';

const outsideStates: ReadonlySet<string> = new Set(['abroad', 'moved-away', 'not-real']);

/** 死亡, accepted and proven; a child seen after that is looked into. */
export function dead(view: View): Finding | undefined {
  const { accepted } = view.answers;
  if (accepted?.rule.to !== 'dead' || accepted.lacking.length > 0) return undefined;
  const proven = [accepted.answer, accepted.decision];
  const since = accepted.decision.happened;
  if (!isOvertaken(view, accepted)) return finding('dead', 'dead-proven', proven, { since });
  return finding('to-verify', 'seen-after-death', proven, { since, missing: [['police-answer'], ['bureau-decision']] });
}

/** 出境, 户籍迁出, 户籍不实, accepted and proven. */
export function leftForGood(view: View): Finding | undefined {
  const { accepted } = view.answers;
  if (!accepted || !outsideStates.has(accepted.rule.to) || !stands(view, accepted) || isRelisted(view)) return undefined;
  const proven = [accepted.answer, accepted.decision];
  if (accepted.expired) return expired(view);
  return finding(accepted.rule.to, 'left-for-good', proven, { since: accepted.decision.happened });
}

/** The bureau has accepted that the child is not schooled: only another accepted answer clears that. */
export function confirmedNotSchooled(view: View): Finding | undefined {
  const { accepted } = view.answers;
  if (accepted?.rule.to !== 'unplaced') return undefined;
  const proven = [accepted.answer, accepted.decision];
  const more = { since: accepted.decision.happened, at: accepted.answer.at };
  if (isOvertaken(view, accepted))
    return finding('to-verify', 'back-unconfirmed', proven, { ...more, missing: [['answer'], ['bureau-decision']] });
  return finding('unplaced', 'confirmed-not-schooled', proven, { ...more, missing: [waysOut(view)] });
}

/** 死亡, 注销, 失踪 noted in the household register: the register is no proof, and an enrolment does not refute it. */
export function householdSaysGone(view: View): Finding | undefined {
  const run = changedHousehold(view);
  if (!run || run.fact.state === 'moved-out' || run.fact.state === 'gone') return undefined;
  const { accepted } = view.answers;
  if (accepted && accepted.lacking.length === 0 && accepted.decision.happened >= run.since) return undefined;
  const seen = seenInClass(view);
  const window = view.policy.listWindowDays.value;
  if (run.fact.state !== 'dead' && seen && seen.fact.happened >= addDays(run.since, -window)) return undefined;
  return finding('to-verify', 'household-says-gone', [run.fact], {
    since: run.since,
    missing: [['police-answer', 'class-list'], ['bureau-decision']],
  });
}

/** 已迁出 or no longer listed, and nothing else says where the child is. */
export function householdMoved(view: View): Finding | undefined {
  const run = changedHousehold(view);
  if (!run) return undefined;
  const missing: MissingGroup[] = [['police-answer'], ['receiving-school', 'enrolment-elsewhere']];
  return finding('to-verify', 'household-says-gone', [run.fact], { since: run.since, missing });
}

/** Any other answer the bureau has accepted, as long as its proof holds. */
export function accepted(view: View): Finding | undefined {
  const found = view.answers.accepted;
  if (!found || found.rule.to === 'unplaced' || !stands(view, found)) return undefined;
  if (outsideStates.has(found.rule.to) || found.rule.to === 'finished' || found.rule.to === 'dead') return undefined;
  const { answer, decision, rule } = found;
  if (rule.to === 'in-school' && doubtsOf(view).some((doubt) => doubt.day > decision.happened)) return undefined;
  if (found.expired) return expired(view);
  const more = { since: decision.happened, at: answer.at };
  if (rule.to === 'to-verify')
    return finding('to-verify', 'accepted-unclear', [answer, decision], { ...more, missing: [['corrected-record', 'answer']] });
  const missing: MissingGroup[] = answer.outcome === 'in-county-unregistered' ? [['enrolment']] : [];
  return finding(rule.to, 'accepted-and-proven', [answer, decision], { ...more, missing });
}

/** Something has been said that nobody has decided on yet. */
export function hinted(view: View): Finding | undefined {
  const { waiting, accepted: unproven } = view.answers;
  if (waiting)
    return finding('to-verify', 'answer-waiting', [waiting], {
      since: waiting.happened,
      at: waiting.at,
      missing: [['bureau-decision']],
    });
  if (unproven && unproven.lacking.length > 0)
    return finding('to-verify', 'answer-unproven', [unproven.answer, unproven.decision], {
      since: unproven.decision.happened,
      at: unproven.answer.at,
      missing: unproven.lacking,
    });
  const review = view.reviews.at(-1);
  return review && finding('to-verify', 'review-open', [review], { since: review.happened, missing: [['review-decision']] });
}

/** What a held child waits for; a good word about it does not count before. */
export function held(view: View): Finding | undefined {
  if (!isHeld(view)) return undefined;
  const { question, badNews } = view.answers;
  if (badNews)
    return finding('to-verify', 'told-not-schooled', [badNews], { since: badNews.happened, missing: [['bureau-decision']] });
  return (
    question &&
    finding('to-verify', 'question-open', [question], { since: question.happened, missing: [['answer'], ['bureau-decision']] })
  );
}

/** What would place a child of whom nothing is known. */
export function waysOut(view: View): MissingGroup {
  const ways: Missing[] = ['enrolment', 'class-list', 'enrolment-elsewhere', 'approval', 'police-answer'];
  return view.disabled ? [...ways, 'placement-assessment'] : ways;
}

function expired(view: View): Finding | undefined {
  const found = view.answers.accepted;
  if (!found?.expired) return undefined;
  const missing = found.rule.needs.length > 0 ? found.rule.needs : [['answer' as const]];
  return finding('to-verify', 'proof-expired', [found.answer, found.decision], {
    since: found.expired,
    at: found.answer.at,
    missing: [...missing, ['bureau-decision']],
  });
}

/** The newest row with a change, when no row of the child is listed without one. */
function changedHousehold(view: View) {
  if (view.households.some((run) => run.fact.state === 'listed')) return undefined;
  return newest(view.households, (run) => run.since);
}

/** The household register lists the child anew after it was accepted to have left. */
function isRelisted(view: View): boolean {
  const decided = view.answers.accepted?.decision.happened;
  return view.households.some((run) => run.fact.state === 'listed' && decided !== undefined && run.since > decided);
}
