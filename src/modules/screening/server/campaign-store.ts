import type { Selectable } from 'kysely';
import type { ReadTrx, Trx } from '../../../platform/db';
import type { StartRequest } from '../contract';
import { tables, userOf } from './scope-store';
import type { CampaignRecord } from './tables';

/** A campaign as it lies in the database. */
export type StoredCampaign = Selectable<CampaignRecord>;

/** Every campaign, those that run first, then the newest. */
export async function listCampaigns(trx: ReadTrx): Promise<readonly StoredCampaign[]> {
  return mine(trx).selectAll().orderBy('state', 'desc').orderBy('started_at', 'desc').orderBy('campaign_id').execute();
}

/** Whether there has ever been a campaign. */
export async function anyCampaign(trx: ReadTrx): Promise<boolean> {
  return (await mine(trx).select('campaign_id').limit(1).executeTakeFirst()) !== undefined;
}

/** One campaign, or undefined. With `lock` it stays as it is until the transaction ends; with `share` nobody closes it meanwhile. */
export async function findCampaign(trx: ReadTrx, id: string, hold?: 'lock' | 'share'): Promise<StoredCampaign | undefined> {
  const query = mine(trx).selectAll().where('campaign_id', '=', id);
  const held = hold === 'lock' ? query.forUpdate() : hold === 'share' ? query.forKeyShare() : query;
  return held.executeTakeFirst();
}

/** Campaigns of one template that run. */
export async function runningOf(trx: ReadTrx, template: StartRequest['template']): Promise<readonly StoredCampaign[]> {
  return mine(trx).selectAll().where('template', '=', template).where('state', '=', 'running').execute();
}

/** Keeps a campaign that starts. */
export async function insertCampaign(trx: Trx, id: string, plan: StartRequest, targets: number): Promise<void> {
  await tables(trx)
    .insertInto('screening_campaign')
    .values({
      ...{ county_id: trx.countyId, campaign_id: id, template: plan.template, method: plan.method, name: plan.name },
      ...{ places: [...plan.places], grades: [...plan.grades], from_day: plan.from, until_day: plan.until, targets },
      ...{ state: 'running', started_by: userOf(trx), started_at: trx.now, closed_by: null, closed_at: null },
    })
    .execute();
}

/** Closes a campaign as it was at `version`; false when somebody was faster. */
export async function endCampaign(trx: Trx, id: string, version: number, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('screening_campaign')
    .set({ state: 'closed', closed_by: userOf(trx), closed_at: trx.now, close_reason: reason, version: version + 1 })
    .where('county_id', '=', trx.countyId)
    .where('campaign_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function mine(trx: ReadTrx) {
  return tables(trx).selectFrom('screening_campaign').where('county_id', '=', trx.countyId);
}
