export type { ChildrenTables } from '../server/tables';
