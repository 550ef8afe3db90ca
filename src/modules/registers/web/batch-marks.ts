import type { Mark } from '../../../ui/shared/status';
import { batchStateWords } from '../batch-words';
import type { BatchState } from '../rules/batch-state';

/** How each state of a batch is shown. */
export const batchMarks = {
  uploaded: { shape: 'ring', tone: 'quiet', says: batchStateWords.uploaded },
  reading: { shape: 'clock', tone: 'info', says: batchStateWords.reading },
  previewed: { shape: 'triangle', tone: 'watch', says: batchStateWords.previewed },
  committing: { shape: 'clock', tone: 'info', says: batchStateWords.committing },
  committed: { shape: 'tick', tone: 'calm', says: batchStateWords.committed },
  undone: { shape: 'ring', tone: 'quiet', says: batchStateWords.undone },
  refused: { shape: 'bang', tone: 'urgent', says: batchStateWords.refused },
  cancelled: { shape: 'ring', tone: 'quiet', says: batchStateWords.cancelled },
} as const satisfies Record<BatchState, Mark>;

/** Whether the server is at work on a batch. */
export function isWorking(state: BatchState): boolean {
  return state === 'reading' || state === 'committing';
}
