import type { ReadTrx } from '../../../platform/db';
import type { StandingTables } from './tables';

/** 休学 or 延缓入学 of a child. */
type PaperState = 'suspended' | 'deferred';
const paperStates: readonly PaperState[] = ['suspended', 'deferred'];

/** Which children are 休学 or 延缓入学 on a day, and since when: of some, or of all whom the asker sees. */
export async function papersOf(
  trx: ReadTrx,
  ids: readonly string[] | 'all',
  day: string,
): Promise<readonly { readonly childId: string; readonly state: PaperState; readonly since: string }[]> {
  if (ids.length === 0) return [];
  const query = trx
    .withTables<StandingTables>()
    .selectFrom('standing_interval')
    .select(['child_id', 'state', 'since_day', 'from_day'])
    .where('county_id', '=', trx.countyId)
    .where('state', 'in', paperStates)
    .where('from_day', '<=', day)
    .where('until_day', '>', day);
  const rows = await (ids === 'all' ? query : query.where('child_id', 'in', ids)).execute();
  return rows.map((row) => ({
    childId: row.child_id,
    state: row.state as PaperState,
    since: row.since_day ?? row.from_day,
  }));
}

/** Whose 休学 or 延缓入学 runs out by a day and was not settled since, with the first day without it. */
export async function papersRunningOut(
  trx: ReadTrx,
  { today, by }: { readonly today: string; readonly by: string },
): Promise<readonly { readonly childId: string; readonly state: PaperState; readonly over: string }[]> {
  const rows = await trx
    .withTables<StandingTables>()
    .selectFrom('standing_interval as paper')
    .innerJoin('standing_interval as after', (join) =>
      join
        .onRef('after.county_id', '=', 'paper.county_id')
        .onRef('after.child_id', '=', 'paper.child_id')
        .onRef('after.from_day', '=', 'paper.until_day'),
    )
    .select(['paper.child_id', 'paper.state', 'paper.until_day'])
    .where('paper.county_id', '=', trx.countyId)
    .where('paper.state', 'in', paperStates)
    .where('paper.from_day', '<=', today)
    .where('paper.until_day', '<=', by)
    .where('after.rule', '=', 'proof-expired')
    .where('after.until_day', '>', today)
    .execute();
  return rows.map((row) => ({ childId: row.child_id, state: row.state as PaperState, over: row.until_day }));
}
