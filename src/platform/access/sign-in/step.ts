import type { KeyRing, SealPlace } from '../../crypto';
import type { Context, Db } from '../../db';
import type { SessionFacts } from '../../http/session';
import type { Visitor } from './sign-in';

/** Somebody who has a session, with what is needed to look at his password or his codes. */
export type Step = {
  readonly db: Db;
  readonly ring: KeyRing;
  readonly context: Context;
  readonly session: SessionFacts;
  readonly visitor: Pick<Visitor, 'device' | 'agent'>;
};

/** Where the secret of an authenticator lies; it opens nowhere else. */
export function secretPlace(countyId: string, column: 'totp_secret' | 'totp_pending', userId: string): SealPlace {
  return { countyId, table: 'app_user', column, id: userId };
}
