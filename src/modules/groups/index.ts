export { type CareReason, closerRule } from './rules/closer-care';
