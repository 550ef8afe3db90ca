export { type AuditMac, beginAudit, type Change, canonical } from './audit';
export type { CoreTables } from './core-tables';
export { type Database, openDatabase } from './database';
export { type IdempotencyClaim, Replay } from './idempotency';
export { newId } from './ids';
export { checkSchema, migrate } from './migrate';
export type { ConnectionSettings } from './settings';
export { type Context, type Db, type Outcome, type ReadTrx, readAs, recordAct, type Trx, transact } from './transact';
