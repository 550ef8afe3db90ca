import { blindIndex, type KeyRing, sealField } from '../../crypto';
import { type Trx, transact } from '../../db';
import { secondFactorNeeded } from '../../http/gate';
import { type Enrolment, newEnrolment } from '../second-factor';
import { newRecoveryCodes, normalRecoveryCode } from './codes';
import { confirmPassword } from './own-password';
import { replaceRecoveryCodes } from './recovery-store';
import { keepPending } from './sign-in-store';
import { type Step, secretPlace } from './step';

/** What is shown once: the authenticator's secret as text, address and picture, and ten codes for the day it is lost. */
export type ShownEnrolment = Enrolment & { readonly recoveryCodes: readonly string[] };

/**
 * Shows a new authenticator; it counts when its first code has been given (`giveCode`). Whoever has one already shows that
 * it is he: by it, and by his password.
 */
export async function beginEnrolment(step: Step, password: string | undefined): Promise<ShownEnrolment> {
  const { db, ring, context, session } = step;
  const { userId, login } = session.actor;
  if (session.hasSecondFactor) {
    if (!session.secondFactorDone) throw secondFactorNeeded(session);
    await confirmPassword(step, password ?? '');
  }
  const enrolment = await newEnrolment(login);
  const sealed = sealField(ring, secretPlace(db.countyId, 'totp_pending', userId), enrolment.secret);
  const recoveryCodes = newRecoveryCodes();
  return transact(db, context, async (trx) => {
    await keepPending(trx, userId, sealed);
    await keepRecoveryCodes(trx, ring, userId, recoveryCodes);
    return { result: { ...enrolment, recoveryCodes }, changes: [{ act: 'second-factor.show', object: `user:${userId}` }] };
  });
}

/** Makes ten new recovery codes, which are shown once; the old ones are good no more. */
export async function renewRecoveryCodes(step: Step, password: string): Promise<readonly string[]> {
  const { db, ring, context, session } = step;
  if (!session.secondFactorDone) throw secondFactorNeeded(session);
  await confirmPassword(step, password);
  const codes = newRecoveryCodes();
  const { userId } = session.actor;
  return transact(db, context, async (trx) => {
    await keepRecoveryCodes(trx, ring, userId, codes);
    return { result: codes, changes: [{ act: 'second-factor.codes', object: `user:${userId}` }] };
  });
}

/** The keyed digest by which a recovery code is known. */
export function recoveryIndex(ring: KeyRing, userId: string, normal: string): Buffer {
  return blindIndex(ring, 'recovery-code', `${userId} ${normal}`);
}

async function keepRecoveryCodes(trx: Trx, ring: KeyRing, userId: string, codes: readonly string[]): Promise<void> {
  const indexes = codes.map((code) => recoveryIndex(ring, userId, normalRecoveryCode(code) ?? code));
  await replaceRecoveryCodes(trx, userId, indexes);
}
