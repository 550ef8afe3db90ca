import { useCallback, useEffect, useState } from 'react';
import { useMemory } from '../outbox/context';
import type { Contract, Input, Shapes } from '../shared/contract';
import { useSignedIn } from '../shared/server-context';
import { usePhoneAnswer } from './answers';

/** How an answer lies on the phone: under a name, as little of it as the work needs, and opened again on a later day. */
export type KeptAs<T> = {
  /** Undefined: this one is not kept. */
  readonly name: string | undefined;
  readonly keep: (answer: T) => unknown;
  readonly open: (value: unknown, today: string) => T;
};

/**
 * Shows at once what lies on the phone, and what the server says as soon as it says it; that is kept for the next time. `isKept`:
 * the server has not been heard. A server that says no takes the kept answer off the screen too.
 */
export function useKeptAnswer<S extends Shapes>(contract: Contract<S>, input: Input<S>, as: KeptAs<S['answer']>) {
  const phone = useMemory()?.phone;
  const { user, today } = useSignedIn();
  const answer = usePhoneAnswer(contract, input);
  const [old, setOld] = useState<{ readonly open: KeptAs<S['answer']>['open']; readonly data: S['answer'] }>();
  const { name, keep, open } = as;
  // A form that is open when midnight passes stays that of its day until somebody asks again.
  const [asOf, setAsOf] = useState(today);
  useEffect(() => {
    if (!phone || name === undefined) return;
    let left = false;
    void phone.vault.kept(name, Date.now()).then((kept) => {
      if (kept?.userId === user.id && !left) setOld({ open, data: open(kept.value, asOf) });
    });
    return () => {
      left = true;
    };
  }, [phone, name, open, asOf, user.id]);
  useEffect(() => {
    if (phone && name !== undefined && answer.data !== undefined)
      void phone.vault.keep(user.id, name, keep(answer.data), Date.now());
  }, [phone, name, keep, user.id, answer.data]);
  const { again: askAgain } = answer;
  const again = useCallback(() => {
    setAsOf(today);
    askAgain();
  }, [today, askAgain]);
  const mayShow = answer.refused === undefined || answer.refused.mayRetry;
  const shown = mayShow && name !== undefined && old?.open === open ? old.data : undefined;
  return {
    data: answer.data ?? shown,
    isKept: answer.data === undefined && shown !== undefined,
    refused: answer.refused,
    again,
  };
}
