import { isBadNews, outcomeRule, type ProofKind } from '../../standing/index';
import type { AnswerOutcome } from '../../verification/index';
import { type Answer, isOutcome } from './answers';

/** Where a child stands, what is said of it now, and whether something was told of it in this campaign before. */
export type Said = { readonly answer: Answer; readonly state: string; readonly told: boolean };

/**
 * What an answer tells of where a child stands, or undefined when it tells nothing new: words of a class say nothing of where a
 * child learns, and a visit that finds what is known only confirms it. Bad news is always told, and so is whatever follows
 * something that was told before, because that waits for the bureau. Whatever is told goes by the rules of verification's answers.
 */
export function toTell({ answer, state, told }: Said): AnswerOutcome | undefined {
  if (answer === 'there') return told ? 'in-county-enrolled' : undefined;
  if (!isOutcome(answer)) return undefined;
  if (told || isBadNews(answer)) return answer;
  return outcomeRule(answer).to === state ? undefined : answer;
}

/**
 * What proves an answer beside what whoever answers names: a visit is a visit, and that a child is in its class is said on a list
 * that the school signs. Our choice; which proof an outcome needs is settled by the module standing.
 */
export function ownProofs(answer: Answer, method: 'in-school' | 'home' | 'phone'): readonly ProofKind[] {
  if (method === 'home') return ['home-visit'];
  return answer === 'there' ? ['school-certificate'] : [];
}
