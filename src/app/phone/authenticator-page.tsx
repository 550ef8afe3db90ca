import { useState } from 'react';
import { usePhoneAnswer } from '../../ui/phone/answers';
import { Screen } from '../../ui/phone/screen';
import { Empty, Fault, Loading } from '../../ui/phone/states';
import { Step } from '../../ui/phone/way';
import { useWords } from '../../ui/shared/language';
import { getOwn } from '../accounts/web/calls';
import { ownWords } from '../accounts/web/own-words';
import { useAuthenticator } from '../accounts/web/use-authenticator';
import { ConfirmStep } from './confirm-step';
import { ShownAuthenticator } from './enrolment';
import { CodeStep } from './sign-in-steps';
import { phoneWords } from './words';

/** Sets up an authenticator, or another one in the place of the present one. */
export function AuthenticatorPage() {
  const w = useWords(ownWords);
  const phone = useWords(phoneWords);
  const { data, refused, again } = usePhoneAnswer(getOwn, {});
  const [done, setDone] = useState(false);
  return (
    <Screen title={data?.secondFactor ? w.rebind : w.bind} above="/m/me">
      {refused ? <Fault refused={refused} onRetry={again} /> : null}
      {data || refused ? null : <Loading />}
      {done ? <Empty says={w.boundNow} next={<Step href="/m/me">{phone.me}</Step>} /> : null}
      {data && !done ? <Steps confirms={data.secondFactor} onDone={() => setDone(true)} /> : null}
    </Screen>
  );
}

type StepsProps = { readonly confirms: boolean; readonly onDone: () => void };

function Steps({ confirms, onDone }: StepsProps) {
  const w = useWords(phoneWords);
  const { shown, refused, show, confirm } = useAuthenticator(confirms, onDone);
  if (refused) return <Fault refused={refused} />;
  if (shown) return <ShownAuthenticator given={shown} why={w.bindWhy} code={<CodeStep onSubmit={confirm} />} />;
  return confirms ? <ConfirmStep onSubmit={show} /> : <Loading />;
}
