import { absent } from '../../../kernel/refusal';
import { type Context, type Db, readAs, transact } from '../../db';
import type { SessionFacts } from '../../http/session';
import type { Actor } from '../actor';
import { endSession, openSessions } from '../session-store';
import { idleSince } from './open-session';
import { setLanguage } from './sign-in-store';

/** A place where a person is signed in; moments are ISO. */
export type OwnSession = {
  readonly id: string;
  readonly device: string;
  readonly source: string;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly current: boolean;
};

/** Where somebody is signed in, newest first. */
export async function ownSessions(db: Db, context: Context, own: SessionFacts): Promise<readonly OwnSession[]> {
  const open = await readAs(db, context, (trx) => openSessions(trx, own.actor.userId, idleSince(trx.now)));
  return open.map(({ sessionId, device, source, createdAt, seenAt }) => ({
    id: sessionId,
    device,
    source,
    createdAt: createdAt.toISOString(),
    seenAt: seenAt.toISOString(),
    current: sessionId === own.sessionId,
  }));
}

/** Ends one of one's own sessions, on its next request at the latest. */
export async function endOwnSession(db: Db, context: Context, actor: Actor, sessionId: string): Promise<void> {
  await transact(db, context, async (trx) => {
    if (!(await endSession(trx, actor.userId, sessionId))) throw absent({ zh: '次登录', en: 'session' });
    return { result: undefined, changes: [{ act: 'session.end', object: `session:${sessionId}` }] };
  });
}

/** The language in which a person reads the pages. */
export async function changeLanguage(db: Db, context: Context, actor: Actor, language: 'zh' | 'en'): Promise<void> {
  await transact(db, context, async (trx) => {
    await setLanguage(trx, actor.userId, language);
    return { result: undefined, changes: [{ act: 'account.language', object: `user:${actor.userId}`, detail: { language } }] };
  });
}
