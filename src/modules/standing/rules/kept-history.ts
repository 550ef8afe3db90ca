import type { Day } from '../../../kernel/day';
import type { Interval } from './history';
import type { Stand } from './roll';
import type { RuleId } from './rule-book';

/** A time in which a child stands the same, as it is kept: without proofs, which are worked out when somebody asks. */
export type KeptStanding = {
  readonly from: Day;
  readonly until: Day;
  readonly standing: Stand & { readonly rule: RuleId; readonly since?: Day };
};

/** What is kept of a history: neighbours that differ in their proofs alone are one. */
export function keptHistory(history: readonly Interval[]): readonly KeptStanding[] {
  const kept: KeptStanding[] = [];
  for (const { from, until, standing } of history) {
    const { state, inRoll, rule, area, school, since } = standing;
    const stand = { state, inRoll, rule, area, school, ...(since === undefined ? {} : { since }) };
    const last = kept.at(-1);
    if (last && isSameStanding(last.standing, stand)) kept[kept.length - 1] = { ...last, until };
    else kept.push({ from, until, standing: stand });
  }
  return kept;
}

/** How many intervals two kept histories have in common from their beginning. */
export function commonStart(a: readonly KeptStanding[], b: readonly KeptStanding[]): number {
  let at = 0;
  while (at < a.length && at < b.length && isSameInterval(a[at], b[at])) at++;
  return at;
}

function isSameInterval(a: KeptStanding, b: KeptStanding): boolean {
  return a.from === b.from && a.until === b.until && isSameStanding(a.standing, b.standing);
}

function isSameStanding(a: KeptStanding['standing'], b: KeptStanding['standing']): boolean {
  return (
    a.state === b.state &&
    a.inRoll === b.inRoll &&
    a.rule === b.rule &&
    a.since === b.since &&
    a.area === b.area &&
    a.school === b.school
  );
}
