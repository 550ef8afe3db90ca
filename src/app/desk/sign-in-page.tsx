import { useState } from 'react';
import { DemoBanner, useSystemName } from '../../ui/desk/frame';
import { LanguageSwitch } from '../../ui/desk/language-switch';
import { CountySign } from '../../ui/shared/county-sign';
import type { DemoAccount, Session } from '../../ui/shared/session';
import { useSignIn } from '../../ui/shared/use-sign-in';
import { DemoAccounts } from './demo-accounts';
import { OtherAccount, SignInSteps, useStepTitle } from './sign-in-steps';
import './sign-in.css';

/** Where everybody begins: account and password, and what the account still has to do before the pages open. */
export function SignInPage({ session }: { readonly session: Session }) {
  const way = useSignIn(session);
  const [account, setAccount] = useState<DemoAccount>();
  const title = useStepTitle(way.step);
  const name = useSystemName(session.county.name);
  const first = way.step === 'credentials';
  return (
    <div className="nol-sign-in-page">
      {session.demo ? <DemoBanner /> : null}
      <header className="nol-sign-in-top">
        <CountySign size={28} />
        <span className="nol-sign-in-name">{name}</span>
        <LanguageSwitch />
      </header>
      <main className="nol-sign-in">
        <section
          className={way.step === 'enrolment' ? 'nol-sign-in-card nol-sign-in-wide' : 'nol-sign-in-card'}
          aria-labelledby="sign-in-title"
        >
          <h1 id="sign-in-title">{title}</h1>
          <SignInSteps way={way} filled={account} />
          {first ? null : <OtherAccount />}
        </section>
        {session.demo && first ? <DemoAccounts chosen={account} onChoose={setAccount} /> : null}
      </main>
    </div>
  );
}
