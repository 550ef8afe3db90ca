import { useState } from 'react';
import { Screen } from '../../ui/phone/screen';
import { Empty } from '../../ui/phone/states';
import { Step } from '../../ui/phone/way';
import { useWords } from '../../ui/shared/language';
import { useServer } from '../../ui/shared/server-context';
import { changePassword } from '../../ui/shared/session';
import { ownWords } from '../accounts/web/own-words';
import { PasswordStep } from './sign-in-steps';
import { phoneWords } from './words';

/** Changes one's own password; the session goes on under the new one. */
export function PasswordPage() {
  const w = useWords(phoneWords);
  const own = useWords(ownWords);
  const server = useServer();
  const [done, setDone] = useState(false);
  const change = async (current: string, next: string) => {
    server.admit(await server.call(changePassword, { body: { current, next } }));
    setDone(true);
  };
  return (
    <Screen title={own.changePassword} above="/m/me">
      {done ? <Empty says={w.changed} next={<Step href="/m/me">{w.me}</Step>} /> : <PasswordStep onSubmit={change} />}
    </Screen>
  );
}
