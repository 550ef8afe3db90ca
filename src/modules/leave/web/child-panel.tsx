import { Button } from 'antd';
import { useAnswer } from '../../../ui/desk/answers';
import { Card } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useLanguage, useSay, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import { kindSays } from '../said';
import { getChildLeaves } from './calls';
import { leaveWords, spanWords, watchWords } from './leave-words';
import { PhaseChip } from './phase-chip';
import { leavePlace } from './places';
import { deskWords } from './words';

/** 请假: the leaves of a child, newest first, and what those of the term come to. */
export function ChildLeavePanel({ childId }: { readonly childId: string }) {
  const w = useWords(deskWords);
  const l = useWords(leaveWords);
  const say = useSay();
  const { language } = useLanguage();
  const { data, error, refetch } = useAnswer(getChildLeaves, { params: { id: childId } });
  // One form for everybody: it is the phone's, and fits a desktop's screen as well.
  const ask = data?.mayAsk ? (
    <Button size="small" href={`/m/leave/ask/${childId}`} target="_blank">
      {w.panelAsk}
    </Button>
  ) : null;
  return (
    <Card title={l.title} beside={ask}>
      {error ? <ErrorState refused={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <LoadingState rows={2} />}
      {data ? <p>{data.rows.length === 0 ? w.panelNone : w.panelSum(data.times, data.days)}</p> : null}
      {data && data.watch.length > 0 ? (
        <p>
          <ToneChip tone="watch">{`${w.watch}：${watchWords(data.watch, language)}`}</ToneChip>
        </p>
      ) : null}
      <ul className="nol-card-lines">
        {data?.rows.map((leave) => (
          <li key={leave.leaveId}>
            <PhaseChip leave={leave} />{' '}
            <Door href={hrefOf(leavePlace, {}, { open: leave.leaveId })}>
              {`${say(kindSays[leave.kind])} ${spanWords(leave, language)} · ${l.days(leave.days)}`}
            </Door>
          </li>
        ))}
      </ul>
    </Card>
  );
}
