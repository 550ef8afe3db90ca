import { useSay, useWords } from '../../../ui/shared/language';
import { ToneChip } from '../../../ui/shared/mark';
import type { LeaveLine } from '../contract';
import { leaveWords, phaseSays } from './leave-words';

/** How a leave stands; of one that was not ended, for how long the child has been due back. */
export function PhaseChip({ leave }: { readonly leave: Pick<LeaveLine, 'phase' | 'lateDays'> }) {
  const w = useWords(leaveWords);
  const say = useSay();
  const { phase, lateDays } = leave;
  const says = phase !== 'overdue' ? say(phaseSays[phase]) : lateDays === 0 ? w.due : w.late(lateDays);
  return <ToneChip tone={phase === 'overdue' && lateDays === 0 ? 'watch' : phaseSays[phase].tone}>{says}</ToneChip>;
}
