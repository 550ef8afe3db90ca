import type { ReactNode } from 'react';
import { DemoBanner, useSystemName } from '../../ui/desk/frame';
import { LanguageSwitch } from '../../ui/desk/language-switch';
import { CountySign } from '../../ui/shared/county-sign';
import type { Session } from '../../ui/shared/session';
import './sign-in.css';

type SignInFrameProps = {
  readonly session: Session;
  /** What this card is about. */
  readonly title: string;
  readonly wide?: boolean;
  /** Beside the card. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
};

/** What stands around every page before somebody is in: the county, the language, one card. */
export function SignInFrame({ session, title, wide = false, beside, children }: SignInFrameProps) {
  const name = useSystemName(session.county.name);
  return (
    <div className="nol-sign-in-page">
      {session.demo ? <DemoBanner /> : null}
      <header className="nol-sign-in-top">
        <CountySign size={28} />
        <span className="nol-sign-in-name">{name}</span>
        <LanguageSwitch />
      </header>
      <main className="nol-sign-in">
        <section className={wide ? 'nol-sign-in-card nol-sign-in-wide' : 'nol-sign-in-card'} aria-labelledby="sign-in-title">
          <h1 id="sign-in-title">{title}</h1>
          {children}
        </section>
        {beside}
      </main>
    </div>
  );
}
