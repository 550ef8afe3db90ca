import { sql } from 'kysely';
import type { Scope } from '../../../platform/access';
import type { ReadTrx } from '../../../platform/db';
import type { SumView } from '../contract';
import { type Answer, bucketOf, buckets } from '../rules/answers';
import type { Cut } from '../rules/cuts';
import { inScope, tables, under } from './scope-store';
import { changedSql, cutSql, officeSql } from './target-store';

/** How many targets of a group were answered with what; `answer` null: not yet. */
type Tally = { readonly answer: Answer | null; readonly decision: string; readonly count: number };

/** Nothing counted yet. */
export const emptySum: SumView = {
  ...{ targets: 0, answered: 0, open: 0, waiting: 0 },
  buckets: { schooled: 0, 'not-in-school': 0, 'not-found': 0, gone: 0 },
};

/** A sum with a tally more. */
export function addTally(sum: SumView, { answer, decision, count }: Tally): SumView {
  const waiting = sum.waiting + (decision === 'waiting' ? count : 0);
  const targets = sum.targets + count;
  if (answer === null) return { ...sum, targets, waiting, open: sum.open + count };
  const bucket = bucketOf(answer);
  const counted = Object.fromEntries(buckets.map((one) => [one, sum.buckets[one] + (one === bucket ? count : 0)]));
  return { ...sum, targets, waiting, answered: sum.answered + count, buckets: counted as SumView['buckets'] };
}

/** The sums of some campaigns in a scope. They are made of a few rows a class or village (`tally-store.ts`). */
export async function sumsOfCampaigns(
  trx: ReadTrx,
  scope: Scope,
  campaigns: readonly string[],
): Promise<ReadonlyMap<string, SumView>> {
  const { rows } = await sql<Tally & { campaign_id: string }>`
    select campaign_id, nullif(answer, '') as answer, decision, sum(children)::int as count from screening_tally t
    where t.county_id = ${trx.countyId} and t.campaign_id = any(${campaigns}::text[]) and ${inScope(scope, 't')}
    group by 1, 2, 3`.execute(tables(trx));
  return summed(rows, ({ campaign_id: id }) => id);
}

/**
 * The sums of a campaign by place, in a scope and below `place`: by school or township (`depth` 2) or by class or village (3).
 * What lies at the place itself, because no village is known, stands under the place.
 */
export async function sumsByPlace(
  trx: ReadTrx,
  scope: Scope,
  { campaignId, place, depth }: { readonly campaignId: string; readonly place: string; readonly depth: 2 | 3 },
): Promise<ReadonlyMap<string, SumView>> {
  const path = depth === 3 ? sql`t.path` : officeSql('t');
  const { rows } = await sql<Tally & { path: string }>`
    select ${path} as path, nullif(answer, '') as answer, decision, sum(children)::int as count from screening_tally t
    where t.county_id = ${trx.countyId} and t.campaign_id = ${campaignId} and ${under(place, 't')} and ${inScope(scope, 't')}
    group by 1, 2, 3`.execute(tables(trx));
  return summed(rows, ({ path: one }) => one);
}

/** Of how many children something else is said than their school has signed, by place as `sumsByPlace`. */
export async function changedByPlace(
  trx: ReadTrx,
  scope: Scope,
  { campaignId, place, depth }: { readonly campaignId: string; readonly place: string; readonly depth: 2 | 3 },
): Promise<ReadonlyMap<string, number>> {
  const path = depth === 3 ? sql`t.path` : officeSql('t');
  const { rows } = await sql<{ path: string; count: number }>`
    select ${path} as path, count(*)::int as count from screening_target t
    where t.county_id = ${trx.countyId} and t.campaign_id = ${campaignId} and ${under(place, 't')} and ${inScope(scope, 't')}
      and ${changedSql('t')}
    group by 1`.execute(tables(trx));
  return new Map(rows.map(({ path: one, count }) => [one, count]));
}

/** How many children of a campaign came when, below a place. */
export async function cutsOf(
  trx: ReadTrx,
  scope: Scope,
  { campaignId, place, first }: { readonly campaignId: string; readonly place: string; readonly first: string },
): Promise<{ readonly [C in Cut]: number }> {
  const count = (cut: Cut) => sql`count(*) filter (where ${cutSql(cut, first)})::int`;
  const { rows } = await sql<{ day: number; week: number; later: number; never: number }>`
    select ${count('first-day')} as day, ${count('first-week')} as week, ${count('later')} as later, ${count('never')} as never
    from screening_target where county_id = ${trx.countyId} and campaign_id = ${campaignId}
      and ${under(place, 'screening_target')} and ${inScope(scope, 'screening_target')}`.execute(tables(trx));
  const { day = 0, week = 0, later = 0, never = 0 } = rows[0] ?? {};
  return { 'first-day': day, 'first-week': week, later, never };
}

/** What waits in campaigns that run: children open, of these past their day, answers for the bureau, the last reminder. */
export async function countWaiting(trx: ReadTrx, scope: Scope, today: string) {
  const { rows } = await sql<{ open: number; late: number; waiting: number; running: number; reminded: Date | null }>`
    select coalesce(sum(t.children) filter (where t.answer = ''), 0)::int as open,
      coalesce(sum(t.children) filter (where t.answer = '' and c.until_day < ${today}), 0)::int as late,
      coalesce(sum(t.children) filter (where t.decision = 'waiting'), 0)::int as waiting,
      count(distinct c.campaign_id)::int as running,
      (select max(g.reminded_at) from screening_grid g join screening_campaign r using (county_id, campaign_id)
        where g.county_id = ${trx.countyId} and r.state = 'running' and ${inScope(scope, 'g')}) as reminded
    from screening_campaign c join screening_tally t on t.county_id = c.county_id and t.campaign_id = c.campaign_id
    where c.county_id = ${trx.countyId} and c.state = 'running' and ${inScope(scope, 't')}`.execute(tables(trx));
  const [{ open = 0, late = 0, waiting = 0, running = 0, reminded = null } = {}] = rows;
  return { open, late, toDecide: waiting, running, remindedAt: reminded };
}

function summed<Row extends Tally>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, SumView> {
  const sums = new Map<string, SumView>();
  for (const row of rows) sums.set(keyOf(row), addTally(sums.get(keyOf(row)) ?? emptySum, row));
  return sums;
}
