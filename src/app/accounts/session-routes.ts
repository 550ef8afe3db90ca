import {
  beginEnrolment,
  changeLanguage,
  changeOwnPassword,
  endOwnSession,
  giveCode,
  ownSessions,
  renewRecoveryCodes,
  type Step,
  signIn,
  signOut,
} from '../../platform/access/sign-in';
import { type Ask, routesOf, type SessionFacts } from '../../platform/http';
import type { AccountFacts, AccountHouse, AccountRoute } from './facts';
import { ownAccount } from './own-account';
import {
  Code,
  Credentials,
  DeviceId,
  Devices,
  Done,
  EnrolmentAsk,
  EnrolmentShown,
  LanguageChoice,
  OwnAccount,
  PasswordAsk,
  PasswordChange,
  RecoveryCodes,
  SessionAnswer,
} from './session-contract';
import { admitted, sessionView } from './session-view';

const route = routesOf<AccountHouse>();

type Asking = Pick<
  Ask<undefined, undefined, undefined, AccountHouse>,
  'db' | 'house' | 'context' | 'session' | 'device' | 'agent'
>;

/** The session of a route that only signed-in people reach. */
export function signedIn(session: SessionFacts | null): SessionFacts {
  if (session === null) throw new Error('a route for signed-in people was reached without a session');
  return session;
}

/** Who asks, with the keys to look at his password and his codes. */
export function stepOf({ db, house, context, session, device, agent }: Asking): Step {
  return { db, ring: house.ring, context, session: signedIn(session), visitor: { device, agent } };
}

/** Signing in and out, and what people do with their own session, password and authenticator. */
export function sessionRoutes(facts: AccountFacts): readonly AccountRoute[] {
  return [...signInRoutes(facts), ...ownRoutes(facts)];
}

function signInRoutes(facts: AccountFacts): readonly AccountRoute[] {
  return [
    route({
      method: 'GET',
      url: '/api/session',
      says: { zh: '看谁在登录', en: 'See who is signed in' },
      who: 'anyone',
      response: SessionAnswer,
      handle: async ({ db, session }) => sessionView(facts, db, session),
    }),
    route({
      method: 'POST',
      url: '/api/session',
      says: { zh: '登录', en: 'Sign in' },
      who: 'anyone',
      body: Credentials,
      response: SessionAnswer,
      handle: async (ask) => {
        const { db, context, body, device, agent, session } = ask;
        return admitted(facts, ask, await signIn(db, context, body, { device, agent, session }));
      },
    }),
    route({
      method: 'DELETE',
      url: '/api/session',
      says: { zh: '退出', en: 'Sign out' },
      who: 'anyone',
      response: SessionAnswer,
      handle: async ({ db, context, session, setCookie }) => {
        if (session !== null) await signOut(db, context, session.sessionId, session.actor);
        setCookie({ name: 'session', value: '', seconds: 0 });
        return sessionView(facts, db, null);
      },
    }),
    route({
      method: 'POST',
      url: '/api/session/second-factor',
      says: { zh: '输入验证码', en: 'Give a code' },
      who: 'signed-in',
      early: true,
      body: Code,
      response: SessionAnswer,
      handle: async (ask) => admitted(facts, ask, await giveCode(stepOf(ask), ask.body.code)),
    }),
    route({
      method: 'POST',
      url: '/api/session/second-factor/enrolment',
      says: { zh: '绑定验证器', en: 'Set up an authenticator' },
      who: 'signed-in',
      early: true,
      body: EnrolmentAsk,
      response: EnrolmentShown,
      handle: async (ask) => {
        const shown = await beginEnrolment(stepOf(ask), ask.body.password);
        return { ...shown, recoveryCodes: [...shown.recoveryCodes] };
      },
    }),
  ];
}

function ownRoutes(facts: AccountFacts): readonly AccountRoute[] {
  return [
    route({
      method: 'POST',
      url: '/api/session/recovery-codes',
      says: { zh: '重新生成备用码', en: 'Make new recovery codes' },
      who: 'signed-in',
      body: PasswordAsk,
      response: RecoveryCodes,
      handle: async (ask) => ({ codes: [...(await renewRecoveryCodes(stepOf(ask), ask.body.password))] }),
    }),
    route({
      method: 'PUT',
      url: '/api/session/password',
      says: { zh: '修改自己的密码', en: 'Change one’s own password' },
      who: 'signed-in',
      early: true,
      body: PasswordChange,
      response: SessionAnswer,
      handle: async (ask) => admitted(facts, ask, await changeOwnPassword(stepOf(ask), ask.body.current, ask.body.next)),
    }),
    route({
      method: 'PUT',
      url: '/api/session/language',
      says: { zh: '选择界面语言', en: 'Choose the language of the pages' },
      who: 'signed-in',
      early: true,
      body: LanguageChoice,
      response: SessionAnswer,
      handle: async ({ db, context, session, body }) => {
        const own = signedIn(session);
        await changeLanguage(db, context, own.actor, body.language);
        return sessionView(facts, db, { ...own, language: body.language });
      },
    }),
    route({
      method: 'GET',
      url: '/api/session/account',
      says: { zh: '看自己的账号', en: 'See one’s own account' },
      who: 'signed-in',
      response: OwnAccount,
      handle: ({ db, context, session }) => ownAccount(db, context, signedIn(session)),
    }),
    route({
      method: 'GET',
      url: '/api/session/devices',
      says: { zh: '看自己在哪些设备上登录', en: 'See where one is signed in' },
      who: 'signed-in',
      response: Devices,
      handle: async ({ db, context, session }) => ({ rows: [...(await ownSessions(db, context, signedIn(session)))] }),
    }),
    route({
      method: 'DELETE',
      url: '/api/session/devices/:id',
      says: { zh: '让自己的一台设备退出', en: 'Sign out one of one’s devices' },
      who: 'signed-in',
      params: DeviceId,
      response: Done,
      handle: async ({ db, context, session, params }) => {
        await endOwnSession(db, context, signedIn(session).actor, params.id);
        return { done: true as const };
      },
    }),
  ];
}
