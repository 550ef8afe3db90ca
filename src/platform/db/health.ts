import { sql } from 'kysely';
import type { Database } from './database';
import type { ReadTrx } from './transact';

/** Tables with rows of a county that row-level security does not guard; none where all is well. */
export async function unguardedTables(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select c.relname::text as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'county_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and (not c.relrowsecurity or not exists (select 1 from pg_policy p where p.polrelid = c.oid))
    order by 1`.execute(database.kysely);
  return rows.map(({ name }) => name);
}

/** "18.4", and what the server is called by. */
export async function serverVersion(database: Database): Promise<string> {
  const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(database.kysely);
  return rows[0]?.version ?? '';
}

/** The chains of the audit trail whose last line is not the one that was noted as the last. */
export async function brokenTails(trx: ReadTrx): Promise<readonly number[]> {
  const { rows } = await sql<{ chain: number }>`select h.chain from audit_head h
      left join audit_line l on l.county_id = h.county_id and l.chain = h.chain and l.seq = h.seq
    where h.county_id = ${trx.countyId} and h.seq > 0 and l.mac is distinct from h.mac order by 1`.execute(
    trx.withTables<Record<never, never>>(),
  );
  return rows.map(({ chain }) => chain);
}

/** How many jobs wait since before a moment, or were begun before it and are not done. */
export async function slowJobs(trx: ReadTrx, before: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from job
    where county_id = ${trx.countyId} and state in ('waiting', 'running') and coalesce(started_at, created_at) < ${before}`.execute(
    trx.withTables<Record<never, never>>(),
  );
  return rows[0]?.count ?? 0;
}
