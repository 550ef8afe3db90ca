import { useAnswer } from '../../../ui/desk/answers';
import { Card } from '../../../ui/desk/blocks';
import { Door } from '../../../ui/desk/door';
import { hrefOf } from '../../../ui/desk/place';
import { ErrorState, LoadingState } from '../../../ui/desk/states';
import { useSay, useWords } from '../../../ui/shared/language';
import { kindSays, reasonSays } from '../said';
import { getChildItems } from './calls';
import { ItemChip } from './item-chip';
import { itemWords } from './item-words';
import { itemsPlace } from './places';

/** 月核差异: what monthly checks have said of a child, newest first. */
export function ChildCheckPanel({ childId }: { readonly childId: string }) {
  const w = useWords(itemWords);
  const say = useSay();
  const { data, error, refetch } = useAnswer(getChildItems, { params: { id: childId } });
  return (
    <Card title={w.panel}>
      {error ? <ErrorState refused={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <LoadingState rows={2} />}
      {data?.rows.length === 0 ? <p>{w.panelNone}</p> : null}
      <ul className="nol-card-lines">
        {data?.rows.map((item) => (
          <li key={item.itemId}>
            <ItemChip item={item} />{' '}
            <Door href={hrefOf(itemsPlace, {}, { only: 'all', open: item.itemId })}>
              {`${w.months(item.firstMonth, item.lastMonth)} ${say(kindSays[item.kind])} · ${say(reasonSays[item.reason])}`}
            </Door>
          </li>
        ))}
      </ul>
    </Card>
  );
}
