import { useCallback, useState } from 'react';
import { type Intent, useIntent } from '../../../../ui/outbox/use-intent';
import { isRefused, Refused } from '../../../../ui/shared/refused';
import { useCall } from '../../../../ui/shared/server-context';
import type { RollView, TakeRequest } from '../../contract';
import { takeRoll } from '../calls';
import { aboutRoll, isRoll, subjectOf } from './taking';
import type { Marks } from './use-marks';

/** The roll of a class as an intent on this phone; `onTaken` hears what stands at the server, undefined when another tab knows it. */
export function useRollIntent(view: RollView | undefined, onTaken: (next: RollView | undefined) => void): Intent {
  const heard = useCallback((value: unknown) => onTaken(isRoll(value) ? value : undefined), [onTaken]);
  return useIntent(view && subjectOf(view), heard);
}

type Taking = {
  readonly view: RollView;
  readonly marks: Marks;
  readonly reason: string;
  readonly intent: Intent;
  readonly onTaken: (next: RollView) => void;
  /** The phone has it. */
  readonly onStored: () => void;
};

/**
 * Sends a roll: the phone has it first, where it can keep something, and its box sends it. Where somebody else has called the class
 * meanwhile, `clash` is what stands there, and the person decides.
 */
export function useTaking({ view, marks, reason, intent, onTaken, onStored }: Taking) {
  const call = useCall();
  const { entry } = intent;
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Refused>();
  const [met, setMet] = useState<RollView>();
  const current = entry?.state === 'asks' ? entry.answer?.current : undefined;
  const clash = isRoll(current) ? current : met;
  const request = (base: number): TakeRequest => {
    const { day, session } = view;
    return { day, session, base, called: view.pupils.map(({ childId }) => childId), marks: [...marks.list], reason };
  };
  const sendAtOnce = async (body: TakeRequest): Promise<void> => {
    try {
      onTaken(await call(takeRoll, { params: { id: view.classId }, body }));
    } catch (error) {
      if (!isRefused(error)) throw error;
      if (error.code === 'changed-meanwhile' && isRoll(error.current)) setMet(error.current);
      else setFault(error);
    }
  };
  const send = async (base = view.version): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    const body = request(base);
    if (await intent.store(takeRoll, { params: { id: view.classId }, body }, aboutRoll(view, body))) {
      marks.clear();
      onStored();
    } else await sendAtOnce(body);
    setBusy(false);
  };
  const settle = async (whose: 'mine' | 'theirs'): Promise<void> => {
    setMet(undefined);
    if (clash === undefined) return;
    if (whose === 'mine') return entry ? intent.resend(clash.version) : send(clash.version);
    await intent.discard();
    onTaken(clash);
  };
  const said = entry?.state === 'refused' ? entry.answer : undefined;
  return { send, settle, busy, refused: fault ?? (said && new Refused({ ...said, ...said.says })), clash };
}
