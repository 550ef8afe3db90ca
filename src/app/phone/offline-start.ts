import { useEffect } from 'react';
import { useMemory } from '../../ui/outbox/context';
import type { Refused } from '../../ui/shared/refused';
import { useServer } from '../../ui/shared/server-context';

/** A server that says nothing for so long is not waited for: a class can be called before it is heard. Our choice. */
const silentMs = 300;

/**
 * Opens the pages of whoever was signed in on this phone last when the server cannot be reached, or is slow to answer. What is not kept on the phone still
 * needs the server, and it looks who somebody is before it takes anything.
 */
export function useStartWithoutNetwork(waits: boolean, refused: Refused | undefined): void {
  const server = useServer();
  const phone = useMemory()?.phone;
  const cut = refused?.status === 0;
  useEffect(() => {
    if (!phone || !waits) return;
    const timer = setTimeout(
      () =>
        void phone.session().then((session) => {
          if (session && server.session.get() === undefined) server.admit(session);
        }),
      cut ? 0 : silentMs,
    );
    return () => clearTimeout(timer);
  }, [server, phone, waits, cut]);
}
