import { fieldRefusal, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, type Trx, transact } from '../../../platform/db';
import { schoolYearOf } from '../../area/index';
import { findArea, findSchool, listClasses } from '../../area/server/index';
import { putFacts } from '../../children/server/index';
import type { DecisionRequest, ReassignRequest, TaskView } from '../contract';
import { refusals } from '../words';
import { viewAfter } from './answer-actions';
import { decideAnswer, outcomesOf } from './answer-store';
import { everywhere, taskToChange } from './asking';
import { type TaskRow, updateTask } from './task-store';

/** Accepts an answer or sends it back; the bureau's word, never that of whoever answered. */
export async function decideTask(
  db: Db,
  context: Context,
  ring: KeyRing,
  id: string,
  request: DecisionRequest,
): Promise<TaskView> {
  return transact(db, context, async (trx) => {
    const change = await decide(trx, ring, id, request);
    return { result: await viewAfter(trx, ring, id), changes: [change] };
  });
}

/** Accepts several answers, each as it was seen; what cannot be accepted comes back with its sentence. */
export async function acceptTasks(
  db: Db,
  context: Context,
  ring: KeyRing,
  tasks: readonly { readonly id: string; readonly version: number }[],
): Promise<{
  readonly accepted: number;
  readonly refused: readonly { readonly id: string; readonly zh: string; readonly en: string }[];
}> {
  return transact(db, context, async (trx) => {
    const refused: { id: string; zh: string; en: string }[] = [];
    const changes = [];
    for (const { id, version } of tasks) {
      try {
        changes.push(await decide(trx, ring, id, { verdict: 'accepted', reason: '', validUntil: null, version }));
      } catch (error) {
        // Every check comes before the first write of a question, so what is refused has changed nothing.
        if (!(error instanceof Refusal)) throw error;
        refused.push({ id, ...error.says });
      }
    }
    return { result: { accepted: changes.length, refused }, changes };
  });
}

async function decide(trx: Trx, ring: KeyRing, id: string, { verdict, reason, validUntil, version }: DecisionRequest) {
  const step = verdict === 'accepted' ? 'accept' : 'send-back';
  const task = await taskToChange(trx, { id, version, step }, (found) => answeredBy(trx, found));
  const today = dayOf(trx.now);
  if (verdict === 'sent-back' && reason === '') throw fieldRefusal('reason', refusals.reason);
  if (validUntil !== null && validUntil <= today) throw fieldRefusal('validUntil', refusals.validUntil);
  const answerId = task.answer_id ?? '';
  const body = { answer: answerId, verdict, ...(validUntil === null ? {} : { validUntil }) };
  const fact = { childId: task.child_id, kind: 'decision', happened: today, source: 'bureau' as const, body };
  await putFacts(trx, [{ ...fact, evidence: `verification:${id}` }]);
  await decideAnswer(trx, ring, answerId, { verdict, reason, validUntil });
  await updateTask(trx, id, version, { state: verdict });
  const detail = { answer: answerId, verdict, validUntil };
  return { act: 'verification.decide', object: `verification:${id}`, detail };
}

/** Passes a question on to another place, from where it is answered then. */
export async function reassignTask(
  db: Db,
  context: Context,
  ring: KeyRing,
  id: string,
  request: ReassignRequest,
): Promise<TaskView> {
  return transact(db, context, async (trx) => {
    const { path, tree, reason, version } = request;
    const task = await taskToChange(trx, { id, version, step: 'reassign' });
    if (!(await isPlace(trx, tree, path))) throw fieldRefusal('path', refusals.unit);
    await updateTask(trx, id, version, { state: 'open', tree, path });
    const detail = { from: task.path, to: path };
    const change = { act: 'verification.reassign', object: `verification:${id}`, reason, detail };
    return { result: await viewAfter(trx, ring, id), changes: [change] };
  });
}

async function isPlace(trx: Trx, tree: 'area' | 'school', path: string): Promise<boolean> {
  const [county, first, second] = path.split('/').filter((part) => part !== '');
  if (county !== trx.countyId || first === undefined) return false;
  if (tree === 'area') {
    const area = await findArea(trx, second ?? first);
    return area?.path === path && area.until === null;
  }
  const school = await findSchool(trx, everywhere, first);
  if (school === undefined || school.until !== null) return false;
  if (second === undefined) return school.path === path;
  const classes = await listClasses(trx, everywhere, { schoolId: first, schoolYear: schoolYearOf(dayOf(trx.now)) });
  return classes.some((one) => one.path === path && one.until === null);
}

async function answeredBy(trx: Trx, { answer_id: id }: TaskRow): Promise<string | null> {
  if (id === null) return null;
  return (await outcomesOf(trx, [id])).get(id)?.by ?? null;
}
