import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useSay, useWords } from '../shared/language';
import type { Refused } from '../shared/refused';
import { defineWords } from '../shared/words';
import './states.css';

const words = defineWords({
  loading: { zh: '正在加载', en: 'Loading' },
  retry: { zh: '再试一次', en: 'Try again' },
  number: { zh: (id: string) => `编号 ${id}`, en: (id: string) => `No. ${id}` },
});

/** Nothing is here: why, and what to do next. */
export function EmptyState({ says, why, next }: { readonly says: string; readonly why?: ReactNode; readonly next?: ReactNode }) {
  return (
    <div className="nol-state">
      <p className="nol-state-says">{says}</p>
      {why ? <p className="nol-state-why">{why}</p> : null}
      {next ? <div className="nol-state-next">{next}</div> : null}
    </div>
  );
}

/** It did not work: the sentence of the refusal, a way to try again, and the number for support, small. */
export function ErrorState({ refused, onRetry, next }: { refused: Refused; onRetry?: () => void; next?: ReactNode }) {
  const say = useSay();
  const w = useWords(words);
  return (
    <div className="nol-state" role="alert">
      <p className="nol-state-says">{say(refused.says)}</p>
      <div className="nol-state-next">
        {onRetry ? <Button onClick={onRetry}>{w.retry}</Button> : null}
        {next}
      </div>
      {refused.requestId ? <p className="nol-state-code">{w.number(refused.requestId)}</p> : null}
    </div>
  );
}

/** The outline of what is coming; read out as "loading". */
export function LoadingState({ rows = 6 }: { readonly rows?: number }) {
  const w = useWords(words);
  return (
    <div className="nol-state-loading" role="status" aria-label={w.loading}>
      <Skeleton active={false} title={false} paragraph={{ rows }} />
    </div>
  );
}
