import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../testing/house';
import { type Database, openDatabase } from '../index';
import { migrations } from './index';

let house: TestHouse;
let owner: Database;
beforeAll(async () => {
  house = await testHouse();
  owner = openDatabase(house.owner, () => undefined);
});
afterAll(async () => {
  await owner.close();
  await house.close();
});

/** Of the program itself: no county, no person. */
const ofTheProgram = ['schema_migration', 'scope_secret'];

/** Every column that a step names, with what it says of it: `create table` and `alter table … add column`, one a line. */
function described(): Map<string, string> {
  const said = new Map<string, string>();
  for (const { sql: text } of migrations) {
    let table = '';
    let column = '';
    for (const line of text.split('\n')) {
      const begun = /^create table (\w+) \(/.exec(line);
      const added = /^alter table (\w+) add column (\w+) /.exec(line);
      const named = /^ {2}(\w+) +(?:text|int|integer|bigint|smallint|boolean|timestamptz|bytea|jsonb|real|uuid)\b/.exec(line);
      if (begun?.[1]) table = begun[1];
      if (line === ');') table = '';
      if (named?.[1] && table !== '') column = `${table}.${named[1]}`;
      if (added) column = `${added[1]}.${added[2]}`;
      // A long column says it on the line below.
      const note = /-- class (F[0-6] · .+ · .+)$/.exec(line)?.[1];
      if (note && column !== '') said.set(column, note);
    }
  }
  return said;
}

it('says of every column its class, its purpose and how long it is kept', async () => {
  const { rows } = await sql<{ name: string }>`select table_name || '.' || column_name as name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'schema_migration' order by 1`.execute(
    owner.kysely,
  );
  const said = described();
  expect(rows.map((row) => row.name).filter((name) => !said.has(name))).toEqual([]);
  expect(rows.length).toBeGreaterThan(100);
});

it('begins every key with the county, so that any table can be distributed by it', async () => {
  const { rows } = await sql<{ name: string; first: string }>`
    select c.relname || ' ' || i.relname as name, (select attname from pg_attribute a where a.attrelid = c.oid and a.attnum = x.indkey[0]) as first
    from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
    where x.indisunique and c.relnamespace = 'public'::regnamespace`.execute(owner.kysely);
  const others = rows.filter((row) => row.first !== 'county_id' && !ofTheProgram.some((table) => row.name.startsWith(table)));
  expect(others).toEqual([]);
  const { rows: foreign } = await sql<{ name: string; first: string }>`select conname as name,
      (select attname from pg_attribute a where a.attrelid = conrelid and a.attnum = conkey[1]) as first
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`.execute(owner.kysely);
  expect(foreign.filter((row) => row.first !== 'county_id')).toEqual([]);
});

it('guards every table with row-level security', async () => {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class c where relnamespace = 'public'::regnamespace
    and relkind = 'r' and (not relrowsecurity or not exists (select 1 from pg_policy p where p.polrelid = c.oid)) order by 1`.execute(
    owner.kysely,
  );
  expect(rows.map((row) => row.name)).toEqual(ofTheProgram);
});

it('asks in every policy for the county, which alone looks at the seal of the scope', async () => {
  const { rows } = await sql<{
    name: string;
    said: string | null;
  }>`select polrelid::regclass || ' ' || polname as name, said from pg_policy,
      unnest(array[pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)]) as said
    where said is not null`.execute(owner.kysely);
  expect(rows.length).toBeGreaterThan(50);
  // Joined to the rest of the condition, and not one of several ways to pass it.
  const asked = /^\(\(?county_id = \( SELECT nol_county\(\) AS nol_county\)\)( AND |$)/;
  expect(rows.filter(({ said }) => !asked.test(said ?? ''))).toEqual([]);
});

it('shows by a view only what whoever asks may see of the tables behind it', async () => {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class where relnamespace = 'public'::regnamespace
    and relkind in ('v', 'm') and (relkind = 'm' or relname not like 'report\_%' or not coalesce(reloptions, '{}') @> '{security_invoker=true}')`.execute(
    owner.kysely,
  );
  expect(rows).toEqual([]);
});

it('has no trigger, no identity column and no deletion that travels, which could not be distributed', async () => {
  const { rows } = await sql<{ what: string }>`
    select 'trigger ' || tgname as what from pg_trigger where not tgisinternal
    union all select 'identity ' || attname from pg_attribute where attidentity <> '' and attrelid::regclass::text !~ '^pg_|information_schema'
    union all select 'cascade ' || conname from pg_constraint where contype = 'f' and confdeltype <> 'a'`.execute(owner.kysely);
  expect(rows).toEqual([]);
});
