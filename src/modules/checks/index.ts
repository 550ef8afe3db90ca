export { monthsOf, usualOpenDay } from './rules/month';
export type { Known } from './rules/propose';
