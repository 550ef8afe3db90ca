import { useAnswer } from '../../../ui/desk/answers';
import { Card } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import { useSignedIn } from '../../../ui/shared/server-context';
import { holds } from '../../../ui/shared/session';
import { getCounts } from './desk-calls';
import { deskWords } from './desk-words';
import { campaignsPlace, startPlace } from './places';

/** 排查: what waits in campaigns that run; it opens them. */
export function ScreeningCard() {
  const w = useWords(deskWords);
  const session = useSignedIn();
  const decides = holds(session, ['screening.decide']);
  const { data, error, refetch } = useAnswer(getCounts, {});
  if (error) return <ErrorState refused={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={2} />;
  const lines = [
    { says: w.cardOpen, count: data.open },
    { says: w.cardLate, count: data.late },
    ...(decides
      ? [
          { says: w.cardDecide, count: data.toDecide },
          { says: w.cardFinds, count: data.finds },
        ]
      : []),
  ].filter(({ count }) => count > 0);
  const runs = holds(session, ['screening.run']);
  return (
    <Card title={w.list} beside={runs ? <Door href={hrefOf(startPlace)}>{w.start}</Door> : null}>
      {lines.length > 0 ? null : <p>{data.running === 0 ? w.cardNone : w.cardDone}</p>}
      <ul className="nol-card-lines">
        {lines.map(({ says, count }) => (
          <li key={says}>
            {says} <Door href={hrefOf(campaignsPlace)}>{numberText(count)}</Door>
          </li>
        ))}
      </ul>
    </Card>
  );
}
