export { ChildLine } from './contract';
export {
  type AssignedChild,
  type AssignmentPlan,
  assignChildren,
  type KnownChildren,
  type MergeProposal,
  type RowRef,
  rowName,
  type Split,
} from './rules/assign-children';
export {
  type ChildField,
  type ChildSource,
  type ChildValues,
  type Corrections,
  childFields,
  type SourceKind,
  sourceKinds,
  type Winners,
  winningValues,
} from './rules/child-values';
export { type Cohort, schoolAgeCohort } from './rules/school-age';
export { revealReasons, schoolingWords } from './words';
