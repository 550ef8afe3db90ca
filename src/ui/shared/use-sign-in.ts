import { useCallback, useState } from 'react';
import { useServer } from './server-context';
import {
  beginEnrolment,
  changePassword,
  type Session,
  type ShownEnrolment,
  type SignInStep,
  sendCode,
  signIn,
  signInStep,
} from './session';

/** The way from "nobody" to "in", the same on the desktop and on the phone. Each step throws a Refused when it is not accepted. */
export type SignInWay = {
  readonly step: SignInStep;
  readonly enterPassword: (login: string, password: string) => Promise<void>;
  readonly enterCode: (code: string) => Promise<void>;
  readonly changePassword: (current: string, next: string) => Promise<void>;
  /** Asks for the secret to be put into an authenticator; `enterCode` then confirms it. */
  readonly beginEnrolment: () => Promise<ShownEnrolment>;
};

/**
 * Walks the steps of signing in, beginning where the session stands. `allowed` looks at whoever comes in and answers whether he
 * may: the dialog over a page admits only the person to whom the page belongs.
 */
export function useSignIn(begun: Session | undefined, allowed: (session: Session) => boolean = anybody): SignInWay {
  const server = useServer();
  const { call } = server;
  const [step, setStep] = useState<SignInStep>(begun ? signInStep(begun) : 'credentials');
  const take = useCallback(
    (found: Session) => {
      if (!allowed(found)) return;
      setStep(signInStep(found));
      server.admit(found);
    },
    [server, allowed],
  );
  const enrol = useCallback(() => call(beginEnrolment, { body: {} }), [call]);
  return {
    step,
    enterPassword: async (login, password) => take(await call(signIn, { body: { login, password } })),
    enterCode: async (code) => take(await call(sendCode, { body: { code } })),
    changePassword: async (current, next) => take(await call(changePassword, { body: { current, next } })),
    beginEnrolment: enrol,
  };
}

function anybody(): boolean {
  return true;
}
