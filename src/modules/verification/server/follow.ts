import type { Trx } from '../../../platform/db';
import { giveAnswers } from './answer-store';
import { giveTasks } from './task-store';

/** Questions and answers go with a child whose record is merged into another; answers with what went, as ids by table. */
export async function followMerge(
  trx: Trx,
  from: string,
  to: string,
): Promise<{ readonly verification_task: readonly string[] }> {
  const tasks = await giveTasks(trx, from, to);
  await giveAnswers(trx, tasks, to);
  return { verification_task: tasks };
}

/** And come back when the merge is taken apart. */
export async function undoMerge(
  trx: Trx,
  from: string,
  to: string,
  moved: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const tasks = await giveTasks(trx, from, to, moved.verification_task ?? []);
  await giveAnswers(trx, tasks, to);
}
