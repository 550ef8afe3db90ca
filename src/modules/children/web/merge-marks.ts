import type { Mark } from '../../../ui/shared/status';
import type { MergeView } from '../contract';

/** The mark of each state of a merge. */
export const mergeMarks: { readonly [S in MergeView['state']]: Mark } = {
  proposed: { shape: 'triangle', tone: 'watch', says: { zh: '待判', en: 'To be judged' } },
  asked: { shape: 'half', tone: 'info', says: { zh: '等另一人确认合并', en: 'Merge to be confirmed' } },
  merged: { shape: 'tick', tone: 'calm', says: { zh: '已合并', en: 'Merged' } },
  'undo-asked': { shape: 'half', tone: 'info', says: { zh: '等另一人确认拆开', en: 'Taking apart to be confirmed' } },
  refused: { shape: 'ring', tone: 'quiet', says: { zh: '不是同一人', en: 'Two children' } },
  undone: { shape: 'ring', tone: 'quiet', says: { zh: '已拆开', en: 'Taken apart' } },
};
