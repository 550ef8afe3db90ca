import { useState } from 'react';
import type { DemoAccount, Session } from '../../ui/shared/session';
import { useSignIn } from '../../ui/shared/use-sign-in';
import { DemoAccounts } from './demo-accounts';
import { OtherWays } from './other-ways';
import { SignInFrame } from './sign-in-frame';
import { OtherAccount, SignInSteps, useStepTitle } from './sign-in-steps';

/** Where everybody begins: account and password, and what the account still has to do before the pages open. */
export function SignInPage({ session }: { readonly session: Session }) {
  const way = useSignIn(session);
  const [account, setAccount] = useState<DemoAccount>();
  const title = useStepTitle(way.step);
  const first = way.step === 'credentials';
  return (
    <SignInFrame
      session={session}
      title={title}
      wide={way.step === 'enrolment'}
      beside={session.demo && first ? <DemoAccounts chosen={account} onChoose={setAccount} /> : null}
    >
      <SignInSteps way={way} filled={account} />
      {first ? <OtherWays session={session} /> : <OtherAccount />}
    </SignInFrame>
  );
}
