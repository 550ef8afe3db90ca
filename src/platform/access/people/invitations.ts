import { absent, Refusal } from '../../../kernel/refusal';
import { type Change, type Context, type Db, newId, readAs, type Trx, transact } from '../../db';
import { hashToken } from '../../http/session';
import { type Admission, admitInvited, asServer, guessFromSource, hashNewPassword, type Visitor } from '../sign-in';
import { newCode, normalCode } from '../sign-in/codes';
import { type Account, activateRow, findAccount, lockAccount } from './account-store';
import { goodInvitation, insertInvitations, spendInvitation, voidInvitations } from './invitation-store';

/** A letter takes its time to a village; after that a new code is made. Our choice. */
export const INVITATION_DAYS = 14;

const GROUPS = 4;

/** A code that was made just now and is kept nowhere. */
export type MadeInvitation = { readonly userId: string; readonly code: string; readonly expiresAt: Date };

/** What a person is shown before choosing a password. */
export type Invited = { readonly login: string; readonly name: string; readonly unit: string; readonly secondFactor: boolean };

/** Makes a code for each person; earlier ones are good no more. Nothing here keeps the code itself. */
export async function invite(trx: Trx, userIds: readonly string[], madeBy: string | null): Promise<readonly MadeInvitation[]> {
  await voidInvitations(trx, userIds);
  const expiresAt = new Date(trx.now.getTime() + INVITATION_DAYS * 86_400_000);
  const made = userIds.map((userId) => ({ userId, code: newCode(GROUPS), expiresAt }));
  const rows = made.map(({ userId, code }) => ({ invitationId: newId(), userId, expiresAt, codeHash: hashOf(code), madeBy }));
  await insertInvitations(trx, rows);
  return made;
}

/** Whom a code invites; a Refusal when it is not good, whatever the reason. */
export async function lookAtInvitation(db: Db, context: Context, code: string): Promise<Invited> {
  const guess = await guessFromSource(db, context);
  const account = await readAs(db, asServer(context), async (trx) => {
    const invitation = await goodInvitation(trx, hashOf(code));
    return invitation && findAccount(trx, invitation.userId);
  });
  if (account === undefined || account.state === 'disabled') throw notGood();
  await transact(db, asServer(context), async (trx) => ({ result: await guess.right(trx), changes: [] }));
  const { login, name, unit, secondFactor } = account;
  return { login, name, unit, secondFactor };
}

/** The person chooses a password and is signed in; the code is good no more. A second factor stays what it was. */
export async function acceptInvitation(
  db: Db,
  context: Context,
  code: string,
  password: string,
  visitor: Visitor,
): Promise<Admission> {
  const { login, name, unit, secondFactor } = await lookAtInvitation(db, context, code);
  const hash = await hashNewPassword(password, { known: [login, name, unit], secondFactor }, 'password');
  return transact(db, asServer(context), async (trx) => {
    const invitation = await goodInvitation(trx, hashOf(code));
    const account = invitation && (await lockAccount(trx, invitation.userId));
    if (!account || account.state === 'disabled' || !(await spendInvitation(trx, invitation.invitationId))) throw notGood();
    await activateRow(trx, account.userId, hash, false);
    const admission = await admitInvited(trx, account, visitor);
    return { result: admission, changes: [{ act: 'invitation.accept', object: `user:${account.userId}` }] };
  });
}

/** Makes a code for one person, as an administrator does. */
export async function inviteAgain(db: Db, context: Context, userId: string, madeBy: string): Promise<MadeInvitation> {
  const [made] = await inviteAll(db, context, [userId], madeBy);
  if (made === undefined) throw absent({ zh: '个账号', en: 'account' });
  return made;
}

/** Makes codes for several people, none of them disabled and none the asker; answers in their order. */
export async function inviteAll(
  db: Db,
  context: Context,
  userIds: readonly string[],
  madeBy: string,
): Promise<readonly (MadeInvitation & Account)[]> {
  return transact(db, context, async (trx) => {
    const accounts: Account[] = [];
    for (const userId of [...new Set(userIds)].sort()) {
      const account = await lockAccount(trx, userId);
      if (account === undefined) throw absent({ zh: '个账号', en: 'account' });
      if (account.state === 'disabled') throw disabled(account);
      if (userId === madeBy) throw ownInvitation();
      accounts.push(account);
    }
    const made = await invite(
      trx,
      accounts.map(({ userId }) => userId),
      madeBy,
    );
    const result = made.map((invitation, place) => ({ ...(accounts[place] as Account), ...invitation }));
    const changes: Change[] = made.map(({ userId }) => ({ act: 'invitation.make', object: `user:${userId}` }));
    return { result, changes };
  });
}

function hashOf(code: string): Buffer {
  return hashToken(`invitation ${normalCode(code, GROUPS) ?? ''}`);
}

function notGood(): Refusal {
  return new Refusal('unauthenticated', 'invitation-not-good', {
    zh: '这个邀请码不能用：输错了、已经用过、过了期，或者后来又发了新的。请核对后再试，或请县教育局系统管理员重发。',
    en: 'This code is not good: mistyped, used, expired or replaced by a newer one. Check it, or ask the system administrator of the bureau for a new one.',
  });
}

function disabled({ name }: Account): Refusal {
  return new Refusal('conflict', 'account-disabled', {
    zh: `没有生成邀请码：${name}的账号已停用。请先启用。`,
    en: `No code was made: the account of ${name} is disabled. Enable it first.`,
  });
}

function ownInvitation(): Refusal {
  return new Refusal('forbidden', 'own-invitation', {
    zh: '没有生成邀请码：不能邀请自己。改自己的密码请到“我的账户”。',
    en: 'No code was made: nobody invites himself. Change your password at "My account".',
  });
}
