import { statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Database } from './database';
import { StartRefusal } from './start-refusal';

const GIGABYTE = 1024 ** 3;
/** Clocks of two machines differ by some seconds; more than this is a clock that is wrong. */
const CLOCK_TOLERANCE_MS = 60_000;

type Facts = {
  role: string;
  superuser: boolean;
  bypassrls: boolean;
  fsync: string;
  full_page_writes: string;
  strings: string;
  version: number;
};

/** Refuses when the database does not let us in: it is down, elsewhere, or knows another password. */
export async function checkReachable(database: Database): Promise<void> {
  try {
    await sql`select 1`.execute(database.kysely);
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (typeof code !== 'string') throw error;
    throw new StartRefusal(
      'database-unreachable',
      `连不上数据库（${code}）。请核对 DATABASE_URL、NOL_OWNER_URL 里的地址、账号和口令，以及数据库是否在运行。`,
      `The database cannot be reached (${code}). Check address, role and password in DATABASE_URL and NOL_OWNER_URL, and whether it runs.`,
    );
  }
}

/** Refuses to serve from a database that could lose what was saved, or show what must not be seen (REL-24). */
export async function checkDatabase(database: Database): Promise<void> {
  const { rows } = await sql<Facts>`select rolname as role, rolsuper as superuser, rolbypassrls as bypassrls,
      current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
      current_setting('standard_conforming_strings') as strings, current_setting('server_version_num')::int as version
    from pg_roles where rolname = current_user`.execute(database.kysely);
  const facts = rows[0];
  if (facts === undefined) throw new Error('the database does not know the role it let in');
  const refusal = refusalOf(facts);
  if (refusal) throw refusal;
}

/** Refuses when the clock stands before the newest line of the audit trail: every deadline would be wrong. */
export async function checkClock(database: Database, countyId: string, now: Date): Promise<void> {
  const { rows } = await sql<{ at: Date | null }>`select nol_last_audit(${countyId}) as at`.execute(database.kysely);
  const at = rows[0]?.at ?? null;
  if (at === null || at.getTime() <= now.getTime() + CLOCK_TOLERANCE_MS) return;
  throw new StartRefusal(
    'clock-behind',
    `这台机器的时间（${now.toISOString()}）早于最近一条审计记录（${at.toISOString()}）。请校准时间后再启动。`,
    `The clock (${now.toISOString()}) is before the newest audit line (${at.toISOString()}). Set the clock, then start again.`,
  );
}

/** Refuses when the disk of the data folder is nearly full: PostgreSQL stops when it cannot write its log. */
export async function checkDisk(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= GIGABYTE) return;
  const megabytes = Math.round(free / 1024 ** 2);
  throw new StartRefusal(
    'disk-full',
    `数据目录所在的磁盘只剩 ${megabytes} MB，不足 1 GB。请清出空间后再启动。`,
    `Only ${megabytes} MB are free on the disk of the data folder, less than 1 GB. Make room, then start again.`,
  );
}

function refusalOf(facts: Facts): StartRefusal | null {
  if (facts.superuser || facts.bypassrls) {
    return new StartRefusal(
      'role-too-strong',
      `数据库账号 ${facts.role} 是超级用户或可绕过行级安全，权限隔离会失效。请换用普通账号。`,
      `The database role ${facts.role} is a superuser or bypasses row-level security, which would undo every scope. Use an ordinary role.`,
    );
  }
  if (facts.fsync !== 'on' || facts.full_page_writes !== 'on') {
    return new StartRefusal(
      'not-durable',
      '数据库关闭了 fsync 或 full_page_writes，停电会丢数据。请打开后再启动。',
      'The database runs with fsync or full_page_writes off and would lose data in a power cut. Turn both on.',
    );
  }
  if (facts.strings !== 'on') {
    return new StartRefusal(
      'strings-not-standard',
      '数据库的 standard_conforming_strings 没有打开。请打开后再启动。',
      'The database runs with standard_conforming_strings off. Turn it on.',
    );
  }
  if (facts.version < 150_000) {
    return new StartRefusal(
      'postgres-old',
      `数据库版本太旧（${facts.version}），需要 PostgreSQL 15 或更新。`,
      `The database is too old (${facts.version}); PostgreSQL 15 or newer is needed.`,
    );
  }
  return null;
}
