import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { ConnectionSettings } from '../db';
import { beginStatement } from '../db/scope';

/** Tables that belong to the program and to the keys of an installation, not to its data. */
const notData = ['schema_migration', 'scope_secret'];

type Table = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
  readonly forced: boolean;
};

/** One moment of a whole database, read table after table. */
export type Snapshot = {
  readonly migrations: readonly string[];
  readonly tables: readonly string[];
  /** the rows of a table in the order of its key, in the text form of COPY */ rows(table: string): Readable;
  close(): Promise<void>;
};

/** Opens a snapshot of everything the county has; `key` seals the server's own scope. */
export async function openSnapshot(settings: ConnectionSettings, key: Buffer, countyId: string): Promise<Snapshot> {
  const client = await connect(settings);
  const scope = { county: countyId, system: true, everywhere: true };
  await client.query(beginStatement(key, scope, 'isolation level repeatable read read only'));
  const tables = await tablesOf(client);
  const { rows: steps } = await client.query<{ name: string }>('select name from schema_migration order by name');
  return {
    migrations: steps.map((step) => step.name),
    tables: tables.map((table) => table.name),
    rows(name) {
      const table = tables.find((candidate) => candidate.name === name);
      if (table === undefined) throw new Error(`there is no table ${name}`);
      const order = table.key.length > 0 ? ` order by ${listed(table.key)}` : '';
      return client.query(copyTo(`copy (select ${listed(table.columns)} from ${quoted(name)}${order}) to stdout`));
    },
    close: () => client.end(),
  };
}

/**
 * Fills an empty, migrated database in one transaction. COPY does not go through row-level security, so the owner lifts it
 * from its own tables and puts it back before the commit; nobody else sees the database between.
 */
export async function restoreTables(owner: ConnectionSettings, load: (fill: Fill) => Promise<void>): Promise<void> {
  const client = await connect(owner);
  try {
    await client.query('begin');
    const tables = await tablesOf(client);
    const forced = tables.filter((table) => table.forced);
    for (const { name } of forced) await client.query(`alter table ${quoted(name)} no force row level security`);
    await load(async (name, rows) => {
      const table = tables.find((candidate) => candidate.name === name);
      if (table === undefined) throw new Error(`the schema has no table ${name}`);
      await pipeline(rows, client.query(copyFrom(`copy ${quoted(name)} (${listed(table.columns)}) from stdin`)));
    });
    for (const { name } of forced) await client.query(`alter table ${quoted(name)} force row level security`);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** Puts rows in the text form of COPY into a table. */
export type Fill = (table: string, rows: AsyncIterable<Uint8Array>) => Promise<void>;

async function connect(settings: ConnectionSettings): Promise<pg.Client> {
  const client = new pg.Client(settings);
  await client.connect();
  return client;
}

/** All tables with data, a table after those it refers to. */
async function tablesOf(client: pg.Client): Promise<readonly Table[]> {
  const { rows } = await client.query<Table & { refers: string[] }>(`
    select c.relname as name, c.relforcerowsecurity as forced,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((select array_agg(a.attname::text order by k.place) from pg_constraint p, unnest(p.conkey) with ordinality k(attnum, place),
        pg_attribute a where p.conrelid = c.oid and p.contype = 'p' and a.attrelid = c.oid and a.attnum = k.attnum), '{}') as key,
      coalesce((select array_agg(distinct r.relname::text) from pg_constraint f join pg_class r on r.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid), '{}') as refers
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`);
  const waiting = rows.filter((table) => !notData.includes(table.name));
  const ordered: Table[] = [];
  const done = new Set<string>();
  while (waiting.length > 0) {
    const next = waiting.findIndex((table) => table.refers.every((name) => done.has(name)));
    const table = waiting.splice(next, 1)[0];
    if (next === -1 || table === undefined) throw new Error('tables refer to one another in a circle');
    ordered.push(table);
    done.add(table.name);
  }
  return ordered;
}

function listed(names: readonly string[]): string {
  return names.map(quoted).join(', ');
}

/** Names come from the catalogue, and may be words of SQL. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
