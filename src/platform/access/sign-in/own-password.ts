import { readAs, recordAct, transact } from '../../db';
import { secondFactorNeeded } from '../../http/gate';
import { hashToken } from '../../http/session';
import { verifyPassword } from '../password';
import { endSessions } from '../session-store';
import { deviceLabel } from './device-label';
import { knowsDevice } from './device-store';
import { keyedDigest } from './digests';
import { asServer, guessAt } from './guess';
import { hashNewPassword, samePassword } from './new-password';
import { renewSession } from './open-session';
import { sessionOver, wrongOwnPassword } from './refusals';
import type { Admission } from './sign-in';
import { findByLogin, lockUser, setPassword } from './sign-in-store';
import type { Step } from './step';

/** Throws unless the password is that of whoever asks; guessing is limited as at the sign-in. */
export async function confirmPassword(step: Step, password: string): Promise<{ readonly hash: string }> {
  const { db, context, session, visitor } = step;
  const { login, userId } = session.actor;
  const deviceHash = hashToken(visitor.device);
  const { user, isKnown } = await readAs(db, asServer(context), async (trx) => ({
    user: await findByLogin(trx, login),
    isKnown: await knowsDevice(trx, userId, deviceHash),
  }));
  const device = isKnown ? deviceHash : null;
  const guess = await guessAt(db, context, { account: keyedDigest(db, 'login', login), device, object: `user:${userId}` });
  const hash = user?.passwordHash ?? null;
  if (hash === null || !(await verifyPassword(hash, password))) {
    const object = `user:${userId}`;
    await recordAct(db, context, { act: 'password.confirm', object, outcome: 'refused', reason: 'wrong-password' });
    throw wrongOwnPassword();
  }
  await transact(db, asServer(context), async (trx) => {
    await guess.right(trx);
    return { result: undefined, changes: [] };
  });
  return { hash };
}

/** Changes one's own password. All other sessions end, and this one goes on under a new id (SEC-03). */
export async function changeOwnPassword(step: Step, current: string, next: string): Promise<Admission> {
  const { db, context, session } = step;
  const { userId, login, name } = session.actor;
  if (session.hasSecondFactor && !session.secondFactorDone) throw secondFactorNeeded(session);
  const { hash } = await confirmPassword(step, current);
  if (next === current) throw samePassword();
  const known = [login, name, session.unit];
  const fresh = await hashNewPassword(next, { known, secondFactor: session.hasSecondFactor }, 'next');
  const place = { source: context.source, device: deviceLabel(step.visitor.agent) };
  return transact(db, context, async (trx) => {
    const now = await lockUser(trx, userId);
    if (now?.state !== 'active' || now.passwordHash !== hash) throw sessionOver();
    await setPassword(trx, userId, fresh, false);
    await endSessions(trx, userId, [session.sessionId]);
    const token = await renewSession(trx, userId, session.sessionId, place, session.secondFactorDone);
    if (token === null) throw sessionOver();
    return { result: { token, device: null }, changes: [{ act: 'password.change', object: `user:${userId}` }] };
  });
}
