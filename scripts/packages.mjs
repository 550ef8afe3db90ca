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
  if (missingPackages(packagesOf('package-lock.json'), packagesOf('node_modules/.package-lock.json')).length === 0) return;
  console.error('正在安装所需的包，约需半分钟…… (installing packages, about half a minute)');
  // Development packages are wanted whatever NODE_ENV says: the builder and the test runner are among them.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const windows = process.platform === 'win32';
  const run = spawnSync(windows ? 'npm.cmd' : 'npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: windows });
  if (run.status !== 0) {
    stop(
      '包没有装好：请检查网络、npm 镜像和本目录的写权限，再运行一次。 (npm ci failed: check network, registry and write access.)',
    );
  }
}

/**
 * The packages of a lock file that are not installed in that version. Compared by content: times of files say nothing after
 * a `git checkout`. Packages for other platforms are optional and may be absent.
 */
export function missingPackages(wanted, installed) {
  return Object.keys(wanted).filter(
    (name) => name !== '' && !wanted[name].optional && installed[name]?.version !== wanted[name].version,
  );
}

function packagesOf(file) {
  const full = path.join(root, file);
  return existsSync(full) ? JSON.parse(readFileSync(full, 'utf8')).packages : {};
}

function stop(sentence) {
  console.error(sentence);
  process.exit(2);
}
