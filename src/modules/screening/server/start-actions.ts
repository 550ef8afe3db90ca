import { changedMeanwhile, Refusal, type Sentence } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, newId, type ReadTrx, readAs, type Trx, transact } from '../../../platform/db';
import { gridNames, listOwners } from '../../area/server/index';
import { markedWith } from '../../groups/server/index';
import { rollMembers } from '../../standing/server/index';
import type { PreviewRequest, PreviewView, StartRequest } from '../contract';
import { overlaps, planFault } from '../rules/campaign';
import { gridOf, type Owner, ownersOf } from '../rules/grids';
import { questionsFault } from '../rules/questions';
import { treeOf } from '../rules/templates';
import { refusals, things } from '../words';
import { campaignFor, everywhere } from './asking';
import { endCampaign, insertCampaign, runningOf } from './campaign-store';
import { insertGrids, remindGrids } from './grid-store';
import { insertQuestions } from './question-store';
import { countGrids } from './tally-store';
import { areAskedAbout, insertTargets } from './target-store';

/** So many names stand in a sentence; the rest is a number. */
const namesSaid = 5;

/** What starting a campaign would do, and why it could not. Nothing is kept. */
export async function previewCampaign(db: Db, context: Context, ring: KeyRing, plan: PreviewRequest): Promise<PreviewView> {
  return readAs(db, context, async (trx) => {
    const fault = planFault(plan, dayOf(trx.now));
    if (fault !== undefined) return { ...nothing, barred: refusals[fault] };
    const snapshot = await snapshotOf(trx, ring, plan);
    const { without } = snapshot;
    const names = await gridNames(trx, without.slice(0, 50), dayOf(trx.now));
    return {
      children: snapshot.targets.length,
      grids: snapshot.grids.length,
      owners: new Set(snapshot.grids.flatMap(({ owner }) => (owner ? [owner.userId ?? `${owner.path} ${owner.name}`] : []))).size,
      nowhere: snapshot.nowhere,
      without: without.slice(0, 50).map((path) => names.get(path)?.says ?? { zh: path, en: path }),
      withoutCount: without.length,
      barred: (await barredBy(trx, plan, snapshot)) ?? null,
    };
  });
}

/** Starts a campaign: whom it is about is fixed in this transaction, with who answers for each grid. */
export async function startCampaign(
  db: Db,
  context: Context,
  ring: KeyRing,
  plan: StartRequest,
): Promise<{ readonly campaignId: string; readonly children: number; readonly grids: number }> {
  return transact(db, context, async (trx) => {
    const fault = planFault(plan, dayOf(trx.now));
    if (fault !== undefined) throw new Refusal('unprocessable', `plan-${fault}`, said(refusals[fault]));
    const wrong = questionsFault(plan.questions);
    if (wrong !== undefined) throw new Refusal('unprocessable', `questions-${wrong}`, said(refusals[wrong]));
    const snapshot = await snapshotOf(trx, ring, plan);
    const barred = await barredBy(trx, plan, snapshot);
    if (barred !== undefined) throw new Refusal('unprocessable', 'not-started', barred);
    const campaignId = newId();
    const { targets } = snapshot;
    const tree = treeOf(plan.method);
    await insertCampaign(trx, campaignId, plan, targets.length);
    await insertQuestions(trx, campaignId, plan.questions);
    const owned = snapshot.grids.flatMap(({ owner, ...grid }) => (owner === undefined ? [] : [{ ...grid, owner }]));
    await insertGrids(trx, { campaignId, tree }, owned);
    await insertTargets(trx, { campaignId, tree }, targets);
    await countGrids(trx, campaignId);
    const { template, method, from, until, places, grades } = plan;
    const counted = { children: targets.length, grids: owned.length, questions: plan.questions.length };
    const detail = { template, method, from, until, places, grades, ...counted };
    const result = { campaignId, children: targets.length, grids: owned.length };
    return { result, changes: [{ act: 'screening.start', object: `screening:${campaignId}`, detail }] };
  });
}

/** Closes a campaign; what is open then stays open, and is counted as late for ever. */
export async function closeCampaign(
  db: Db,
  context: Context,
  id: string,
  { reason, version }: { readonly reason: string; readonly version: number },
): Promise<{ readonly campaignId: string }> {
  return transact(db, context, async (trx) => {
    const campaign = await campaignFor(trx, id, 'lock');
    if (campaign.state === 'closed') throw new Refusal('conflict', 'closed', refusals.closedAlready);
    if (!(await endCampaign(trx, id, version, reason))) throw changedMeanwhile(things.campaign);
    return { result: { campaignId: id }, changes: [{ act: 'screening.close', object: `screening:${id}`, reason }] };
  });
}

/** Reminds whoever still has children open in a campaign, or in one place of it. */
export async function remindOwners(
  db: Db,
  context: Context,
  id: string,
  place: string | undefined,
): Promise<{ readonly grids: number }> {
  return transact(db, context, async (trx) => {
    const campaign = await campaignFor(trx, id);
    if (campaign.state === 'closed') throw new Refusal('conflict', 'closed', refusals.closedAlready);
    const grids = await remindGrids(trx, id, place);
    const change = { act: 'screening.remind', object: `screening:${id}`, detail: { grids, place: place ?? '' } };
    return { result: { grids }, changes: [change] };
  });
}

type Snapshot = {
  readonly targets: readonly { readonly childId: string; readonly path: string }[];
  readonly grids: readonly { readonly path: string; readonly targets: number; readonly owner: Owner | undefined }[];
  readonly without: readonly string[];
  readonly nowhere: number;
};

/** Whom a plan is about today, and who answers for each grid. */
export async function snapshotOf(
  trx: ReadTrx,
  ring: KeyRing,
  { method, places, grades, marks }: PreviewRequest,
): Promise<Snapshot> {
  const today = dayOf(trx.now);
  const all = await rollMembers(trx, { tree: treeOf(method), places, grades }, today);
  const ids = all.map(({ childId }) => childId);
  const marked = marks === undefined ? undefined : await markedWith(trx, ring, ids, marks);
  const members = marked === undefined ? all : all.filter(({ childId }) => marked.has(childId));
  const targets = members.flatMap(({ childId, path }) => {
    const grid = gridOf(path);
    return grid === undefined ? [] : [{ childId, path: grid }];
  });
  const counts = new Map<string, number>();
  for (const { path } of targets) counts.set(path, (counts.get(path) ?? 0) + 1);
  const paths = [...counts.keys()].sort();
  const { of, without } = ownersOf(paths, await listOwners(trx, everywhere, { day: today }));
  return {
    targets,
    grids: paths.map((path) => ({ path, targets: counts.get(path) ?? 0, owner: of.get(path) })),
    without,
    nowhere: members.length - targets.length,
  };
}

async function barredBy(trx: ReadTrx | Trx, plan: PreviewRequest, { targets, without }: Snapshot): Promise<Sentence | undefined> {
  if (targets.length === 0) return refusals.nobody;
  const running = await runningOf(trx, plan.template);
  for (const { campaign_id: id, name, template, method, places, grades, from_day: from, until_day: until } of running) {
    if (!overlaps(plan, { template, method, places, grades, from, until })) continue;
    // Of which groups that one is stays unsaid; whether it asks about the same children is seen by them.
    if (plan.marks === undefined || (await areAskedAbout(trx, id, targets))) return refusals.overlap(name);
  }
  if (without.length === 0) return undefined;
  const names = await gridNames(trx, without.slice(0, namesSaid), dayOf(trx.now));
  const listed = without.slice(0, namesSaid).map((path) => names.get(path)?.says.zh ?? path);
  return refusals.without(`${listed.join('、')}${without.length > namesSaid ? '…' : ''}`, without.length);
}

const nothing = { children: 0, grids: 0, owners: 0, nowhere: 0, without: [], withoutCount: 0 };

function said({ zh, en }: Sentence): Sentence {
  return { zh: `没有发起：${zh}`, en: `Not started: ${en}` };
}
