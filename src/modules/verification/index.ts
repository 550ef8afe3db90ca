export { usualDays } from './rules/deadline';
export { type AskableFinding, askable, askableFindings } from './rules/units';
