export { compareRegisters } from './rules/compare';
