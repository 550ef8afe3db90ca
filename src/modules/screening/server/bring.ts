import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { newId, type Trx } from '../../../platform/db';
import { inPieces } from '../../children/server/index';
import { statesOf } from '../../standing/server/index';
import { isFindOutcome } from '../rules/finds';
import { officeOf } from '../rules/grids';
import { treeOf } from '../rules/templates';
import { type AnswerDraft, insertAnswers } from './answer-store';
import { everywhere } from './asking';
import {
  type BroughtAnswer,
  type BroughtCampaign,
  type BroughtFind,
  type BroughtGrid,
  type BroughtTarget,
  putCampaign,
  putGrids,
  putSigns,
  putTargets,
} from './bring-store';
import { settle } from './find-actions';
import { findFind, insertFind } from './find-store';
import { insertQuestions } from './question-store';
import { snapshotOf } from './start-actions';
import { countGrids } from './tally-store';

/**
 * Brings a campaign at once, about whoever is in its scope today. What is brought tells nothing of where children stand: the caller
 * gives only words that do not, but for a child on no list whom the bureau has entered. Answers with how many children it is about; a
 * campaign about nobody is left out.
 */
export async function bringCampaign(trx: Trx, ring: KeyRing, brought: BroughtCampaign): Promise<number> {
  const { plan, say } = brought;
  const { targets, grids } = await snapshotOf(trx, ring, plan);
  const states = await statesOf(
    trx,
    targets.map(({ childId }) => childId),
    dayOf(trx.now),
  );
  const schooled = new Set([...states].flatMap(([childId, state]) => (state === 'in-school' ? [childId] : [])));
  const ofGrid = new Map<string, string[]>(grids.map(({ path }) => [path, []]));
  for (const { childId, path } of targets) ofGrid.get(path)?.push(childId);
  const owned = grids.flatMap(({ path, owner }) => (owner === undefined ? [] : [{ path, owner }]));
  const said = owned.map(({ path, owner }) => {
    const children = [...(ofGrid.get(path) ?? [])].sort();
    return { path, owner, children, words: say({ path, children, schooled }) };
  });
  const made = said.flatMap(({ path, children, words }) =>
    children.map((childId): BroughtTarget => targetOf(path, childId, words.answers.get(childId))),
  );
  if (made.length === 0) return 0;
  const campaignId = newId();
  const tree = treeOf(plan.method);
  await putCampaign(trx, campaignId, brought, made.length);
  await insertQuestions(trx, campaignId, brought.questions ?? []);
  const rows = said.map(
    ({ path, owner, children, words }): BroughtGrid => ({ path, owner, targets: children.length, confirmed: words.confirmed }),
  );
  await putGrids(trx, { campaignId, tree }, rows);
  await putTargets(trx, { campaignId, tree }, made);
  await countGrids(trx, campaignId);
  for (const piece of inPieces(made.flatMap(draftsOf))) await insertAnswers(trx, ring, piece);
  await putSigns(trx, campaignId, signsOf(brought, owned));
  for (const one of brought.finds) {
    const there = (ofGrid.get(one.find.path) ?? []).filter((childId) => schooled.has(childId)).sort();
    await bringFind(trx, ring, campaignId, one, there[0]);
  }
  return made.length;
}

async function bringFind(
  trx: Trx,
  ring: KeyRing,
  campaignId: string,
  { find, as, by, at, settled }: BroughtFind,
  known: string | undefined,
): Promise<void> {
  if (!isFindOutcome(find.outcome, as)) throw new Error(`nobody says ${find.outcome} of a child on no list`);
  const id = await insertFind(trx, ring, campaignId, { ...find, outcome: find.outcome }, { as, by, at });
  const found = await findFind(trx, ring, everywhere, id);
  if (settled === undefined || found === undefined) return;
  const { verdict, reason } = settled;
  if (verdict === 'dismissed') await settle(trx, ring, found, { verdict, reason }, settled);
  else if (verdict === 'entered') await settle(trx, ring, found, { verdict }, settled);
  else if (known !== undefined) await settle(trx, ring, found, { verdict, childId: known }, settled);
}

/** Of classes the schools that signed; a village signs nothing. */
function signsOf({ plan, sign }: BroughtCampaign, grids: readonly { readonly path: string }[]) {
  if (treeOf(plan.method) !== 'school') return [];
  return [...new Set(grids.map(({ path }) => officeOf(path)))].flatMap((path) => {
    const word = sign(path);
    return word === null ? [] : [{ ...word, path }];
  });
}

function targetOf(path: string, childId: string, said: BroughtAnswer | undefined): BroughtTarget {
  const single = said?.single === true;
  return { targetId: newId(), answerId: single ? newId() : null, childId, path, said: said ?? null };
}

function draftsOf({ targetId, answerId, childId, said }: BroughtTarget): readonly AnswerDraft[] {
  if (answerId === null || said === null) return [];
  const { answer, foundDay, as, by, at, replies = [] } = said;
  const body = { place: '', met: [], proofs: [], note: '', replies };
  return [{ answerId, targetId, childId, answer, factId: null, body, foundDay, as, by, at }];
}
