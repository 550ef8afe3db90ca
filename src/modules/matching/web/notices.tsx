import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSay, useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import type { ComparisonView } from '../contract';
import { useStart } from './use-start';
import { comparisonWords } from './words';

/** Why the result may not say what is true today: lists that changed, decisions that wait, an attempt that failed. */
export function Notices({ data }: { readonly data: ComparisonView }) {
  const w = useWords(comparisonWords);
  const say = useSay();
  const may = holds(useSignedIn(), ['comparison.run']);
  if (data.running) return null;
  const again = may && data.last !== null ? <Again /> : null;
  return (
    <>
      {data.failed ? <Notice tone="urgent">{say(data.failed)}</Notice> : null}
      {data.last && data.listsChanged ? <Notice next={again}>{w.listsChanged}</Notice> : null}
      {data.decisionsWaiting > 0 ? <Notice next={again}>{w.waiting(data.decisionsWaiting)}</Notice> : null}
    </>
  );
}

function Notice(props: { readonly tone?: 'urgent'; readonly next?: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={`nol-notice nol-notice-${props.tone ?? 'watch'}`} role="status">
      <span>{props.children}</span>
      {props.next}
    </div>
  );
}

function Again() {
  const w = useWords(comparisonWords);
  const { start, busy } = useStart();
  return (
    <Button size="small" loading={busy} onClick={() => void start()}>
      {w.again}
    </Button>
  );
}
