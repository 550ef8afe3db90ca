export { outcomeWords } from '../../outcome-words';
export { type Outcome, outcomeRule, outcomes, type ProofKind, proofKinds } from '../../rules/outcomes';
export { missingWords } from '../../words';
