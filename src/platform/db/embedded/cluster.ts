import { closeSync, existsSync, fsyncSync, mkdtempSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { StartRefusal } from '../start-refusal';
import { type Account, giveTo, startProgram } from './account';

/** The account of the cluster itself; the server knows it only to make the two roles it works with. */
export const ADMINISTRATOR = 'nol_admin';

const UNFINISHED = 'pg.unfinished-';

const options = [
  `--username=${ADMINISTRATOR}`,
  // Whoever may enter the private socket folder is this program's own account.
  '--auth-local=trust',
  '--auth-host=reject',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  // With plain C, what splits words does not know a Chinese character as a letter.
  `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
  '--data-checksums',
  '--no-instructions',
];

/** Makes the cluster `folder/pg` when it is not there. It appears under its name only when complete, whatever interrupts us. */
export async function ensureCluster(folder: string, account: Account): Promise<void> {
  const cluster = path.join(folder, 'pg');
  if (existsSync(path.join(cluster, 'PG_VERSION'))) return;
  for (const left of readdirSync(folder).filter((name) => name.startsWith(UNFINISHED))) removeLeft(path.join(folder, left));
  // Another name each time: an initdb of a program that was killed may still write into its own.
  const unfinished = mkdtempSync(path.join(folder, UNFINISHED));
  giveTo(account, unfinished);
  const complaint = await initdb(account, unfinished);
  if (complaint !== undefined) {
    throw new StartRefusal(
      'cluster-not-made',
      `没有能在 ${folder} 建立数据库：${complaint}。请检查磁盘空间和写权限，再启动。`,
      `The database could not be made in ${folder}: ${complaint}. Check free space and write access, then start again.`,
    );
  }
  renameSync(unfinished, cluster);
  settle(folder);
}

/** Answers with what went wrong, if anything did. */
function initdb(account: Account, cluster: string): Promise<string | undefined> {
  const child = startProgram(account, 'initdb', [`--pgdata=${cluster}`, ...options]);
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve(code === 0 ? undefined : (/(?:error|FATAL|PANIC): *(.+)/.exec(said)?.[1] ?? said.trim())),
    );
  });
}

function removeLeft(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** The new name survives a power cut only when the folder that holds it is written too. */
function settle(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
