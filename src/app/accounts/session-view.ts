import { may, roleFacts } from '../../platform/access';
import { type Admission, SESSION_SECONDS } from '../../platform/access/sign-in';
import { dayOf } from '../../platform/clock';
import type { Db } from '../../platform/db';
import { type Ask, IDLE_SECONDS, lacksSecondFactor, pageToken, type SessionFacts, sessionOf } from '../../platform/http';
import type { AccountFacts, AccountHouse } from './facts';
import type { SessionAnswer } from './session-contract';

/** A browser is remembered for half a year after its last sign-in. Our choice. */
export const DEVICE_SECONDS = 180 * 24 * 3600;

/** What the pages are told of a session, or of there being none. */
export function sessionView(facts: AccountFacts, db: Db, session: SessionFacts | null): SessionAnswer {
  const { county, permissions, oidc } = facts;
  const now = db.now();
  const clock = { today: dayOf(now), now: now.toISOString() };
  const common = { demo: county.demo, county: { id: county.countyId, name: county.name }, ...clock };
  if (session === null) return { signedIn: false, ...common, oidc: oidc?.settings.name ?? null };
  const { actor, unit, language } = session;
  return {
    signedIn: true,
    ...common,
    token: pageToken(db, session.sessionId),
    user: { id: actor.userId, name: actor.name, login: actor.login, unit, language },
    grants: actor.grants.map((grant) => ({ ...grant, says: roleFacts(grant.role).says })),
    permissions: Object.entries(permissions).flatMap(([name, permission]) => (may(actor, permission) ? [name] : [])),
    secondFactor: secondFactorState(session, county.demo),
    mustChangePassword: session.mustChangePassword,
    idleSeconds: IDLE_SECONDS,
  };
}

type Cookies = Pick<Ask<undefined, undefined, undefined, AccountHouse>, 'setCookie' | 'db'>;

/** Hands the browser its cookies and answers with the session that they open. */
export async function admitted(facts: AccountFacts, { setCookie, db }: Cookies, admission: Admission): Promise<SessionAnswer> {
  const { token, device } = admission;
  const state = await sessionOf(db, token);
  setCookie({ name: 'session', value: token, seconds: SESSION_SECONDS });
  if (device !== null) setCookie({ name: 'device', value: device, seconds: DEVICE_SECONDS });
  return sessionView(facts, db, 'facts' in state ? state.facts : null);
}

function secondFactorState(session: SessionFacts, demo: boolean): 'none' | 'needed' | 'enrol' | 'done' {
  if (session.secondFactorDone) return 'done';
  if (session.hasSecondFactor) return 'needed';
  return lacksSecondFactor(session, { demo }) ? 'enrol' : 'none';
}
