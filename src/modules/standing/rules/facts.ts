import type { Day } from '../../../kernel/day';
import type { Outcome, ProofKind } from './outcomes';

/** Who says it. What a school says about itself never counts as a decision of the bureau. */
export type FactSource = 'register' | 'school' | 'township' | 'village' | 'department' | 'bureau';

/** A materialised path, each part ending in '/': `211324/211324101/211324101201/` or `211324/<school>/<class>/`. */
export type GridPath = string;

type Base = {
  /** unique in the county */ readonly id: string;
  /** the day from which it is so; what is told of later days does not exist yet on an earlier one */
  readonly happened: Day;
  /** the moment the server learnt it, ISO text in UTC */ readonly recorded: string;
  readonly source: FactSource;
  /** the import or action it came with, so that all of it can be taken back at once */ readonly batch?: string;
  /** the register row, document or attachment behind it */ readonly evidence?: string;
};

/** 户籍: one row of the household register, told when it appears, changes or is no longer in a newer list. */
export type HouseholdFact = Base & {
  readonly kind: 'household';
  /** which row, so that two rows of one child stay two */ readonly row: string;
  readonly state: HouseholdState;
};
/** `listed`: nothing noted; `gone`: the newer list no longer has the row; else the 变动原因 of a row still listed */
export type HouseholdState = 'listed' | 'moved-out' | 'cancelled' | 'missing' | 'dead' | 'gone';

/** 学籍: one row of the enrolment register, told when it appears, changes or is no longer in a newer list. */
export type EnrolmentFact = Base & {
  readonly kind: 'enrolment';
  readonly row: string;
  readonly state: EnrolmentState;
  readonly stage: 'primary' | 'junior' | 'unknown';
  readonly placement: Placement;
  /** the class, or the school alone */ readonly at: GridPath;
};
/** 学生当前状态 (XSDQZT) as far as it matters here; `left`: 退学 停学 流失 辍学 下落不明 …, `gone`: no longer in the list */
export type EnrolmentState =
  | 'studying'
  | 'suspended'
  | 'transferred-out'
  | 'left'
  | 'graduated'
  | 'dead'
  | 'abroad'
  | 'unclear'
  | 'gone';
/** How an enrolled child is taught; inclusive classes count as ordinary. */
export type Placement = 'ordinary' | 'special-school' | 'home-teaching';

/** 在校: what one school's class lists of a day say. A child of an earlier list missing from the next is `absent`. */
export type ClassListFact = Base & {
  readonly kind: 'class-list';
  readonly at: GridPath;
  readonly answer: 'present' | 'absent' | 'no-list';
  readonly placement?: Placement;
};

/** 残疾人名册: whether the child stands on it; decides nothing, but says which proof is asked for. */
export type DisabilityFact = Base & { readonly kind: 'disability'; readonly listed: boolean };

/** 人工核实: a row that may be this child's waits for a person. */
export type ReviewFact = Base & { readonly kind: 'review'; readonly pair: string; readonly open: boolean };

/** Which village answers for the child from that day on; none: nobody knows. */
export type HomeFact = Base & { readonly kind: 'home'; readonly area?: GridPath };

/** 核查任务: the bureau asks where the child is. Only the bureau closes a question without an answer. */
export type QuestionFact = Base & { readonly kind: 'question'; readonly task: string; readonly open: boolean };

/** The field's answer to a question, or told without being asked. */
export type AnswerFact = Base & {
  readonly kind: 'answer';
  readonly task: string;
  readonly outcome: Outcome;
  readonly proofs: readonly ProofKind[];
  readonly at?: GridPath;
};

/** The bureau accepts an answer or sends it back; the newest decision on an answer counts. */
export type DecisionFact = Base & {
  readonly kind: 'decision';
  /** id of the answer */ readonly answer: string;
  readonly verdict: 'accepted' | 'sent-back';
  /** last day the proof holds, where the document names one */ readonly validUntil?: Day;
};

/**
 * 考勤: how a school day went for the child, told by the roll of its class when the day was no ordinary one, or the first ordinary
 * one after such. What a later roll says of the same day counts.
 */
export type AttendanceFact = Base & {
  readonly kind: 'attendance';
  readonly verdict: 'present' | 'absent' | 'leave';
  /** the class that called */ readonly at: GridPath;
};

/** A correction: what was said (a fact, or all facts of a batch) is to be taken as never said. Only the bureau can. */
export type WithdrawnFact = Base & { readonly kind: 'withdrawn'; readonly of: string };

/** Something somebody recorded about a child. Corrections are new facts; none is ever changed or removed. */
export type Fact =
  | HouseholdFact
  | EnrolmentFact
  | ClassListFact
  | DisabilityFact
  | ReviewFact
  | HomeFact
  | QuestionFact
  | AnswerFact
  | DecisionFact
  | AttendanceFact
  | WithdrawnFact;

/** All that is known of one child, in any order. */
export type ChildFacts = {
  readonly id: string;
  /** area code of the county whose roll is called */ readonly county: string;
  /** none where no source gives a day the calendar has */ readonly birth?: Day;
  readonly facts: readonly Fact[];
};
