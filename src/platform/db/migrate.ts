import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { CoreTables } from './core-tables';
import type { Database } from './database';
import { migrations } from './migrations';
import type { Migration } from './migrations/migration';
import { StartRefusal } from './start-refusal';

/** Any number that no other program of the county takes; two programs that migrate at once wait for one another by it. */
const MIGRATION_LOCK = 2113240001;

/** What the serving role may do with tables that are not like the others. */
const exceptions = [
  { table: 'scope_secret', revoke: 'all' },
  { table: 'schema_migration', revoke: 'insert, update, delete, truncate' },
  { table: 'audit_line', revoke: 'update, delete, truncate' },
  { table: 'standing_policy', revoke: 'update, delete, truncate' },
  { table: 'absence_report', revoke: 'update, delete, truncate' },
  { table: 'absence_receipt', revoke: 'update, delete, truncate' },
  { table: 'leave_step', revoke: 'update, delete, truncate' },
  { table: 'check_account', revoke: 'update, delete, truncate' },
  { table: 'check_item_step', revoke: 'update, delete, truncate' },
] as const;

export type MigrateOptions = {
  /** the role that serves, when it is not the owner */ readonly appRole?: string;
  /** the key by which scopes are sealed; kept as the two padded blocks of HMAC (RFC 2104) */ readonly scopeKey: Buffer;
  /** only so many steps: a backup is restored into the schema it was made of */ readonly upTo?: number;
};

/** The names of all steps this program knows. */
export const knownMigrations: readonly string[] = migrations.map((migration) => migration.name);

/**
 * Brings the schema up to the newest step, each step in a transaction of its own, and gives the serving role its rights.
 * Answers with the names of the steps that were new. Refuses a schema that is newer than this program or was changed.
 */
export async function migrate(owner: Database, options: MigrateOptions): Promise<readonly string[]> {
  const applied: string[] = [];
  await owner.kysely.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`.execute(connection);
    try {
      await sql`create table if not exists schema_migration (name text primary key, sha256 text not null,
        applied_at timestamptz not null default now())`.execute(connection);
      const done = await stepsDone(connection);
      for (const migration of migrations.slice(done.length, options.upTo)) {
        await connection.transaction().execute(async (trx) => {
          await sql.raw(migration.sql).execute(trx);
          await trx
            .insertInto('schema_migration')
            .values({ name: migration.name, sha256: fingerprint(migration) })
            .execute();
        });
        applied.push(migration.name);
      }
      await settleRights(connection, options);
    } finally {
      await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`.execute(connection);
    }
  });
  return applied;
}

/** The steps a database has; refuses when they are not the beginning of ours. Used by the server, which may not migrate. */
export async function checkSchema(database: Database): Promise<void> {
  const done = await stepsDone(database.kysely);
  if (done.length < migrations.length) {
    throw new StartRefusal(
      'schema-old',
      `数据库的结构比程序旧（${done.length}/${migrations.length}）。请先运行 nol migrate，再启动。`,
      `The schema of the database is older than this program (${done.length}/${migrations.length}). Run nol migrate first.`,
    );
  }
}

async function stepsDone(connection: Kysely<CoreTables>): Promise<readonly string[]> {
  const rows = await connection.selectFrom('schema_migration').select(['name', 'sha256']).orderBy('name').execute();
  rows.forEach((row, place) => {
    const ours = migrations[place];
    if (ours === undefined || ours.name !== row.name || fingerprint(ours) !== row.sha256) throw unknownSchema(row.name);
  });
  return rows.map((row) => row.name);
}

function unknownSchema(name: string): StartRefusal {
  return new StartRefusal(
    'schema-unknown',
    `数据库里有这个程序不认识的结构（${name}）：它可能属于更新的版本。没有改动任何数据；请换用更新的程序，或恢复备份。`,
    `The database has a step this program does not know (${name}), perhaps of a newer version. Nothing was changed; use the newer program or restore a backup.`,
  );
}

function fingerprint(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}

async function settleRights(connection: Kysely<CoreTables>, { appRole, scopeKey }: MigrateOptions): Promise<void> {
  const block = Buffer.alloc(64);
  scopeKey.copy(block);
  await connection.transaction().execute(async (trx) => {
    await trx.deleteFrom('scope_secret').execute();
    const pads = { inner_pad: padded(block, 0x36), outer_pad: padded(block, 0x5c) };
    await trx.insertInto('scope_secret').values(pads).execute();
    if (appRole === undefined) return;
    const role = sql.id(appRole);
    await sql`grant usage on schema public to ${role}`.execute(trx);
    await sql`grant select, insert, update, delete on all tables in schema public to ${role}`.execute(trx);
    await sql`grant execute on all functions in schema public to ${role}`.execute(trx);
    for (const { table, revoke } of exceptions) {
      // A backup of an older schema is restored before the steps that made the newer tables.
      if (await isThere(trx, table)) await sql`revoke ${sql.raw(revoke)} on ${sql.id(table)} from ${role}`.execute(trx);
    }
  });
}

function padded(block: Buffer, pad: number): Buffer {
  return Buffer.from(block.map((byte) => byte ^ pad));
}

/** Whether a database has never been migrated. */
export async function isFresh(database: Database): Promise<boolean> {
  return !(await isThere(database.kysely, 'schema_migration'));
}

async function isThere(connection: Kysely<CoreTables>, table: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass(${`public.${table}`}) is not null as there`.execute(
    connection,
  );
  return rows[0]?.there === true;
}

/** The role as which a database is used. */
export async function roleOf(database: Database): Promise<string> {
  const { rows } = await sql<{ role: string }>`select current_user::text as role`.execute(database.kysely);
  const role = rows[0]?.role;
  if (role === undefined) throw new Error('the database does not say as whom it let us in');
  return role;
}
