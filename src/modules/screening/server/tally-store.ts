import { sql } from 'kysely';
import type { Trx } from '../../../platform/db';
import { tables } from './scope-store';

/**
 * Counts a class or village of a campaign anew, or every one where none is named: what lists and start pages are made of. Called by
 * whoever has changed children of it, in the same transaction; he holds the grid, so that nobody else counts it meanwhile.
 */
export async function countGrids(trx: Trx, campaignId: string, path?: string): Promise<void> {
  const which = path === undefined ? sql`true` : sql`path = ${path}`;
  const mine = sql`county_id = ${trx.countyId} and campaign_id = ${campaignId} and ${which}`;
  await sql`delete from screening_tally where ${mine}`.execute(tables(trx));
  await sql`insert into screening_tally (county_id, campaign_id, path, tree, answer, decision, children)
    select county_id, campaign_id, path, tree, coalesce(answer, ''), decision, count(*)::int from screening_target where ${mine}
    group by 1, 2, 3, 4, 5, 6`.execute(tables(trx));
}
