import type { BatchAct, BatchState, CommitMode } from './rules/batch-state';
import type { Words } from './words';

/** Where a batch stands, as people read it. */
export const batchStateWords = {
  uploaded: { zh: '已上传', en: 'uploaded' },
  reading: { zh: '正在读取', en: 'being read' },
  previewed: { zh: '待确认', en: 'to be confirmed' },
  committing: { zh: '正在导入', en: 'being imported' },
  committed: { zh: '已导入', en: 'imported' },
  undone: { zh: '已撤销', en: 'undone' },
  refused: { zh: '不能读取', en: 'could not be read' },
  cancelled: { zh: '已取消', en: 'cancelled' },
} as const satisfies Record<BatchState, Words>;

/** What may happen to a batch, as a wish. */
export const batchActWords = {
  'add-file': { zh: '加文件', en: 'add a file' },
  read: { zh: '读取', en: 'read' },
  preview: { zh: '读取', en: 'read' },
  'read-fails': { zh: '读取', en: 'read' },
  commit: { zh: '导入', en: 'import' },
  committed: { zh: '导入', en: 'import' },
  'commit-fails': { zh: '导入', en: 'import' },
  undo: { zh: '撤销', en: 'undo' },
  cancel: { zh: '取消', en: 'cancel' },
} as const satisfies Record<BatchAct, Words>;

/** The ways of taking a list. */
export const modeWords = {
  replace: { zh: '整份替换', en: 'take the place of the list in use' },
  add: { zh: '补充', en: 'add to the list in use' },
  mend: { zh: '补回改好的行', en: 'bring back mended rows' },
} as const satisfies Record<CommitMode, Words>;
