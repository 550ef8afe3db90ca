import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../shared/language';
import { defineWords } from '../shared/words';
import './lists.css';

const words = defineWords({ close: { zh: '关闭', en: 'Close' } });

type SheetProps = {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** False: only an answer closes it. */
  readonly closable?: boolean;
};

/** Comes up from the foot of the screen; takes the focus, keeps it, and gives it back to what opened it. */
export function Sheet({ open, title, onClose, children, closable = true }: SheetProps) {
  const w = useWords(words);
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const before = document.activeElement;
    sheet.current?.querySelector<HTMLElement>('input, button')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [open]);
  if (!open) return null;
  return (
    <div className="ph-veil">
      <div
        ref={sheet}
        className="ph-sheet"
        role="dialog"
        aria-modal="true"
        aria-labelledby={id}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && closable) onClose();
          if (event.key === 'Tab') keepInside(event.currentTarget, event.shiftKey, () => event.preventDefault());
        }}
      >
        <div className="ph-sheet-head">
          <h2 id={id}>{title}</h2>
          {closable ? (
            <button type="button" className="ph-sheet-close" onClick={onClose} aria-label={w.close}>
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
                <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="1.8" />
              </svg>
            </button>
          ) : null}
        </div>
        {children}
      </div>
    </div>
  );
}

/** Tab goes round inside the sheet. */
function keepInside(sheet: HTMLElement, backwards: boolean, stay: () => void): void {
  const reachable = [
    ...sheet.querySelectorAll<HTMLElement>('a[href], button:not(:disabled), input:not(:disabled), textarea, select'),
  ];
  const [first, last] = [reachable[0], reachable[reachable.length - 1]];
  const leaving = backwards ? document.activeElement === first : document.activeElement === last;
  if (!leaving) return;
  stay();
  (backwards ? last : first)?.focus();
}
