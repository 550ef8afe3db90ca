import { useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import { commonWords } from './words';

type Lasting = { readonly from: string; readonly until: string | null };

/** Whether a place, a school or a class is in use on a day, and until when. */
export function OpenState({ thing, today }: { readonly thing: Lasting; readonly today: string }) {
  const w = useWords(commonWords);
  if (thing.until !== null) {
    const over = thing.until < today;
    return (
      <ToneChip tone={over ? 'quiet' : 'watch'} shape={over ? 'tick' : 'clock'}>
        {w.closedOn(thing.until)}
      </ToneChip>
    );
  }
  if (thing.from > today) {
    return (
      <ToneChip tone="info" shape="clock">
        {w.since(thing.from)}
      </ToneChip>
    );
  }
  // What is as it should be needs no mark.
  return <>{w.open}</>;
}
