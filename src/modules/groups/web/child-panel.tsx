import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useAnswer } from '../../../ui/desk/answers';
import { Card } from '../../../ui/desk/blocks';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import { getChildGroups } from './calls';
import { MarkDialog } from './mark-dialog';
import { MarkLine } from './mark-line';
import { markWords } from './words';
import './groups.css';

/** 重点人群标记: what the asker is told of a child's marks; whoever is told no word reads 需关注, and what that asks of him. */
export function ChildGroupsPanel({ childId }: { readonly childId: string }) {
  const w = useWords(markWords);
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useAnswer(getChildGroups, { params: { id: childId } });
  const left = Math.min(...(data?.marks.flatMap(({ secondsLeft }) => secondsLeft ?? []) ?? []));
  useEffect(() => {
    if (!Number.isFinite(left)) return;
    const timer = setTimeout(() => void refetch(), left * 1000);
    return () => clearTimeout(timer);
  }, [left, refetch]);
  if (error) return <ErrorState refused={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={1} />;
  const { care, marks, mayAdd } = data;
  // Nothing to tell and nothing to do: for most children of a class.
  if (!care && marks.length === 0 && mayAdd.length === 0) return null;
  const past = marks.filter(({ holds }) => !holds);
  const add =
    mayAdd.length > 0 ? (
      <Button size="small" onClick={() => setAdding(true)}>
        {w.add}
      </Button>
    ) : null;
  return (
    <Card title={w.title} beside={add}>
      {care ? (
        <p className="groups-care">
          <ToneChip tone="watch" shape="triangle">
            {w.care}
          </ToneChip>{' '}
          {marks.length === 0 ? w.careOnly : null}
        </p>
      ) : null}
      {marks.length === 0 && !care ? <p>{w.none}</p> : null}
      <ul className="groups-marks">
        {marks
          .filter(({ holds }) => holds)
          .map((mark) => (
            <MarkLine key={mark.markId} childId={childId} mark={mark} />
          ))}
      </ul>
      {past.length > 0 ? (
        <details>
          <summary>{w.past(past.length)}</summary>
          <ul className="groups-marks">
            {past.map((mark) => (
              <MarkLine key={mark.markId} childId={childId} mark={mark} />
            ))}
          </ul>
        </details>
      ) : null}
      <MarkDialog childId={childId} groups={mayAdd} open={adding} onClose={() => setAdding(false)} />
    </Card>
  );
}
