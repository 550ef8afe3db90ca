export { type CareReason, careReasonKeys, careWords } from './rules/closer-care';
