import { useCallback, useEffect, useState } from 'react';
import { isRefused, type Refused } from './refused';
import { useServer } from './server-context';
import { acceptInvitation, beginOidc, finishOidc, type Invited, lookAtInvitation, type Session } from './session';

/**
 * What stands behind the `#` of the address. It is taken out of it and of the history once the page is there, so that nobody finds a
 * code; not while the page is drawn, for a drawing can be given up and begun again, and would find nothing then.
 */
function useHash(): string {
  const [code] = useState(() => decodeURIComponent(location.hash.slice(1)));
  useEffect(() => {
    if (code !== '') history.replaceState(history.state, '', location.pathname);
  }, [code]);
  return code;
}

/**
 * The way in with an invitation: the code is looked at, one that came with the address at once (`refused` says why it is not
 * good), then a password is chosen. `home` is where the person arrives.
 */
export function useInvitation(home: string) {
  const server = useServer();
  const given = useHash();
  const [code, setCode] = useState(given);
  const [invited, setInvited] = useState<Invited>();
  const [refused, setRefused] = useState<Refused>();
  const look = useCallback(
    async (typed: string) => {
      setInvited(await server.call(lookAtInvitation, { body: { code: typed } }));
      setCode(typed);
    },
    [server],
  );
  useEffect(() => {
    if (given === '') return;
    look(given).catch((error: unknown) => {
      if (!isRefused(error)) throw error;
      setRefused(error);
    });
  }, [given, look]);
  const accept = async (password: string) => arrive(await server.call(acceptInvitation, { body: { code, password } }), home);
  return { given, invited, refused, look, accept };
}

/** Coming back from another provider of identities: signs in with what it sent along, or says why not. */
export function useOidcReturn(phone: boolean): Refused | undefined {
  const server = useServer();
  const [refused, setRefused] = useState<Refused>();
  useEffect(() => {
    const query = location.search.slice(1);
    // The code is good once; a page that is loaded anew must not send it again.
    history.replaceState(history.state, '', location.pathname);
    const home = phone ? '/m/' : '/';
    if (query === '') return location.replace(home);
    server.call(finishOidc, { body: { phone, query } }).then(
      (session) => arrive(session, home),
      (error: unknown) => {
        if (!isRefused(error)) throw error;
        setRefused(error);
      },
    );
  }, [server, phone]);
  return refused;
}

/** Goes to the other provider; throws a Refused when there is no way. */
export function useOidcBegin(phone: boolean): () => Promise<void> {
  const server = useServer();
  return useCallback(async () => {
    location.assign((await server.call(beginOidc, { body: { phone } })).url);
  }, [server, phone]);
}

/** The page is loaded anew as that of whoever has come in; what is still to be done is asked there. */
function arrive(session: Session, home: string): void {
  if (session.signedIn) location.replace(home);
}
