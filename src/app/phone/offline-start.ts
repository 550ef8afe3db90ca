import { useEffect, useState } from 'react';
import { useMemory } from '../../ui/outbox/context';
import type { Refused } from '../../ui/shared/refused';
import { useServer } from '../../ui/shared/server-context';

/** A server that says nothing for so long is not waited for: a class can be called before it is heard. Our choice. */
const silentMs = 300;

/**
 * Opens the pages of whoever was signed in on this phone last when the server cannot be reached, or is slow to answer. What is not kept
 * on the phone still needs the server, and it looks who somebody is before it takes anything. True while the phone may still know somebody.
 */
export function useStartWithoutNetwork(waits: boolean, refused: Refused | undefined): boolean {
  const server = useServer();
  const memory = useMemory();
  const phone = memory?.phone;
  const [looked, setLooked] = useState(false);
  const cut = refused?.status === 0;
  useEffect(() => {
    if (!phone || !waits) return;
    const look = async () => {
      const session = await phone.session();
      if (session && server.session.get() === undefined) server.admit(session);
      setLooked(true);
    };
    const timer = setTimeout(() => void look(), cut ? 0 : silentMs);
    return () => clearTimeout(timer);
  }, [server, phone, waits, cut]);
  return memory?.state === 'opening' || (phone !== undefined && !looked);
}
