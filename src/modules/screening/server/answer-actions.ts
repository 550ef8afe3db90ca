import { absent, changedMeanwhile, fieldRefusal, Refusal } from '../../../kernel/refusal';
import type { Scope } from '../../../platform/access';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, type Trx, transact } from '../../../platform/db';
import { listChildren, putFacts, sealedText } from '../../children/server/index';
import { type ProofKind, proofKinds } from '../../standing/index';
import { needsPlace } from '../../verification/index';
import type { ClassRequest, DecisionRequest, GridView, TargetView, VisitRequest } from '../contract';
import { permissions } from '../permissions';
import { isOutcome } from '../rules/answers';
import { decideFault } from '../rules/deciding';
import type { NumberedQuestion } from '../rules/questions';
import { visitFault } from '../rules/visit';
import { refusals, things } from '../words';
import { decideAnswer, findAnswer } from './answer-store';
import { answererOf, campaignFor, deciderOf, everywhere, isAnswerDay, mustRun, mustTakeBack, scopeFor } from './asking';
import { confirmGrid, findScreeningGrid, reopenGrid } from './grid-store';
import { mustReply } from './question-actions';
import { questionsOf } from './question-store';
import { countGrids } from './tally-store';
import { findTarget, markThere, type StoredTarget, targetsOfGrid, updateTarget } from './target-store';
import { gridView, targetView } from './target-view';
import { type Saying, sayOf } from './telling';

/**
 * Answers for a class by exception: everybody on its list is there but those who are named. Whoever saw another list than the one
 * that counts gets that one and decides again. Of a 报到 whoever came before keeps its day.
 */
export async function answerClass(
  db: Db,
  context: Context,
  ring: KeyRing,
  campaignId: string,
  { path, version, day, exceptions }: ClassRequest,
): Promise<GridView> {
  return transact(db, context, async (trx) => {
    const campaign = await campaignFor(trx, campaignId, 'share');
    const grid = await findScreeningGrid(trx, scopeFor(context), campaignId, path, true);
    if (grid === undefined) throw absent(things.grid);
    const as = answererOf(context, grid);
    if (as === null) throw new Refusal('forbidden', 'only-see', refusals.onlySee);
    if (campaign.method === 'home') throw new Refusal('unprocessable', 'not-a-class', refusals.notClass);
    mustRun(trx, campaign);
    if (grid.version !== version) throw changedMeanwhile(things.grid, await gridView(trx, campaign, path));
    if (!isAnswerDay(trx, campaign, day)) throw fieldRefusal('day', refusals.day);
    const targets = await targetsOfGrid(trx, grid, true);
    const sayings = sayingsOf(targets, exceptions, { day, as, questions: await questionsOf(trx, campaignId) });
    const named = new Set(exceptions.map(({ childId }) => childId));
    const there = targets.filter(({ child_id: id, answer }) => !named.has(id) && answer !== 'there');
    // Of whom something was told, that it is there is told as well: it is one more single answer.
    const back = there.filter(({ told }) => told);
    const plain = { place: '', met: [], proofs: [], note: '', replies: [] };
    const again = back.map((target): Saying => ({ target, answer: 'there', body: plain, foundDay: day, as }));
    const { told } = await sayOf(trx, ring, campaign, dayOf(trx.now), [...sayings, ...again]);
    await markThere(
      trx,
      there.filter((target) => !target.told).map(({ target_id: id }) => id),
      day,
    );
    await confirmGrid(trx, grid);
    await countGrids(trx, campaignId, path);
    const detail = { path, version: version + 1, children: targets.length, exceptions: exceptions.length, told };
    const change = { act: 'screening.class', object: `screening:${campaignId}`, detail };
    return { result: await gridView(trx, campaign, path), changes: [change] };
  });
}

/** Answers for one child that was visited or called; what is new of it is told in the same transaction. */
export async function answerTarget(
  db: Db,
  context: Context,
  ring: KeyRing,
  id: string,
  request: VisitRequest,
): Promise<TargetView> {
  return transact(db, context, async (trx) => {
    const target = await targetToChange(trx, scopeFor(context), id);
    const as = answererOf(context, target);
    if (as === null) throw new Refusal('forbidden', 'only-see', refusals.onlySee);
    const campaign = await campaignFor(trx, target.campaign_id, 'share');
    mustRun(trx, campaign);
    if (target.version !== request.version) throw changedMeanwhile(things.target, await targetView(trx, ring, target));
    const { outcome, place, met, note, replies, foundDay } = request;
    const fault = visitFault({ outcome, place, foundDay }, { as, from: campaign.from_day, today: dayOf(trx.now) });
    if (fault === 'outcome' || !isOutcome(outcome)) throw new Refusal('unprocessable', 'outcome-not-yours', refusals.outcome);
    if (fault !== undefined) throw fieldRefusal(fault === 'day' ? 'foundDay' : 'place', refusals[fault]);
    const proofs = request.proofs.filter(isProof);
    if (proofs.length !== request.proofs.length) throw new Refusal('invalid', 'proof-kind', refusals.outcome);
    mustReply(await questionsOf(trx, target.campaign_id), replies);
    const saying = { target, answer: outcome, body: { place, met, proofs, note, replies }, foundDay, as };
    const { told } = await sayOf(trx, ring, campaign, dayOf(trx.now), [saying]);
    await countGrids(trx, target.campaign_id, target.path);
    const detail = { target: id, outcome, as, told: told > 0 };
    const change = { act: 'screening.visit', object: `screening:${target.campaign_id}`, detail };
    return { result: await viewAfter(trx, ring, id), changes: [change] };
  });
}

/** The bureau accepts what was told, or sends it back to be answered again. Nobody decides on an answer of his own. */
export async function decideTarget(
  db: Db,
  context: Context,
  ring: KeyRing,
  id: string,
  { verdict, reason, version }: DecisionRequest,
): Promise<TargetView> {
  return transact(db, context, async (trx) => {
    const target = await targetToChange(trx, scopeFor(context, permissions['screening.decide']), id);
    const campaign = await campaignFor(trx, target.campaign_id, 'share');
    if (target.version !== version) throw changedMeanwhile(things.target, await targetView(trx, ring, target));
    const answer = target.answer_id === null ? undefined : await findAnswer(trx, target.answer_id);
    const fault = decideFault(target.decision === 'waiting', deciderOf(context, target.answered_by));
    if (fault === 'own-answer') throw new Refusal('forbidden', fault, refusals.ownAnswer);
    if (fault !== undefined || answer === undefined || answer.fact_id === null)
      throw new Refusal('conflict', 'not-waiting', refusals.notWaiting);
    if (verdict === 'sent-back') mustTakeBack(campaign);
    if (verdict === 'sent-back' && reason === '') throw fieldRefusal('reason', refusals.reason);
    const fact = { childId: target.child_id, kind: 'decision', happened: dayOf(trx.now), source: 'bureau' as const };
    const body = { answer: answer.fact_id, verdict };
    await putFacts(trx, [{ ...fact, evidence: `screening:${id}`, body }]);
    await decideAnswer(trx, answer.answer_id, verdict, reason);
    if (verdict === 'sent-back') await reopen(trx, target);
    else await updateTarget(trx, id, target.version, { decision: verdict });
    await countGrids(trx, target.campaign_id, target.path);
    const change = {
      act: 'screening.decide',
      object: `screening:${target.campaign_id}`,
      reason,
      detail: { target: id, verdict },
    };
    return { result: await viewAfter(trx, ring, id), changes: [change] };
  });
}

/**
 * One target to be answered for or decided on, locked. Its class or village is locked first, as by whoever answers for the whole, so
 * that two who write there wait for one another and never block each other.
 */
export async function targetToChange(trx: Trx, scope: Scope, id: string): Promise<StoredTarget> {
  const seen = await findTarget(trx, scope, id);
  if (seen === undefined) throw absent(things.target);
  await findScreeningGrid(trx, scope, seen.campaign_id, seen.path, true);
  const target = await findTarget(trx, scope, id, true);
  if (target === undefined) throw absent(things.target);
  return target;
}

/**
 * What is sent back is open again, to be answered anew. The list of its class is open with it: a list that was written before, on
 * whatever phone it lies, is an older one and cannot bring the old answer back unseen.
 */
export async function reopen(trx: Trx, target: StoredTarget): Promise<void> {
  const open = { answer: null, answer_id: null, found_day: null, decision: 'sent-back' } as const;
  await updateTarget(trx, target.target_id, target.version, open);
  await reopenGrid(trx, target);
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
    const target = await findTarget(trx, scopeFor(context, permissions['screening.answer']), id);
    if (target === undefined || answererOf(context, target) === null) throw absent(things.target);
    mustRun(trx, await campaignFor(trx, target.campaign_id));
    const [child] = await listChildren(trx, everywhere, [target.child_id]);
    if (child === undefined) throw absent(things.target);
    const phone = sealedText(trx, ring, child, 'guardianPhone');
    const address = `${child.township}${child.village}${sealedText(trx, ring, child, 'address')}`;
    const change = { act: 'screening.contact', object: `child:${child.child_id}`, reason: purpose, detail: { target: id } };
    return { result: { phone, address }, changes: [change] };
  });
}

async function viewAfter(trx: Trx, ring: KeyRing, id: string): Promise<TargetView> {
  const target = await findTarget(trx, everywhere, id);
  if (target === undefined) throw absent(things.target);
  return targetView(trx, ring, target);
}

type Named = ClassRequest['exceptions'];

/** The single answers of a class, of those that say something else than before; refuses who is not on its list. */
function sayingsOf(
  targets: readonly StoredTarget[],
  exceptions: Named,
  { day, as, questions }: Pick<Saying, 'as'> & { readonly day: string; readonly questions: readonly NumberedQuestion[] },
): readonly Saying[] {
  const ofChild = new Map(targets.map((target) => [target.child_id, target]));
  const strangers = exceptions.filter(({ childId }) => !ofChild.has(childId)).length;
  if (strangers > 0) throw new Refusal('unprocessable', 'not-of-grid', refusals.strangers(strangers));
  const sayings = new Map<string, Saying>();
  for (const { childId, answer, place, replies } of exceptions) {
    const target = ofChild.get(childId);
    // A list that is sent again says of most what it said before; only what is named or replied anew is news.
    if (target === undefined || (target.answer === answer && place === '' && replies.length === 0)) continue;
    if (needsPlace(answer) && place === '') throw fieldRefusal('place', refusals.place);
    mustReply(questions, replies);
    sayings.set(childId, { target, answer, body: { place, met: [], proofs: [], note: '', replies }, foundDay: day, as });
  }
  return [...sayings.values()];
}

function isProof(text: string): text is ProofKind {
  return proofKinds.some((kind) => kind === text);
}
