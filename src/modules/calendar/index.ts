export type { Doubt } from './rules/doubt';
export type { CalendarOf } from './rules/exception';
export { type KeyPeriod, keyPeriodsOf, keyPeriodsOn } from './rules/key-periods';
export type { SchoolCalendar } from './rules/school-calendar';
export { proposedTerms, type Term, type TermNumber, termName } from './rules/term';
