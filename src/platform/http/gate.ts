import { Refusal } from '../../kernel/refusal';
import { may, roleFacts } from '../access';
import type { RouteFacts } from './route';
import type { SessionFacts } from './session';

export type GateFacts = {
  /** a county of fictional people asks nobody for a second factor: its accounts are printed on the sign-in page */
  readonly demo: boolean;
};

/** Whether the session still lacks a second factor that one of its roles needs (SEC-05). */
export function lacksSecondFactor(session: SessionFacts, { demo }: GateFacts): boolean {
  if (session.secondFactorDone) return false;
  return session.hasSecondFactor || (!demo && session.actor.grants.some((grant) => roleFacts(grant.role).secondFactor));
}

/** Lets a call through or throws the refusal; asked before the body is read. */
export function gate<House>(route: RouteFacts<House>, session: SessionFacts | null, facts: GateFacts): void {
  if (route.who === 'anyone') return;
  if (session === null) throw notSignedIn();
  if (!route.early) {
    if (lacksSecondFactor(session, facts)) throw secondFactorNeeded(session);
    if (session.mustChangePassword) throw passwordDue();
  }
  if (route.who === 'signed-in') return;
  if (!may(session.actor, route.who)) throw noRight();
}

function notSignedIn(): Refusal {
  return new Refusal('unauthenticated', 'not-signed-in', {
    zh: '您还没有登录，或者登录已经结束。请登录后继续，填写的内容不会丢。',
    en: 'You are not signed in, or your session has ended. Sign in to go on; what you typed is kept.',
  });
}

/** What is still missing: a code, or an authenticator. */
export function secondFactorNeeded(session: SessionFacts): Refusal {
  const zh = session.hasSecondFactor ? '还差一步：请输入验证器上的 6 位数字。' : '还差一步：您的岗位需要绑定验证器，请先绑定。';
  const en = session.hasSecondFactor
    ? 'One more step: enter the six digits of your authenticator.'
    : 'One more step: your role needs an authenticator. Set it up first.';
  return new Refusal('forbidden', 'second-factor-needed', { zh, en });
}

function passwordDue(): Refusal {
  return new Refusal('forbidden', 'password-due', {
    zh: '请先换一个自己的密码，再继续。',
    en: 'Choose a password of your own first, then go on.',
  });
}

function noRight(): Refusal {
  return new Refusal('forbidden', 'no-right', {
    zh: '您的岗位没有这项权限。需要的话，请联系县教育局的安全管理员。',
    en: 'Your role does not include this. If you need it, ask the security administrator of the bureau.',
  });
}
