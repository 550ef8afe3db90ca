import type { KeyRing } from '../../../platform/crypto';
import { newId, type Trx } from '../../../platform/db';
import { type FactDraft, putFacts } from '../../children/server/index';
import { statesOf } from '../../standing/server/index';
import type { Answerer } from '../../verification/index';
import type { Answer } from '../rules/answers';
import { ownProofs, toTell } from '../rules/telling';
import { type AnswerBody, type AnswerDraft, insertAnswers, tiePhotos } from './answer-store';
import type { StoredCampaign } from './campaign-store';
import { userOf } from './scope-store';
import { type StoredTarget, updateTarget } from './target-store';

/** One answer about one child, checked. */
export type Saying = {
  readonly target: StoredTarget;
  readonly answer: Answer;
  readonly body: AnswerBody;
  readonly foundDay: string;
  readonly as: Answerer;
};

/**
 * Keeps single answers, and tells where children stand what is new of them: as the answers of verification do, by facts of kind
 * `answer` with this campaign as evidence. What is told waits for the bureau. The caller has locked the targets.
 */
export async function sayOf(
  trx: Trx,
  ring: KeyRing,
  campaign: StoredCampaign,
  today: string,
  sayings: readonly Saying[],
): Promise<{ readonly told: number }> {
  const states = await statesOf(
    trx,
    sayings.map(({ target }) => target.child_id),
    today,
  );
  const planned = sayings.map((saying) => {
    const { target, answer } = saying;
    return { saying, outcome: toTell({ answer, told: target.told, state: states.get(target.child_id) ?? '' }) };
  });
  const told = planned.filter(({ outcome }) => outcome !== undefined);
  const factIds = await putFacts(
    trx,
    told.map(({ saying, outcome }) => factOf(campaign, saying, outcome ?? '')),
  );
  const facts = new Map(told.map(({ saying }, at) => [saying.target.target_id, factIds[at] ?? null]));
  const drafts = planned.map(({ saying }) => draftOf(trx, saying, facts.get(saying.target.target_id) ?? null));
  await insertAnswers(trx, ring, drafts);
  for (const { answerId, targetId, answer, factId, foundDay } of drafts) {
    const target = sayings.find((saying) => saying.target.target_id === targetId)?.target;
    if (target === undefined) throw new Error('an answer about no target');
    await updateTarget(trx, targetId, target.version, {
      ...{ answer, answer_id: answerId, found_day: foundDay },
      ...{ decision: factId === null ? 'none' : 'waiting', told: target.told || factId !== null },
    });
    await tiePhotos(trx, targetId, answerId);
  }
  return { told: told.length };
}

function factOf(campaign: StoredCampaign, { target, answer, body, foundDay, as }: Saying, outcome: string): FactDraft {
  const proofs = [...new Set([...ownProofs(answer, campaign.method), ...body.proofs])];
  const evidence = `screening:${target.target_id}`;
  return {
    ...{ childId: target.child_id, kind: 'answer', happened: foundDay, source: as, evidence },
    body: { task: target.target_id, outcome, proofs },
  };
}

function draftOf(trx: Trx, { target, answer, body, foundDay, as }: Saying, factId: string | null): AnswerDraft {
  const ids = { answerId: newId(), targetId: target.target_id, childId: target.child_id };
  return { ...ids, answer, factId, body, foundDay, as, by: userOf(trx), at: trx.now };
}
