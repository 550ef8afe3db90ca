import { MarkChip } from '../../../ui/shared/mark';
import type { Mark } from '../../../ui/shared/status';
import type { ExportView } from '../contract';
import type { ExportState } from '../rules/export-state';
import { leftSays, stateSays } from './export-words';

const marks: { readonly [S in ExportState]: Pick<Mark, 'shape' | 'tone'> } = {
  asked: { shape: 'clock', tone: 'watch' },
  writing: { shape: 'half', tone: 'info' },
  failed: { shape: 'bang', tone: 'urgent' },
  ready: { shape: 'dot', tone: 'calm' },
  taken: { shape: 'tick', tone: 'quiet' },
  refused: { shape: 'ring', tone: 'quiet' },
  withdrawn: { shape: 'ring', tone: 'quiet' },
  expired: { shape: 'ring', tone: 'quiet' },
};

/** How far an export has come. */
export function ExportMark({ one: { state, kind } }: { readonly one: Pick<ExportView, 'state' | 'kind'> }) {
  return <MarkChip mark={{ ...marks[state], says: state === 'taken' ? leftSays[kind] : stateSays[state] }} />;
}
