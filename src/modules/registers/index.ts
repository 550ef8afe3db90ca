export { MISSING_DAY, type Problem, type Register, type RegisterField, type RegisterKind, registerKinds } from './rules/register';
