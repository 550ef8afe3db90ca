import { absent, changedMeanwhile, Refusal } from '../../../kernel/refusal';
import { type Change, type Context, type Db, newId, type Trx, transact } from '../../db';
import type { Actor } from '../actor';
import { lockOffices, standingGrants } from '../grants/grant-store';
import { keepOffice } from '../grants/grants';
import { endSessions } from '../session-store';
import { forgetDevices } from '../sign-in/device-store';
import { normalLogin } from '../sign-in/digests';
import { replaceRecoveryCodes } from '../sign-in/recovery-store';
import {
  type Account,
  changeAccountRow,
  clearSecondFactorRow,
  disableRow,
  enableRow,
  insertAccounts,
  lockAccount,
  unusedSince,
} from './account-store';
import { voidInvitations } from './invitation-store';

export type AccountDraft = { readonly login: string; readonly name: string; readonly unit: string };

/** 等保 8.1.4.2 c, figure of the register of goals: what nobody has used for so long is closed. */
export const UNUSED_DAYS = 90;

const accountSays = { zh: '个账号', en: 'account' };
const DAY_MS = 86_400_000;

/** Makes an account without rights and without a password; its person gets both from others. Answers with its id. */
export async function createAccount(db: Db, context: Context, draft: AccountDraft): Promise<{ id: string }> {
  const login = normalLogin(draft.login);
  return transact(db, context, async (trx) => {
    const id = newId();
    await insertAccounts(trx, [{ ...draft, login, userId: id }]);
    return { result: { id }, changes: [{ act: 'account.create', object: `user:${id}` }] };
  });
}

/** Changes what is said of a person; 409 when somebody was faster. */
export async function changeAccount(
  db: Db,
  context: Context,
  actor: Actor,
  change: { readonly id: string; readonly version: number; readonly name: string; readonly unit: string },
): Promise<void> {
  await transact(db, context, async (trx) => {
    await lockOther(trx, actor, change.id, change.version);
    if (!(await changeAccountRow(trx, change.id, change.version, change))) throw changedMeanwhile(accountSays);
    return { result: undefined, changes: [{ act: 'account.change', object: `user:${change.id}` }] };
  });
}

/** What somebody decides about another one's account, having seen it. */
export type Decision = { readonly id: string; readonly version: number; readonly reason: string };

/** Disables an account: its sessions, its password and its invitations are good no more, on the next request. */
export async function disableAccount(db: Db, context: Context, actor: Actor, decision: Decision): Promise<void> {
  await transact(db, context, async (trx) => {
    await lockOffices(trx);
    const account = await lockOther(trx, actor, decision.id, decision.version);
    if (account.state === 'disabled') throw changedMeanwhile(accountSays);
    for (const grant of await standingGrants(trx, [account.userId])) await keepOffice(trx, grant);
    await closeAccount(trx, account, decision.reason);
    const { reason } = decision;
    return { result: undefined, changes: [{ act: 'account.disable', object: `user:${account.userId}`, reason }] };
  });
}

/** Enables an account; its person needs an invitation to choose a new password. */
export async function enableAccount(db: Db, context: Context, actor: Actor, decision: Decision): Promise<void> {
  await transact(db, context, async (trx) => {
    const account = await lockOther(trx, actor, decision.id, decision.version);
    if (account.state !== 'disabled') throw changedMeanwhile(accountSays);
    await enableRow(trx, account.userId);
    const { reason } = decision;
    return { result: undefined, changes: [{ act: 'account.enable', object: `user:${account.userId}`, reason }] };
  });
}

/**
 * Takes a lost authenticator off an account; the person sets up a new one at the next sign-in. It takes another administrator
 * than the one who makes invitations, so that no single one gets past a second factor.
 */
export async function clearSecondFactor(db: Db, context: Context, actor: Actor, decision: Decision): Promise<void> {
  await transact(db, context, async (trx) => {
    const account = await lockOther(trx, actor, decision.id, decision.version);
    if (!account.secondFactor) throw changedMeanwhile(accountSays);
    await clearSecondFactorRow(trx, account.userId);
    await replaceRecoveryCodes(trx, account.userId, []);
    await forgetDevices(trx, account.userId);
    await endSessions(trx, account.userId);
    const { reason } = decision;
    return { result: undefined, changes: [{ act: 'second-factor.clear', object: `user:${account.userId}`, reason }] };
  });
}

/** Disables what nobody has used for 90 days, but never the last of an office; run by the clock. */
export async function disableUnused(trx: Trx): Promise<readonly Change[]> {
  const changes: Change[] = [];
  await lockOffices(trx);
  for (const { userId } of await unusedSince(trx, new Date(trx.now.getTime() - UNUSED_DAYS * DAY_MS))) {
    const account = await lockAccount(trx, userId);
    if (account === undefined || !(await isReplaceable(trx, userId))) continue;
    await closeAccount(trx, account, 'unused');
    changes.push({ act: 'account.disable', object: `user:${userId}`, reason: 'unused' });
  }
  return changes;
}

/** Closes an account: sessions, devices, password and invitations are good no more. Its line in the trail is the caller's. */
export async function closeAccount(trx: Trx, { userId }: Account, reason: string): Promise<void> {
  await disableRow(trx, userId, reason);
  await voidInvitations(trx, [userId]);
  await forgetDevices(trx, userId);
  await endSessions(trx, userId);
}

async function isReplaceable(trx: Trx, userId: string): Promise<boolean> {
  try {
    for (const grant of await standingGrants(trx, [userId])) await keepOffice(trx, grant);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

async function lockOther(trx: Trx, actor: Actor, userId: string, version: number): Promise<Account> {
  if (userId === actor.userId) throw ownAccount();
  const account = await lockAccount(trx, userId);
  if (account === undefined) throw absent(accountSays);
  if (account.version !== version) throw changedMeanwhile(accountSays, { version: account.version, state: account.state });
  return account;
}

function ownAccount(): Refusal {
  return new Refusal('forbidden', 'own-account', {
    zh: '没有保存：不能改自己的账号。请另一位系统管理员来做。',
    en: 'Not saved: nobody changes his own account. Ask another administrator.',
  });
}
