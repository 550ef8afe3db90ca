import type { Day } from '../../../kernel/day';
import { daysAfter } from './deadline';
import type { Answerer } from './units';

/** The first question on the phone; what is chosen here leads to a few outcomes. */
export const answerGroups = {
  here: ['in-county-enrolled', 'in-county-unregistered', 'special-school', 'home-teaching', 'suspended', 'deferred'],
  elsewhere: ['in-province', 'out-of-province'],
  'not-schooled': ['out-of-school', 'dropped-out', 'ill-or-disabled', 'away-no-contact', 'missing'],
  gone: ['moved-away', 'abroad', 'dead', 'in-custody', 'in-army'],
  finished: ['graduated', 'over-age-left'],
  nobody: ['no-such-person', 'empty-household', 'double-household', 'wrong-number'],
  other: ['other'],
} as const;
export type AnswerGroup = keyof typeof answerGroups;
/** What can be answered: the outcomes of the module standing, all of them; the tests compare the two. */
export type AnswerOutcome = (typeof answerGroups)[AnswerGroup][number];
export const answerGroupNames = Object.keys(answerGroups) as readonly AnswerGroup[];

/** The outcomes of a group for somebody who answers in a name. A school knows nothing of how a household is registered. */
export function outcomesFor(group: AnswerGroup, as: Answerer): readonly AnswerOutcome[] {
  const unknown: readonly string[] = as === 'school' ? ['empty-household', 'double-household'] : [];
  const all: readonly AnswerOutcome[] = answerGroups[group];
  return all.filter((outcome) => !unknown.includes(outcome));
}

/** Whether somebody who answers in this name may say this. */
export function mayAnswer(outcome: string, as: Answerer): outcome is AnswerOutcome {
  return answerGroupNames.some((group) => outcomesFor(group, as).some((one) => one === outcome));
}

/** Whether an outcome says nothing without the name of a school or place. */
export function needsPlace(outcome: string): boolean {
  return answerGroups.elsewhere.some((one) => one === outcome);
}

/** Who was met at the home or in class. */
export const metWith = ['parent', 'grandparent', 'child', 'neighbour', 'teacher', 'nobody'] as const;
export type MetWith = (typeof metWith)[number];

/** So many photographs or papers lie with one answer. Our choice: a house, a child, a booklet and some to spare. */
export const mostPapers = 9;

/** How far back something may have been found out; older is another question. Our choice. */
const oldestDays = 180;

/** Whether an answer can have been found out on that day. */
export function isFoundDay(found: Day, today: Day): boolean {
  return found <= today && found >= daysAfter(today, -oldestDays);
}
