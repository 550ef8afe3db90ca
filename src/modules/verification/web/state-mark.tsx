import { MarkChip } from '../../../ui/shared/mark';
import type { Mark } from '../../../ui/shared/status';
import type { TaskLine } from '../contract';
import type { TaskState } from '../rules/task-states';
import { stateSays } from './task-words';

const marks: { readonly [S in TaskState]: Pick<Mark, 'shape' | 'tone'> } = {
  open: { shape: 'ring', tone: 'quiet' },
  answered: { shape: 'triangle', tone: 'watch' },
  accepted: { shape: 'tick', tone: 'calm' },
  'sent-back': { shape: 'half', tone: 'info' },
  recalled: { shape: 'ring', tone: 'quiet' },
};

/** Where a question stands; what is late says so by its shape. */
export function StateMark({ task }: { readonly task: Pick<TaskLine, 'state' | 'late'> }) {
  const mark = task.late ? { shape: 'bang' as const, tone: 'urgent' as const } : marks[task.state];
  return <MarkChip mark={{ ...mark, says: stateSays[task.state] }} />;
}
