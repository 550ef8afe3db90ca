import { useCallback, useState } from 'react';
import { isRefused } from '../../../ui/shared/refused';

/** Two people at one thing: keeps what somebody else has made of it, so that it can be shown and the next try names its version. */
export function useConflict<Thing extends { readonly version: number }>(known: Thing | undefined) {
  const [theirs, setTheirs] = useState<Thing>();
  const guarded = useCallback(async <T>(send: () => Promise<T>): Promise<T> => {
    try {
      return await send();
    } catch (error) {
      // What a conflict carries is the thing itself, as the same server answers it elsewhere.
      if (isRefused(error) && error.status === 409 && error.current) setTheirs(error.current as Thing);
      throw error;
    }
  }, []);
  return { theirs, version: theirs?.version ?? known?.version ?? 0, guarded };
}
