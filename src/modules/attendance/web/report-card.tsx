import { useAnswer } from '../../../ui/desk/answers';
import { Card } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useWords } from '../../../ui/shared/language';
import { numberText } from '../../../ui/shared/numbers';
import { reportsPlace } from './places';
import { getReports } from './report-calls';
import { reportWords } from './report-words';

/** 缺课报告 on the start page: how many wait to be acknowledged by the one who looks. */
export function ReportCard() {
  const w = useWords(reportWords);
  const { data, error, refetch } = useAnswer(getReports, { query: {} });
  if (error) return <ErrorState refused={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={1} />;
  return (
    <Card title={w.title} beside={<Door href={hrefOf(reportsPlace)}>{w.all}</Door>}>
      {data.waiting === 0 ? (
        <p>{data.rows.length === 0 ? w.none : w.allReceived}</p>
      ) : (
        <ul className="nol-card-lines">
          <li>
            {w.waitingFor} <Door href={hrefOf(reportsPlace, {}, { receipt: 'yes' })}>{numberText(data.waiting)}</Door>
          </li>
        </ul>
      )}
    </Card>
  );
}
