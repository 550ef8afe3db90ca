import type { Day } from '../../../kernel/day';
import type { AnswerFact, ChildFacts, EnrolmentFact, Fact, FactSource, HouseholdState } from '../rules/facts';
import type { Outcome, ProofKind } from '../rules/outcomes';
import { defaultPolicy } from '../rules/policy';
import { type Standing, standingOn } from '../rules/standing-on';

type Told = { readonly source?: FactSource; readonly batch?: string; readonly recorded?: string; readonly id?: string };
type Bare<F> = F extends Fact ? Omit<F, keyof Told | 'happened' | 'evidence'> : never;

/** Paths of the classes of two schools in the county 211324. */
export const classA = '211324/school-a/class-1/';
export const classB = '211324/school-b/class-1/';

/** A child's facts, told one after another; each is recorded on the day it happened unless said otherwise. */
export class ChildStory {
  readonly facts: Fact[] = [];
  readonly #birth: Day | undefined;

  /** A child of ten in the spring of 2025, or born on another day; null: no birth day known. */
  constructor(birth: Day | null = '2014-11-20') {
    this.#birth = birth ?? undefined;
  }

  /** The child with what has been told so far. */
  get child(): ChildFacts {
    return { id: 'c1', county: '211324', facts: this.facts, ...(this.#birth === undefined ? {} : { birth: this.#birth }) };
  }

  /** Where it stands on a day by the default policy. */
  on(day: Day): Standing {
    return standingOn(this.child, day, defaultPolicy);
  }

  /** State and rule on a day, `to-verify by absent-from-list`. */
  said(day: Day): string {
    const { state, rule } = this.on(day);
    return `${state} by ${rule}`;
  }

  /** Adds a fact and gives its id. */
  tell(happened: Day, bare: Bare<Fact>, told: Told = {}): string {
    const number = String(this.facts.length + 1).padStart(4, '0');
    const base = { id: `f${number}`, happened, recorded: `${happened}T08:00:${number}Z`, source: 'register' as const };
    const fact: Fact = { ...base, ...bare, ...told };
    this.facts.push(fact);
    return fact.id;
  }

  household(day: Day, state: HouseholdState = 'listed', row = 'h1'): this {
    this.tell(day, { kind: 'household', row, state });
    return this;
  }

  enrolled(day: Day, parts: Partial<Bare<EnrolmentFact>> = {}): this {
    const whole = { row: 'e1', state: 'studying', stage: 'primary', placement: 'ordinary', at: classA } as const;
    this.tell(day, { kind: 'enrolment', ...whole, ...parts });
    return this;
  }

  listed(day: Day, answer: 'present' | 'absent' | 'no-list', at: string = classA): this {
    this.tell(day, { kind: 'class-list', at, answer }, { source: 'school' });
    return this;
  }

  asked(day: Day): this {
    this.tell(day, { kind: 'question', task: 't1', open: true }, { source: 'bureau' });
    return this;
  }

  /** An answer nobody has decided on. */
  answered(day: Day, outcome: Outcome, proofs: readonly ProofKind[] = [], source: FactSource = 'school'): AnswerFact['id'] {
    return this.tell(day, { kind: 'answer', task: 't1', outcome, proofs }, { source });
  }

  decided(day: Day, answer: string, verdict: 'accepted' | 'sent-back' = 'accepted', told: Told = { source: 'bureau' }): this {
    this.tell(day, { kind: 'decision', answer, verdict }, told);
    return this;
  }

  /** An answer the bureau accepts on the same day. */
  verified(day: Day, outcome: Outcome, proofs: readonly ProofKind[] = []): this {
    return this.decided(day, this.answered(day, outcome, proofs, 'township'));
  }
}
