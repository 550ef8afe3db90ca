import { standingState } from '../../../kernel/standing';
import { useAnswer } from '../../../ui/desk/answers';
import { Card } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useSay, useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { useUnsettled } from '../../standing/web/index';
import { getCounts } from './calls';
import { sendPlace, tasksPlace } from './places';
import { deskWords } from './words';

/** 待我核查、待核准: each number opens the questions it counts. Where nothing is out, what could be sent. */
export function VerificationCard() {
  const w = useWords(deskWords);
  const session = useSignedIn();
  const decides = holds(session, ['verification.decide']);
  const sends = holds(session, ['verification.send']);
  const { data, error, refetch } = useAnswer(getCounts, {});
  if (error) return <ErrorState refused={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={2} />;
  const lines = [
    ...(decides ? [{ says: w.cardDecide, count: data.toDecide, search: { state: 'answered' as const } }] : []),
    { says: decides ? w.waiting : w.cardMine, count: data.toAnswer, search: { state: 'waiting' as const } },
  ];
  return (
    <Card title={w.tasks} beside={sends ? <Door href={hrefOf(sendPlace)}>{w.send}</Door> : null}>
      {lines.some(({ count }) => count > 0) ? null : sends ? <Unasked /> : <p>{w.cardNone}</p>}
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

/** Nothing is asked at the moment: whoever sends questions is told of how many children nobody knows where they learn. */
function Unasked() {
  const w = useWords(deskWords);
  const say = useSay();
  const unsettled = useUnsettled();
  if (unsettled.length === 0) return <p>{w.cardNone}</p>;
  return (
    <>
      <ul className="nol-card-lines">
        {unsettled.map(({ state, count, href }) => (
          <li key={state}>
            {say(standingState(state))} <Door href={href}>{numberText(count)}</Door>
          </li>
        ))}
      </ul>
      <p>{w.cardUnasked}</p>
    </>
  );
}
