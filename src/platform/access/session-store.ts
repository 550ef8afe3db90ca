import { sql } from 'kysely';
import type { Db } from '../db';
import type { Grant } from './actor';

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
