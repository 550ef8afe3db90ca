import { openField, sealField } from '../../crypto';
import { readAs, recordAct, type Trx, transact } from '../../db';
import { hashToken } from '../../http/session';
import { verifyCode } from '../second-factor';
import { normalRecoveryCode } from './codes';
import { deviceLabel } from './device-label';
import { isOurDevice, knowsDevice } from './device-store';
import { keyedDigest } from './digests';
import { recoveryIndex } from './enrolment';
import { asServer, type Guess, guessAt } from './guess';
import { renewSession } from './open-session';
import { spendRecoveryCode } from './recovery-store';
import { sessionOver, wrongCode } from './refusals';
import { type Admission, remember } from './sign-in';
import { confirmPending, type SecondFactorRow, secondFactorOf, spendStep } from './sign-in-store';
import { type Step, secretPlace } from './step';

/** What a right code does: it uses something up within the transaction; false when another request was faster. */
type Right = { readonly act: string; use(trx: Trx): Promise<boolean> };

/**
 * Takes a code of the authenticator, or one of the recovery codes; or confirms the authenticator that was just shown. Each
 * code is good for one request, and the session goes on under a new id.
 */
export async function giveCode(step: Step, code: string): Promise<Admission> {
  const { db, context, session } = step;
  const { userId } = session.actor;
  const { row, cookie, guess } = await begin(step);
  const right = rightOf(step, row, code);
  const place = { source: context.source, device: deviceLabel(step.visitor.agent) };
  const admission = await transact(db, context, async (trx) => {
    if (right === null || !(await right.use(trx))) return { result: null, changes: [] };
    await guess.right(trx);
    const token = await renewSession(trx, userId, session.sessionId, place, true);
    if (token === null) throw sessionOver();
    const device = await remember(trx, userId, cookie);
    return { result: { token, device }, changes: [{ act: right.act, object: `user:${userId}` }] };
  });
  if (admission !== null) return admission;
  await recordAct(db, context, { act: 'second-factor.use', object: `user:${userId}`, outcome: 'refused', reason: 'wrong-code' });
  throw wrongCode();
}

type Begun = { readonly row: SecondFactorRow; readonly cookie: string | null; readonly guess: Guess };

async function begin({ db, context, session, visitor }: Step): Promise<Begun> {
  const { userId } = session.actor;
  const deviceHash = hashToken(visitor.device);
  const found = await readAs(db, asServer(context), async (trx) => ({
    row: await secondFactorOf(trx, userId),
    isKnown: await knowsDevice(trx, userId, deviceHash),
    isOurs: await isOurDevice(trx, deviceHash),
  }));
  if (found.row === undefined) throw sessionOver();
  const device = found.isKnown ? deviceHash : null;
  const at = { account: keyedDigest(db, 'code', userId), device, object: `user:${userId}` };
  return { row: found.row, cookie: found.isOurs ? visitor.device : null, guess: await guessAt(db, context, at) };
}

function rightOf({ db, ring, session }: Step, row: SecondFactorRow, code: string): Right | null {
  const { userId } = session.actor;
  const { pending, secret } = row;
  const secretIn = (sealed: Buffer, column: 'totp_secret' | 'totp_pending') =>
    openField(ring, secretPlace(db.countyId, column, userId), sealed);
  if (secret !== null && !session.secondFactorDone) {
    const recovery = normalRecoveryCode(code);
    if (recovery !== null) {
      const index = recoveryIndex(ring, userId, recovery);
      return { act: 'second-factor.recover', use: (trx) => spendRecoveryCode(trx, userId, index) };
    }
    const used = verifyCode(secretIn(secret, 'totp_secret'), code, db.now(), row.step);
    return used === null ? null : { act: 'second-factor.use', use: (trx) => spendStep(trx, userId, used, secret) };
  }
  if (pending === null) return null;
  const shown = secretIn(pending, 'totp_pending');
  const used = verifyCode(shown, code, db.now(), 0);
  if (used === null) return null;
  const authenticator = { pending, sealed: sealField(ring, secretPlace(db.countyId, 'totp_secret', userId), shown), step: used };
  return { act: 'second-factor.set', use: (trx) => confirmPending(trx, userId, authenticator) };
}
