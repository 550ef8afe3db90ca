import { useSay, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import { useToday } from '../../../ui/shared/server-context';
import type { Item } from '../contract';
import { itemStateSays } from '../said';
import { itemWords } from './item-words';

/** How far a difference has come: closed with its day, overdue, or followed. */
export function ItemChip({ item }: { readonly item: Pick<Item, 'state' | 'dueDay' | 'closedDay'> }) {
  const w = useWords(itemWords);
  const say = useSay();
  const today = useToday();
  const state = say(itemStateSays[item.state]);
  if (item.closedDay !== null) {
    return (
      <ToneChip tone="quiet" shape="tick">
        {state}
      </ToneChip>
    );
  }
  return item.dueDay < today ? (
    <ToneChip tone="urgent" shape="bang">{`${w.overdue} ${state}`}</ToneChip>
  ) : (
    <ToneChip tone="info" shape="half">
      {state}
    </ToneChip>
  );
}
