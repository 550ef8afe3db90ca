import { useAnswer } from '../../../ui/desk/answers';
import { Card } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState } from '../../../ui/desk/states';
import { useWords } from '../../../ui/shared/language';
import { getDue } from './calls';
import { groupsPlace } from './places';
import { groupsWords } from './words';

/** On the start page: how many marks and papers run out. A day on which none does has no card. */
export function DueCard() {
  const w = useWords(groupsWords);
  const { data, error, refetch } = useAnswer(getDue, {});
  if (error) return <ErrorState refused={error} onRetry={() => void refetch()} />;
  if (!data || data.rows.length === 0) return null;
  const over = data.rows.filter((row) => row.over).length;
  return (
    <Card title={w.title}>
      <Door href={hrefOf(groupsPlace)}>{w.dueCount(over, data.rows.length - over)}</Door>
    </Card>
  );
}
