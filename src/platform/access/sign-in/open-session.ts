import type { Trx } from '../../db';
import { newId } from '../../db';
import { hashToken, IDLE_SECONDS } from '../../http/session';
import { endSession, endSessions, insertSession, openSessions } from '../session-store';
import { newToken } from './digests';

/** Register of goals, SEC-03: a session ends after 8 hours, whatever is done in it. */
export const SESSION_SECONDS = 8 * 3600;

/** Sessions a person may have at once: two computers, two phones and one forgotten somewhere. Our choice. */
const SESSIONS_AT_ONCE = 5;

/** Where a session is used from. */
export type Place = { readonly source: string; readonly device: string };

/** Begins a session of a person who has just signed in (with a second factor, where a provider vouches for it), ends the oldest beyond the allowed number; answers with the token. */
export async function beginSession(trx: Trx, userId: string, place: Place, secondFactor = false): Promise<string> {
  const open = await openSessions(trx, userId, idleSince(trx.now));
  const kept = open.slice(0, SESSIONS_AT_ONCE - 1).map(({ sessionId }) => sessionId);
  await endSessions(trx, userId, kept);
  const endsAt = new Date(trx.now.getTime() + SESSION_SECONDS * 1000);
  return insert(trx, userId, place, { secondFactor, createdAt: trx.now, endsAt });
}

/**
 * Gives a session a new id and token, so that whoever knew the old ones knows nothing (SEC-03); it ends when the old one
 * would have. Null when the old one has ended already: of two that renew it at once one succeeds.
 */
export async function renewSession(
  trx: Trx,
  userId: string,
  sessionId: string,
  place: Place,
  secondFactor: boolean,
): Promise<string | null> {
  const old = (await openSessions(trx, userId, idleSince(trx.now))).find((session) => session.sessionId === sessionId);
  if (old === undefined || !(await endSession(trx, userId, sessionId))) return null;
  return insert(trx, userId, place, { secondFactor, createdAt: old.createdAt, endsAt: old.endsAt });
}

/** Who has not been seen since then has been idle for too long. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - IDLE_SECONDS * 1000);
}

type Terms = { readonly secondFactor: boolean; readonly createdAt: Date; readonly endsAt: Date };

async function insert(trx: Trx, userId: string, place: Place, terms: Terms): Promise<string> {
  const token = newToken();
  await insertSession(trx, { sessionId: newId(), userId, tokenHash: hashToken(token), ...place, ...terms });
  return token;
}
