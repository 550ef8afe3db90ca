import { absent, fieldRefusal, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, type ReadTrx, readAs, type Trx, transact } from '../../../platform/db';
import { enterChild, findChild, numberedChildren, putFacts } from '../../children/server/index';
import { statesOf } from '../../standing/server/index';
import type { FindDecision, FindRequest, FindsQuery, FindsView, FindView } from '../find-contract';
import { permissions } from '../permissions';
import { decideFault } from '../rules/deciding';
import { findFault, isFindOutcome } from '../rules/finds';
import { toTell } from '../rules/telling';
import { refusals, things } from '../words';
import { answererOf, campaignFor, deciderOf, everywhere, mustRun, ownCampaign, scopeFor } from './asking';
import { decideFind, type FindBody, findFind, insertFind, isToldAlready, listFinds, type StoredFind } from './find-store';
import { findLines, findView } from './find-view';
import { findScreeningGrid } from './grid-store';
import { userOf } from './scope-store';

/** Tells of a child that was met during visits and is on no list; it waits for the bureau. */
export async function tellOfFind(
  db: Db,
  context: Context,
  ring: KeyRing,
  campaignId: string,
  request: FindRequest,
): Promise<FindView> {
  return transact(db, context, async (trx) => {
    const campaign = await campaignFor(trx, campaignId, 'share');
    const grid = await findScreeningGrid(trx, scopeFor(context), campaignId, request.path);
    if (grid === undefined) throw absent(things.grid);
    const as = answererOf(context, grid);
    if (as === null) throw new Refusal('forbidden', 'only-see', refusals.onlySee);
    if (campaign.method !== 'home') throw new Refusal('unprocessable', 'not-at-home', refusals.notAtHome);
    mustRun(trx, campaign);
    const fault = findFault(request, { as, from: campaign.from_day, today: dayOf(trx.now) });
    if (fault === 'outcome' || !isFindOutcome(request.outcome, as))
      throw new Refusal('unprocessable', 'outcome-not-yours', refusals.outcome);
    if (fault !== undefined) throw fieldRefusal(fieldOf[fault], refusals[fault]);
    if (await isToldAlready(trx, campaignId, request)) throw new Refusal('conflict', 'told-already', refusals.toldAlready);
    const id = await insertFind(
      trx,
      ring,
      campaignId,
      { ...request, outcome: request.outcome },
      { as, by: userOf(trx), at: trx.now },
    );
    const detail = { find: id, path: request.path, outcome: request.outcome, as };
    return {
      result: await viewOf(trx, ring, id),
      changes: [{ act: 'screening.find', object: `screening:${campaignId}`, detail }],
    };
  });
}

const fieldOf = { birth: 'birthDay', number: 'idNumber', place: 'place', day: 'foundDay' } as const;

/** The children that were met in a campaign, of the asker's places. */
export async function readFinds(db: Db, context: Context, campaignId: string, query: FindsQuery): Promise<FindsView> {
  return readAs(db, context, async (trx) => {
    await ownCampaign(trx, campaignId);
    const { rows, total } = await listFinds(trx, scopeFor(context), campaignId, query);
    return { rows: await findLines(trx, rows), total, page: query.page, size: query.size, today: dayOf(trx.now) };
  });
}

/** One of them. */
export async function readFind(db: Db, context: Context, ring: KeyRing, id: string): Promise<FindView> {
  return readAs(db, context, async (trx) => viewOf(trx, ring, id));
}

/**
 * The bureau says who it is. What was told of where the child learns is recorded of that child as an accepted answer, with the
 * visit as evidence; a child that nobody had is entered first. Nobody decides on what he told himself.
 */
export async function settleFind(db: Db, context: Context, ring: KeyRing, id: string, decision: FindDecision): Promise<FindView> {
  return transact(db, context, async (trx) => {
    const found = await findFind(trx, ring, scopeFor(context, permissions['screening.decide']), id, true);
    if (found === undefined) throw absent(things.find);
    const { find } = found;
    const fault = decideFault(find.state === 'open', deciderOf(context, find.found_by));
    if (fault === 'own-answer') throw new Refusal('forbidden', fault, refusals.ownFind);
    if (fault !== undefined) throw new Refusal('conflict', 'settled', refusals.settled);
    const { childId, reason } = await settle(trx, ring, found, decision);
    const detail = { find: id, verdict: decision.verdict, ...(childId === null ? {} : { child: childId }) };
    const change = { act: 'screening.settle', object: `screening:${find.campaign_id}`, reason, detail };
    return { result: await viewOf(trx, ring, id), changes: [change] };
  });
}

/** Settles one, in the name of whoever runs the transaction or of somebody who did it then. */
export async function settle(
  trx: Trx,
  ring: KeyRing,
  { find, body }: { readonly find: StoredFind; readonly body: FindBody },
  decision: FindDecision,
  word?: Parameters<typeof decideFind>[3],
): Promise<{ readonly childId: string | null; readonly reason: string }> {
  const reason = decision.verdict === 'dismissed' ? decision.reason : '';
  const childId = await whoIs(trx, ring, find, body, decision);
  await decideFind(trx, find.find_id, { state: decision.verdict, childId, reason }, word);
  return { childId, reason };
}

async function whoIs(trx: Trx, ring: KeyRing, find: StoredFind, body: FindBody, decision: FindDecision): Promise<string | null> {
  if (decision.verdict === 'dismissed') return null;
  if (decision.verdict === 'entered') return enterFound(trx, ring, find, body);
  const child = await findChild(trx, everywhere, decision.childId);
  if (child === undefined) throw absent(things.child);
  const state = (await statesOf(trx, [child.child_id], dayOf(trx.now))).get(child.child_id) ?? '';
  if (toTell({ answer: find.outcome, state, told: false }) !== undefined) await tellAccepted(trx, find, child.child_id);
  return child.child_id;
}

async function enterFound(trx: Trx, ring: KeyRing, find: StoredFind, body: FindBody): Promise<string> {
  const { name, sex, birth_day: birthDay, path } = find;
  const { idNumber, guardian: guardianName, phone: guardianPhone, address } = body;
  const [same] = idNumber === '' ? [] : (await numberedChildren(trx, ring, everywhere, idNumber)).rows;
  if (same !== undefined) throw new Refusal('conflict', 'known-number', refusals.knownNumber(same.name));
  const village = path.split('/').slice(-2)[0] ?? '';
  const known = { name, sex, birthDay, idNumber, guardianName, guardianPhone, address, village };
  const { childId, areaPath } = await enterChild(trx, ring, known, refusals.enteredBecause.zh);
  const home = { childId, kind: 'home', happened: find.found_day, source: find.found_as, evidence: evidenceOf(find) };
  await putFacts(trx, [{ ...home, body: { area: areaPath } }]);
  await tellAccepted(trx, find, childId);
  return childId;
}

async function tellAccepted(trx: Trx, find: StoredFind, childId: string): Promise<void> {
  const said = { childId, happened: find.found_day, evidence: evidenceOf(find) };
  const answer = { task: find.find_id, outcome: find.outcome, proofs: ['home-visit'] };
  const [fact] = await putFacts(trx, [{ ...said, kind: 'answer', source: find.found_as, body: answer }]);
  const decision = { answer: fact, verdict: 'accepted' };
  await putFacts(trx, [{ ...said, happened: dayOf(trx.now), kind: 'decision', source: 'bureau', body: decision }]);
}

function evidenceOf({ find_id: id }: StoredFind): string {
  return `screening-find:${id}`;
}

async function viewOf(trx: ReadTrx, ring: KeyRing, id: string): Promise<FindView> {
  const found = await findFind(trx, ring, scopeFor(trx.context), id);
  if (found === undefined) throw absent(things.find);
  return findView(trx, ring, found);
}
