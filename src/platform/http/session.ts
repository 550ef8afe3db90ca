import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Actor, Grant } from '../access';
import { findSession, touchSession } from '../access/session-store';
import { dayOf } from '../clock';
import type { Db } from '../db';

/** 等保 8.1.4.1 b with the figures of the register of goals, SEC-03: idle 15 minutes. */
export const IDLE_SECONDS = 15 * 60;

/** A session as it is now: whose, and how far the sign-in has come. */
export type SessionFacts = {
  readonly sessionId: string;
  readonly actor: Actor;
  readonly unit: string;
  readonly language: 'zh' | 'en';
  readonly hasSecondFactor: boolean;
  readonly secondFactorDone: boolean;
  readonly mustChangePassword: boolean;
};

export type SessionState = { readonly facts: SessionFacts } | { readonly ended: 'none' | 'idle' | 'over' };

/** The session of a cookie's token, read anew each time, so that what was ended or taken away is gone at once. */
export async function sessionOf(db: Db, token: string | undefined): Promise<SessionState> {
  if (token === undefined || token === '') return { ended: 'none' };
  const now = db.now();
  const row = await findSession(db, hashToken(token), dayOf(now));
  if (row === null || row.state !== 'active') return { ended: 'none' };
  if (new Date(row.endsAt) <= now) return { ended: 'over' };
  const idle = (now.getTime() - new Date(row.seenAt).getTime()) / 1000;
  if (idle > IDLE_SECONDS) return { ended: 'idle' };
  await touchSession(db, row.sessionId, idle);
  const grants: readonly Grant[] = row.grants;
  return {
    facts: {
      sessionId: row.sessionId,
      actor: { userId: row.userId, countyId: row.countyId, name: row.name, login: row.login, grants },
      unit: row.unit,
      language: row.language,
      hasSecondFactor: row.hasSecondFactor,
      secondFactorDone: row.secondFactorAt !== null,
      mustChangePassword: row.mustChangePassword,
    },
  };
}

/** The database knows a token's digest only, so a stolen copy of it opens nothing. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The token a page must send with each change; bound to the session, so it needs no place to be kept. */
export function pageToken(db: Db, sessionId: string): string {
  return createHmac('sha256', db.scopeKey).update(`page:${sessionId}`).digest('base64url');
}

/** Whether a request bears the token of its session. */
export function isPageToken(db: Db, sessionId: string, said: unknown): boolean {
  const right = Buffer.from(pageToken(db, sessionId));
  const given = Buffer.from(typeof said === 'string' ? said : '');
  return given.length === right.length && timingSafeEqual(given, right);
}
