import type { ReactNode } from 'react';
import { useSay, useWords } from '../shared/language';
import type { Refused } from '../shared/refused';
import { defineWords } from '../shared/words';
import { Button } from './button';
import './lists.css';

const words = defineWords({
  loading: { zh: '正在加载', en: 'Loading' },
  retry: { zh: '再试一次', en: 'Try again' },
  number: { zh: (id: string) => `编号 ${id}`, en: (id: string) => `No. ${id}` },
});

/** Nothing is here: why, and what next. */
export function Empty({ says, next }: { readonly says: string; readonly next?: ReactNode }) {
  return (
    <div className="ph-state">
      <p>{says}</p>
      {next}
    </div>
  );
}

/** Why it did not work, and a way to try again where that may help. */
export function Fault({ refused, onRetry }: { readonly refused: Refused; readonly onRetry?: () => void }) {
  const say = useSay();
  const w = useWords(words);
  return (
    <div className="ph-state" role="alert">
      <p>{say(refused.says)}</p>
      {onRetry ? <Button onClick={onRetry}>{w.retry}</Button> : null}
      {refused.requestId ? <p className="ph-hint">{w.number(refused.requestId)}</p> : null}
    </div>
  );
}

/** The outline of a list that is coming. */
export function Loading() {
  const w = useWords(words);
  return (
    <div className="ph-loading" role="status" aria-label={w.loading}>
      {[0, 1, 2, 3].map((line) => (
        <span key={line} />
      ))}
    </div>
  );
}
