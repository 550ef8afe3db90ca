import { useCallback, useState } from 'react';
import { useWords } from '../../../ui/shared/language';
import { isRefused } from '../../../ui/shared/refused';
import type { Fact } from './facts';
import { commonWords } from './words';
import './fields.css';

/**
 * Two people at one thing: `guarded` sends a change and keeps what somebody else has made of it meanwhile, so that the form can show
 * it and the next try names its version.
 */
export function useConflict<Thing extends { readonly version: number }>(known: Thing) {
  const [theirs, setTheirs] = useState<Thing>();
  const version = theirs?.version ?? known.version;
  const guarded = useCallback(async <T,>(send: () => Promise<T>): Promise<T> => {
    try {
      return await send();
    } catch (error) {
      // What a conflict carries is the thing itself, as the same server answers it elsewhere.
      if (isRefused(error) && error.status === 409 && error.current) setTheirs(error.current as Thing);
      throw error;
    }
  }, []);
  return { theirs, version, guarded };
}

/** What somebody else has made of it, above the button that would put one's own in its place. */
export function TheirVersion({ facts }: { readonly facts: readonly Fact[] }) {
  const w = useWords(commonWords);
  return (
    <div className="area-theirs" role="status">
      <p>{w.theirs}</p>
      <dl>
        {facts.map(({ says, value }) => (
          <div key={says}>
            <dt>{says}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{w.theirsNow}</p>
    </div>
  );
}
