import { TOTP } from 'otpauth';
import { toString as qrCode } from 'qrcode';
import { newSecret, scheme } from './codes';

/**
 * What somebody needs to set up an authenticator: the secret to type, the address that an app opens, and the address as a
 * picture (SVG, without style or script). All three are the secret: show them once, to this person, and store only the
 * secret, sealed.
 */
export type Enrolment = { readonly secret: string; readonly uri: string; readonly qr: string };

/** The name under which the app lists the account. */
const issuer = '一个都不能少';

/** A new secret for an account, named by its login. */
export async function newEnrolment(login: string): Promise<Enrolment> {
  const secret = newSecret();
  const uri = new TOTP({ issuer, label: login, secret, ...scheme }).toString();
  // Level M: a photo of a screen at an angle is still read.
  return { secret, uri, qr: await qrCode(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 }) };
}
