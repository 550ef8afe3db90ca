// Installs what the lock file names and node_modules lacks; says so, and stays silent when there is nothing to do.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Ends the program with one sentence when this Node is too old or the packages cannot be had. */
export function ensurePackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`需要 Node.js 20.19 或更新版本，现在是 ${process.versions.node}。 (Node.js 20.19 or newer is needed.)`);
  }
  if (missing().length === 0) return;
  console.error('正在安装所需的包，约需半分钟…… (installing packages, about half a minute)');
  // Wanted whatever NODE_ENV and npm's settings say: the builder and the test runner, and the embedded database.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const windows = process.platform === 'win32';
  const run = spawnSync(windows ? 'npm.cmd' : 'npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: windows });
  if (run.status !== 0) {
    stop(
      '包没有装好：请检查网络、npm 镜像和本目录的写权限，再运行一次。 (npm ci failed: check network, registry and write access.)',
    );
  }
  if (missing().length > 0) {
    console.error(
      '内置数据库的包没有装上：请用环境变量 DATABASE_URL 指明一个 PostgreSQL 15 或更新版本的服务器。 (The embedded database could not be installed: name a PostgreSQL server in DATABASE_URL.)',
    );
  }
}

function missing() {
  return missingPackages(packagesOf('package-lock.json'), packagesOf('node_modules/.package-lock.json'));
}

/**
 * The packages of a lock file that are not installed in that version. Compared by content: times of files say nothing after
 * a `git checkout`. A package for another platform may be absent; one that package.json itself calls optional may not when it
 * is made for this machine: it is the embedded database, which whoever brings a server of their own can do without.
 */
export function missingPackages(wanted, installed, machine = thisMachine()) {
  const chosen = Object.keys(wanted['']?.optionalDependencies ?? {}).map((name) => `node_modules/${name}`);
  const isNeeded = (name) => !wanted[name].optional || (chosen.includes(name) && fits(wanted[name], machine));
  return Object.keys(wanted).filter((name) => name !== '' && installed[name]?.version !== wanted[name].version && isNeeded(name));
}

function fits({ os, cpu, libc }, machine) {
  const isForUs = os.includes(machine.os) && cpu.includes(machine.cpu) && (!libc || libc.includes(machine.libc));
  return isForUs && !machine.hasDatabase;
}

function thisMachine() {
  return {
    os: process.platform,
    cpu: process.arch,
    // Told by a report that takes some milliseconds to write, so only when a package asks.
    get libc() {
      return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
    },
    hasDatabase: Boolean(process.env.DATABASE_URL),
  };
}

function packagesOf(file) {
  const full = path.join(root, file);
  return existsSync(full) ? JSON.parse(readFileSync(full, 'utf8')).packages : {};
}

function stop(sentence) {
  console.error(sentence);
  process.exit(2);
}
