import type { Day } from '../../../kernel/day';
import { absent, Refusal } from '../../../kernel/refusal';
import { type Permission, type Scope, scopeOf } from '../../../platform/access';
import { dayOf } from '../../../platform/clock';
import type { Context, ReadTrx } from '../../../platform/db';
import type { Answerer } from '../../verification/index';
import { answererOf as answererAt } from '../../verification/server/index';
import { permissions } from '../permissions';
import { phaseOf, veiled } from '../rules/campaign';
import type { Decider } from '../rules/deciding';
import { refusals, things } from '../words';
import { findCampaign, listCampaigns, type StoredCampaign } from './campaign-store';
import { asksIn } from './grid-store';

export const everywhere: Scope = { county: true, areas: [], schools: [] };

/** Where the asker may do something; the server itself may do it everywhere. */
export function scopeFor({ actor }: Context, permission: Permission = permissions['screening.see']): Scope {
  return actor === null ? everywhere : scopeOf(actor, permission);
}

/** A campaign as the asker may know it: what it is about is the bureau's to know where that says something of children. */
function asKnown({ context }: ReadTrx, campaign: StoredCampaign): StoredCampaign {
  return deciderOf(context, null).bureau ? campaign : veiled(campaign);
}

/** Every campaign, as the asker may know it. */
export async function campaignsFor(trx: ReadTrx): Promise<readonly StoredCampaign[]> {
  return (await listCampaigns(trx)).map((campaign) => asKnown(trx, campaign));
}

/** One campaign, or the refusal that it is not there. Its name is no secret in the county; what is in it is narrowed everywhere. */
export async function campaignFor(trx: ReadTrx, id: string, hold?: 'lock' | 'share'): Promise<StoredCampaign> {
  const campaign = await findCampaign(trx, id, hold);
  if (campaign === undefined) throw absent(things.campaign);
  return asKnown(trx, campaign);
}

/** The same where it asks about somebody of the asker's places; whom it does not concern cannot tell it from one that is not there. */
export async function ownCampaign(trx: ReadTrx, id: string): Promise<StoredCampaign> {
  const campaign = await campaignFor(trx, id);
  if (!(await asksIn(trx, scopeFor(trx.context), id))) throw absent(things.campaign);
  return campaign;
}

/** Where a campaign stands today. */
export function phaseToday(trx: ReadTrx, { state, from_day: from, until_day: until }: StoredCampaign) {
  return phaseOf({ state, from, until }, dayOf(trx.now));
}

/** Refuses what is said in a campaign that has not begun or is closed. */
export function mustRun(trx: ReadTrx, campaign: StoredCampaign): void {
  const phase = phaseToday(trx, campaign);
  if (phase === 'closed') throw new Refusal('conflict', 'closed', refusals.closed);
  if (phase === 'coming') throw new Refusal('conflict', 'coming', refusals.coming(campaign.from_day));
}

/** Refuses to send something back in a campaign in which nobody can answer any more. */
export function mustTakeBack({ state }: StoredCampaign): void {
  if (state === 'closed') throw new Refusal('conflict', 'closed', refusals.notBack);
}

/** In whose name the asker answers for a grid; null where it is not his. */
export function answererOf(context: Context, grid: Parameters<typeof answererAt>[1]): Answerer | null {
  return answererAt(context, grid, permissions['screening.answer']);
}

/** What the asker is to the word of somebody that waits for the bureau. */
export function deciderOf({ actor }: Context, by: string | null): Decider {
  if (actor === null) return { bureau: true, own: false };
  return { bureau: scopeOf(actor, permissions['screening.decide']).county, own: actor.userId === by };
}

/** Whether a day lies between the first day of a campaign and today. */
export function isAnswerDay(trx: ReadTrx, { from_day: from }: StoredCampaign, day: Day): boolean {
  return day >= from && day <= dayOf(trx.now);
}
