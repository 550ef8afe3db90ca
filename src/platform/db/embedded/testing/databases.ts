import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Address, connect, connected, ensureDatabase, ensureRoles, type Roles, settleRights } from '../administration';

/** The server one run of the tests works on; its databases and, on a foreign server, its roles bear the name of the run. */
export type RunServer = {
  readonly run: string;
  readonly administrator: Address;
  readonly roles: Roles;
  /** the whole server goes with the run; removing single databases would only write them to disk first */
  readonly isThrownAway: boolean;
};

/** The two ways into one database. */
export type TwoWays = { readonly owner: Address; readonly app: Address };

/**
 * A new database copied from the template `form`, which is built first when it is not there: whoever of several processes
 * comes first builds, the others wait. A template that was not built to the end is built anew.
 */
export async function copyOf(
  server: RunServer,
  form: string,
  build: (ways: TwoWays) => Promise<void>,
  name: string,
): Promise<TwoWays> {
  const key = createHash('sha256').update(form).digest('hex').slice(0, 12);
  const template = `nol_form_${server.run}_${key}`;
  const copy = `nol_test_${server.run}_${name}`;
  return connected(server.administrator, async (client) => {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [template]);
    if (!(await hasDatabase(client, template))) await buildTemplate(server, client, template, build);
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [template]);
    await ensureDatabase(client, copy, server.roles, template);
    return waysInto(server, copy);
  });
}

/** Removes one database, cutting whatever is still connected to it. */
export async function dropCopy(server: RunServer, { owner }: TwoWays): Promise<void> {
  if (server.isThrownAway) return;
  await connected(server.administrator, (client) => dropDatabase(client, owner.database));
}

/** Makes the roles of a run on a foreign server and holds the run's name until `end`, which takes everything away again. */
export async function beginRun({ administrator, roles, run, isThrownAway }: RunServer): Promise<{ end(): Promise<void> }> {
  const client = await connect(administrator);
  await removeDeadRuns(client);
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [lockOf(run)]);
  await ensureRoles(client, roles);
  // Without this, one who is no superuser may not give a database to the role it has made.
  await client.query(`grant ${roles.owner}, ${roles.app} to current_user`);
  return {
    async end() {
      if (!isThrownAway) await removeRun(client, run);
      await client.end();
    },
  };
}

/** A `postgres://` address taken apart. */
export function parseAddress(address: string): Address {
  const { host, port, user = '', database = '', password } = new pg.Client({ connectionString: address });
  return { host, port, user, database, ...(password ? { password } : {}) };
}

/** The roles of a run on a foreign server. */
export function rolesOf(run: string, password: string): Roles {
  return { owner: `nol_owner_${run}`, app: `nol_app_${run}`, password };
}

async function buildTemplate(
  server: RunServer,
  client: pg.Client,
  template: string,
  build: (ways: TwoWays) => Promise<void>,
): Promise<void> {
  // What an earlier attempt left goes with the run.
  const unfinished = `nol_half_${server.run}_${randomBytes(6).toString('hex')}`;
  await ensureDatabase(client, unfinished, server.roles);
  await connected({ ...server.administrator, database: unfinished }, (inside) => settleRights(inside, server.roles));
  await build(waysInto(server, unfinished));
  await client.query(`alter database ${client.escapeIdentifier(unfinished)} rename to ${client.escapeIdentifier(template)}`);
}

function waysInto({ administrator: { host, port }, roles }: RunServer, database: string): TwoWays {
  const secret = roles.password === undefined ? {} : { password: roles.password };
  const common = { host, port, database, ...secret };
  return { owner: { ...common, user: roles.owner }, app: { ...common, user: roles.app } };
}

/** A run that was killed holds its lock no more; a run at work beside us does. */
async function removeDeadRuns(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select distinct substring(name from '^nol_[a-z]+_([0-9a-f]{8})(_|$)') as run
       from (select datname as name from pg_database union select rolname from pg_roles) as names
      where name ~ '^nol_(form|half|test|owner|app)_[0-9a-f]{8}(_|$)'`,
  );
  for (const { run } of rows) {
    const { rows: tried } = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as free', [lockOf(run)]);
    if (!tried[0].free) continue;
    await removeRun(client, run);
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [lockOf(run)]);
  }
}

async function removeRun(client: pg.Client, run: string): Promise<void> {
  const like = `^nol_(form|half|test)_${run}_`;
  const { rows } = await client.query('select datname as name from pg_database where datname ~ $1', [like]);
  for (const { name } of rows) await dropDatabase(client, name);
  const { owner, app } = rolesOf(run, '');
  await client.query(`drop role if exists ${client.escapeIdentifier(owner)}, ${client.escapeIdentifier(app)}`);
}

async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
}

async function hasDatabase(client: pg.Client, name: string): Promise<boolean> {
  return (await client.query('select 1 from pg_database where datname = $1', [name])).rows.length > 0;
}

function lockOf(run: string): string {
  return `nol-test-run-${run}`;
}
