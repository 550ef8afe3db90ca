import { useAnswer } from '../../../ui/desk/answers';
import { Card } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useWords } from '../../../ui/shared/language';
import { getExportCounts } from './calls';
import { exportWords } from './export-words';
import { exportsPlace } from './places';

/** 待我审批、可以下载: each number opens the exports it counts. */
export function ExportsCard() {
  const w = useWords(exportWords);
  const { data, error, refetch } = useAnswer(getExportCounts, {});
  if (error) return <ErrorState refused={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={2} />;
  const lines = [
    { says: w.cardApprove, count: data.approve, list: 'approve' as const },
    { says: w.cardTake, count: data.take, list: 'mine' as const },
  ].filter(({ count }) => count > 0);
  return (
    <Card title={w.title}>
      {lines.length === 0 ? <p>{w.cardNone}</p> : null}
      <ul className="nol-card-lines">
        {lines.map(({ says, count, list }) => (
          <li key={list}>
            {says} <Door href={hrefOf(exportsPlace, {}, { list })}>{count}</Door>
          </li>
        ))}
      </ul>
    </Card>
  );
}
