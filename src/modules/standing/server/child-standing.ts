import { absent } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import { type Context, type Db, readAs } from '../../../platform/db';
import { daysOfSchoolYear, schoolYearOf } from '../../area/index';
import { factsOfChildren, findChild } from '../../children/server/index';
import type { ProofView, StandingView } from '../contract';
import { permissions } from '../permissions';
import type { ChildFacts, Fact } from '../rules/facts';
import { standingHistory } from '../rules/history';
import { policyOn, type StandingPolicies } from '../rules/policy';
import { ruleSource } from '../rules/rule-book';
import { knownAt } from '../rules/settle';
import { type Standing, standingOn } from '../rules/standing-on';
import { things } from '../words';
import { refuseOutside, scopeFor } from './asking';
import { factFrom } from './fact-from';
import { policiesOf } from './policies';
import { findRoll } from './roll-store';

/**
 * Where a child stands on a day and why, worked out of its facts this moment: also what is not counted yet, and proofs, which
 * are not kept. `knownThen` says what the books said on that day, where something recorded later has changed it.
 */
export async function standingOfChild(db: Db, context: Context, id: string, asked: string | undefined): Promise<StandingView> {
  return readAs(db, context, async (trx) => {
    const row = await findChild(trx, scopeFor(context, permissions['roll.children']), id);
    if (row === undefined) throw absent(things.child);
    const facts = ((await factsOfChildren(trx, [row.child_id])).get(row.child_id) ?? []).map(factFrom);
    const { child_id: childId, birth_day: birth } = row;
    const child: ChildFacts = { id: childId, county: trx.countyId, facts, ...(birth === null ? {} : { birth }) };
    const policies = await policiesOf(trx);
    const today = dayOf(trx.now);
    const day = asked ?? today;
    const roll = await findRoll(trx);
    if (roll) refuseOutside(roll.counted, day);
    const standing = standingOn(child, day, policyOn(policies, day));
    const { first, last } = daysOfSchoolYear(schoolYearOf(day));
    const { state, inRoll, area, school, since = null, rule } = standing;
    return {
      ...{ childId, day, today, state, inRoll, area, school, since, rule: ruleView(rule) },
      provenBy: standing.provenBy.flatMap((factId) =>
        facts.filter((fact) => fact.id === factId && fact.kind !== 'disability').map(proofView),
      ),
      missing: standing.missing.map((group) => [...group]),
      knownThen: knownThen(child, standing, day, policies),
      // Before the books begin nothing is known of anybody, which is no news about this child.
      history: standingHistory(child, policies, roll && roll.counted.from > first ? roll.counted.from : first, last).map(
        ({ from, until, standing: then }) => ({
          ...{ from, until, state: then.state, rule: then.rule },
        }),
      ),
    };
  });
}

/** What the books said at the end of a day, in China; null where that is what they say now. */
function knownThen(child: ChildFacts, now: Standing, day: string, policies: StandingPolicies) {
  const known = knownAt(child, `${day}T15:59:59.999Z`);
  if (known.facts.length === child.facts.length || known.facts.length === 0) return null;
  const { state, rule } = standingOn(known, day, policyOn(policies, day));
  return state === now.state ? null : { state, rule };
}

function ruleView(id: Standing['rule']): StandingView['rule'] {
  const { label, clauses, source } = ruleSource(id);
  return { id, label, clauses: [...clauses], source };
}

function proofView(fact: Fact): ProofView {
  const { id, kind, happened: happenedDay, recorded: recordedAt, source, batch: _, evidence: _evidence, ...body } = fact;
  return { ...{ id, kind, happenedDay, recordedAt, source, body }, late: dayOf(new Date(recordedAt)) > happenedDay };
}
