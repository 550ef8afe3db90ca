import { absent, fieldRefusal, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, readAs, type Trx, transact } from '../../../platform/db';
import { listChildren, putFacts, sealedText } from '../../children/server/index';
import { type ProofKind, proofKinds } from '../../standing/index';
import type { AnswerRequest, TaskView } from '../contract';
import { isFoundDay, mayAnswer, needsPlace } from '../rules/answer';
import type { Answerer } from '../rules/units';
import { refusals, things } from '../words';
import { insertAnswer } from './answer-store';
import { answererOf, everywhere, taskFor, taskToChange } from './asking';
import { tieProofs } from './proof-store';
import { updateTask } from './task-store';
import { taskView } from './task-view';

/**
 * Answers a question. What it says of the child counts from this transaction on: bad news at once, good news once the bureau
 * has accepted it. An answer is never changed; whoever was wrong answers again.
 */
export async function answerTask(db: Db, context: Context, ring: KeyRing, id: string, request: AnswerRequest): Promise<TaskView> {
  return transact(db, context, async (trx) => {
    const task = await taskToChange(trx, { id, version: request.version, step: 'answer' });
    const as = answererOf(context, task) ?? 'bureau';
    const { outcome, proofs } = checked(trx, request, as);
    const happened = request.foundDay;
    const body = { task: id, outcome, proofs };
    const fact = { childId: task.child_id, kind: 'answer', happened, source: as, evidence: `verification:${id}`, body };
    const [answerId = ''] = await putFacts(trx, [fact]);
    await insertAnswer(trx, ring, {
      answerId,
      taskId: id,
      childId: task.child_id,
      outcome,
      proofs,
      body: { place: request.place, met: request.met, note: request.note },
      foundDay: request.foundDay,
      as,
    });
    await tieProofs(trx, id, answerId);
    await updateTask(trx, id, task.version, { state: 'answered', answer_id: answerId });
    const detail = { answer: answerId, outcome, proofs, as };
    const change = { act: 'verification.answer', object: `verification:${id}`, detail };
    return { result: await viewAfter(trx, ring, id), changes: [change] };
  });
}

/** Telephone and address of a child's family, for whoever is about to call or to go there; one line in the trail. */
export async function contactOf(
  db: Db,
  context: Context,
  ring: KeyRing,
  id: string,
  purpose: 'call' | 'visit',
): Promise<{ readonly phone: string; readonly address: string }> {
  return transact(db, context, async (trx) => {
    const task = await taskFor(trx, id);
    if (answererOf(context, task) === null) throw absent(things.task);
    const [child] = await listChildren(trx, everywhere, [task.child_id]);
    if (child === undefined) throw absent(things.task);
    const phone = sealedText(trx, ring, child, 'guardianPhone');
    const address = `${child.township}${child.village}${sealedText(trx, ring, child, 'address')}`;
    const change = { act: 'verification.contact', object: `child:${child.child_id}`, reason: purpose, detail: { task: id } };
    return { result: { phone, address }, changes: [change] };
  });
}

/** The question as the asker sees it after a change. */
export async function viewAfter(trx: Trx, ring: KeyRing, id: string): Promise<TaskView> {
  const view = await taskView(trx, ring, await taskFor(trx, id));
  if (view === undefined) throw absent(things.task);
  return view;
}

/** One question for its page. */
export async function readTask(db: Db, context: Context, ring: KeyRing, id: string): Promise<TaskView> {
  return readAs(db, context, async (trx) => {
    const view = await taskView(trx, ring, await taskFor(trx, id));
    if (view === undefined) throw absent(things.task);
    return view;
  });
}

function checked(trx: Trx, { outcome, proofs, place, foundDay }: AnswerRequest, as: Answerer) {
  if (!mayAnswer(outcome, as)) throw new Refusal('unprocessable', 'outcome-not-yours', refusals.outcome);
  if (needsPlace(outcome) && place === '') throw fieldRefusal('place', refusals.place);
  if (!isFoundDay(foundDay, dayOf(trx.now))) throw fieldRefusal('foundDay', refusals.foundDay);
  const known = proofs.filter(isProof);
  if (known.length !== proofs.length) throw new Refusal('invalid', 'proof-kind', refusals.proof);
  return { outcome, proofs: [...new Set(known)] };
}

function isProof(text: string): text is ProofKind {
  return proofKinds.some((kind) => kind === text);
}
