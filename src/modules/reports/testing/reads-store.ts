import { sql } from 'kysely';
import type { ReadTrx } from '../../../platform/db';
import type { ReportTables } from '../server/tables';

const tables = ['standing_interval', 'child', 'child_name_key'] as const;

/** Rows and entries of indexes that the connection has read of each table so far. */
export async function readSoFar(trx: ReadTrx): Promise<readonly number[]> {
  const { rows } = await sql<{ read: number }>`
    select (pg_stat_get_xact_tuples_returned(t.name::regclass) + (select coalesce(sum(pg_stat_get_xact_tuples_returned(indexrelid)), 0)
      from pg_index where indrelid = t.name::regclass))::int as read
    from unnest(${[...tables]}::text[]) with ordinality as t(name, no) order by t.no`.execute(trx.withTables<ReportTables>());
  return rows.map(({ read }) => read);
}
