import { sql } from 'kysely';
import type { Scope } from '../../../platform/access';
import type { ReadTrx } from '../../../platform/db';

/** How many children of a scope have a mark of each group that holds on a day, by the index of the group in hexadecimal digits. */
export async function countByGroup(trx: ReadTrx, scope: Scope, day: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ group: string; children: number }>`
    select encode(m.group_key, 'hex') as group, count(distinct m.child_id)::int as children
    ${holding(trx, scope, day)} group by m.group_key`.execute(trx.withTables());
  return new Map(rows.map(({ group, children }) => [group, children]));
}

/** A child of a group: from the first of its marks until the last, null where one has no end. */
export type Member = { readonly child_id: string; readonly from_day: string; readonly until_day: string | null };

/** The children of a scope with a mark of a group that holds on a day, by name: a page of them, and how many there are. */
export async function listByGroup(
  trx: ReadTrx,
  scope: Scope,
  day: string,
  group: Buffer,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ readonly total: number; readonly rows: readonly Member[] }> {
  const all = sql`${holding(trx, scope, day)} and m.group_key = ${group}`;
  const { rows: counts } = await sql<{ total: number }>`select count(distinct m.child_id)::int as total ${all}`.execute(
    trx.withTables(),
  );
  const { rows } = await sql<Member>`
    select m.child_id, min(m.from_day) as from_day,
      case when bool_or(m.until_day is null) then null else max(m.until_day) end as until_day
    ${all} group by m.child_id, c.name order by c.name, m.child_id limit ${size} offset ${(page - 1) * size}`.execute(
    trx.withTables(),
  );
  return { total: counts[0]?.total ?? 0, rows };
}

function holding(trx: ReadTrx, { county, areas, schools }: Scope, day: string) {
  return sql`from group_mark m join child c on c.county_id = m.county_id and c.child_id = m.child_id
    where m.county_id = ${trx.countyId} and m.ended_day is null and m.from_day <= ${day}
      and (m.until_day is null or m.until_day >= ${day}) and c.merged_into is null
      and (${county} or c.area_path ^@ any(${areas}::text[]) or c.school_path ^@ any(${schools}::text[]))`;
}
