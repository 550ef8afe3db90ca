import type { Day } from '../../../kernel/day';
import type { AnswerFact, DecisionFact, Fact, QuestionFact } from './facts';
import { isBadNews, lackingProofs, type OutcomeRule, outcomeRule, type ProofKind } from './outcomes';
import { addDays, lastValidDay, type StandingPolicy } from './policy';
import { byRecord, inOrder } from './settle';

/** The newest answer the bureau has accepted. */
export type Accepted = {
  readonly answer: AnswerFact;
  readonly decision: DecisionFact;
  readonly rule: OutcomeRule;
  /** groups of proofs it lacks; then it moves nobody */ readonly lacking: readonly (readonly ProofKind[])[];
  /** first day the proof no longer holds, where that day has come */ readonly expired?: Day;
};

/** What questions and answers say on a day. */
export type Answers = {
  readonly accepted?: Accepted;
  /** the newest answer without a decision that says the child is not schooled, told after what is accepted */
  readonly badNews?: AnswerFact;
  /** the newest other answer without a decision */ readonly waiting?: AnswerFact;
  /** the newest question nobody has answered to the bureau's satisfaction */ readonly question?: QuestionFact;
};

/**
 * Reads questions, answers and decisions. Only the bureau decides: a school's "accepted" is no decision. Bad news stands
 * until the bureau, knowing it, has decided, even when the same office has answered otherwise since.
 */
export function readAnswers(facts: readonly Fact[], day: Day, policy: StandingPolicy): Answers {
  const answers = facts.filter((fact) => fact.kind === 'answer');
  const questions = facts.filter((fact) => fact.kind === 'question');
  if (answers.length + questions.length === 0) return {};
  const decisions = newestDecisions(facts);
  const accepted = newestAccepted(answers, decisions);
  const pending = answers.filter((answer) => !decisions.has(answer.id));
  const told = (bad: boolean) => pending.findLast((answer) => isBadNews(answer.outcome) === bad && isAfter(answer, accepted));
  return defined({
    accepted: accepted && judged(accepted, day, policy),
    badNews: told(true),
    waiting: told(false),
    question: openQuestion(questions, answers, decisions),
  });
}

function newestDecisions(facts: readonly Fact[]): ReadonlyMap<string, DecisionFact> {
  const newest = new Map<string, DecisionFact>();
  for (const fact of facts) if (fact.kind === 'decision' && fact.source === 'bureau') newest.set(fact.answer, fact);
  return newest;
}

type Pair = { readonly answer: AnswerFact; readonly decision: DecisionFact };

function newestAccepted(answers: readonly AnswerFact[], decisions: ReadonlyMap<string, DecisionFact>): Pair | undefined {
  let newest: Pair | undefined;
  for (const answer of answers) {
    const decision = decisions.get(answer.id);
    if (decision?.verdict !== 'accepted') continue;
    if (!newest || inOrder(decision, newest.decision) > 0) newest = { answer, decision };
  }
  return newest;
}

function isAfter(answer: AnswerFact, accepted: Pair | undefined): boolean {
  return accepted === undefined || byRecord(answer, accepted.decision) > 0;
}

function judged({ answer, decision }: Pair, day: Day, policy: StandingPolicy): Accepted {
  const rule = outcomeRule(answer.outcome);
  const last = lastValidDay(policy, rule.validity, decision.happened, decision.validUntil);
  const lacking = lackingProofs(answer.outcome, answer.proofs);
  const base = { answer, decision, rule, lacking };
  return last !== undefined && day > last ? { ...base, expired: addDays(last, 1) } : base;
}

/** A question is closed by the bureau, or by an accepted answer to it that is newer. */
function openQuestion(
  questions: readonly QuestionFact[],
  answers: readonly AnswerFact[],
  decisions: ReadonlyMap<string, DecisionFact>,
): QuestionFact | undefined {
  const newest = new Map<string, QuestionFact>();
  for (const question of questions) if (question.open || question.source === 'bureau') newest.set(question.task, question);
  const settled = (question: QuestionFact) =>
    answers.some((answer) => {
      const decision = decisions.get(answer.id);
      return answer.task === question.task && decision?.verdict === 'accepted' && byRecord(decision, question) > 0;
    });
  return [...newest.values()]
    .filter((question) => question.open && !settled(question))
    .toSorted(inOrder)
    .at(-1);
}

/** Leaves out what is undefined, as exact optional properties ask. */
function defined(parts: { readonly [K in keyof Answers]: Answers[K] | undefined }): Answers {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}
