import { useState } from 'react';
import { isRefused, type Refused } from '../../../../ui/shared/refused';
import { useCall } from '../../../../ui/shared/server-context';
import type { RollView } from '../../contract';
import { takeRoll } from '../calls';
import type { Marks } from './use-marks';

/** Sends a roll. Where somebody else has called the class meanwhile, `clash` is what stands there, and the person decides. */
export function useTaking(view: RollView, marks: Marks, reason: string, onTaken: (next: RollView) => void) {
  const call = useCall();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const [clash, setClash] = useState<RollView>();
  const send = async (base = view.version): Promise<void> => {
    setBusy(true);
    setRefused(undefined);
    try {
      const { day, session } = view;
      const called = view.pupils.map(({ childId }) => childId);
      const body = { day, session, base, called, marks: [...marks.list], reason };
      onTaken(await call(takeRoll, { params: { id: view.classId }, body }));
    } catch (error) {
      if (!isRefused(error)) throw error;
      if (error.code === 'changed-meanwhile' && isRoll(error.current)) setClash(error.current);
      else setRefused(error);
    } finally {
      setBusy(false);
    }
  };
  const settle = async (whose: 'mine' | 'theirs'): Promise<void> => {
    setClash(undefined);
    if (clash === undefined) return;
    if (whose === 'theirs') onTaken(clash);
    else await send(clash.version);
  };
  return { send, settle, busy, refused, clash };
}

function isRoll(current: unknown): current is RollView {
  return typeof current === 'object' && current !== null && 'pupils' in current && 'version' in current;
}
