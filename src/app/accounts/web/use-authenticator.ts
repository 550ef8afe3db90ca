import { useCallback, useEffect, useState } from 'react';
import { isRefused, type Refused } from '../../../ui/shared/refused';
import { useServer } from '../../../ui/shared/server-context';
import { type ShownEnrolment, sendCode } from '../../../ui/shared/session';
import { showAuthenticator } from './calls';

/**
 * The steps of setting up an authenticator, whatever they look like: its secret is shown, at once or, where there is one already
 * (`confirms`), after the password; its first code admits the page anew and ends in `onDone`. Refusals of the password and of the
 * code are thrown to the form that sent them; that of a secret shown at once is `refused`.
 */
export function useAuthenticator(confirms: boolean, onDone: () => void) {
  const server = useServer();
  const [shown, setShown] = useState<ShownEnrolment>();
  const [refused, setRefused] = useState<Refused>();
  const show = useCallback(
    async (password?: string) =>
      setShown(await server.call(showAuthenticator, { body: password === undefined ? {} : { password } })),
    [server],
  );
  useEffect(() => {
    if (confirms) return;
    show().catch((error: unknown) => {
      if (!isRefused(error)) throw error;
      setRefused(error);
    });
  }, [confirms, show]);
  const confirm = async (code: string) => {
    server.admit(await server.call(sendCode, { body: { code } }));
    onDone();
  };
  return { shown, refused, show, confirm };
}
