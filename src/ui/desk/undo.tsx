import { Button } from 'antd';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../shared/language';
import { isRefused } from '../shared/refused';
import { defineWords } from '../shared/words';
import { useKey } from './keys';
import { useTell } from './tell';
import './undo.css';

/** How long an undo is offered (design, UX-13). */
const offeredSeconds = 10;

const words = defineWords({
  undo: { zh: '撤销', en: 'Undo' },
  undone: { zh: '已撤销，恢复原样。', en: 'Undone; everything is as before.' },
  left: { zh: (seconds: number) => `${seconds} 秒`, en: (seconds: number) => `${seconds} s` },
});
const undoKey = { zh: '撤销刚才的操作', en: 'Undo what was just done' };

type Offer = { readonly id: number; readonly says: string; readonly undo: () => Promise<unknown> };

const UndoContext = createContext<((offer: Omit<Offer, 'id'>) => void) | undefined>(undefined);

/** Shows what was just done, with its undo, at the foot of the page. A newer one takes the place of the older. */
export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const [offer, setOffer] = useState<Offer>();
  const next = useRef(0);
  const offerUndo = useCallback((made: Omit<Offer, 'id'>) => setOffer({ ...made, id: next.current++ }), []);
  const end = useCallback(() => setOffer(undefined), []);
  return (
    <UndoContext value={offerUndo}>
      {children}
      <div role="status" className="nol-undo-place">
        {offer ? <UndoBar key={offer.id} offer={offer} onEnd={end} /> : null}
      </div>
    </UndoContext>
  );
}

/** Instead of asking "are you sure?": do it, say what was done, and offer to take it back for ten seconds. */
export function useUndo(): (offer: { readonly says: string; readonly undo: () => Promise<unknown> }) => void {
  const offer = useContext(UndoContext);
  if (!offer) throw new Error('undo is offered outside the DeskProvider');
  return offer;
}

function UndoBar({ offer, onEnd }: { readonly offer: Offer; readonly onEnd: () => void }) {
  const w = useWords(words);
  const tell = useTell();
  const [busy, setBusy] = useState(false);
  const [held, setHeld] = useState(false);
  const left = useCountdown(offeredSeconds, held || busy, onEnd);
  const undo = async () => {
    setBusy(true);
    try {
      await offer.undo();
      tell.done(w.undone);
      onEnd();
    } catch (error) {
      if (!isRefused(error)) throw error;
      tell.refused(error);
      setBusy(false);
    }
  };
  useKey('z', undoKey, () => void undo(), !busy);
  useKey('ctrl+z', undoKey, () => void undo(), !busy);
  const hold = useMemo(
    () => ({
      onPointerEnter: () => setHeld(true),
      onPointerLeave: () => setHeld(false),
      onFocus: () => setHeld(true),
      onBlur: () => setHeld(false),
    }),
    [],
  );
  return (
    <div className="nol-undo" {...hold}>
      <span>{offer.says}</span>
      <Button size="small" type="primary" ghost loading={busy} onClick={() => void undo()}>
        {w.undo}
      </Button>
      <span className="nol-undo-left" aria-hidden="true">
        {w.left(left)}
      </span>
    </div>
  );
}

/** Seconds that are left; stands still while `paused`. */
function useCountdown(seconds: number, paused: boolean, onEnd: () => void): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    if (paused) return;
    const timer = setInterval(() => setLeft((before) => before - 1), 1000);
    return () => clearInterval(timer);
  }, [paused]);
  useEffect(() => {
    if (left <= 0) onEnd();
  }, [left, onEnd]);
  return left;
}
