import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { watched } from '../shared/server';
import { useServer, useWatched } from '../shared/server-context';
import type { Box } from './outbox';
import type { Keeper, Phone } from './start';

/** `opening` while the phone is asked, `none` where nothing can be kept: plain http, a private window. */
export type Memory =
  | { readonly state: 'opening' | 'none'; readonly phone?: undefined }
  | { readonly state: 'open'; readonly phone: Phone };

const MemoryContext = createContext<Memory | undefined>(undefined);
const nothing = watched<Box>({ entries: [], sending: undefined, strangers: 0 });

type Given = { readonly keepers: Readonly<Record<string, Keeper>>; readonly children: ReactNode };

/** Gives the pages below it the phone's memory, and sends what lies there whenever that can succeed; a part of its own, after the entry. */
export function OutboxProvider({ keepers, children }: Given) {
  const server = useServer();
  const [memory, setMemory] = useState<Memory>({ state: 'opening' });
  useEffect(() => {
    let left = false;
    let stop: () => void = () => undefined;
    const open = async () => {
      const { openPhone } = await import('./start');
      const started = left ? undefined : await openPhone(server, keepers);
      if (left) return started?.stop();
      if (!started) return setMemory({ state: 'none' });
      stop = started.stop;
      setMemory({ state: 'open', phone: started.phone });
    };
    void open();
    return () => {
      left = true;
      stop();
    };
  }, [server, keepers]);
  return <MemoryContext value={memory}>{children}</MemoryContext>;
}

/** The phone's memory; undefined on a page that has none, as those of the desktop. */
export function useMemory(): Memory | undefined {
  return useContext(MemoryContext);
}

/** What waits on this phone; empty while it is not known. */
export function useBox(): Box {
  return useWatched(useMemory()?.phone?.outbox.box ?? nothing);
}
