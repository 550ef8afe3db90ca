// A PostgreSQL server for one run of the tests, from the programs on this machine or from Debian. Plain JavaScript, as it is
// asked for before anything is built; the server that the product itself starts is src/platform/db/embedded.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inEmptyFolder } from './empty-folder.mjs';

/** initdb and postgres refuse to run as root; every Debian has this account. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const isCi = Boolean(process.env.CI) && process.env.CI !== 'false';

/**
 * Calls `use` with the environment by which tests find a server of this major version, and ends the server. Without such a
 * server it says why: on a CI machine that is a failure, elsewhere it is not. Answers with the exit code.
 */
export async function withPostgres(major, use) {
  const programs = findPrograms(major) ?? installPrograms(major);
  if (programs.missing) {
    console.error(`PostgreSQL ${major}: not tested, ${programs.missing}`);
    return isCi ? 1 : 0;
  }
  return inEmptyFolder(async (folder) => {
    if (nobody.uid) chownSync(folder, nobody.uid, nobody.gid);
    const server = await startServer(programs, folder);
    // Ctrl+C reaches the tests and the server by itself; this process stays to clear up.
    const stay = () => undefined;
    process.on('SIGINT', stay);
    try {
      console.log(`PostgreSQL ${programs.version} (${programs.folder})`);
      const address = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
      return await use({ TEST_DATABASE_URL: address, TEST_DATABASE_THROWN_AWAY: '1' });
    } finally {
      process.off('SIGINT', stay);
      await endServer(server);
    }
  });
}

/** The folder with the programs of a major version, and their version; undefined when the machine has none. */
function findPrograms(major) {
  const onPath = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const tellers = onPath.map((folder) => path.join(folder, 'pg_config')).filter((file) => existsSync(file));
  const told = tellers.map((file) => spawnSync(file, ['--bindir'], { encoding: 'utf8' }).stdout?.trim() ?? '');
  for (const folder of [`/usr/lib/postgresql/${major}/bin`, ...onPath, ...told]) {
    if (!existsSync(path.join(folder, 'postgres')) || !existsSync(path.join(folder, 'initdb'))) continue;
    const said = spawnSync(path.join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? '';
    const version = /\(PostgreSQL\) (\S+)/.exec(said)?.[1];
    if (version?.split('.')[0] === String(major)) return { folder, version };
  }
  return undefined;
}

function installPrograms(major) {
  const name = `postgresql-${major}`;
  if (process.getuid?.() !== 0)
    return { missing: `there are no programs of it on this machine, and only root may install ${name}` };
  console.error(`installing ${name}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('/usr/bin/apt-get', ['-qq', ...args], { env, stdio: ['ignore', 2, 2] }).status === 0;
  const isInstalled = withoutDebiansServer(() => apt('update') && apt('install', '--yes', '--no-install-recommends', name));
  const found = isInstalled ? findPrograms(major) : undefined;
  return found ?? { missing: `there are no programs of it on this machine, and apt-get could not install ${name}` };
}

/** Debian's package starts a server of its own on port 5432 when it is installed; only its programs are wanted. */
function withoutDebiansServer(install) {
  const file = '/etc/postgresql-common/createcluster.d/not-one-less.conf';
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, 'create_main_cluster = false\n');
  try {
    return install();
  } finally {
    rmSync(file);
  }
}

async function startServer({ folder: programs }, folder) {
  const data = path.join(folder, 'data');
  const initdb = [
    '-D',
    data,
    '-U',
    'postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--lc-ctype=C.UTF-8',
    '--no-sync',
  ];
  const made = spawnSync(path.join(programs, 'initdb'), initdb, { ...nobody, cwd: '/', encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr ?? made.error}`);
  // As durable as a real one, for the checks at a start look at that; but nothing is put in order before it is thrown away.
  const settings = {
    listen_addresses: '',
    unix_socket_directories: folder,
    max_connections: '100',
    synchronous_commit: 'off',
    checkpoint_timeout: '1d',
    max_wal_size: '8GB',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(path.join(programs, 'postgres'), ['-D', data, ...flags], {
    ...nobody,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text) => {
    said = (said + text).slice(-4000);
  });
  while (!isReady(data)) {
    if (server.exitCode !== null || server.pid === undefined) throw new Error(`postgres did not start: ${said}`);
    await wait(20);
  }
  return server;
}

function isReady(data) {
  const file = path.join(data, 'postmaster.pid');
  return existsSync(file) && readFileSync(file, 'utf8').split('\n')[7]?.trim() === 'ready';
}

/** At once: the data are thrown away. */
async function endServer(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGQUIT');
  await ended;
}
