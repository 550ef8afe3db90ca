import { useAnswer } from '../../../ui/desk/answers';
import { Card } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useSay, useWords } from '../../../ui/shared/language';
import { getChildScreening } from './desk-calls';
import { deskWords } from './desk-words';
import { campaignPlace } from './places';
import { answerText } from './words';

/** 排查: in which campaigns a child was asked about, and what was said. */
export function ScreeningPanel({ childId }: { readonly childId: string }) {
  const w = useWords(deskWords);
  const say = useSay();
  const { data, error, refetch } = useAnswer(getChildScreening, { params: { id: childId } });
  return (
    <Card title={w.panel}>
      {error ? <ErrorState refused={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingState rows={2} /> : null}
      {data?.rows.length === 0 ? <p>{w.panelNone}</p> : null}
      <ul className="nol-card-lines">
        {data?.rows.map(({ campaignId, campaign, answer, foundDay }) => (
          <li key={campaignId}>
            <Door href={hrefOf(campaignPlace, { id: campaignId })}>{campaign}</Door>{' '}
            {answer === null ? w.notAnswered : [answerText(answer, say), foundDay ?? ''].join(' · ')}
          </li>
        ))}
      </ul>
    </Card>
  );
}
