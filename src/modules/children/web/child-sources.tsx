import { useAnswer } from '../../../ui/desk/answers';
import { EmptyState, ErrorState, LoadingState } from '../../../ui/desk/states';
import { useWords } from '../../../ui/shared/language';
import type { ChildView } from '../contract';
import { getSources } from './calls';
import { useNameOf } from './line';
import { SourcesTable } from './sources-table';
import { sourceWords } from './words';

type ChildSourcesProps = { readonly child: Pick<ChildView, 'childId' | 'name'> };

/** 来源: the rows of all lists that are this child, side by side. */
export function ChildSources({ child }: ChildSourcesProps) {
  const w = useWords(sourceWords);
  const name = useNameOf()(child);
  const answer = useAnswer(getSources, { params: { id: child.childId } });
  if (answer.error && !answer.data) return <ErrorState refused={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <LoadingState rows={5} />;
  const { rows } = answer.data;
  if (rows.length === 0) return <EmptyState says={w.empty} />;
  const reveal = { childId: child.childId, name, shownSince: answer.dataUpdatedAt, onOver: answer.refetch };
  return (
    <>
      <p className="child-hint">{w.help}</p>
      <SourcesTable groups={[{ key: 'rows', rows }]} reveal={reveal} />
    </>
  );
}
