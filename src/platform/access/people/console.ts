import { absent, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../clock';
import { type Change, type Context, type Db, newId, type Trx, transact } from '../../db';
import { insertGrants, lockOffices, standingGrants } from '../grants/grant-store';
import { keepOffice } from '../grants/grants';
import { endSessions } from '../session-store';
import { forgetDevices } from '../sign-in/device-store';
import { normalLogin } from '../sign-in/digests';
import { replaceRecoveryCodes } from '../sign-in/recovery-store';
import { type Account, accountsByLogin, clearSecondFactorRow, enableRow, insertAccounts, lockAccount } from './account-store';
import { type AccountDraft, closeAccount } from './accounts';
import { invite, type MadeInvitation } from './invitations';
import type { FoundingRole } from './setup';

const accountSays = { zh: '个账号', en: 'account' };

/**
 * What whoever may use the server's own console does to accounts, where nobody can do it in the pages: the last administrator is
 * gone or has lost his authenticator. Every act leaves its line, with `command` as its source and nobody's name.
 */
type Console = { readonly db: Db; readonly context: Context };

/**
 * Makes an account and an invitation for its person; with one of the first offices, which nobody in the pages could give where
 * it is vacant. A Refusal where the login is taken.
 */
export async function addByConsole(
  { db, context }: Console,
  draft: AccountDraft,
  office: FoundingRole | undefined,
): Promise<MadeInvitation> {
  const login = normalLogin(draft.login);
  return transact(db, context, async (trx) => {
    const userId = newId();
    await insertAccounts(trx, [{ ...draft, login, userId }]);
    const changes: Change[] = [{ act: 'account.create', object: `user:${userId}` }];
    if (office !== undefined) changes.push(await give(trx, userId, office));
    return { result: await invited(trx, userId), changes: [...changes, { act: 'invitation.make', object: `user:${userId}` }] };
  });
}

/** Disables an account, but never the last of an office. */
export async function disableByConsole({ db, context }: Console, login: string, reason: string): Promise<void> {
  await transact(db, context, async (trx) => {
    await lockOffices(trx);
    const account = await locked(trx, login);
    if (account.state === 'disabled') throw disabledAlready(account);
    for (const grant of await standingGrants(trx, [account.userId])) await keepOffice(trx, grant);
    await closeAccount(trx, account, reason);
    return { result: undefined, changes: [{ act: 'account.disable', object: `user:${account.userId}`, reason }] };
  });
}

/**
 * Lets a person choose a new password by a new invitation, whose code is answered, and ends his sessions; with `secondFactor` a
 * lost authenticator is taken off too. A disabled account is enabled by it.
 */
export async function resetByConsole(
  { db, context }: Console,
  login: string,
  { reason, secondFactor }: { readonly reason: string; readonly secondFactor: boolean },
): Promise<MadeInvitation> {
  return transact(db, context, async (trx) => {
    const { userId, state } = await locked(trx, login);
    const object = `user:${userId}`;
    const changes: Change[] = [];
    if (state === 'disabled') {
      await enableRow(trx, userId);
      changes.push({ act: 'account.enable', object, reason });
    }
    if (secondFactor) {
      await clearSecondFactorRow(trx, userId);
      await replaceRecoveryCodes(trx, userId, []);
      changes.push({ act: 'second-factor.clear', object, reason });
    }
    await forgetDevices(trx, userId);
    await endSessions(trx, userId);
    return { result: await invited(trx, userId), changes: [...changes, { act: 'invitation.make', object, reason }] };
  });
}

async function give(trx: Trx, userId: string, role: FoundingRole): Promise<Change> {
  await lockOffices(trx);
  const grantId = newId();
  const place = { tree: 'county' as const, path: `${trx.countyId}/`, fromDay: dayOf(trx.now), untilDay: null };
  await insertGrants(trx, [{ grantId, userId, role, ...place, reason: 'console', askedBy: null, approved: true }]);
  return { act: 'grant.console', object: `grant:${grantId}`, detail: { user: userId, role } };
}

async function invited(trx: Trx, userId: string): Promise<MadeInvitation> {
  const [made] = await invite(trx, [userId], null);
  if (made === undefined) throw new Error('an invitation was not made');
  return made;
}

async function locked(trx: Trx, said: string): Promise<Account> {
  const login = normalLogin(said);
  const found = (await accountsByLogin(trx, [login])).get(login);
  const account = found && (await lockAccount(trx, found.userId));
  if (account === undefined) throw absent(accountSays);
  return account;
}

function disabledAlready({ login }: Account): Refusal {
  return new Refusal('conflict', 'account-disabled', {
    zh: `没有改动：账号 ${login} 已经停用。`,
    en: `Nothing changed: the account ${login} is disabled already.`,
  });
}
