import { availableParallelism } from 'node:os';
import { type ConnectionProvider, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { Refusal } from '../../kernel/refusal';
import type { CoreTables } from './core-tables';
import { PreparedClient } from './prepared-client';
import type { ConnectionSettings } from './settings';

/** The pool of connections and the typed door to the platform's own tables. */
export type Database = {
  readonly kysely: Kysely<CoreTables>;
  /**
   * Gives a connection to some work, which may ask several things of it at once. Whoever goes on asking when the work has ended,
   * because another of its questions failed, is refused: the connection is somebody else's by then. What is asked at once by
   * `executeQuery` is done in the order in which it was asked.
   */
  onConnection<T>(work: (connection: Kysely<CoreTables>) => Promise<T>): Promise<T>;
  /** ends every connection; before the server of an embedded database is stopped */ close(): Promise<void>;
};

/**
 * At most this many connections a process; PostgreSQL's own limit is 50 in the embedded server. More than the processors can serve
 * only get in each other's way: one morning cost two of them 23 ms of PostgreSQL a class over 20 connections, 18 ms over 6.
 */
const POOL_SIZE = Math.min(20, 2 + 2 * availableParallelism());
const TEN_SECONDS = 10_000;

const types = new pg.TypeOverrides();
types.setTypeParser(20, exactInteger);
types.setTypeParser(1700, (text) => text);
types.setTypeParser(1082, (text) => text);

/** Opens the pool; nothing is sent before the first query. `onError` hears of idle connections that were lost. */
export function openDatabase(settings: ConnectionSettings, onError: (error: Error) => void): Database {
  const pool = new pg.Pool({
    ...settings,
    Client: PreparedClient,
    pipeline: true,
    max: POOL_SIZE,
    types,
    connectionTimeoutMillis: TEN_SECONDS,
    // Tables are few and plans simple: what a plan saves is less than what compiling it costs.
    options: '-c jit=off',
  });
  pool.on('error', onError);
  const connected = new Set<pg.PoolClient>();
  pool.on('connect', (client) => connected.add(client));
  pool.on('remove', (client) => connected.delete(client));
  const dialect = new PostgresDialect({ pool: { connect: () => connectionOf(pool), end: () => pool.end() } });
  const kysely = new Kysely<CoreTables>({ dialect });
  const parts = { config: { dialect }, dialect, driver: dialect.createDriver() };
  return {
    kysely,
    onConnection: (work) =>
      kysely.getExecutor().provideConnection(async (connection) => {
        let ended = false;
        const provider: ConnectionProvider = {
          async provideConnection(use) {
            if (ended) throw new Error('a statement came after the end of its transaction');
            return use(connection);
          },
        };
        try {
          return await work(new Kysely({ ...parts, executor: kysely.getExecutor().withConnectionProvider(provider) }));
        } finally {
          ended = true;
        }
      }),
    async close() {
      await kysely.destroy();
      // The pool has only said goodbye by now: a server that is stopped at once would tear off who is still leaving.
      while (connected.size > 0) await new Promise((resolve) => pool.once('remove', resolve));
    },
  };
}

/** A connection of the pool; refuses where others have held all of them for ten seconds. */
async function connectionOf(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    // The library has no code for it. A server that cannot be reached is told in other words, and is an error.
    if (error instanceof Error && error.message === 'timeout exceeded when trying to connect') throw allBusy();
    throw error;
  }
}

function allBusy(): Refusal {
  return new Refusal('unavailable', 'busy', {
    zh: '没有办成：现在用的人太多，系统忙不过来。请过一会儿再试，填写的内容不会丢。',
    en: 'Not done: too many people are at it just now. Try again in a moment; what you typed is kept.',
  });
}

/** int8 as a number; throws above 2^53, where a number would silently become another one. */
function exactInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`the database gave ${text}, which a number cannot hold`);
  return value;
}
