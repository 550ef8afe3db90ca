export {
  type Comparison,
  compareRegisters,
  type EnrolmentStatus,
  type HouseholdStatus,
  type Listed,
  type ListedStatus,
  type Presence,
  type Registers,
} from './rules/compare';
export type { Duplicate } from './rules/duplicates';
