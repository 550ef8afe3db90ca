import { useCallback, useEffect, useState } from 'react';
import { usePhoneAnswer } from '../../ui/phone/answers';
import { Screen } from '../../ui/phone/screen';
import { Empty, Fault, Loading } from '../../ui/phone/states';
import { Step } from '../../ui/phone/way';
import { useWords } from '../../ui/shared/language';
import { isRefused, type Refused } from '../../ui/shared/refused';
import { useServer } from '../../ui/shared/server-context';
import { type ShownEnrolment, sendCode } from '../../ui/shared/session';
import { getOwn, showAuthenticator } from '../accounts/web/calls';
import { ownWords } from '../accounts/web/own-words';
import { ConfirmStep } from './confirm-step';
import { ShownAuthenticator } from './enrolment';
import { CodeStep } from './sign-in-steps';
import { phoneWords } from './words';

/** Sets up an authenticator, or another one in the place of the present one. */
export function AuthenticatorPage() {
  const w = useWords(ownWords);
  const phone = useWords(phoneWords);
  const server = useServer();
  const { data, refused, again } = usePhoneAnswer(getOwn, {});
  const [done, setDone] = useState(false);
  const confirm = async (code: string) => {
    server.admit(await server.call(sendCode, { body: { code } }));
    setDone(true);
  };
  return (
    <Screen title={data?.secondFactor ? w.rebind : w.bind} above="/m/me">
      {refused ? <Fault refused={refused} onRetry={again} /> : null}
      {data || refused ? null : <Loading />}
      {done ? <Empty says={w.boundNow} next={<Step href="/m/me">{phone.me}</Step>} /> : null}
      {data && !done ? <Steps confirms={data.secondFactor} onCode={confirm} /> : null}
    </Screen>
  );
}

type StepsProps = { readonly confirms: boolean; readonly onCode: (code: string) => Promise<void> };

function Steps({ confirms, onCode }: StepsProps) {
  const w = useWords(phoneWords);
  const server = useServer();
  const [given, setGiven] = useState<ShownEnrolment>();
  const [refused, setRefused] = useState<Refused>();
  const show = useCallback(
    async (password?: string) =>
      setGiven(await server.call(showAuthenticator, { body: password === undefined ? {} : { password } })),
    [server],
  );
  useEffect(() => {
    if (confirms) return;
    show().catch((error: unknown) => {
      if (!isRefused(error)) throw error;
      setRefused(error);
    });
  }, [confirms, show]);
  if (refused) return <Fault refused={refused} />;
  if (given) return <ShownAuthenticator given={given} why={w.bindWhy} code={<CodeStep onSubmit={onCode} />} />;
  return confirms ? <ConfirmStep onSubmit={show} /> : <Loading />;
}
