import type { Day } from '../../../kernel/day';
import type { StandingKey } from '../../../kernel/standing';
import type { Fact, GridPath } from './facts';
import type { MissingGroup } from './missing';
import type { RuleId } from './rule-book';

/** What one rule says of a child on a day. */
export type Finding = {
  readonly state: StandingKey;
  readonly rule: RuleId;
  /** since when what decided is so; none where it has always been */ readonly since?: Day;
  readonly proven: readonly Fact[];
  readonly missing: readonly MissingGroup[];
  /** the class or school that answers for the child */ readonly at?: GridPath;
};

/** A finding; leaves out what is not known. */
export function finding(
  state: StandingKey,
  rule: RuleId,
  proven: readonly Fact[],
  more: { since?: Day | undefined; missing?: readonly MissingGroup[]; at?: GridPath | undefined } = {},
): Finding {
  return {
    state,
    rule,
    proven,
    missing: more.missing ?? [],
    ...(more.since === undefined ? {} : { since: more.since }),
    ...(more.at === undefined ? {} : { at: more.at }),
  };
}

/** Whether a state leaves something to be found out, so that no rule may be used to hide in it. */
export function isOpenState(state: StandingKey): boolean {
  return state === 'to-verify' || state === 'unplaced';
}
