import { lazy, Suspense, useState } from 'react';
import { usePhoneAnswer } from '../../ui/phone/answers';
import { Button } from '../../ui/phone/button';
import { Row, RowList } from '../../ui/phone/row';
import { Screen } from '../../ui/phone/screen';
import { CountySign } from '../../ui/shared/county-sign';
import { useLanguage, useSay, useWords } from '../../ui/shared/language';
import { useChooseLanguage, useSignOut } from '../../ui/shared/server-context';
import { demoAccounts, type Session } from '../../ui/shared/session';
import { useSignIn } from '../../ui/shared/use-sign-in';
import { type Filled, SignInSteps, useStepTitle } from './sign-in-steps';
import { phoneWords } from './words';

/** Asked for by few, so it comes after what everybody waits for. */
const OtherWays = lazy(async () => ({ default: (await import('./other-ways')).OtherWays }));

/** Where everybody begins on the phone. */
export function SignInPage({ session }: { readonly session: Session }) {
  const w = useWords(phoneWords);
  const way = useSignIn(session);
  const [filled, setFilled] = useState<Filled>();
  const { language } = useLanguage();
  const choose = useChooseLanguage();
  const signOut = useSignOut();
  const first = way.step === 'credentials';
  return (
    <div className="ph-page">
      <Screen title={useStepTitle(way.step)}>
        <p className="ph-sign">
          <CountySign size={28} />
          {w.name(session.county.name)}
        </p>
        <SignInSteps way={way} filled={filled} />
        {first ? (
          <Button kind="quiet" onClick={() => void choose(language === 'zh' ? 'en' : 'zh')}>
            {w.language}
          </Button>
        ) : (
          <Button kind="quiet" onClick={() => void signOut()}>
            {w.otherAccount}
          </Button>
        )}
        <Suspense fallback={null}>{first ? <OtherWays session={session} /> : null}</Suspense>
        {first && session.demo ? <DemoAccounts onChoose={setFilled} /> : null}
      </Screen>
    </div>
  );
}

/** The printed accounts of the county of fictional people. */
function DemoAccounts({ onChoose }: { readonly onChoose: (account: Filled) => void }) {
  const { data } = usePhoneAnswer(demoAccounts, {});
  const say = useSay();
  const w = useWords(phoneWords);
  const fill = (account: Filled) => {
    onChoose(account);
    window.scrollTo(0, 0);
  };
  if (!data || data.rows.length === 0) return null;
  return (
    <RowList title={w.demoTitle}>
      {data.rows.map((account) => (
        <Row key={account.login} title={say(account.says)} beside={<code>{account.login}</code>} onClick={() => fill(account)} />
      ))}
    </RowList>
  );
}
