export type { ScreeningTables } from '../server/tables';
