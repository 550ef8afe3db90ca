import { describe, expect, it } from 'vitest';
import { RollCallQuery, RollCallView, StandingView } from './contract';
import {
  addStanding,
  balance,
  type ChildFacts,
  checkRoll,
  defaultPolicy,
  emptyRoll,
  enrolmentStateOf,
  type Fact,
  type FactSource,
  type GridPath,
  gridsAbove,
  householdStateOf,
  type Interval,
  isBadNews,
  knownAt,
  lackingProofs,
  lastValidDay,
  leafOf,
  moveStanding,
  type Outcome,
  outcomeRule,
  outcomes,
  type ProofKind,
  parentOf,
  policyOn,
  proofKinds,
  type Roll,
  type RollChange,
  rollChanges,
  ruleSource,
  type Standing,
  type StandingPolicies,
  standingHistory,
  standingOn,
  sumChanges,
  type Tree,
} from './index';
import { ChildStory, classB } from './testing/facts';

const day = '2025-04-10';
const policies: StandingPolicies = [defaultPolicy];

/** Four children of one village: in school, elsewhere, absent from the list, known to nobody. */
function village(): readonly ChildFacts[] {
  const stories = [
    new ChildStory().enrolled('2025-03-03').listed('2025-03-05', 'present'),
    new ChildStory().verified('2025-03-15', 'out-of-province', ['enrolment-elsewhere']),
    new ChildStory().enrolled('2025-03-03', { at: classB }).listed('2025-03-05', 'absent', classB),
    new ChildStory(),
  ];
  return stories.map((story, at) => {
    story.household('2025-03-01').tell('2025-03-01', { kind: 'home', area: '211324/t1/v1/' });
    return { ...story.child, id: `c${at}` };
  });
}

/** The counts of a grid on the day: the sum of its changes until then. */
function countsOn(changes: readonly RollChange[], tree: Tree, grid: GridPath): Int32Array {
  const sum = new Int32Array(21);
  for (const change of changes)
    if (change.tree === tree && change.grid === grid && change.day <= day)
      for (const [at, count] of change.add.entries()) sum[at] += count;
  return sum;
}

describe('the roll call of a village', () => {
  it('goes from facts to an equation that balances, and fits what is sent to a page', () => {
    const roll = emptyRoll();
    for (const child of village()) moveStanding(roll, undefined, standingOn(child, day, policyOn(policies, day)));
    expect(checkRoll(roll)).toEqual([]);
    const place = { day, today: day, tree: 'area', grid: { path: '211324/t1/v1/', name: { zh: '甲村', en: 'Jia' } }, above: [] };
    const view = {
      ...{ ...place, below: [], trees: ['area'], homes: [], levels: null, treesAgree: null, recounting: false, waiting: 0 },
      ...{ roll: balance(roll.area.get('211324/t1/v1/') ?? []), countedAt: '2025-04-10T02:00:00.000Z', span: null },
    };
    const sent = RollCallView.parse(view);
    expect(sent.roll).toMatchObject({ children: 4, shouldBe: 4, balanced: true });
    expect(sent.roll.terms.filter((term) => term.count > 0).map((term) => term.state)).toEqual([
      ...['in-school', 'elsewhere', 'to-verify', 'unplaced'],
    ]);
    expect(RollCallView.safeParse({ ...view, total: 4 }).success).toBe(false);
  });

  it('is the same when it is kept by day', () => {
    const span = ['2025-01-01', '2025-12-31'] as const;
    const histories: (readonly Interval[])[] = village().map((child) => standingHistory(child, policies, ...span));
    const changes: readonly RollChange[] = sumChanges(histories.map((history) => rollChanges([], history)));
    const roll: Roll = emptyRoll();
    for (const child of village()) addStanding(roll, standingOn(child, day, defaultPolicy), 1);
    expect(countsOn(changes, 'area', '211324/')).toEqual(roll.area.get('211324/'));
  });

  it('names for each child the rule, what proves it and what is missing', () => {
    const [, , absent] = village();
    const standing: Standing = standingOn(absent, day, defaultPolicy);
    const facts: readonly Fact[] = absent.facts.filter((fact) => standing.provenBy.includes(fact.id));
    const view = StandingView.parse({
      ...{ childId: absent.id, day, today: day, state: standing.state, inRoll: standing.inRoll, since: standing.since ?? null },
      rule: { id: standing.rule, ...ruleSource(standing.rule) },
      provenBy: facts.map(({ id, kind, happened, source }) => ({
        ...{ id, kind, happenedDay: happened, source, recordedAt: '2025-03-05T08:00:00Z', late: false, body: {} },
      })),
      ...{ missing: standing.missing, area: standing.area, school: standing.school, knownThen: null, history: [] },
    });
    expect(view.rule).toMatchObject({ id: 'absent-from-list', label: 'clause', clauses: ['C24'] });
    expect(view.provenBy.map((proof) => proof.kind)).toEqual(['class-list']);
    expect(view.school).toBe(classB);
  });

  it('is not moved by whoever is not the bureau', () => {
    const child = new ChildStory().household('2025-03-01');
    const answer = child.answered('2025-03-12', 'out-of-province', ['enrolment-elsewhere']);
    for (const source of ['school', 'township', 'village', 'department', 'register'] satisfies FactSource[])
      child.decided('2025-03-15', answer, 'accepted', { source });
    expect(child.said(day)).toBe('to-verify by answer-waiting');
  });

  it('was another before something was recorded', () => {
    const [inSchool] = village();
    expect(standingOn(knownAt(inSchool, '2025-03-04T00:00:00Z'), day, defaultPolicy).rule).toBe('enrolled-without-list');
  });
});

describe('the counter', () => {
  it('asks for a grid of a tree on a day, or for the asker’s own of today', () => {
    expect(RollCallQuery.parse({})).toEqual({});
    expect(RollCallQuery.safeParse({ day: '2025-02-30' }).success).toBe(false);
    expect(RollCallQuery.safeParse({ grid: '211324/a b/' }).success).toBe(false);
  });
});

describe('grids', () => {
  it('have a place for whom no village or class is known, and for paths of other counties', () => {
    expect(leafOf('211324', '211324/t1/')).toBe('211324/t1/~/');
    expect(leafOf('211324', '211381/t1/v1/')).toBe('211324/~/~/');
    expect(gridsAbove('211324/t1/v1/')).toEqual(['211324/', '211324/t1/', '211324/t1/v1/']);
    expect([parentOf('211324/t1/v1/'), parentOf('211324/t1/'), parentOf('211324/')]).toEqual([
      '211324/t1/',
      '211324/',
      undefined,
    ]);
  });
});

describe('answers and their proofs', () => {
  it('need the bureau’s own list of proofs, and every proof is needed somewhere', () => {
    const [outcome, proofs]: [Outcome, readonly ProofKind[]] = ['deferred', ['approval']];
    expect(lackingProofs(outcome, proofs)).toEqual([['medical-certificate', 'placement-assessment']]);
    expect(isBadNews('dropped-out')).toBe(true);
    expect(outcomeRule('abroad').to).toBe('abroad');
    const used = new Set(Object.values(outcomes).flatMap((rule) => rule.needs.flat()));
    expect(proofKinds.filter((kind) => !used.has(kind))).toEqual([]);
  });

  it('hold as long as the policy of the day says, or shorter where the document says so', () => {
    expect(lastValidDay(defaultPolicy, 'elsewhere', '2025-03-01', undefined)).toBe('2025-08-28');
    expect(lastValidDay(defaultPolicy, 'elsewhere', '2025-03-01', '2025-06-30')).toBe('2025-06-30');
    expect(lastValidDay(defaultPolicy, 'elsewhere', '2025-03-01', '2031-06-30')).toBe('2025-08-28');
    expect(lastValidDay(defaultPolicy, 'lasting', '2025-03-01', undefined)).toBeUndefined();
  });
});

it('rows of registers become facts by the words of the register', () => {
  expect([enrolmentStateOf('休学'), householdStateOf('死亡')]).toEqual(['suspended', 'dead']);
});
