import { useCallback, useEffect, useState } from 'react';
import type { Contract, Input, Shapes } from '../shared/contract';
import { isRefused, type Refused } from '../shared/refused';
import { useCall } from '../shared/server-context';

/** An answer as it comes: the value, or why not, and the way to ask again. */
type PhoneAnswer<T> = { readonly data: T | undefined; readonly refused: Refused | undefined; readonly again: () => void };

/** Asks when the page opens and whenever the input changes; while asking again the last answer stays. */
export function usePhoneAnswer<S extends Shapes>(contract: Contract<S>, input: Input<S>): PhoneAnswer<S['answer']> {
  const call = useCall();
  const asked = JSON.stringify(input);
  const [turn, setTurn] = useState(0);
  const [known, setKnown] = useState<{ readonly asked: string; readonly data?: S['answer']; readonly refused?: Refused }>();
  // The input is a new object with each drawing; its text is what counts.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` stands for the input, `turn` asks again
  useEffect(() => {
    const left = new AbortController();
    call(contract, input, { signal: left.signal }).then(
      (data) => setKnown({ asked, data }),
      (error: unknown) => {
        if (left.signal.aborted) return;
        if (!isRefused(error)) throw error;
        setKnown({ asked, refused: error });
      },
    );
    return () => left.abort();
  }, [call, contract, asked, turn]);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  const current = known?.asked === asked ? known : undefined;
  return { data: current?.data, refused: current?.refused, again };
}
