import { absent, fieldRefusal, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import { type Context, type Db, newId, type ReadTrx, type Trx, transact } from '../../../platform/db';
import { type FactDraft, listChildren, putFacts } from '../../children/server/index';
import { findingChildren, lastRun } from '../../matching/server/index';
import type { SendRequest } from '../contract';
import { isDueDay } from '../rules/deadline';
import { type AskableFinding, officeOf, type Unit, unitFor } from '../rules/units';
import { refusals, things } from '../words';
import { everywhere } from './asking';
import { findBatch, insertBatch, noteRecall } from './batch-store';
import { childrenAskedAbout, insertTasks, recallTasks, type TaskDraft, type TaskRow, waitingTasks } from './task-store';

/** A child about whom a question could be sent, and whom it would be asked of. */
export type Askable = { readonly childId: string; readonly unit: Unit };

/** The children of whom something is found and nothing is asked yet, and how many are asked about already. */
export async function askableChildren(
  trx: ReadTrx,
  finding: AskableFinding,
): Promise<{ readonly fresh: readonly Askable[]; readonly out: number }> {
  const found = await findingChildren(trx, finding);
  const asked = await childrenAskedAbout(trx, finding);
  const wanted = found.filter((id) => !asked.has(id));
  const fresh = (await listChildren(trx, everywhere, wanted)).map((child) => ({
    childId: child.child_id,
    unit: unitFor(finding, { county: trx.countyId, area: child.area_path, school: child.school_path }),
  }));
  return { fresh, out: found.length - wanted.length };
}

/** Sends questions about all children of a finding, or about those of some offices; answers with the id of the batch. */
export async function sendTasks(
  db: Db,
  context: Context,
  request: SendRequest,
): Promise<{ readonly batchId: string; readonly tasks: number }> {
  return transact(db, context, async (trx) => {
    const { finding, dueDay, note, units } = request;
    const today = dayOf(trx.now);
    if (!isDueDay(today, dueDay)) throw fieldRefusal('dueDay', refusals.dueDay);
    const run = await lastRun(trx);
    if (run === undefined) throw new Refusal('unprocessable', 'no-run', refusals.noRun);
    const { fresh } = await askableChildren(trx, finding);
    const chosen = units === undefined ? fresh : fresh.filter(({ unit }) => units.includes(officeOf(unit).path));
    if (chosen.length === 0) throw new Refusal('conflict', 'nothing-to-send', refusals.nothingToSend);
    const batchId = newId();
    const drafts = chosen.map((one): TaskDraft => ({ ...one, taskId: newId() }));
    await insertBatch(trx, { batchId, finding, runNo: run.runNo, dueDay, note, tasks: drafts.length });
    await insertTasks(trx, { batchId, finding, dueDay }, drafts);
    await putFacts(
      trx,
      drafts.map(({ taskId, childId }) => questionFact(taskId, childId, today, true)),
    );
    const detail = { finding, dueDay, tasks: drafts.length, runNo: run.runNo };
    const change = { act: 'verification.send', object: `verification-batch:${batchId}`, detail };
    return { result: { batchId, tasks: drafts.length }, changes: [change] };
  });
}

/** Calls back what nobody has answered yet of a batch. */
export async function recallBatch(db: Db, context: Context, batchId: string, reason: string): Promise<void> {
  await transact(db, context, async (trx) => {
    if ((await findBatch(trx, batchId)) === undefined) throw absent(things.batch);
    const recalled = await recallTasks(trx, { batchId }, 'bureau');
    await noteRecall(trx, batchId, reason);
    await close(trx, recalled);
    const detail = { tasks: recalled.length };
    return {
      result: undefined,
      changes: [{ act: 'verification.recall', object: `verification-batch:${batchId}`, reason, detail }],
    };
  });
}

/**
 * Calls back the questions that the newest comparison has answered: what was found is found no more. In the transaction in which
 * the comparison is taken over. What somebody has answered waits for the bureau all the same.
 */
export async function recallFound(trx: Trx): Promise<void> {
  const waiting = await waitingTasks(trx);
  const gone: string[] = [];
  for (const finding of new Set(waiting.map((task) => task.finding))) {
    const still = new Set(await findingChildren(trx, finding));
    gone.push(...waiting.flatMap((task) => (task.finding === finding && !still.has(task.child_id) ? [task.task_id] : [])));
  }
  const recalled = await recallTasks(trx, { ids: gone }, 'found');
  await close(trx, recalled);
}

/** Tells that questions are not asked any more; in the name of the bureau, whose questions they were. */
async function close(trx: Trx, tasks: readonly Pick<TaskRow, 'task_id' | 'child_id'>[]): Promise<void> {
  const today = dayOf(trx.now);
  await putFacts(
    trx,
    tasks.map(({ task_id: taskId, child_id: childId }) => questionFact(taskId, childId, today, false)),
  );
}

function questionFact(task: string, childId: string, happened: string, open: boolean): FactDraft {
  return { childId, kind: 'question', happened, source: 'bureau', evidence: `verification:${task}`, body: { task, open } };
}
