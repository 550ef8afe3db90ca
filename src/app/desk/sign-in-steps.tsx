import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { LoadingState } from '../../ui/desk/states';
import { useWords } from '../../ui/shared/language';
import { useSignOut } from '../../ui/shared/server-context';
import type { SignInWay } from '../../ui/shared/use-sign-in';
import { CodeForm, CredentialsForm, NewPasswordForm } from './sign-in-forms';
import { signInWords } from './sign-in-words';

// Few people set up an authenticator, and once; the code to scan is drawn by a part of its own.
const Enrolment = lazy(async () => ({ default: (await import('./enrolment')).Enrolment }));

type SignInStepsProps = {
  readonly way: SignInWay;
  readonly filled?: { readonly login: string; readonly password?: string } | undefined;
  readonly loginIsFixed?: boolean;
};

/** The step of signing in that comes next, with its form. */
export function SignInSteps({ way, filled, loginIsFixed = false }: SignInStepsProps) {
  const w = useWords(signInWords);
  switch (way.step) {
    case 'credentials':
      return <CredentialsForm filled={filled} loginIsFixed={loginIsFixed} onSubmit={way.enterPassword} />;
    case 'code':
      return <CodeForm hint={w.codeHint} onSubmit={way.enterCode} />;
    case 'enrolment':
      return (
        <Suspense fallback={<LoadingState rows={4} />}>
          <Enrolment way={way} />
        </Suspense>
      );
    case 'password':
      return (
        <>
          <p className="nol-sign-in-why">{w.passwordWhy}</p>
          <NewPasswordForm onSubmit={way.changePassword} />
        </>
      );
    case 'done':
      return null;
  }
}

/** The heading of a step. */
export function useStepTitle(step: SignInWay['step']): string {
  const w = useWords(signInWords);
  if (step === 'code') return w.codeTitle;
  if (step === 'enrolment') return w.enrolTitle;
  return step === 'password' ? w.passwordTitle : w.title;
}

/** The way back for whoever took the wrong account half-way through. */
export function OtherAccount() {
  const w = useWords(signInWords);
  const signOut = useSignOut();
  return (
    <Button type="link" className="nol-other-account" onClick={() => void signOut()}>
      {w.otherAccount}
    </Button>
  );
}
