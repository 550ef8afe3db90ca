import { createContext, type ReactNode, useCallback, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Call } from './caller';
import { watchIdle } from './idle';
import { useLanguage } from './language';
import { isRefused, type Refused } from './refused';
import type { Server, Watched } from './server';
import { chooseLanguage, type Session, type SignedIn, signInStep, signOut } from './session';
import type { Language } from './words';

const ServerContext = createContext<Server | undefined>(undefined);

/** Gives the pages below their server and watches for a session that ends. */
export function ServerProvider({ server, children }: { readonly server: Server; readonly children: ReactNode }) {
  useEffect(() => watchIdle(server, window), [server]);
  return (
    <ServerContext value={server}>
      <LanguageOfUser />
      {children}
    </ServerContext>
  );
}

/** The page speaks the language of whoever signs in. */
function LanguageOfUser() {
  const session = useSession();
  const { setLanguage } = useLanguage();
  const language = session && signInStep(session) === 'done' && session.signedIn ? session.user.language : undefined;
  useEffect(() => {
    if (language) setLanguage(language);
  }, [language, setLanguage]);
  return null;
}

/** The server of this page. */
export function useServer(): Server {
  const server = useContext(ServerContext);
  if (!server) throw new Error('a page stands outside its ServerProvider');
  return server;
}

/** The way to call the server. */
export function useCall(): Call {
  return useServer().call;
}

/** Asks the server for the first time who is signed in; until it has answered, what went wrong and a way to ask again. */
export function useFirstLook(): { readonly refused: Refused | undefined; readonly retry: () => void } {
  const server = useServer();
  const [refused, setRefused] = useState<Refused>();
  const retry = useCallback(() => {
    setRefused(undefined);
    server.look().catch((error: unknown) => {
      if (!isRefused(error)) throw error;
      setRefused(error);
    });
  }, [server]);
  useEffect(retry, [retry]);
  return { refused, retry };
}

/** Who is signed in; undefined until the server has said so. */
export function useSession(): Session | undefined {
  return useWatched(useServer().session);
}

/** Who is signed in, on a page that only somebody who is signed in sees. */
export function useSignedIn(): SignedIn {
  const session = useSession();
  if (!session?.signedIn) throw new Error('this page is shown to nobody who is not signed in');
  return session;
}

/** The county's day, as the server told it when the session was last asked for. */
export function useToday(): string {
  return useSignedIn().today;
}

/** The value of something watched, and a redraw when it changes. */
export function useWatched<T>(watched: Watched<T>): T {
  return useSyncExternalStore(watched.watch, watched.get);
}

/** Changes the language of the page, and of the user when one is signed in, so that it is the same at the next computer. */
export function useChooseLanguage(): (language: Language) => Promise<void> {
  const { setLanguage } = useLanguage();
  const server = useServer();
  return useCallback(
    async (language) => {
      setLanguage(language);
      const session = server.session.get();
      if (session && signInStep(session) === 'done') server.admit(await server.call(chooseLanguage, { body: { language } }));
    },
    [server, setLanguage],
  );
}

/** Ends the session and loads the page anew, so that nothing of a child stays in it, not even behind "back" (SEC-09). */
export function useSignOut(): () => Promise<void> {
  const { call } = useServer();
  return useCallback(async () => {
    await call(signOut, {});
    // Also where one signs out at the desktop: lists that the phone's pages have kept in this browser go.
    const { openVault } = await import('../outbox/vault');
    await (await openVault())?.forget();
    location.replace(location.pathname.startsWith('/m') ? '/m/' : '/');
  }, [call]);
}
