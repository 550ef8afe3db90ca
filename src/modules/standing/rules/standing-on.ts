import type { Day } from '../../../kernel/day';
import { isInRoll, type StandingKey } from '../../../kernel/standing';
import { decide } from './decide';
import type { ChildFacts, Fact, GridPath } from './facts';
import { type Finding, finding } from './finding';
import { leafOf } from './grids';
import { belongsToRoll } from './membership';
import type { MissingGroup } from './missing';
import type { StandingPolicy } from './policy';
import type { RuleId } from './rule-book';
import { settleFacts } from './settle';
import { newest, unfinishedEnrolment, type View, viewOn } from './view';

/** Where a child stands on a day, and why. */
export type Standing = {
  readonly state: StandingKey;
  /** counted in 应在学; worked out apart from the state, and equal to the state's own mark in a sound roll */
  readonly inRoll: boolean;
  readonly rule: RuleId;
  /** the day since which what decided is so; none where it has always been */ readonly since?: Day;
  /** ids of the facts that prove it */ readonly provenBy: readonly string[];
  /** what would prove it better; one of each group */ readonly missing: readonly MissingGroup[];
  /** leaf of the area tree */ readonly area: GridPath;
  /** leaf of the school tree; the school that answers for the child, outside the roll nobody */ readonly school: GridPath;
};

/**
 * Where a child stands on a day: exactly one place, whatever is known or not known. Pure and total: facts may come in any
 * order, and a text that is no day gives 待核实 with the rule `unreadable-day`.
 */
export function standingOn(child: ChildFacts, day: Day, policy: StandingPolicy): Standing {
  return standingOfSettled(child, settleFacts(child.facts), day, policy);
}

/** The same for facts already settled (`settleFacts`), for asking about many days. */
export function standingOfSettled(child: ChildFacts, settled: readonly Fact[], day: Day, policy: StandingPolicy): Standing {
  const view = viewOn(child, settled, day, policy);
  if (!view) return standing(child, finding('to-verify', 'unreadable-day', []), true, undefined, undefined);
  const found = decide(view);
  return standing(child, found, belongsToRoll(view), view.home, isInRoll(found.state) ? schoolOf(child, view, found) : undefined);
}

function standing(
  child: ChildFacts,
  found: Finding,
  inRoll: boolean,
  area: GridPath | undefined,
  school: GridPath | undefined,
): Standing {
  return {
    state: found.state,
    inRoll,
    rule: found.rule,
    provenBy: found.proven.map((fact) => fact.id),
    missing: found.missing,
    area: leafOf(child.county, area),
    school: leafOf(child.county, school),
    ...(found.since === undefined ? {} : { since: found.since }),
  };
}

/** Who answers for the child: where it is, else where it is enrolled, else the school that says it has sent it away. */
function schoolOf(child: ChildFacts, view: View, found: Finding): GridPath | undefined {
  if (found.at?.startsWith(`${child.county}/`)) return found.at;
  const sentAway = view.enrolments.filter((run) => run.fact.state !== 'gone');
  return unfinishedEnrolment(view)?.fact.at ?? newest(sentAway, (run) => run.since)?.fact.at;
}
