import { sql } from 'kysely';
import type { Scope } from '../../../platform/access';
import { type ReadTrx, withinScope } from '../../../platform/db';

/** How many children of a scope have a mark of each group that holds on a day, by the index of the group in hexadecimal digits. */
export async function countByGroup(trx: ReadTrx, scope: Scope, day: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ group: string; children: number }>`
    select encode(m.group_key, 'hex') as group, count(distinct m.child_id)::int as children
    ${holding(trx, scope, day)} group by m.group_key`.execute(trx.withTables());
  return new Map(rows.map(({ group, children }) => [group, children]));
}

/** A child of a group: from the first of its marks until the last, null where one has no end. */
export type Member = { readonly child_id: string; readonly from_day: string; readonly until_day: string | null };

/** Which children of a group: those of one school, of one grade, or all. */
type Narrowing = { readonly school?: string | undefined; readonly grade?: number | undefined };

/** The children of a scope with a mark of a group that holds on a day, by name: a page of them, and how many there are. */
export async function listByGroup(
  trx: ReadTrx,
  { scope, day, group }: { readonly scope: Scope; readonly day: string; readonly group: Buffer },
  { school, grade, page, size }: Narrowing & { readonly page: number; readonly size: number },
): Promise<{ readonly total: number; readonly rows: readonly Member[] }> {
  const all = sql`${holding(trx, scope, day)} and m.group_key = ${group}
    and (${school ?? null}::text is null or split_part(c.school_path, '/', 2) = ${school ?? null})
    and (${grade ?? null}::int is null or c.grade = ${grade ?? null})`;
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

/** How many children of a group there are in each school and grade; '' and null where the record names none. */
export async function spreadOfGroup(
  trx: ReadTrx,
  { scope, day, group }: { readonly scope: Scope; readonly day: string; readonly group: Buffer },
): Promise<
  readonly { readonly school: string; readonly name: string; readonly grade: number | null; readonly children: number }[]
> {
  const { rows } = await sql<{ school: string; name: string; grade: number | null; children: number }>`
    select split_part(c.school_path, '/', 2) as school, max(c.school_name) as name, c.grade, count(distinct m.child_id)::int as children
    ${holding(trx, scope, day)} and m.group_key = ${group} group by 1, 3 order by 2, 3`.execute(trx.withTables());
  return rows;
}

/** Which marks that people have made in a scope and nobody has ended run out by a day, the first to run out first. */
export async function listRunningOut(trx: ReadTrx, scope: Scope, by: string, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ mark_id: string }>`select m.mark_id ${standing(trx, scope)}
    and not m.derived and m.until_day <= ${by} order by m.until_day, m.mark_id limit ${most}`.execute(trx.withTables());
  return rows.map((row) => row.mark_id);
}

function holding(trx: ReadTrx, scope: Scope, day: string) {
  return sql`${standing(trx, scope)} and m.from_day <= ${day} and (m.until_day is null or m.until_day >= ${day})`;
}

/** Marks of a scope that nobody has ended. */
function standing(trx: ReadTrx, scope: Scope) {
  return sql`from group_mark m join child c on c.county_id = m.county_id and c.child_id = m.child_id
    where m.county_id = ${trx.countyId} and m.ended_day is null and c.merged_into is null
      and ${withinScope(scope, { area: 'c.area_path', school: 'c.school_path' })}`;
}
