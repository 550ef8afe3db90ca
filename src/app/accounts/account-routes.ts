import { absent } from '../../kernel/refusal';
import { roleFacts } from '../../platform/access';
import { findAccount, listAccounts } from '../../platform/access/people/account-store';
import {
  changeAccount,
  clearSecondFactor,
  createAccount,
  disableAccount,
  enableAccount,
} from '../../platform/access/people/accounts';
import { acceptInvitation, inviteAgain, lookAtInvitation } from '../../platform/access/people/invitations';
import { isSettingUp, setUp } from '../../platform/access/people/setup';
import { type Context, type Db, readAs } from '../../platform/db';
import { routesOf } from '../../platform/http';
import { accountViews } from './account-views';
import {
  AccountChange,
  AccountDraft,
  AccountsPage,
  AccountsQuery,
  AccountView,
  Decision,
  Empty,
  IdParams,
  InvitationAccept,
  InvitationCode,
  InvitationMade,
  InvitationShown,
  Made,
  SetupAsk,
  SetupDone,
  SetupState,
} from './accounts-contract';
import type { AccountFacts, AccountHouse, AccountRoute } from './facts';
import { permissions } from './permissions';
import { SessionAnswer } from './session-contract';
import { signedIn } from './session-routes';
import { admitted } from './session-view';

const route = routesOf<AccountHouse>();

/** Where an invitation is typed in; the part behind `#` stays in the browser, out of every log. */
export const invitationPath = (code: string) => `/invitation#${code}`;

/** Accounts as the system administrator keeps them, and the way in for whoever is invited. */
export function accountsRoutes(facts: AccountFacts): readonly AccountRoute[] {
  return [...listRoutes, ...changeRoutes, ...invitationRoutes(facts), ...setupRoutes];
}

const listRoutes: readonly AccountRoute[] = [
  route({
    method: 'GET',
    url: '/api/accounts',
    says: { zh: '查看账号', en: 'See accounts' },
    who: permissions['account.see'],
    query: AccountsQuery,
    response: AccountsPage,
    handle: async ({ db, context, query }) => {
      const { page, size, text, state = null } = query;
      return readAs(db, context, async (trx) => {
        const { rows, total } = await listAccounts(trx, { text: text.trim(), state }, { page, size });
        return { rows: await accountViews(trx, rows), total, page, size };
      });
    },
  }),
  route({
    method: 'GET',
    url: '/api/accounts/:id',
    says: { zh: '查看一个账号', en: 'See one account' },
    who: permissions['account.see'],
    params: IdParams,
    response: AccountView,
    handle: ({ db, context, params }) => viewOf(db, context, params.id),
  }),
];

const changeRoutes: readonly AccountRoute[] = [
  route({
    method: 'POST',
    url: '/api/accounts',
    says: { zh: '新建账号', en: 'Make an account' },
    who: permissions['account.change'],
    creates: true,
    body: AccountDraft,
    response: Made,
    handle: ({ db, context, body }) => createAccount(db, context, body),
  }),
  route({
    method: 'PUT',
    url: '/api/accounts/:id',
    says: { zh: '修改姓名和单位', en: 'Change name and unit' },
    who: permissions['account.change'],
    params: IdParams,
    body: AccountChange,
    response: AccountView,
    handle: async ({ db, context, session, params, body }) => {
      await changeAccount(db, context, signedIn(session).actor, { ...params, ...body });
      return viewOf(db, context, params.id);
    },
  }),
  ...(
    [
      ['disabling', { zh: '停用账号', en: 'Disable an account' }, 'account.change', disableAccount],
      ['enabling', { zh: '启用账号', en: 'Enable an account' }, 'account.change', enableAccount],
      [
        'second-factor-removal',
        { zh: '解除验证器', en: 'Take off an authenticator' },
        'account.second-factor',
        clearSecondFactor,
      ],
    ] as const
  ).map(([name, says, permission, decide]) =>
    route({
      method: 'POST',
      url: `/api/accounts/:id/${name}`,
      says,
      who: permissions[permission],
      params: IdParams,
      body: Decision,
      response: AccountView,
      handle: async ({ db, context, session, params, body }) => {
        await decide(db, context, signedIn(session).actor, { ...params, ...body });
        return viewOf(db, context, params.id);
      },
    }),
  ),
  route({
    method: 'POST',
    url: '/api/accounts/:id/invitation',
    says: { zh: '生成邀请码', en: 'Make an invitation' },
    who: permissions['account.change'],
    params: IdParams,
    body: Empty,
    response: InvitationMade,
    handle: async ({ db, context, session, params }) =>
      shownInvitation(await inviteAgain(db, context, params.id, signedIn(session).actor.userId)),
  }),
];

function invitationRoutes(facts: AccountFacts): readonly AccountRoute[] {
  return [
    route({
      method: 'POST',
      url: '/api/invitation/look',
      says: { zh: '查看邀请', en: 'Look at an invitation' },
      who: 'anyone',
      body: InvitationCode,
      response: InvitationShown,
      handle: ({ db, context, body }) => lookAtInvitation(db, context, body.code),
    }),
    route({
      method: 'POST',
      url: '/api/invitation',
      says: { zh: '接受邀请', en: 'Accept an invitation' },
      who: 'anyone',
      body: InvitationAccept,
      response: SessionAnswer,
      handle: async (ask) => {
        const { db, context, body, device, agent, session } = ask;
        return admitted(facts, ask, await acceptInvitation(db, context, body.code, body.password, { device, agent, session }));
      },
    }),
  ];
}

const setupRoutes: readonly AccountRoute[] = [
  route({
    method: 'GET',
    url: '/api/setup',
    says: { zh: '看系统是否等待初始设置', en: 'See whether the system waits to be set up' },
    who: 'anyone',
    response: SetupState,
    handle: async ({ db, context }) => ({ open: await isSettingUp(db, context) }),
  }),
  route({
    method: 'POST',
    url: '/api/setup',
    says: { zh: '设立最初的四个账号', en: 'Make the first four accounts' },
    who: 'anyone',
    body: SetupAsk,
    response: SetupDone,
    handle: async ({ db, context, body }) => {
      const made = await setUp(db, context, body.secret, body.founders);
      const invitations = made.map(({ role, login, name, ...invitation }) => ({
        role,
        says: roleFacts(role).says,
        login,
        name,
        ...shownInvitation(invitation),
      }));
      return { invitations };
    },
  }),
];

/** A code as it is shown, once. */
export function shownInvitation({ code, expiresAt }: { readonly code: string; readonly expiresAt: Date }) {
  return { code, path: invitationPath(code), expiresAt: expiresAt.toISOString() };
}

async function viewOf(db: Db, context: Context, userId: string): Promise<AccountView> {
  return readAs(db, context, async (trx) => {
    const account = await findAccount(trx, userId);
    if (account === undefined) throw absent({ zh: '个账号', en: 'account' });
    const [view] = await accountViews(trx, [account]);
    return view as AccountView;
  });
}
