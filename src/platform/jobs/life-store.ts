import { randomInt } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { CoreTables, Database } from '../db';

/** A broken connection is noticed within this time. */
const LOOK_MS = 5000;
const AGAIN_MS = 1000;
const HIGHEST = 2 ** 48 - 1;

/** A number under which a process takes jobs. PostgreSQL holds it for as long as the process lives, and lets go the moment it dies. */
export type LifeMark = {
  /** settles when the number is held for the first time, or no more wanted */ readonly ready: Promise<void>;
  /** null while the connection that holds it is broken: then only the lease tells that the process lives */ current():
    | number
    | null;
  release(): Promise<void>;
};

/** Has a number of its own held. Where the connection breaks, `onFault` hears of it and another is made. */
export function holdLifeMark(database: Database, onFault: (error: unknown) => void): LifeMark {
  const ending = new AbortController();
  let current: number | null = null;
  let tell: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const hold = (connection: Kysely<CoreTables>) =>
    held(connection, ending.signal, (mark) => {
      current = mark;
      if (mark !== null) tell();
    });
  const holding = (async () => {
    while (!ending.signal.aborted) {
      await database.kysely.connection().execute(hold).catch(onFault);
      await pause(AGAIN_MS, ending.signal);
    }
    tell();
  })();
  return {
    ready,
    current: () => current,
    async release() {
      ending.abort();
      await holding;
    },
  };
}

/** Holds a number on one connection until the end, or until that connection breaks. */
async function held(connection: Kysely<CoreTables>, ending: AbortSignal, tell: (mark: number | null) => void): Promise<void> {
  const mark = randomInt(HIGHEST);
  await sql`select pg_advisory_lock(${mark}::bigint)`.execute(connection);
  tell(mark);
  try {
    while (!ending.aborted) {
      await pause(LOOK_MS, ending);
      await sql`select 1`.execute(connection);
    }
    await sql`select pg_advisory_unlock(${mark}::bigint)`.execute(connection);
  } finally {
    tell(null);
  }
}

function pause(ms: number, ending: AbortSignal): Promise<void> {
  if (ending.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      ending.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    ending.addEventListener('abort', done);
  });
}
