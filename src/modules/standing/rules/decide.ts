import { calledInClass } from './attendance';
import { finished, overAge, tooYoung } from './ending';
import { type Finding, finding, isOpenState } from './finding';
import { schooling } from './schooling';
import {
  accepted,
  confirmedNotSchooled,
  dead,
  held,
  hinted,
  householdMoved,
  householdSaysGone,
  leftForGood,
  waysOut,
} from './spoken';
import { isHeld, type View } from './view';

type Rule = (view: View) => Finding | undefined;

/**
 * The order of precedence: the first rule that has something to say decides. Cases and home teaching take their place in this
 * list as they come. Rolls of classes speak only of children whom these rules place in a school here (`calledInClass`).
 */
const rules: readonly Rule[] = [
  finished,
  dead,
  leftForGood,
  confirmedNotSchooled,
  householdSaysGone,
  accepted,
  schooling,
  householdMoved,
  hinted,
  birthUnknown,
];

/**
 * Where a child stands, as one finding. While the bureau has an open question, or somebody has said that the child is not
 * schooled, no good word moves the child out of 待核实, and a question alone moves nobody out of 未落实.
 */
export function decide(view: View): Finding {
  const beyond = beyondTheRoll(view);
  if (beyond) return beyond;
  const found = calledInClass(view, first(rules, view) ?? nothingKnown(view));
  const waits = held(view);
  if (!waits || isOpenState(found.state)) return found;
  return found.at === undefined ? waits : { ...waits, at: found.at };
}

/** Who is proven dead, and whom the law does not ask of: nobody waits for an answer about them. */
function beyondTheRoll(view: View): Finding | undefined {
  const byAge = tooYoung(view) ?? overAge(view);
  if (isHeld(view) && !byAge) return undefined;
  const death = dead(view);
  return death?.state === 'dead' ? death : byAge;
}

function first(order: readonly Rule[], view: View): Finding | undefined {
  for (const rule of order) {
    const found = rule(view);
    if (found) return found;
  }
  return undefined;
}

function birthUnknown(view: View): Finding | undefined {
  if (view.age !== 'unknown') return undefined;
  return finding('to-verify', 'birth-unknown', [], { missing: [['birth-day']] });
}

/** 未落实: nothing says where the child is. */
function nothingKnown(view: View): Finding {
  const runs = [...view.households, ...view.enrolments];
  const since = [view.ageSince ?? '', ...runs.map((run) => run.since)].reduce((last, day) => (day > last ? day : last));
  return finding(
    'unplaced',
    'nothing-known',
    runs.map((run) => run.fact),
    { since: since || undefined, missing: [waysOut(view)] },
  );
}
