export { type AskableFinding, askable, askableFindings } from './rules/units';
