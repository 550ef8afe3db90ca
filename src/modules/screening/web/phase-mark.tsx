import { MarkChip } from '../../../ui/shared/mark';
import type { Mark } from '../../../ui/shared/status';
import type { Phase } from '../rules/campaign';
import { phaseSays } from './words';

const marks: { readonly [P in Phase]: Pick<Mark, 'shape' | 'tone'> } = {
  coming: { shape: 'ring', tone: 'quiet' },
  running: { shape: 'clock', tone: 'info' },
  late: { shape: 'bang', tone: 'urgent' },
  closed: { shape: 'tick', tone: 'quiet' },
};

/** How a campaign stands today. */
export function PhaseMark({ phase }: { readonly phase: Phase }) {
  return <MarkChip mark={{ ...marks[phase], says: phaseSays[phase] }} />;
}

/** How much of it is answered, whole percents; all only when nothing is open. */
export function shareOf({ answered, targets }: { readonly answered: number; readonly targets: number }): string {
  return `${targets === 0 ? 0 : Math.floor((answered / targets) * 100)}%`;
}
