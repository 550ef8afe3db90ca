import { endsSchooling, isArranged, isSchooled, juniorGraduation } from './ending';
import { isHeld, stands, unfinishedEnrolment, type View } from './view';

/**
 * Whether a child counts in 应在学: the second entry of the books. It is worked out from who belongs, not from where the
 * child stands, so that a rule which lets a child slip out shows as a roll that does not balance.
 * 适龄 = nine birth years ∪ those still enrolled (policy.md §3.1), less those proven to be gone.
 */
export function belongsToRoll(view: View): boolean {
  if (!isHeld(view) && isProvenDead(view)) return false;
  if (view.age === 'too-young' && !isSchooled(view)) return false;
  if (view.age === 'over-age' && !isSchooled(view) && !isArranged(view)) return false;
  return isHeld(view) || !isProvenGone(view);
}

function isProvenDead(view: View): boolean {
  const { accepted } = view.answers;
  return accepted?.rule.to === 'dead' && stands(view, accepted);
}

function isProvenGone(view: View): boolean {
  const { accepted } = view.answers;
  const { households } = view;
  if (accepted && stands(view, accepted)) {
    if (accepted.rule.to === 'finished') return endsSchooling(view, accepted);
    const relisted = households.some((run) => run.fact.state === 'listed' && run.since > accepted.decision.happened);
    if (away.has(accepted.rule.to) && !accepted.expired && !relisted) return true;
  }
  return juniorGraduation(view) !== undefined && unfinishedEnrolment(view) === undefined;
}

const away: ReadonlySet<string> = new Set(['abroad', 'moved-away', 'not-real']);
