import { useEffect, useState } from 'react';
import { useBox, useMemory } from '../../../../ui/outbox/context';
import type { Entry } from '../../../../ui/outbox/vault';
import { isRefused, Refused } from '../../../../ui/shared/refused';
import { useCall, useSignedIn } from '../../../../ui/shared/server-context';
import type { RollView } from '../../contract';
import { takeRoll } from '../calls';
import { draftOf, isRoll, subjectOf } from './taking';
import type { Marks } from './use-marks';

/** What the phone still holds of this class, day and part of the day. */
export function useWaiting(view: RollView): Entry | undefined {
  const subject = subjectOf(view);
  const same = useBox().entries.filter((entry) => entry.subject === subject);
  return same[same.length - 1];
}

/** Hears that the phone's box got a roll of this class through: with what stands there now, where this page knows it. */
export function useTaken(view: RollView | undefined, onTaken: (next: RollView | undefined) => void): void {
  const taken = useMemory()?.phone?.taken;
  const subject = view && subjectOf(view);
  useEffect(() => {
    if (!taken || subject === undefined) return;
    return taken.watch(() => {
      const news = taken.get();
      if (news?.subject === subject) onTaken(isRoll(news.value) ? news.value : undefined);
    });
  }, [taken, subject, onTaken]);
}

type Taking = {
  readonly view: RollView;
  readonly marks: Marks;
  readonly reason: string;
  readonly onTaken: (next: RollView) => void;
};

/**
 * Sends a roll: the phone has it first, where it can keep something, and its box sends it. Where somebody else has called the class
 * meanwhile, `clash` is what stands there, and the person decides.
 */
export function useTaking({ view, marks, reason, onTaken }: Taking) {
  const call = useCall();
  const phone = useMemory()?.phone;
  const { user } = useSignedIn();
  const entry = useWaiting(view);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Refused>();
  const [met, setMet] = useState<RollView>();
  const current = entry?.state === 'asks' ? entry.answer?.current : undefined;
  const clash = isRoll(current) ? current : met;
  const sendAtOnce = async (body: ReturnType<typeof request>): Promise<void> => {
    try {
      onTaken(await call(takeRoll, { params: { id: view.classId }, body }));
    } catch (error) {
      if (!isRefused(error)) throw error;
      if (error.code === 'changed-meanwhile' && isRoll(error.current)) setMet(error.current);
      else setFault(error);
    }
  };
  const request = (base: number) => {
    const { day, session } = view;
    return { day, session, base, called: view.pupils.map(({ childId }) => childId), marks: [...marks.list], reason };
  };
  const send = async (base = view.version): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    if (phone && (await stored(phone.outbox.add(draftOf(view, user.id, request(base)))))) marks.clear();
    else await sendAtOnce(request(base));
    setBusy(false);
  };
  const settle = async (whose: 'mine' | 'theirs'): Promise<void> => {
    setMet(undefined);
    if (clash === undefined) return;
    if (whose === 'mine') return entry && phone ? phone.outbox.resend(entry, clash.version) : send(clash.version);
    if (entry && phone) await phone.outbox.discard(entry);
    onTaken(clash);
  };
  const said = entry?.state === 'refused' ? entry.answer : undefined;
  return { send, settle, busy, refused: fault ?? (said && new Refused({ ...said, ...said.says })), clash, entry };
}

/** Whether the phone has it; a full one says no, then only the server can take it. */
async function stored(writing: Promise<void>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
