import type { Grant } from '../../access';
import { insertGrants } from '../../access/grants/grant-store';
import { activateRow, insertAccounts } from '../../access/people/account-store';
import { insertSession } from '../../access/session-store';
import { type Db, newId, transact } from '../../db';
import { hashToken, pageToken } from '../session';

/** Somebody whose browser is signed in: the cookie it sends, and the token of its page. */
export type SignedIn = { readonly userId: string; readonly cookie: string; readonly token: string };

/** How long the session lasts that nobody ends. */
const HOURS = 10;

/** Makes somebody with this role whose session is open; no password opens it. The login is the id unless one is given. */
export async function signedIn(db: Db, grant: Grant, kind: { login?: string; secondFactor?: boolean } = {}): Promise<SignedIn> {
  const [userId, sessionId, token] = [newId(), newId(), newId()];
  await transact(db, { actor: null, requestId: newId(), source: 'test' }, async (trx) => {
    await insertAccounts(trx, [{ userId, login: kind.login ?? userId, name: '测试员', unit: '测试' }]);
    await activateRow(trx, userId, '-', false);
    const days = { fromDay: '2020-01-01', untilDay: null };
    await insertGrants(trx, [{ grantId: newId(), userId, ...grant, ...days, reason: null, askedBy: null, approved: true }]);
    const life = { createdAt: trx.now, endsAt: new Date(trx.now.getTime() + HOURS * 3_600_000) };
    const session = { sessionId, userId, tokenHash: hashToken(token), device: '-', source: '-' };
    await insertSession(trx, { ...session, ...life, secondFactor: kind.secondFactor ?? false });
    return { result: undefined, changes: [] };
  });
  return { userId, cookie: `nol_session=${token}`, token: pageToken(db, sessionId) };
}
