import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { StartRefusal } from '../start-refusal';
import { type Account, chooseAccount, giveTo } from './account';
import { type Address, connected, ensureDatabase, ensureRoles, settleRights } from './administration';
import { ADMINISTRATOR, ensureCluster } from './cluster';
import { type Lease, liveLease } from './lease';
import { type Ending, keepServer, stopServer } from './postmaster';
import { findPrograms } from './programs';

/** A PostgreSQL of our own: `folder/pg` holds its files, `settings` stand above ours, `log` hears what it says line by line. */
export type EmbeddedOptions = {
  readonly folder: string;
  readonly log: (line: string) => void;
  readonly settings?: Readonly<Record<string, string>>;
};

/** The running server. End every connection before `stop`, which answers when all is on disk and the process is gone. */
export type EmbeddedServer = {
  /** migrates and owns the tables */ readonly owner: Address;
  /** as whom the server works: no table of its own, row-level security holds */ readonly app: Address;
  /** of PostgreSQL, "18.4" */ readonly version: string;
  /** whether the server of a killed process was found at work and replaced */ readonly adopted: boolean;
  stop(ending?: Ending): Promise<void>;
};

const DATABASE = 'nol';
const roles = { owner: 'nol_owner', app: 'nol_app' };
const PORT = 5432;
/** The shortest length of a socket's address among the systems we run on (macOS), its closing zero byte included. */
const SOCKET_BYTES = 104;
const SOCKET_PREFIX = 'nol-pg-';

const ourSettings = {
  listen_addresses: '',
  port: String(PORT),
  unix_socket_permissions: '0700',
  fsync: 'on',
  full_page_writes: 'on',
  max_connections: '50',
  shared_buffers: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
  log_line_prefix: '',
  // The detail of an error holds values of rows, and those are about children.
  log_error_verbosity: 'terse',
};

/**
 * Starts PostgreSQL on a data folder, making the cluster, the database and its two roles when they are missing. The caller
 * holds the folder (`lockDataFolder`). Throws a `StartRefusal` when this system, this account or this folder cannot do it.
 */
export async function startEmbedded({ folder, log, settings = {} }: EmbeddedOptions): Promise<EmbeddedServer> {
  mkdirSync(folder, { recursive: true });
  const home = realpathSync(folder);
  const account = chooseAccount(home, findPrograms());
  const cluster = path.join(home, 'pg');
  await ensureCluster(home, account);
  checkVersion(cluster, account);
  const adopted = await endOrphan(cluster, log);
  const socket = socketFolder(cluster, account);
  const flags = { ...ourSettings, unix_socket_directories: socket, ...settings };
  const server = await keepServer({ cluster, account, settings: flags, log });
  const stop = async (ending: Ending = 'orderly') => {
    await server.stop(ending);
    removeSocketFolder(socket);
  };
  try {
    const version = await settle(socket);
    return { ...addresses(socket), version, adopted, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** How to reach the server that another process runs on this data folder now; undefined when none runs there. */
export function runningEmbedded(folder: string): Pick<EmbeddedServer, 'owner' | 'app'> | undefined {
  const lease = existsSync(folder) ? liveLease(path.join(realpathSync(folder), 'pg')) : undefined;
  return lease?.isReady ? addresses(lease.socketFolder) : undefined;
}

/** The cluster's own account, which tests use to make databases. */
export function administratorOf({ owner }: Pick<EmbeddedServer, 'owner'>): Address {
  return { ...owner, user: ADMINISTRATOR, database: 'postgres' };
}

function addresses(host: string): { owner: Address; app: Address } {
  const common = { host, port: PORT, database: DATABASE };
  return { owner: { ...common, user: roles.owner }, app: { ...common, user: roles.app } };
}

/** Brings roles, database and rights to what they must be, on each start: a kill may have come between any two steps. */
async function settle(host: string): Promise<string> {
  const administrator = { host, port: PORT, user: ADMINISTRATOR, database: 'postgres' };
  const version = await connected(administrator, async (client) => {
    await ensureRoles(client, roles);
    await ensureDatabase(client, DATABASE, roles);
    return String((await client.query('show server_version')).rows[0].server_version);
  });
  await connected({ ...administrator, database: DATABASE }, (client) => settleRights(client, roles));
  return version;
}

/**
 * The server of a killed process works on, and one of its sessions may be about to commit. It is ended and not joined, so that
 * nothing happens after we have looked, and so that it runs with this program's settings and speaks to this program's log.
 */
async function endOrphan(cluster: string, log: (line: string) => void): Promise<boolean> {
  const orphan: Lease | undefined = liveLease(cluster);
  if (orphan === undefined) return false;
  log(`replacing the database server that a killed process left behind (process ${orphan.pid})`);
  await stopServer(orphan.pid, 'orderly');
  removeSocketFolder(orphan.socketFolder);
  return true;
}

function socketFolder(cluster: string, account: Account): string {
  const bytes = Buffer.byteLength(path.join(cluster, `.s.PGSQL.${PORT}`)) + 1;
  if (bytes <= SOCKET_BYTES) return cluster;
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), SOCKET_PREFIX));
  chmodSync(folder, 0o700);
  giveTo(account, folder);
  return folder;
}

/** Only a folder that was made for the socket; the cluster itself stays. */
function removeSocketFolder(folder: string): void {
  if (path.basename(folder).startsWith(SOCKET_PREFIX)) rmSync(folder, { recursive: true, force: true });
}

function checkVersion(cluster: string, { programs }: Account): void {
  const [theirs, ours] = [readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim(), programs.build.split('.')[0]];
  if (theirs === ours) return;
  throw new StartRefusal(
    'cluster-version',
    `数据文件夹里的数据库是 PostgreSQL ${theirs} 建立的，这个程序带的是 ${ours}，不能直接打开。请用原来的程序备份，再用这个程序恢复。`,
    `The database in the data folder was made by PostgreSQL ${theirs}; this program brings ${ours} and cannot open it. Back up with the earlier program and restore with this one.`,
  );
}
