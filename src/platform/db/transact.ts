import { CompiledQuery, type Kysely, sql } from 'kysely';
import { type Actor, widestScope } from '../access';
import { type AuditMac, auditLines, type Change } from './audit';
import type { CoreTables } from './core-tables';
import type { Database } from './database';
import { claimKey, type IdempotencyClaim, keepAnswer } from './idempotency';
import { END_OF_READING } from './prepared-client';
import { beginScoped, type Plans, type SealedScope, sealedScope } from './scope';

/** A database with what is needed to use it: whose county, by which keys, at what time. */
export type Db = {
  readonly database: Database;
  readonly countyId: string;
  readonly scopeKey: Buffer;
  readonly auditMac: AuditMac;
  readonly now: () => Date;
};

/** Who asks, and by which request. `actor: null` is the server itself (log-in, work in the background). */
export type Context = {
  readonly actor: Actor | null;
  readonly requestId: string;
  /** where it came from: an address, or `job`, `command` */ readonly source: string;
  /** of a creating request: the same key again gets the same answer and has no second effect (REL-08) */
  readonly claim?: IdempotencyClaim;
};

declare const reading: unique symbol;
declare const writing: unique symbol;

/** A running transaction within the scope of its actor. Only `readAs` and `transact` make one. */
export type ReadTrx = {
  readonly countyId: string;
  readonly context: Context;
  /** the moment of the transaction; the same for everything written in it */ readonly now: Date;
  /** queries over a module's own tables, and over no others */ withTables<Tables>(): Kysely<Tables>;
  readonly [reading]: true;
};

/** A transaction that may change things, and will leave a line in the audit trail. */
export type Trx = ReadTrx & { readonly [writing]: true };

/** What an action answers with: its result, and what the trail shall say of it. */
export type Outcome<T> = { readonly result: T; readonly changes: readonly Change[] };

/**
 * Runs one action as one transaction: scope, work, audit lines, commit; or nothing at all when anything throws.
 * A repeated creating request gets the first answer without running the work (see `IdempotencyClaim`).
 */
export async function transact<T>(db: Db, context: Context, work: (trx: Trx) => Promise<Outcome<T>>): Promise<T> {
  return inTransaction(db, context, 'read write', async (connection, trx) => {
    if (context.claim) await claimKey(connection, db.countyId, userOf(context), context.claim, trx.now);
    const { result, changes } = await work(trx as Trx);
    const origin = { userId: context.actor?.userId ?? null, requestId: context.requestId, source: context.source };
    const [lines] = await Promise.all([
      auditLines(connection, db.countyId, origin, trx.now, changes, db.auditMac),
      context.claim && keepAnswer(connection, db.countyId, userOf(context), context.claim, result),
    ]);
    return { result, last: lines && [lines] };
  });
}

/** Reads within the scope of the actor; PostgreSQL refuses any change. */
export async function readAs<T>(db: Db, context: Context, work: (trx: ReadTrx) => Promise<T>, plans: Plans = 'fit'): Promise<T> {
  return inTransaction(db, context, 'read only', async (_, trx) => ({ result: await work(trx) }), plans);
}

/** Writes one line of its own: a refusal, a sign-in that failed. */
export async function recordAct(db: Db, context: Context, change: Change): Promise<void> {
  const { claim: _, ...plain } = context;
  await transact(db, plain, async () => ({ result: undefined, changes: [change] }));
}

/** What came of a transaction, and the statements that are sent together with its end: one turn of the server for both. */
type Ending<T> = { readonly result: T; readonly last?: readonly CompiledQuery[] | undefined };

async function inTransaction<T>(
  db: Db,
  context: Context,
  mode: 'read only' | 'read write',
  work: (connection: Kysely<CoreTables>, trx: ReadTrx) => Promise<Ending<T>>,
  plans: Plans = 'fit',
): Promise<T> {
  return db.database.onConnection(async (connection) => {
    await beginScoped(connection, db.scopeKey, scopeOfContext(db, context), mode, plans);
    try {
      const { result, last = [] } = await work(connection, handle(db, context, connection));
      const end = CompiledQuery.raw(mode === 'read only' ? END_OF_READING : 'commit');
      // In this order on the wire. Where one of them fails, PostgreSQL takes everything back at the commit.
      await Promise.all([...last, end].map((statement) => connection.executeQuery(statement)));
      return result;
    } catch (error) {
      await rollback(connection);
      throw error;
    }
  });
}

function handle(db: Db, context: Context, connection: Kysely<CoreTables>): ReadTrx {
  const trx = {
    countyId: db.countyId,
    context,
    now: db.now(),
    withTables: <Tables>() => connection as unknown as Kysely<Tables>,
  };
  return trx as unknown as ReadTrx;
}

function scopeOfContext(db: Db, { actor }: Context): SealedScope {
  if (actor === null) return { county: db.countyId, system: true, everywhere: true };
  return sealedScope(db.countyId, actor.userId, widestScope(actor));
}

function userOf({ actor }: Context): string {
  return actor?.userId ?? 'system';
}

/** The error that led here is the one to be told; a connection that cannot roll back is thrown away by the pool. */
async function rollback(connection: Kysely<CoreTables>): Promise<void> {
  await sql
    .raw('rollback')
    .execute(connection)
    .catch(() => undefined);
}
