import { Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../clock';
import { type Context, type Db, newId, readAs, type Trx, transact } from '../../db';
import { hashToken } from '../../http/session';
import { endRows, foundingGrants, insertGrants } from '../grants/grant-store';
import type { Role } from '../roles';
import { asServer, guessFromSource } from '../sign-in';
import { newCode, normalCode } from '../sign-in/codes';
import { normalLogin } from '../sign-in/digests';
import { accountsByLogin, changeAccountRow, disableRow, enableRow, hasActiveAccount, insertAccounts } from './account-store';
import type { AccountDraft } from './accounts';
import { voidInvitations } from './invitation-store';
import { invite, type MadeInvitation } from './invitations';
import { forgetSetupSecret, isSetupOpen, keepSetupSecret, spendSetupSecret } from './setup-store';

/** The people without whom nobody can be given a right: three administrators (SEC-07), and the leader who approves with them. */
export const foundingRoles = [
  'system-admin',
  'security-admin',
  'audit-admin',
  'bureau-leader',
] as const satisfies readonly Role[];
export type FoundingRole = (typeof foundingRoles)[number];
export type Founders = Readonly<Record<FoundingRole, AccountDraft>>;

/** SEC-06, figure of the register of goals: the secret on the console is good for a day. */
const SECRET_HOURS = 24;
const GROUPS = 5;

export type FoundingInvitation = MadeInvitation & { readonly role: FoundingRole; readonly login: string; readonly name: string };

/**
 * Opens the setup of an installation in which nobody can sign in yet: makes a secret to be printed on the console, once, good for
 * a day; an earlier one is good no more. Null when there is an account in use: then there is nothing to set up.
 */
export async function createFirstAccount(db: Db, context: Context): Promise<string | null> {
  return transact(db, asServer(context), async (trx) => {
    if (await hasActiveAccount(trx)) {
      await forgetSetupSecret(trx);
      return { result: null, changes: [] };
    }
    const secret = newCode(GROUPS);
    await keepSetupSecret(trx, hashOf(secret), new Date(trx.now.getTime() + SECRET_HOURS * 3_600_000));
    return { result: secret, changes: [{ act: 'setup.open', object: `county:${trx.countyId}` }] };
  });
}

/** Whether the installation waits to be set up. */
export async function isSettingUp(db: Db, context: Context): Promise<boolean> {
  return readAs(db, asServer(context), async (trx) => !(await hasActiveAccount(trx)) && (await isSetupOpen(trx)));
}

/**
 * Makes the four first accounts with their rights, by the secret from the console, and an invitation for each, to be handed
 * to four people. Until one of them has accepted, it can be done again with a new secret.
 */
export async function setUp(
  db: Db,
  context: Context,
  secret: string,
  founders: Founders,
): Promise<readonly FoundingInvitation[]> {
  const logins = foundingRoles.map((role) => normalLogin(founders[role].login));
  if (new Set(logins).size < logins.length) throw samePerson();
  const guess = await guessFromSource(db, context);
  return transact(db, asServer(context), async (trx) => {
    if ((await hasActiveAccount(trx)) || !(await spendSetupSecret(trx, hashOf(secret)))) throw wrongSecret();
    await guess.right(trx);
    await undoEarlier(trx);
    const made: FoundingInvitation[] = [];
    for (const role of foundingRoles) made.push(await found(trx, role, founders[role]));
    const changes = made.map(({ role, userId }) => ({ act: 'setup.account', object: `user:${userId}`, detail: { role } }));
    return { result: made, changes };
  });
}

/** What an earlier setup made, of which nobody has made use, is good no more. */
async function undoEarlier(trx: Trx): Promise<void> {
  const earlier = await foundingGrants(trx);
  const userIds = [...new Set(earlier.map(({ userId }) => userId))];
  await endRows(
    trx,
    earlier.map(({ grantId }) => grantId),
    null,
  );
  await voidInvitations(trx, userIds);
  for (const userId of userIds) await disableRow(trx, userId, 'setup');
}

async function found(trx: Trx, role: FoundingRole, draft: AccountDraft): Promise<FoundingInvitation> {
  const login = normalLogin(draft.login);
  const before = (await accountsByLogin(trx, [login])).get(login);
  const userId = before?.userId ?? newId();
  if (before === undefined) await insertAccounts(trx, [{ ...draft, login, userId }]);
  else {
    await changeAccountRow(trx, userId, before.version, draft);
    await enableRow(trx, userId);
  }
  const place = { tree: 'county' as const, path: `${trx.countyId}/`, fromDay: dayOf(trx.now), untilDay: null };
  await insertGrants(trx, [{ grantId: newId(), userId, role, ...place, reason: 'setup', askedBy: null, approved: true }]);
  const [invitation] = await invite(trx, [userId], null);
  if (invitation === undefined) throw new Error('an invitation was not made');
  return { ...invitation, role, login, name: draft.name };
}

function hashOf(secret: string): Buffer {
  return hashToken(`setup ${normalCode(secret, GROUPS) ?? ''}`);
}

function samePerson(): Refusal {
  return new Refusal('invalid', 'four-people', {
    zh: '没有保存：三位管理员和局领导要由四个不同的人担任，登录名不能相同。',
    en: 'Not saved: the three administrators and the leader are four different people, so their logins differ.',
  });
}

function wrongSecret(): Refusal {
  return new Refusal('unauthenticated', 'wrong-setup-secret', {
    zh: '安装口令不对、已经用过或超过 24 小时。请在服务器上重新启动程序，用屏幕上新的口令。',
    en: 'The setup secret is wrong, used or older than 24 hours. Restart the program on the server and use the new one on its console.',
  });
}
