import { useAnswer } from '../../../ui/desk/answers';
import { Card } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useWords } from '../../../ui/shared/language';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { getCounts } from './calls';
import { tasksPlace } from './places';
import { deskWords } from './words';

/** 待我核查、待核准: each number opens the questions it counts. */
export function VerificationCard() {
  const w = useWords(deskWords);
  const decides = holds(useSignedIn(), ['verification.decide']);
  const { data, error, refetch } = useAnswer(getCounts, {});
  if (error) return <ErrorState refused={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={2} />;
  const lines = [
    ...(decides ? [{ says: w.cardDecide, count: data.toDecide, search: { state: 'answered' as const } }] : []),
    { says: decides ? w.waiting : w.cardMine, count: data.toAnswer, search: { state: 'waiting' as const } },
  ];
  return (
    <Card title={w.tasks}>
      {lines.every(({ count }) => count === 0) ? <p>{w.cardNone}</p> : null}
      <ul className="nol-card-lines">
        {lines.map(({ says, count, search }) =>
          count === 0 ? null : (
            <li key={says}>
              {says} <Door href={hrefOf(tasksPlace, {}, search)}>{count}</Door>
            </li>
          ),
        )}
        {data.late === 0 ? null : (
          <li>
            <Door href={hrefOf(tasksPlace, {}, { late: 'yes' })}>{w.cardLate(data.late)}</Door>
          </li>
        )}
      </ul>
    </Card>
  );
}
