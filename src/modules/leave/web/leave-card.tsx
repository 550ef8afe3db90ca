import { useAnswer } from '../../../ui/desk/answers';
import { Card } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import { getLeaves } from './calls';
import { leaveWords } from './leave-words';
import { leavePlace } from './places';
import { deskWords } from './words';

/** 请假 on the start page: what waits for me, who is not back, who is on leave; each number opens the leaves it counts. */
export function LeaveCard() {
  const w = useWords(deskWords);
  const l = useWords(leaveWords);
  const { data, error, refetch } = useAnswer(getLeaves, { query: { phase: 'mine', size: 1 } });
  if (error) return <ErrorState refused={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={2} />;
  const lines = [
    { says: w.cardMine, count: data.counts.mine, phase: 'mine' as const },
    { says: w.cardOverdue, count: data.counts.overdue, phase: 'overdue' as const },
    { says: w.cardRunning, count: data.counts.running, phase: 'running' as const },
  ].filter(({ count }) => count > 0);
  return (
    <Card title={l.title} beside={<Door href={hrefOf(leavePlace)}>{w.list}</Door>}>
      {lines.length === 0 ? <p>{w.cardNone}</p> : null}
      <ul className="nol-card-lines">
        {lines.map(({ says, count, phase }) => (
          <li key={phase}>
            {says} <Door href={hrefOf(leavePlace, {}, { phase })}>{numberText(count)}</Door>
          </li>
        ))}
      </ul>
    </Card>
  );
}
