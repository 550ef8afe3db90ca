import { absent, Refusal } from '../../../kernel/refusal';
import { type Context, type Db, recordAct, transact } from '../../db';
import { hashToken } from '../../http/session';
import { activateByProvider } from '../people/account-store';
import { endSession } from '../session-store';
import { deviceLabel } from './device-label';
import { isOurDevice } from './device-store';
import { keyedDigest, newToken, normalLogin } from './digests';
import { asServer } from './guess';
import { type OidcPerson, type OidcProvider, OidcRefused, type OidcSettings, oidcProvider } from './oidc-provider';
import { keepLogin, spendLogin } from './oidc-store';
import { beginSession } from './open-session';
import { type Admission, remember, type Visitor } from './sign-in';
import { findByLogin, lockUser, noteSignIn, type SignInUser } from './sign-in-store';

/** A person who reads a provider's page has this long; figure of the note at the table. */
const MINUTES = 10;
/** Sign-ins under way at once; a county has fewer people. Our choice. */
const OPEN_AT_MOST = 5000;

/** Signing in with somebody else's provider; undefined where none is configured. */
export type Oidc = { readonly settings: OidcSettings; readonly provider: OidcProvider };

/** The provider that the settings describe. */
export function oidcOf(settings: OidcSettings): Oidc {
  return { settings, provider: oidcProvider(settings) };
}

/** Where the browser is sent, and the cookie it needs to come back with, null when it has one. */
export type OidcBegun = { readonly url: string; readonly device: string | null };

/** Begins a sign-in: `phone` says to which of the two entries the person comes back. */
export async function beginOidc(
  db: Db,
  context: Context,
  oidc: Oidc | undefined,
  ask: { device: string; phone: boolean },
): Promise<OidcBegun> {
  const { settings, provider } = configured(oidc);
  const device = ask.device === '' ? newToken() : ask.device;
  const checks = { state: newToken(), nonce: newToken(), verifier: newToken() };
  const url = await reached(db, context, () => provider.begin(redirectOf(settings, ask.phone), checks));
  const kept = await transact(db, asServer(context), async (trx) => {
    const { nonce, verifier } = checks;
    const expiresAt = new Date(trx.now.getTime() + MINUTES * 60_000);
    const login = { stateHash: hashToken(checks.state), deviceHash: hashToken(device), nonce, verifier, expiresAt };
    return { result: await keepLogin(trx, login, OPEN_AT_MOST), changes: [] };
  });
  if (!kept) throw tooMany();
  return { url, device: ask.device === '' ? device : null };
}

/** Ends it with what the provider sent the browser back with: everything behind the `?`. The account must be there already. */
export async function finishOidc(
  db: Db,
  context: Context,
  oidc: Oidc | undefined,
  answer: { readonly query: string; readonly phone: boolean },
  visitor: Visitor,
): Promise<Admission> {
  const { settings, provider } = configured(oidc);
  const state = new URLSearchParams(answer.query).get('state') ?? '';
  const open = await transact(db, asServer(context), async (trx) => {
    return { result: await spendLogin(trx, hashToken(state), hashToken(visitor.device)), changes: [] };
  });
  if (open === undefined) throw await refused(db, context, 'oidc-over', '-', over());
  const address = `${redirectOf(settings, answer.phone)}?${answer.query}`;
  const person = await reached(db, context, () => provider.finish(address, { state, ...open }));
  return admitPerson(db, context, person, visitor);
}

async function admitPerson(db: Db, context: Context, person: OidcPerson, visitor: Visitor): Promise<Admission> {
  if (person.login === null) throw await refused(db, context, 'oidc-no-login', '-', noLogin());
  const login = normalLogin(person.login);
  const user = await transact(db, asServer(context), async (trx) => ({ result: await findByLogin(trx, login), changes: [] }));
  if (user === undefined) {
    const object = `login:${keyedDigest(db, 'login', login).toString('hex')}`;
    throw await refused(db, context, 'oidc-unknown', object, unknownAccount(person.login));
  }
  if (user.state === 'disabled') throw await refused(db, context, 'disabled', `user:${user.userId}`, disabledAccount());
  return admit(db, context, user, person, visitor);
}

async function admit(db: Db, context: Context, user: SignInUser, person: OidcPerson, visitor: Visitor): Promise<Admission> {
  const actor = { userId: user.userId, countyId: db.countyId, name: user.name, login: user.login, grants: [] };
  const object = `user:${user.userId}`;
  return transact(db, { ...context, actor }, async (trx) => {
    const now = await lockUser(trx, user.userId);
    if (now === undefined || now.state === 'disabled') throw disabledAccount();
    if (now.state === 'invited') await activateByProvider(trx, user.userId);
    await noteSignIn(trx, user.userId, null);
    if (visitor.session !== null) await endSession(trx, visitor.session.actor.userId, visitor.session.sessionId);
    const place = { source: context.source, device: deviceLabel(visitor.agent) };
    const token = await beginSession(trx, user.userId, place, person.secondFactor);
    const isWhole = person.secondFactor || !now.hasSecondFactor;
    const ours = (await isOurDevice(trx, hashToken(visitor.device))) ? visitor.device : null;
    const device = isWhole ? await remember(trx, user.userId, ours) : null;
    const activated = now.state === 'invited' ? [{ act: 'account.activate', object }] : [];
    const detail = { by: 'oidc', secondFactor: person.secondFactor };
    return { result: { token, device }, changes: [...activated, { act: 'session.begin', object, detail }] };
  });
}

/** Both entries have an address of their own; both are registered with the provider. */
function redirectOf({ address }: OidcSettings, phone: boolean): string {
  return `${address}${phone ? '/m/oidc' : '/oidc'}`;
}

function configured(oidc: Oidc | undefined): Oidc {
  if (oidc === undefined) throw absent({ zh: '种登录方式', en: 'way to sign in' });
  return oidc;
}

async function reached<T>(db: Db, context: Context, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof OidcRefused)) throw error;
    throw await refused(db, context, `oidc-${error.fault}`, '-', faultRefusals[error.fault]());
  }
}

/** Leaves the line that every sign-in that failed leaves, and answers with the refusal. */
async function refused(db: Db, context: Context, reason: string, object: string, refusal: Refusal): Promise<Refusal> {
  await recordAct(db, asServer(context), { act: 'session.begin', object, outcome: 'refused', reason });
  return refusal;
}

const faultRefusals = {
  denied: () =>
    new Refusal('unauthenticated', 'oidc-denied', {
      zh: '没有登录：统一身份认证没有通过，或者您取消了。请再试一次，或用账号和密码登录。',
      en: 'Not signed in: the other provider did not let you through, or you cancelled. Try again, or use account and password.',
    }),
  unreachable: () =>
    new Refusal('unavailable', 'oidc-unreachable', {
      zh: '没有登录：统一身份认证现在连不上。请稍后再试，或用账号和密码登录；一直这样请告诉系统管理员。',
      en: 'Not signed in: the other provider cannot be reached. Try again later, or use account and password; if it lasts, tell the system administrator.',
    }),
  untrusted: () =>
    new Refusal('unauthenticated', 'oidc-untrusted', {
      zh: '没有登录：统一身份认证的答复没有通过核对。请重新登录；再出现请告诉系统管理员。',
      en: 'Not signed in: the answer of the other provider did not pass our checks. Sign in anew; if it happens again, tell the system administrator.',
    }),
} as const;

function over(): Refusal {
  return new Refusal('unauthenticated', 'oidc-over', {
    zh: `没有登录：这次登录已经用过、超过 ${MINUTES} 分钟，或者不是从这个浏览器开始的。请重新登录。`,
    en: `Not signed in: this sign-in was used, is older than ${MINUTES} minutes, or began in another browser. Begin again.`,
  });
}

function noLogin(): Refusal {
  return new Refusal('unauthenticated', 'oidc-no-login', {
    zh: '没有登录：统一身份认证没有给出您的登录名，或者邮箱没有验证过。请联系系统管理员检查配置。',
    en: 'Not signed in: the other provider did not tell your login, or your mail address is not verified. Ask the system administrator.',
  });
}

function unknownAccount(login: string): Refusal {
  const shown = login.slice(0, 60);
  return new Refusal('unauthenticated', 'oidc-unknown', {
    zh: `没有登录：本系统没有登录名“${shown}”。请联系县教育局系统管理员建账号，或用账号和密码登录。`,
    en: `Not signed in: there is no login “${shown}” here. Ask the system administrator of the bureau for an account, or use account and password.`,
  });
}

function disabledAccount(): Refusal {
  return new Refusal('unauthenticated', 'account-disabled', {
    zh: '没有登录：您的账号已停用。需要的话，请联系县教育局系统管理员。',
    en: 'Not signed in: your account is disabled. If you need it, ask the system administrator of the bureau.',
  });
}

function tooMany(): Refusal {
  return new Refusal('too-many', 'oidc-busy', {
    zh: '现在登录的人太多，请几分钟后再试，或用账号和密码登录。',
    en: 'Too many people are signing in. Try again in some minutes, or use account and password.',
  });
}
