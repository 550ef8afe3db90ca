import type { Context, Db, Trx } from '../../db';
import { recordAct, transact } from '../../db';
import { hashToken } from '../../http/session';
import type { Actor } from '../actor';
import { hashPassword, needsRehash, verifyPassword } from '../password';
import { endSession, endSessions } from '../session-store';
import { deviceLabel } from './device-label';
import { isOurDevice, knowsDevice, rememberDevice } from './device-store';
import { keyedDigest, newToken, normalLogin } from './digests';
import { admitted, asServer, type Guess, linesOfLock, takeGuess } from './guess';
import { beginSession } from './open-session';
import { wrongPassword } from './refusals';
import { findByLogin, lockUser, noteSignIn, type SignInUser } from './sign-in-store';

/** What a browser brings along. */
export type Visitor = {
  /** the cookie by which its device is known, '' when it has none */ readonly device: string;
  /** what it says it is */ readonly agent: string;
  /** the session it already has, which ends when a new one begins */ readonly session: {
    sessionId: string;
    actor: Actor;
  } | null;
};

/** What the browser is given: the session's cookie, and the device's when it is new. */
export type Admission = { readonly token: string; readonly device: string | null };

/**
 * Signs somebody in with a password. An unknown account, one without a password and a wrong password take the same way, time
 * and sentence (SEC-19); too many guesses are refused before they are looked at (SEC-02).
 */
export async function signIn(
  db: Db,
  context: Context,
  typed: { readonly login: string; readonly password: string },
  visitor: Visitor,
): Promise<Admission> {
  const login = normalLogin(typed.login);
  const { user, guess, cookie } = await lookUp(db, context, login, visitor);
  const hash = user?.state === 'active' ? user.passwordHash : null;
  const isRight = await verifyPassword(hash, typed.password);
  if (!isRight || user === undefined || hash === null) {
    const object = objectOf(db, login, user);
    const reason = user !== undefined && user.state !== 'active' ? user.state : 'wrong-password';
    await recordAct(db, asServer(context), { act: 'session.begin', object, outcome: 'refused', reason });
    throw wrongPassword();
  }
  const upgraded = needsRehash(hash) ? await hashPassword(typed.password) : null;
  return admit(db, context, { user, guess, cookie, upgraded, visitor });
}

/** Ends the session of whoever asks. */
export async function signOut(db: Db, context: Context, sessionId: string, actor: Actor): Promise<void> {
  await transact(db, { ...context, actor }, async (trx) => {
    await endSession(trx, actor.userId, sessionId);
    return { result: undefined, changes: [{ act: 'session.end', object: `session:${sessionId}` }] };
  });
}

type Found = { readonly user: SignInUser | undefined; readonly guess: Guess; readonly cookie: DeviceCookie };

/** Finds the account and takes the guess; the same queries are asked whether there is such an account or not. */
async function lookUp(db: Db, context: Context, login: string, visitor: Visitor): Promise<Found> {
  const found = await transact(db, asServer(context), async (trx) => {
    const user = await findByLogin(trx, login);
    const deviceHash = hashToken(visitor.device);
    const isKnown = await knowsDevice(trx, user?.userId ?? '', deviceHash);
    const cookie = (await isOurDevice(trx, deviceHash)) ? { ours: visitor.device } : newDevice;
    const account = keyedDigest(db, 'login', login);
    const guess = await takeGuess(trx, { account, device: isKnown ? deviceHash : null });
    return { result: { user, guess, cookie }, changes: await linesOfLock(trx, guess, objectOf(db, login, user)) };
  });
  return { ...found, guess: admitted(found.guess) };
}

/** What the trail calls an account that was tried: one that does not exist by the digest of its login. */
function objectOf(db: Db, login: string, user: SignInUser | undefined): string {
  return user === undefined ? `login:${keyedDigest(db, 'login', login).toString('hex')}` : `user:${user.userId}`;
}

type DeviceCookie = { readonly ours: string } | typeof newDevice;
const newDevice = { ours: null } as const;

type Admitting = Found & { readonly user: SignInUser; readonly upgraded: string | null; readonly visitor: Visitor };

async function admit(db: Db, context: Context, admitting: Admitting): Promise<Admission> {
  const { user, guess, cookie, upgraded, visitor } = admitting;
  const actor = { userId: user.userId, countyId: db.countyId, name: user.name, login: user.login, grants: [] };
  return transact(db, { ...context, actor }, async (trx) => {
    await guess.right(trx);
    const now = await lockUser(trx, user.userId);
    // Disabled, or given another password, while the old one was being checked.
    if (now?.state !== 'active' || now.passwordHash !== user.passwordHash) throw wrongPassword();
    await noteSignIn(trx, user.userId, upgraded);
    const { session } = visitor;
    if (session !== null) await endSession(trx, session.actor.userId, session.sessionId);
    const place = { source: context.source, device: deviceLabel(visitor.agent) };
    const token = await beginSession(trx, user.userId, place);
    // With a second factor the device is known only once that has been given too.
    const device = now.hasSecondFactor ? null : await remember(trx, user.userId, cookie.ours);
    return { result: { token, device }, changes: [{ act: 'session.begin', object: `user:${user.userId}` }] };
  });
}

/** Signs in somebody who has just chosen a password with an invitation, within that transaction. */
export async function admitInvited(
  trx: Trx,
  user: Pick<SignInUser, 'userId'> & { secondFactor: boolean },
  visitor: Visitor,
): Promise<Admission> {
  await noteSignIn(trx, user.userId, null);
  await endSessions(trx, user.userId);
  if (visitor.session !== null) await endSession(trx, visitor.session.actor.userId, visitor.session.sessionId);
  const token = await beginSession(trx, user.userId, { source: trx.context.source, device: deviceLabel(visitor.agent) });
  const ours = (await isOurDevice(trx, hashToken(visitor.device))) ? visitor.device : null;
  return { token, device: user.secondFactor ? null : await remember(trx, user.userId, ours) };
}

/** Remembers the browser for the person; answers with the cookie it needs, null when it has it already. */
export async function remember(trx: Trx, userId: string, ours: string | null): Promise<string | null> {
  const device = ours ?? newToken();
  await rememberDevice(trx, userId, hashToken(device));
  return ours === null ? device : null;
}
