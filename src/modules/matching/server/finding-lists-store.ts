import { type RawBuilder, sql } from 'kysely';
import { below, type ReadTrx } from '../../../platform/db';
import type { OpenFinding } from '../rules/finding-names';
import type { MatchingTables } from './tables';

/** Which children of a finding: those that had it after a run, or those with whom it began or ended in it. */
export type FindingFilter = {
  readonly finding: OpenFinding;
  readonly run: number;
  readonly change: 'begun' | 'ended' | undefined;
  readonly areaPath: string | undefined;
  readonly schoolPath: string | undefined;
};

/** One child of a finding. */
export type FindingRow = { readonly childId: string; readonly since: number; readonly until: number | null };

/** Up to so many are sorted by place and name; a list of a whole county is read in the order of its records. */
const mostSorted = 5000;

/** A page of the children of a finding. `known`: how many there are, where that is known already. */
export async function listFindingChildren(
  trx: ReadTrx,
  filter: FindingFilter,
  page: { readonly page: number; readonly size: number },
  known: number | undefined,
): Promise<{ readonly rows: readonly FindingRow[]; readonly total: number }> {
  const where = conditions(trx, filter);
  const total = known ?? (await count(trx, where));
  const order = total <= mostSorted ? sql`c.area_path, c.name, f.child_id` : sql`f.child_id`;
  const { rows } = await sql<{ child_id: string; since_run: number; until_run: number | null }>`
    select f.child_id, f.since_run, f.until_run ${where}
    order by ${order} limit ${page.size} offset ${(page.page - 1) * page.size}`.execute(tables(trx));
  return { rows: rows.map((row) => ({ childId: row.child_id, since: row.since_run, until: row.until_run })), total };
}

async function count(trx: ReadTrx, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total ${where}`.execute(tables(trx));
  return rows[0]?.total ?? 0;
}

function conditions(trx: ReadTrx, { finding, run, change, areaPath, schoolPath }: FindingFilter): RawBuilder<unknown> {
  const when =
    change === 'begun'
      ? sql`f.since_run = ${run}`
      : change === 'ended'
        ? sql`f.until_run = ${run}`
        : sql`f.since_run <= ${run} and (f.until_run is null or f.until_run > ${run})`;
  const within = (column: string, path: string | undefined) => (path === undefined ? sql`` : sql`and ${below(column, [path])}`);
  return sql`from comparison_finding f join child c on c.county_id = f.county_id and c.child_id = f.child_id
    where f.county_id = ${trx.countyId} and f.finding = ${finding} and ${when} and c.merged_into is null
    ${within('c.area_path', areaPath)} ${within('c.school_path', schoolPath)}`;
}

function tables(trx: ReadTrx) {
  return trx.withTables<MatchingTables>();
}
