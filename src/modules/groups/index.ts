export { type CareReason, careReasonKeys, careWords } from './rules/closer-care';
export { type GroupKey, groupOf, listedGroups } from './rules/groups';
