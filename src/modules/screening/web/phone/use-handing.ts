import { useCallback, useState } from 'react';
import { useIntent } from '../../../../ui/outbox/use-intent';
import type { Entry } from '../../../../ui/outbox/vault';
import type { Contract, Input, Shapes } from '../../../../ui/shared/contract';
import { isRefused, Refused } from '../../../../ui/shared/refused';
import { useCall } from '../../../../ui/shared/server-context';
import type { Says } from '../../../../ui/shared/words';

type About<V> = {
  readonly kind: string;
  readonly subject: string;
  /** Whether the server's word is a view of this. */ readonly isView: (value: unknown) => value is V;
  /** Hears what stands at the server, undefined when another tab of this phone knows it. */
  readonly onTaken: (view: V | undefined) => void;
};

type Said = { readonly says: Says; readonly href: string; readonly versionIn?: string };

/** What is handed in lies on the phone first, where it keeps something, and is sent as soon as there is a network. */
export type Handing<V> = {
  /** what the phone still holds of it */ readonly entry: Entry | undefined;
  readonly isSending: boolean;
  /** Hands in: by the phone, or at once; throws what the server refuses at once. */
  readonly hand: <S extends Shapes>(contract: Contract<S>, input: Input<S>, said: Said) => Promise<void>;
  /** what somebody else has said meanwhile, the person decides */ readonly clash: V | undefined;
  readonly settle: (whose: 'mine' | 'theirs') => Promise<void>;
  /** why what lay on the phone was not taken */ readonly refused: Refused | undefined;
};

/** The way of what is said of one child or one class to the server; `V` is the view the server answers with. */
export function useHanding<V extends { readonly version: number }>({ kind, subject, isView, onTaken }: About<V>): Handing<V> {
  const call = useCall();
  const heard = useCallback((value: unknown) => onTaken(isView(value) ? value : undefined), [onTaken, isView]);
  const intent = useIntent(subject, heard);
  const { entry } = intent;
  const [met, setMet] = useState<V>();
  const current = entry?.state === 'asks' ? entry.answer?.current : undefined;
  const clash = isView(current) ? current : met;
  const said = entry?.state === 'refused' ? entry.answer : undefined;
  return {
    ...{ entry, isSending: intent.isSending, clash },
    refused: said && new Refused({ ...said, ...said.says }),
    hand: async (contract, input, about) => {
      setMet(undefined);
      if (await intent.store(contract, input, { kind, subject, ...about })) return;
      try {
        heard(await call(contract, input));
      } catch (error) {
        if (!isRefused(error) || error.code !== 'changed-meanwhile' || !isView(error.current)) throw error;
        setMet(error.current);
      }
    },
    settle: async (whose) => {
      setMet(undefined);
      if (clash === undefined) return;
      if (whose === 'mine' && entry) return intent.resend(clash.version);
      await intent.discard();
      onTaken(clash);
    },
  };
}
