import { contract } from './contract';
import type { Language, Says } from './words';

type County = { readonly id: string; readonly name: string };

type Common = {
  readonly demo: boolean;
  readonly county: County;
  /** The county's day, 2025-03-10: a demo county has one of its own, and a browser's clock may be wrong. */
  readonly today: string;
  /** The county's moment when the server answered, ISO text. */
  readonly now: string;
};

/** Nobody is signed in; the county is known all the same. */
export type SignedOut = Common & {
  readonly signedIn: false;
  /** What the button of another provider of identities says; null without one. */
  readonly oidc: string | null;
};

/** Who is signed in, what he may do, and what he has to do first. */
export type SignedIn = Common & {
  readonly signedIn: true;
  /** Sent back with each change, so that another site cannot send one. */
  readonly token: string;
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly login: string;
    readonly unit: string;
    readonly language: Language;
  };
  readonly grants: readonly { readonly role: string; readonly tree: string; readonly path: string; readonly says: Says }[];
  readonly permissions: readonly string[];
  /** `needed`: a code from the authenticator; `enrol`: an authenticator has to be set up first. */
  readonly secondFactor: 'none' | 'needed' | 'enrol' | 'done';
  readonly mustChangePassword: boolean;
  /** Without a request for so long the session ends, seconds. */
  readonly idleSeconds: number;
};

export type Session = SignedOut | SignedIn;

/** What an authenticator is told: shown once, and nothing of it is kept in the browser. */
export type ShownEnrolment = {
  /** Base32. */
  readonly secret: string;
  /** The same as an address that an authenticator understands. */
  readonly uri: string;
  /** Each is good for one sign-in without the authenticator. */
  readonly recoveryCodes: readonly string[];
};

/** What stands between a session and the pages. */
export type SignInStep = 'credentials' | 'code' | 'enrolment' | 'password' | 'done';

/** The next thing the person has to do before the pages open. */
export function signInStep(session: Session): SignInStep {
  if (!session.signedIn) return 'credentials';
  if (session.secondFactor === 'needed') return 'code';
  if (session.secondFactor === 'enrol') return 'enrolment';
  return session.mustChangePassword ? 'password' : 'done';
}

/** Whether the person holds one of these permissions; an empty list asks for none. */
export function holds(session: SignedIn, permissions: readonly string[]): boolean {
  return permissions.length === 0 || permissions.some((permission) => session.permissions.includes(permission));
}

export const getSession = contract<{ answer: Session }>('GET', '/api/session');
export const signIn = contract<{ body: { login: string; password: string }; answer: Session }>('POST', '/api/session', {
  signsIn: true,
});
export const sendCode = contract<{ body: { code: string }; answer: Session }>('POST', '/api/session/second-factor', {
  signsIn: true,
});
export const beginEnrolment = contract<{ body: { password?: string }; answer: ShownEnrolment }>(
  'POST',
  '/api/session/second-factor/enrolment',
);
export const changePassword = contract<{ body: { current: string; next: string }; answer: Session }>(
  'PUT',
  '/api/session/password',
  {
    signsIn: true,
  },
);
export const chooseLanguage = contract<{ body: { language: Language }; answer: Session }>('PUT', '/api/session/language');
export const signOut = contract<{ answer: unknown }>('DELETE', '/api/session');
/** Only the demo county has printed accounts; elsewhere 404. */
export const demoAccounts = contract<{ answer: { rows: readonly DemoAccount[] } }>('GET', '/api/demo/accounts');
export type DemoAccount = { readonly login: string; readonly password: string; readonly says: Says };

/** Whom an invitation is for. */
export type Invited = { readonly login: string; readonly name: string; readonly unit: string; readonly secondFactor: boolean };
export const lookAtInvitation = contract<{ body: { code: string }; answer: Invited }>('POST', '/api/invitation/look', {
  signsIn: true,
});
export const acceptInvitation = contract<{ body: { code: string; password: string }; answer: Session }>(
  'POST',
  '/api/invitation',
  {
    signsIn: true,
  },
);
/** Whether the installation waits for its first administrators. */
export const getSetup = contract<{ answer: { open: boolean } }>('GET', '/api/setup');
export const beginOidc = contract<{ body: { phone: boolean }; answer: { url: string } }>('POST', '/api/oidc/begin', {
  signsIn: true,
});
export const finishOidc = contract<{ body: { phone: boolean; query: string }; answer: Session }>('POST', '/api/oidc/finish', {
  signsIn: true,
});
