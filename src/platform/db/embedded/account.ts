import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartRefusal } from '../start-refusal';
import { completePrograms, copyPrograms, noPrograms, type Programs, program } from './programs';

/**
 * Under whose name the programs of PostgreSQL run. They refuse to run as root, so root runs them in a user namespace where it
 * is somebody else, or, where the system allows no namespace, as an account without rights.
 */
export type Account = {
  readonly programs: Programs;
  /** put before the program and its arguments */
  readonly before: readonly string[];
  readonly owner?: { readonly uid: number; readonly gid: number };
};

/** "nobody" on Linux; inside the namespace any number but 0 would do. */
const NOBODY = 65_534;
const namespace = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];

export type Surroundings = { readonly isRoot: boolean; readonly hasNamespaces: boolean };

/** Chooses the account for a cluster below the data folder; throws a `StartRefusal` when no account can use that folder. */
export function chooseAccount(folder: string, programs: Programs, surroundings = lookAround()): Account {
  const cluster = path.join(folder, 'pg');
  const shelf = path.join(folder, 'programs');
  const keeper = existsSync(cluster) ? statSync(cluster) : undefined;
  if (surroundings.isRoot && (surroundings.hasNamespaces ? keeper !== undefined && keeper.uid !== 0 : true)) {
    return otherAccount(folder, programs, shelf, keeper === undefined || keeper.uid === 0 ? undefined : keeper);
  }
  const before = surroundings.isRoot ? namespace : [];
  const ours = runs({ programs: complete(programs, shelf), before });
  if (ours === undefined) throw noPrograms();
  return ours;
}

/** Starts a program of PostgreSQL; its messages are English whatever the machine speaks, and its folder is one it may enter. */
export function startProgram(account: Account, name: 'postgres' | 'initdb', args: readonly string[]): ChildProcess {
  const [command = '', ...rest] = [...account.before, program(account.programs, name), ...args];
  return spawn(command, rest, {
    ...account.owner,
    cwd: '/',
    // A group of its own: Ctrl+C in the terminal ends this process first, which then ends the database in order.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' },
  });
}

/** What this process made becomes the account's own. */
export function giveTo({ owner }: Account, file: string): void {
  if (owner) chownSync(file, owner.uid, owner.gid);
}

function lookAround(): Surroundings {
  const isRoot = process.getuid?.() === 0;
  return { isRoot, hasNamespaces: isRoot && succeeds([...namespace, 'true'], {}) };
}

/** The keeper of an existing cluster, else nobody. A cluster of root's own is handed over to nobody. */
function otherAccount(folder: string, programs: Programs, shelf: string, keeper?: { uid: number; gid: number }): Account {
  const owner = { uid: keeper?.uid ?? NOBODY, gid: keeper?.gid ?? NOBODY };
  if (!succeeds(['test', '-x', folder], owner)) {
    throw new StartRefusal(
      'folder-closed',
      `数据文件夹 ${folder} 不能供数据库使用：以 root 运行时，数据库用另一个账户，它进不去。请换到例如 /var/lib/nol 的文件夹，或不要以 root 运行。`,
      `The data folder ${folder} cannot serve the database: run by root, it uses another account, which may not enter. Choose a folder such as /var/lib/nol, or do not run as root.`,
    );
  }
  const cluster = path.join(folder, 'pg');
  if (!keeper && existsSync(cluster)) spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, cluster]);
  const account =
    runs({ programs: complete(programs, shelf), before: [], owner }) ??
    runs({ programs: copyPrograms(programs, shelf), before: [], owner });
  if (account === undefined) throw noPrograms();
  return account;
}

/** Packages installed by somebody else may lack their links and cannot be given any: then a copy of ours is completed. */
function complete(programs: Programs, shelf: string): Programs {
  try {
    completePrograms(programs);
    return programs;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EROFS' && code !== 'EPERM') throw error;
    return copyPrograms(programs, shelf);
  }
}

function runs(account: Account): Account | undefined {
  return succeeds([...account.before, program(account.programs, 'postgres'), '--version'], account.owner ?? {})
    ? account
    : undefined;
}

function succeeds([command = '', ...args]: readonly string[], owner: { uid?: number; gid?: number }): boolean {
  return spawnSync(command, args, { ...owner, cwd: '/', stdio: 'ignore' }).status === 0;
}
