export {
  type AnswerGroup,
  type AnswerOutcome,
  answerGroupNames,
  answerGroups,
  isFoundDay,
  type MetWith,
  mayAnswer,
  metWith,
  mostPapers,
  needsPlace,
  outcomesFor,
} from './rules/answer';
export { usualDays } from './rules/deadline';
export { type Answerer, type AskableFinding, answerers, askable, askableFindings } from './rules/units';
