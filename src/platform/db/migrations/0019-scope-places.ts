import type { Migration } from './migration';

/**
 * The places of a scope as PostgreSQL writes a list. To take them out of JSON each statement started a query of its own, 30 µs each
 * time; a cast is planned into the statement and costs with the seal 16 (medians of nine, two shared cores, PostgreSQL 18).
 */
export const m0019 = {
  name: '0019-scope-places',
  sql: `
create or replace function nol_areas() returns text[] language sql stable as $$ select coalesce((nol_scope() ->> 'areas')::text[], '{}') $$;
create or replace function nol_schools() returns text[] language sql stable as $$ select coalesce((nol_scope() ->> 'schools')::text[], '{}') $$;
`,
} satisfies Migration;
