import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepsOf } from '../testing/steps';
import { Walk } from '../testing/walk';
import type { AnswerFact, ChildFacts, Fact, FactSource } from './facts';
import { isOpenState } from './finding';
import { type Outcome, outcomes, proofKinds } from './outcomes';
import { defaultPolicy } from './policy';
import { knownAt } from './settle';
import { type Standing, standingOn } from './standing-on';

const runs = { numRuns: process.env.NOL_LONG ? 20_000 : 300 };
const others: readonly FactSource[] = ['school', 'township', 'village', 'department', 'register'];
const outcomeNames = Object.keys(outcomes) as readonly Outcome[];

/** A child after a random walk, and the day on which the walk ended. */
const children = stepsOf(30).map((steps) => {
  const walk = new Walk();
  for (const step of steps) walk.take(step);
  return { child: [...walk.children.values()].reduce(longer), day: walk.day };
});

const saidByOthers = fc.record({
  source: fc.constantFrom(...others),
  outcome: fc.constantFrom(...outcomeNames),
  task: fc.constantFrom('t0', 't1', 't2'),
  answer: fc.constantFrom('present' as const, 'absent' as const, 'no-list' as const),
});

describe('hiding a child', () => {
  it('is not done by answering: with every proof, but unaccepted, an answer places nobody', () => {
    fc.assert(
      fc.property(children, saidByOthers, ({ child, day }, { source, outcome, task }) => {
        const before = standingOn(child, day, defaultPolicy);
        const answer = { kind: 'answer', task, outcome, proofs: proofKinds } as const;
        const after = standingOn(told(child, day, source, answer), day, defaultPolicy);
        if (isOpenState(before.state)) expect(isOpenState(after.state)).toBe(true);
        if (!before.inRoll) expect(['to-verify', before.state]).toContain(after.state);
      }),
      runs,
    );
  });

  it('is not done by deciding on its own answer, closing the question or withdrawing what others said', () => {
    fc.assert(
      fc.property(children, saidByOthers, ({ child, day }, { source, task }) => {
        const before = standingOn(child, day, defaultPolicy);
        const answers = child.facts.filter((fact): fact is AnswerFact => fact.kind === 'answer');
        const acts: Bare[] = [
          ...answers.map((answer) => ({ kind: 'decision', answer: answer.id, verdict: 'accepted' }) as const),
          ...child.facts.map((fact) => ({ kind: 'withdrawn', of: fact.id }) as const),
          { kind: 'question', task, open: false },
        ];
        for (const act of acts) expect(standingOn(told(child, day, source, act), day, defaultPolicy)).toEqual(before);
      }),
      runs,
    );
  });

  it('is not done with a cleaner class list while the bureau waits for an answer', () => {
    fc.assert(
      fc.property(children, saidByOthers, ({ child, day }, said) => {
        const asked = told(child, day, 'bureau', { kind: 'question', task: 'new', open: true });
        const before = standingOn(asked, day, defaultPolicy);
        const list = { kind: 'class-list', at: '211324/s1/c1/', answer: said.answer } as const;
        const after = standingOn(told(asked, day, said.source, list), day, defaultPolicy);
        if (before.inRoll && !isOutOfAge(child, day)) expect(isOpenState(after.state)).toBe(true);
      }),
      runs,
    );
  });

  it('is not done with a second list of the same day that has the child after all', () => {
    fc.assert(
      fc.property(children, ({ child, day }) => {
        const lists = child.facts.filter((fact) => fact.kind !== 'class-list');
        const absent = { kind: 'class-list', at: '211324/s1/c1/', answer: 'absent' } as const;
        const missed = told({ ...child, facts: lists }, day, 'school', absent);
        const cleaned = told(missed, day, 'school', { ...absent, answer: 'present' });
        const before = standingOn(missed, day, defaultPolicy);
        const after = standingOn(cleaned, day, defaultPolicy);
        if (isOpenState(before.state)) expect(isOpenState(after.state)).toBe(true);
      }),
      runs,
    );
  });

  it('is not done by reporting late: what is told later changes nothing of what was known then', () => {
    fc.assert(
      fc.property(children, saidByOthers, ({ child, day }, { source, outcome }) => {
        const moment = `${day}T~`;
        const late = { kind: 'answer', task: 't0', outcome, proofs: proofKinds } as const;
        const grown = { ...child, facts: [...child.facts, fact('2024-12-01', '9999-01-01T', source, late)] };
        expect(knownAt(grown, moment)).toEqual(child);
      }),
      runs,
    );
  });
});

it('the order in which facts are handed in changes nothing', () => {
  fc.assert(
    fc.property(children, fc.nat(), ({ child, day }, seed) => {
      const shuffled = child.facts.toSorted((a, b) => hash(a.id, seed) - hash(b.id, seed));
      expect(standingOn({ ...child, facts: shuffled }, day, defaultPolicy)).toEqual(standingOn(child, day, defaultPolicy));
    }),
    runs,
  );
});

it('every child has one standing whatever the texts are, and nothing is thrown', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('2025-02-30', '', '/', '211324/', '9999-12-31', '0000-01-01'));
  const garbage = fc.record({ birth: text, day: text, happened: text, at: text, of: text });
  fc.assert(
    fc.property(children, garbage, ({ child }, { birth, day, happened, at, of }) => {
      const strange = [
        fact(happened, happened, 'bureau', { kind: 'class-list', at, answer: 'present' }),
        fact(happened, of, 'bureau', { kind: 'decision', answer: of, verdict: 'accepted', validUntil: of }),
        fact(happened, of, 'bureau', { kind: 'home', area: at }),
      ];
      const standing: Standing = standingOn({ ...child, birth, facts: [...child.facts, ...strange] }, day, defaultPolicy);
      expect(standing.area.split('/')).toHaveLength(4);
      expect(standing.school.split('/')).toHaveLength(4);
    }),
    runs,
  );
});

type Bare = Fact extends infer F ? (F extends Fact ? Omit<F, 'id' | 'happened' | 'recorded' | 'source'> : never) : never;

function told(child: ChildFacts, day: string, source: FactSource, bare: Bare): ChildFacts {
  return { ...child, facts: [...child.facts, fact(day, `${day}T~${child.facts.length}`, source, bare)] };
}

function fact(happened: string, recorded: string, source: FactSource, bare: Bare): Fact {
  return { id: `new ${recorded}`, happened, recorded, source, ...bare };
}

/** Not of school age: once no school has it any more, the law asks nothing of such a child, whoever says so. */
function isOutOfAge(child: ChildFacts, day: string): boolean {
  return !standingOn({ ...child, facts: [] }, day, defaultPolicy).inRoll;
}

function longer(a: ChildFacts, b: ChildFacts): ChildFacts {
  return b.facts.length > a.facts.length ? b : a;
}

function hash(text: string, seed: number): number {
  return [...text].reduce((sum, char) => Math.imul(sum ^ char.charCodeAt(0), 0x01000193), seed | 1) >>> 0;
}
