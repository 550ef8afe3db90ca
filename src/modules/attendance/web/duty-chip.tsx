import { useSay, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import type { ObligationView } from '../contract';
import { dutySays, followWords } from './follow-words';

/** What is due next about a child, and by how many school days it is late. */
export function DutyChip({ duty: { duty, late } }: { readonly duty: ObligationView }) {
  const w = useWords(followWords);
  const say = useSay();
  const says = say(dutySays[duty]);
  return <ToneChip tone={late > 0 ? 'urgent' : 'watch'}>{late > 0 ? `${says} · ${w.lateBy(late)}` : says}</ToneChip>;
}
