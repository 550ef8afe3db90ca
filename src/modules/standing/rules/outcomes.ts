import type { StandingKey } from '../../../kernel/standing';

/** Documents and statements that can prove an answer. */
export const proofKinds = [
  'school-certificate',
  'receiving-school',
  'enrolment-elsewhere',
  'institution-statement',
  'placement-assessment',
  'approval',
  'medical-certificate',
  'death-record',
  'police-answer',
  'border-record',
  'graduation',
  'enlistment',
  'home-visit',
  'class-photo',
] as const;
export type ProofKind = (typeof proofKinds)[number];

/** How long a proof of this sort holds; the numbers are in the policy. */
export type Validity = 'in-county' | 'elsewhere' | 'placement' | 'suspension' | 'deferral' | 'abroad' | 'lasting';

/** What an answer of the field means once the bureau has accepted it. */
export type OutcomeRule = {
  readonly to: StandingKey;
  /** one of each group is needed, whoever accepts */ readonly needs: readonly (readonly ProofKind[])[];
  readonly validity: Validity;
};

const studiesHere: OutcomeRule = {
  to: 'in-school',
  needs: [['school-certificate', 'home-visit', 'class-photo']],
  validity: 'in-county',
};
const studiesElsewhere: OutcomeRule = {
  to: 'elsewhere',
  needs: [['receiving-school', 'enrolment-elsewhere', 'school-certificate']],
  validity: 'elsewhere',
};
const notReal: OutcomeRule = { to: 'not-real', needs: [['police-answer']], validity: 'lasting' };
const unclear: OutcomeRule = { to: 'to-verify', needs: [], validity: 'lasting' };
/** What nobody needs to prove: the child is not in school. Such an answer counts before it is accepted. */
const notSchooled: OutcomeRule = { to: 'unplaced', needs: [], validity: 'lasting' };

/**
 * 核查结论, after the classes a county used in 2018 (policy.md §5.2 ①–⑨) and those its plan adds. The proofs of deferral
 * and suspension follow《义务教育法》第十一条 and the offices' own lists; the others are our choice.
 */
export const outcomes = {
  'in-county-enrolled': studiesHere,
  'in-county-unregistered': studiesHere,
  'in-province': studiesElsewhere,
  'out-of-province': studiesElsewhere,
  'special-school': {
    to: 'special-school',
    needs: [['institution-statement', 'school-certificate', 'enrolment-elsewhere']],
    validity: 'placement',
  },
  'in-custody': { to: 'special-school', needs: [['institution-statement', 'police-answer']], validity: 'placement' },
  'home-teaching': { to: 'home-teaching', needs: [['placement-assessment']], validity: 'placement' },
  suspended: { to: 'suspended', needs: [['approval'], ['medical-certificate']], validity: 'suspension' },
  deferred: { to: 'deferred', needs: [['approval'], ['medical-certificate', 'placement-assessment']], validity: 'deferral' },
  'over-age-left': { to: 'finished', needs: [], validity: 'lasting' },
  graduated: { to: 'finished', needs: [['graduation']], validity: 'lasting' },
  'in-army': { to: 'finished', needs: [['enlistment', 'police-answer']], validity: 'lasting' },
  dead: { to: 'dead', needs: [['death-record', 'police-answer']], validity: 'lasting' },
  abroad: { to: 'abroad', needs: [['border-record', 'police-answer']], validity: 'abroad' },
  'moved-away': {
    to: 'moved-away',
    needs: [['police-answer'], ['receiving-school', 'enrolment-elsewhere']],
    validity: 'lasting',
  },
  'empty-household': notReal,
  'double-household': notReal,
  'no-such-person': notReal,
  'wrong-number': unclear,
  'ill-or-disabled': notSchooled,
  'away-no-contact': notSchooled,
  missing: notSchooled,
  'out-of-school': notSchooled,
  'dropped-out': notSchooled,
  other: unclear,
} as const satisfies Record<string, OutcomeRule>;

/** What the field can answer. */
export type Outcome = keyof typeof outcomes;

/** The rule of an outcome; total. */
export function outcomeRule(outcome: Outcome): OutcomeRule {
  return outcomes[outcome];
}

/** Whether an answer says that the child is not schooled: it counts from the day it is given. */
export function isBadNews(outcome: Outcome): boolean {
  return outcomeRule(outcome).to === 'unplaced';
}

/** The groups of proofs an answer still lacks; empty when it is proven. */
export function lackingProofs(outcome: Outcome, proofs: readonly ProofKind[]): readonly (readonly ProofKind[])[] {
  return outcomeRule(outcome).needs.filter((group) => !group.some((proof) => proofs.includes(proof)));
}
