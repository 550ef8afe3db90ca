import type { Day } from '../../../kernel/day';
import { answerers, answerGroupNames, isFoundDay, mayAnswer, metWith, needsPlace } from '../../verification/index';

/** In whose name is answered, whom one met, the first question of a visit: those of verification, so that answers mean the same. */
export const [answererNames, metNames, outcomeGroups] = [answerers, metWith, answerGroupNames];

/** What somebody says of a child that was visited or called about. */
export type Visit = { readonly outcome: string; readonly place: string; readonly foundDay: Day };

export type VisitFault = 'outcome' | 'place' | 'day';

/** What is wrong with it, or undefined: the rules of verification, and the day lies within the campaign. */
export function visitFault(
  { outcome, place, foundDay }: Visit,
  { as, from, today }: { readonly as: (typeof answerers)[number]; readonly from: Day; readonly today: Day },
): VisitFault | undefined {
  if (!mayAnswer(outcome, as)) return 'outcome';
  if (needsPlace(outcome) && place === '') return 'place';
  return isFoundDay(foundDay, today) && foundDay >= from ? undefined : 'day';
}
