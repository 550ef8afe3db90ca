import { randomBytes, timingSafeEqual } from 'node:crypto';
import { HOTP, Secret } from 'otpauth';

/** What every authenticator app supports (RFC 6238): SHA-1, six digits, a step of 30 seconds. */
export const scheme = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** Bytes of a secret: as many as the hash has (RFC 4226, section 4). */
const secretLength = 20;

/** Steps by which the clock of a phone may be off: this one first, then the one before and the one after. */
const drift = [0, -1, 1] as const;

/** A secret for an authenticator, 20 bytes from the machine's source of randomness, in base 32. */
export function newSecret(): string {
  return new Secret({ buffer: new Uint8Array(randomBytes(secretLength)).buffer }).base32;
}

/**
 * The step of time whose code this is, or null when the code is wrong, more than a step away, or not newer than
 * `lastUsedStep` (0 when none was used). Whoever accepts the code stores the step in the same transaction, if it is still
 * greater than the stored one, so that a code is good once (SEC-05).
 */
export function verifyCode(secret: string, code: string, now: Date, lastUsedStep: number): number | null {
  const typed = code.normalize('NFKC').replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(typed)) return null;
  const present = Math.floor(now.getTime() / 1000 / scheme.period);
  const key = Secret.fromBase32(secret);
  const fits = drift.map((steps) => present + steps).filter((step) => step > lastUsedStep && isCodeOf(key, step, typed));
  return fits[0] ?? null;
}

function isCodeOf(secret: Secret, step: number, typed: string): boolean {
  const expected = HOTP.generate({ secret, algorithm: scheme.algorithm, digits: scheme.digits, counter: step });
  return timingSafeEqual(Buffer.from(expected), Buffer.from(typed));
}
