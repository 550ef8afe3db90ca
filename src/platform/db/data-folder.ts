import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { birthMark, isRunning } from './embedded/processes';
import { StartRefusal } from './start-refusal';

/** Who holds the folder: a process, what tells it from a later one with its number, and where that number counts. */
type Holder = { readonly pid: number; readonly birth: string; readonly place: string };

/** Shows that the holder lives to those who cannot see its process, such as a second container on the same folder. */
const BEAT_MS = 3000;
const SILENCE_MS = 15_000;

/**
 * Holds a data folder for this process until `release` or the end of the process, however it ends. Throws a `StartRefusal`
 * with the number of the holding process when another one has it. Of any number of processes that try at once, one succeeds.
 *
 * Claims are numbered files, and the highest tells who holds. A claim one higher is made only when that holder is gone; making
 * it succeeds for one process only. The highest is never removed, so nobody takes a low number beside a living holder.
 */
export function lockDataFolder(folder: string): { release(): void } {
  const claims = path.join(folder, 'lock');
  makeOurs(claims, folder);
  for (;;) {
    const highest = highestClaim(claims);
    const file = path.join(claims, String(highest));
    const holder = readHolder(file);
    if (holder && isThere(holder, file)) throw heldBy(holder, folder);
    const next = path.join(claims, String(highest + 1));
    if (!makeClaim(next)) continue;
    if (highestClaim(claims) === highest + 1) return keepClaim(next, claims, highest);
    // While we looked, others were quicker and cleared the numbers below theirs; ours was one of those.
    rmSync(next, { force: true });
  }
}

/** Makes a folder inside the data folder; a data folder of another account is refused with a sentence. */
function makeOurs(inside: string, folder: string): void {
  try {
    mkdirSync(inside, { recursive: true });
    accessSync(inside, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EACCES', 'EPERM', 'EROFS'].includes(code)) throw error;
    throw new StartRefusal(
      'folder-not-ours',
      `当前账户不能写入数据文件夹 ${folder}。请用建立它的那个账户启动，或先改它的权限，或换一个数据文件夹。`,
      `This account may not write to the data folder ${folder}. Start as the account that made it, change its rights, or choose another folder.`,
    );
  }
}

function highestClaim(claims: string): number {
  return Math.max(0, ...readdirSync(claims).flatMap((name) => (/^\d+$/.test(name) ? Number(name) : [])));
}

/** Undefined for a claim that was released, cleared away, or lost its content in a power cut: its process is gone. */
function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function isThere(holder: Holder, file: string): boolean {
  if (holder.place === ownPlace()) return isRunning(holder.pid) && birthMark(holder.pid) === holder.birth;
  return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < SILENCE_MS;
}

/** The file appears with its content in one step; false when another process made it first. */
function makeClaim(file: string): boolean {
  const draft = `${file}-${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, birth: birthMark(process.pid), place: ownPlace() } satisfies Holder));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Without a draft: a holder who came meanwhile has cleared it away.
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function keepClaim(file: string, claims: string, previous: number): { release(): void } {
  // The one before stays for somebody who reads the list while it changes. Drafts begin with their number.
  const old = readdirSync(claims).filter((name) => Number.parseInt(name, 10) < previous);
  for (const name of old) rmSync(path.join(claims, name), { force: true });
  const beat = setInterval(() => {
    if (statSync(file, { throwIfNoEntry: false })) utimesSync(file, new Date(), new Date());
  }, BEAT_MS).unref();
  return {
    release() {
      clearInterval(beat);
      // An empty claim is nobody's.
      truncateSync(file);
    },
  };
}

/** Process numbers count inside one container of one machine. */
function ownPlace(): string {
  return `${hostname()} ${process.platform === 'linux' ? readlinkSync('/proc/self/ns/pid') : ''}`;
}

function heldBy({ pid, place }: Holder, folder: string): StartRefusal {
  const isHere = place === ownPlace();
  const where = isHere ? { zh: '', en: '' } : { zh: `在 ${place.split(' ')[0]} 上，`, en: ` on ${place.split(' ')[0]}` };
  const gone = isHere
    ? { zh: '', en: '' }
    : { zh: '如果它已经不在，请过 15 秒再启动。', en: ' If it is gone, start again in 15 seconds.' };
  return new StartRefusal(
    'folder-in-use',
    `数据文件夹 ${folder} 正由另一个程序使用（${where.zh}进程号 ${pid}），同一份数据只能由一个程序使用。请先停止那个程序，或换一个数据文件夹。${gone.zh}`,
    `The data folder ${folder} is in use by another program (process ${pid}${where.en}), and only one may use it. Stop that one, or choose another data folder.${gone.en}`,
  );
}
