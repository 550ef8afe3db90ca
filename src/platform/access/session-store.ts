import { sql } from 'kysely';
import type { Db, ReadTrx, Trx } from '../db';
import type { Grant } from './actor';
import type { AccessTables } from './tables';

/** A session with its person and what that person may do today, as `nol_session()` in migration 0001 tells it. */
export type SessionRow = {
  readonly sessionId: string;
  readonly userId: string;
  readonly countyId: string;
  readonly name: string;
  readonly login: string;
  readonly unit: string;
  readonly language: 'zh' | 'en';
  readonly state: 'invited' | 'active' | 'disabled';
  readonly mustChangePassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly secondFactorAt: string | null;
  readonly seenAt: string;
  readonly endsAt: string;
  readonly device: string;
  readonly grants: readonly Grant[];
};

/** A row is written at most this often a session, so that reading stays reading. */
const TOUCH_SECONDS = 60;

/** The open session of a token's digest, or null. One query, before anybody is known. */
export async function findSession(db: Db, tokenHash: Buffer, today: string): Promise<SessionRow | null> {
  const found = await sql<{ session: SessionRow | null }>`select nol_session(${tokenHash}, ${today}) as session`.execute(
    db.database.kysely,
  );
  const row = found.rows[0]?.session ?? null;
  return row !== null && row.countyId === db.countyId ? row : null;
}

/** Notes that the session is in use. */
export async function touchSession(db: Db, sessionId: string, idleSeconds: number): Promise<void> {
  if (idleSeconds < TOUCH_SECONDS) return;
  await sql`select nol_touch_session(${db.countyId}, ${sessionId}, ${db.now()})`.execute(db.database.kysely);
}

/** A session to begin. The moment of the second factor is that of the transaction, when it was given. */
export type NewSession = {
  readonly sessionId: string;
  readonly userId: string;
  readonly tokenHash: Buffer;
  readonly device: string;
  readonly source: string;
  readonly secondFactor: boolean;
  readonly createdAt: Date;
  readonly endsAt: Date;
};

export type OpenSession = {
  readonly sessionId: string;
  readonly device: string;
  readonly source: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly endsAt: Date;
};

export async function insertSession(trx: Trx, session: NewSession): Promise<void> {
  const row = {
    county_id: trx.countyId,
    session_id: session.sessionId,
    token_hash: session.tokenHash,
    user_id: session.userId,
    device: session.device,
    source: session.source,
    second_factor_at: session.secondFactor ? trx.now : null,
    created_at: session.createdAt,
    seen_at: trx.now,
    ends_at: session.endsAt,
  };
  await trx.withTables<AccessTables>().insertInto('session').values(row).execute();
}

/** The sessions of a person that were not ended, newest first; `idleSince` leaves out those that nobody may go on with. */
export async function openSessions(trx: ReadTrx, userId: string, idleSince: Date): Promise<readonly OpenSession[]> {
  return trx
    .withTables<AccessTables>()
    .selectFrom('session')
    .select((column) => [
      column.ref('session_id').as('sessionId'),
      'device',
      'source',
      column.ref('created_at').as('createdAt'),
      column.ref('seen_at').as('seenAt'),
      column.ref('ends_at').as('endsAt'),
    ])
    .where('county_id', '=', trx.countyId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', trx.now)
    .where('seen_at', '>=', idleSince)
    .orderBy('created_at', 'desc')
    .orderBy('session_id', 'desc')
    .execute();
}

/** Ends one session of a person; false when it had ended or is somebody else's. */
export async function endSession(trx: Trx, userId: string, sessionId: string): Promise<boolean> {
  const ended = await endedOf(trx, userId).where('session_id', '=', sessionId).executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

/** Ends the sessions of a person, all or all but some; answers how many. */
export async function endSessions(trx: Trx, userId: string, keep: readonly string[] = []): Promise<number> {
  const all = endedOf(trx, userId);
  const ended = await (keep.length === 0 ? all : all.where('session_id', 'not in', keep)).executeTakeFirst();
  return Number(ended.numUpdatedRows);
}

function endedOf(trx: Trx, userId: string) {
  return trx
    .withTables<AccessTables>()
    .updateTable('session')
    .set({ ended_at: trx.now })
    .where('county_id', '=', trx.countyId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null);
}
