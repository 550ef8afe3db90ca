import { absent, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, newId, type Trx, transact } from '../../../platform/db';
import { type RowRef, rowName } from '../../children/index';
import { putFacts, readBodies, userNames } from '../../children/server/index';
import type { AlikeDecision, Answer, Decision, GroupView, ReviewView, TakeBack } from '../review-contract';
import { answerWords, things } from '../review-words';
import { isAlike } from './alike';
import { type Decidedness, decidednessOf, insertDecision, saveDecidedness } from './decision-store';
import { findReview, listDecisions, listGroup, lockReviews } from './review-queries-store';
import { reviewView } from './review-views';
import { reviewFacts } from './run/take-reviews';
import type { DecisionRecord, ReviewRecord } from './tables';

/** Says of a pair whether it is one child. The next comparison follows it. Whoever comes second is told what the first has said. */
export async function decide(db: Db, ring: KeyRing, context: Context, id: string, asked: Decision): Promise<ReviewView> {
  return transact(db, context, async (trx) => {
    const review = await toChange(trx, id, asked.version);
    if (review.state === 'gone') throw notAskedAnyMore();
    await settle(trx, ring, review, asked.answer, asked.reason, null);
    const detail = { answer: asked.answer, before: review.decision };
    const change = { act: 'review.decide', object: `review:${id}`, reason: asked.reason, detail };
    return { result: await viewOf(trx, ring, id), changes: [change] };
  });
}

/** Takes the newest decision of a pair back: it stands as it stood before. */
export async function takeBack(db: Db, ring: KeyRing, context: Context, id: string, asked: TakeBack): Promise<ReviewView> {
  return transact(db, context, async (trx) => {
    const review = await toChange(trx, id, asked.version);
    const newest = inForce(await listDecisions(trx, id)).at(-1);
    if (newest === undefined || review.state !== 'decided') throw nothingToTakeBack();
    await putBack(trx, ring, review, newest);
    const change = { act: 'review.take-back', object: `review:${id}`, detail: { answer: newest.decision } };
    return { result: await viewOf(trx, ring, id), changes: [change] };
  });
}

/** Says of pairs that differ in writing alone that each is one child; what changed meanwhile or is not alike is left as it is. */
export async function decideAlike(db: Db, ring: KeyRing, context: Context, asked: AlikeDecision): Promise<GroupView> {
  return transact(db, context, async (trx) => {
    const groupId = newId();
    const versions = new Map(asked.reviews.map(({ id, version }) => [id, version]));
    const locked = await lockReviews(trx, [...versions.keys()]);
    const fresh = locked.filter((review) => review.state === 'open' && review.version === versions.get(review.review_id));
    const alike = await isAlike(trx, ring, fresh);
    const pairs = fresh.filter(alike);
    for (const review of pairs) await settle(trx, ring, review, 'same', asked.reason, groupId);
    const detail = { answer: 'same', pairs: pairs.map((review) => review.review_id) };
    const change = { act: 'review.decide', object: `reviews:${groupId}`, reason: asked.reason, detail };
    const result = { groupId, decided: pairs.length, left: versions.size - pairs.length };
    return { result, changes: pairs.length > 0 ? [change] : [] };
  });
}

/** Takes back what was decided together; a pair about which something newer was said is left as it is. */
export async function takeGroupBack(db: Db, ring: KeyRing, context: Context, groupId: string): Promise<GroupView> {
  return transact(db, context, async (trx) => {
    const said = await listGroup(trx, groupId);
    if (said.length === 0) throw absent(things.group);
    const locked = await lockReviews(
      trx,
      said.map((one) => one.review_id),
    );
    let back = 0;
    for (const review of locked) {
      const newest = inForce(await listDecisions(trx, review.review_id)).at(-1);
      if (newest?.group_id !== groupId || review.state !== 'decided') continue;
      await putBack(trx, ring, review, newest);
      back++;
    }
    const change = { act: 'review.take-back', object: `reviews:${groupId}`, detail: { pairs: back } };
    return { result: { groupId, decided: back, left: said.length - back }, changes: back > 0 ? [change] : [] };
  });
}

async function toChange(trx: Trx, id: string, version: number): Promise<ReviewRecord> {
  const review = await findReview(trx, id, true);
  if (review === undefined) throw absent(things.review);
  if (review.version !== version) throw await somebodyWasFaster(trx, review);
  return review;
}

async function settle(
  trx: Trx,
  ring: KeyRing,
  review: ReviewRecord,
  answer: Answer,
  reason: string,
  groupId: string | null,
): Promise<void> {
  const before = decidednessOf(review);
  const by = trx.context.actor?.userId ?? 'system';
  await insertDecision(trx, { reviewId: review.review_id, decision: answer, reason, by, groupId, before });
  const decidedCompared = review.compared.toString('base64');
  const at = trx.now.toISOString();
  await change(trx, ring, review, {
    ...{ state: 'decided' as const, decision: answer, decidedCompared, reason },
    ...{ decidedBy: by, decidedAt: at, appliedRun: null },
  });
}

async function putBack(trx: Trx, ring: KeyRing, review: ReviewRecord, newest: DecisionRecord): Promise<void> {
  const by = trx.context.actor?.userId ?? 'system';
  await insertDecision(trx, {
    ...{ reviewId: review.review_id, decision: 'taken-back' as const, reason: newest.decision },
    ...{ by, groupId: newest.group_id, before: null },
  });
  await change(trx, ring, review, newest.before as Decidedness);
}

/** Lets a pair stand so; where a doubt begins or ends by it, the children of both rows are told. */
async function change(trx: Trx, ring: KeyRing, review: ReviewRecord, now: Decidedness): Promise<void> {
  await saveDecidedness(trx, review.review_id, now);
  const doubt = isDoubted(now);
  if (doubt === isDoubted(decidednessOf(review))) return;
  const [left, right] = sidesOf(review);
  const bodies = await readBodies(trx, ring, [left, right]);
  const childOf = (row: RowRef) => bodies.get(rowName(row))?.childId;
  await putFacts(trx, reviewFacts([{ reviewId: review.review_id, left, right }], doubt, dayOf(trx.now), childOf));
}

/** Until a comparison has followed a decision, nobody's rows have moved, and the doubt is there. */
function isDoubted({ state, decision, appliedRun }: Decidedness): boolean {
  if (state === 'gone') return false;
  return state === 'open' || decision === 'unsure' || appliedRun === null;
}

function sidesOf(review: ReviewRecord): readonly [RowRef, RowRef] {
  return [
    { kind: review.left_kind, key: review.left_key },
    { kind: review.right_kind, key: review.right_key },
  ];
}

/** Decisions that were not taken back, in their order: each taking back takes the newest one away. */
function inForce(said: readonly DecisionRecord[]): readonly DecisionRecord[] {
  const stack: DecisionRecord[] = [];
  for (const one of said) {
    if (one.decision === 'taken-back') stack.pop();
    else stack.push(one);
  }
  return stack;
}

async function viewOf(trx: Trx, ring: KeyRing, id: string): Promise<ReviewView> {
  const review = await findReview(trx, id);
  if (review === undefined) throw absent(things.review);
  return reviewView(trx, ring, review);
}

async function somebodyWasFaster(trx: Trx, review: ReviewRecord): Promise<Refusal> {
  const who = (await userNames(trx, [review.decided_by])).get(review.decided_by ?? '');
  const current = { version: review.version, state: review.state, answer: review.decision };
  if (review.state !== 'decided' || review.decision === null || who === undefined) {
    const zh = '没有保存：这一对刚刚有了变化。已显示最新内容，请看过再判。';
    const en = 'Not saved: this pair has just changed. Look at what it is now and decide again.';
    return new Refusal('conflict', 'changed-meanwhile', { zh, en }, { current });
  }
  const answer = answerWords[review.decision];
  const zh = `没有保存：${who}刚刚把这一对判为“${answer.zh}”。不同意的话，请先和对方商量，再重新判定。`;
  const en = `Not saved: ${who} has just decided "${answer.en}". If you disagree, talk to each other and decide again.`;
  return new Refusal('conflict', 'decided-meanwhile', { zh, en }, { current });
}

function notAskedAnyMore(): Refusal {
  const zh = '没有保存：名册已经变了，这一对不用再判。请看下一对。';
  return new Refusal('conflict', 'not-asked', {
    zh,
    en: 'Not saved: the lists have changed, and this pair needs no answer any more. Look at the next.',
  });
}

function nothingToTakeBack(): Refusal {
  const zh = '没有撤销：这一对现在没有判定可以撤销。';
  return new Refusal('conflict', 'not-decided', { zh, en: 'Nothing was undone: this pair is not decided at present.' });
}
