import pg from 'pg';
import type { ConnectionSettings } from '../settings';

/** How one database of a server is reached by one role. */
export type Address = Extract<ConnectionSettings, { host: string }>;

/** Who migrates and owns the tables, and as whom the server works; `password` where the server asks for one. */
export type Roles = { readonly owner: string; readonly app: string; readonly password?: string };

/** Lends one connection and closes it again. */
export async function connected<T>(settings: ConnectionSettings, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(settings);
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** One connection, which the caller ends. */
export async function connect(settings: ConnectionSettings): Promise<pg.Client> {
  const client = new pg.Client(settings);
  // A connection that breaks also rejects the query under way; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Makes the two roles where they are missing; neither is a superuser and neither passes row-level security. */
export async function ensureRoles(client: pg.Client, roles: Roles): Promise<void> {
  const secret = roles.password === undefined ? '' : ` password ${client.escapeLiteral(roles.password)}`;
  for (const role of [roles.owner, roles.app]) {
    if (await exists(client, 'select 1 from pg_roles where rolname = $1', role)) continue;
    const rights = 'login nosuperuser nobypassrls nocreatedb nocreaterole noreplication';
    await client.query(`create role ${client.escapeIdentifier(role)} ${rights}${secret}`);
  }
}

/** Makes a database of the owner's where it is missing, `source` being the copied template; other roles may only connect. */
export async function ensureDatabase(client: pg.Client, name: string, roles: Roles, source = 'template0'): Promise<void> {
  const [database, owner, app] = [name, roles.owner, roles.app].map((text) => client.escapeIdentifier(text));
  if (!(await exists(client, 'select 1 from pg_database where datname = $1', name))) {
    await client.query(`create database ${database} template ${client.escapeIdentifier(source)} owner ${owner}`);
  }
  await client.query(`revoke all on database ${database} from public; grant connect on database ${database} to ${app}`);
}

/** Inside a database: the owner's schema, and what the server's role may do with each table the owner will make there. */
export async function settleRights(client: pg.Client, roles: Roles): Promise<void> {
  const [owner, app] = [roles.owner, roles.app].map((name) => client.escapeIdentifier(name));
  const defaults = `alter default privileges for role ${owner} in schema public grant`;
  await client.query(`
    alter schema public owner to ${owner};
    revoke create on schema public from public;
    grant usage on schema public to ${app};
    ${defaults} select, insert, update, delete on tables to ${app};
    ${defaults} usage, select on sequences to ${app};
    ${defaults} execute on functions to ${app};
  `);
}

async function exists(client: pg.Client, query: string, name: string): Promise<boolean> {
  return (await client.query(query, [name])).rows.length > 0;
}
