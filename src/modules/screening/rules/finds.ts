import { type Day, parseDay } from '../../../kernel/day';
import { idKey } from '../../../kernel/id-number';
import {
  type Answerer,
  type AnswerGroup,
  type AnswerOutcome,
  isFoundDay,
  needsPlace,
  outcomesFor,
} from '../../verification/index';

/** What is asked of a child that is on no list: where it learns, or why it does not. Who is gone is not met. */
export const findGroups = ['not-schooled', 'here', 'elsewhere', 'other'] as const satisfies readonly AnswerGroup[];

/** What the bureau makes of such a child: it is one that is known, it is entered, or it is none of the county's. */
export const findVerdicts = ['known', 'entered', 'dismissed'] as const;

/** The outcomes that may be said of such a child, by group. */
export function findOutcomes(as: Answerer) {
  return findGroups.map((group) => ({ group, outcomes: outcomesFor(group, as) }));
}

/** What somebody says of a child that is on no list. */
export type Find = {
  readonly birthDay: Day | null;
  readonly idNumber: string;
  readonly outcome: string;
  readonly place: string;
  readonly foundDay: Day;
};

export type FindFault = 'birth' | 'number' | 'outcome' | 'place' | 'day';

/** Nobody older is of school age, however late it began. 方案 三(一)1(1): nine years from six; our margin. */
const oldest = 20;

/** What is wrong with it, or undefined: a birthday that can be a child's, a number that can be one, and the rules of a visit. */
export function findFault(
  { birthDay, idNumber, outcome, place, foundDay }: Find,
  { as, from, today }: { readonly as: Answerer; readonly from: Day; readonly today: Day },
): FindFault | undefined {
  if (birthDay !== null && !isChildsBirthday(birthDay, today)) return 'birth';
  if (idNumber !== '' && idKey(idNumber) < 0) return 'number';
  if (!isFindOutcome(outcome, as)) return 'outcome';
  if (needsPlace(outcome) && place === '') return 'place';
  return isFoundDay(foundDay, today) && foundDay >= from ? undefined : 'day';
}

/** Whether somebody who answers in this name may say this of a child on no list. */
export function isFindOutcome(outcome: string, as: Answerer): outcome is AnswerOutcome {
  return findOutcomes(as).some(({ outcomes }) => outcomes.some((one) => one === outcome));
}

function isChildsBirthday(birth: Day, today: Day): boolean {
  return parseDay(birth) !== undefined && birth <= today && Number(today.slice(0, 4)) - Number(birth.slice(0, 4)) <= oldest;
}

/** Years by which a birthday that was told may be wrong and still be the same child's. Our choice. */
const yearsOff = 1;

/** Whether a child with this birthday can be the one that was met; where either is not known it can. */
export function canBe(told: Day | null, known: string | null): boolean {
  if (told === null || known === null) return true;
  return Math.abs(Number(told.slice(0, 4)) - Number(known.slice(0, 4))) <= yearsOff;
}
