// What a benchmark asks of the machine: processor seconds, memory of a whole process tree, and how busy others keep it.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir, totalmem } from 'node:os';
import path from 'node:path';

/** What one command cost, with all the processes it started. */
export type Cost = {
  readonly cpu: number;
  readonly wall: number;
  /** peak of the memory of all its processes together, pages shared by two counted twice */ readonly megabytes: number;
  readonly output: string;
};

const clockTick = 0.01;
const watchMs = 10;

/** Runs a Node program to its end. Throws with what it said when it fails. CPU-seconds are right while nothing else is run. */
export async function runNode(args: readonly string[]): Promise<Cost> {
  const before = cpuSeconds('children');
  const begun = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let megabytes = 0;
  const timer = setInterval(() => {
    if (child.pid !== undefined) megabytes = Math.max(megabytes, treeMegabytes(child.pid));
  }, watchMs);
  let output = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}: ${complaint || output}`);
  return { cpu: cpuSeconds('children') - before, wall: (performance.now() - begun) / 1000, megabytes, output };
}

/** CPU-seconds so far of this process, of its children that have ended (with theirs), or of all. */
export function cpuSeconds(whose: 'children' | 'all'): number {
  const fields = readProc('/proc/self/stat').split(') ')[1]?.split(' ');
  const own = process.cpuUsage();
  const self = (own.user + own.system) / 1e6;
  // Not Linux: what the children used cannot be told.
  if (!fields) return whose === 'all' ? self : 0;
  const children = (Number(fields[13]) + Number(fields[14])) * clockTick;
  return whose === 'all' ? self + children : children;
}

/** CPU-seconds so far of a process and everything below it, with what has ended; 0 where it cannot be told. */
export function cpuOfTree(pid: number): number {
  return treeOf(pid).reduce((sum, one) => {
    const fields = readProc(`/proc/${one}/stat`).split(') ')[1]?.split(' ') ?? [];
    return sum + [11, 12, 13, 14].reduce((ticks, at) => ticks + Number(fields[at] ?? 0), 0) * clockTick;
  }, 0);
}

/** CPU-milliseconds of this process and those below it during some work, to the microsecond; those that end meanwhile are left out. */
export async function finerCpuOf(work: () => Promise<void>): Promise<number> {
  const below = treeOf(process.pid).filter((pid) => pid !== process.pid);
  const nanosecondsOf = (pid: number) => Number(readProc(`/proc/${pid}/schedstat`).split(' ')[0]);
  const [own, before] = [process.cpuUsage(), below.map(nanosecondsOf)];
  await work();
  const { user, system } = process.cpuUsage(own);
  const nanoseconds = below.reduce((sum, pid, at) => sum + Math.max(0, nanosecondsOf(pid) - (before[at] ?? 0)), 0);
  return (user + system) / 1000 + nanoseconds / 1e6;
}

/** Resident memory of a process and everything below it; never less than the highest mark of any one of them. */
function treeMegabytes(pid: number): number {
  const tree = treeOf(pid).map((one) => readProc(`/proc/${one}/status`));
  const now = tree.reduce((sum, status) => sum + megabytesOf(status, 'VmRSS'), 0);
  return Math.max(now, ...tree.map((status) => megabytesOf(status, 'VmHWM')));
}

function treeOf(pid: number): number[] {
  return [pid, ...childrenOf(pid).flatMap(treeOf)];
}

/** The running children of a process, whichever of its threads started them. */
export function childrenOf(pid: number): number[] {
  return listProc(`/proc/${pid}/task`).flatMap((task) =>
    readProc(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean).map(Number),
  );
}

/** The highest mark of one process. */
export function peakMegabytes(pid: number): number {
  return megabytesOf(readProc(`/proc/${pid}/status`), 'VmHWM');
}

function megabytesOf(status: string, name: string): number {
  return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
}

/** Empty where there is nothing: the system is not Linux, or the process has just gone. */
function readProc(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

function listProc(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // As above.
    return [];
  }
}

/** Load of the last minute: above 1 before a run, somebody else is at work on the machine and times are too long. */
export function load(): string {
  return loadavg()[0].toFixed(1);
}

/** One line that tells a reader what the figures were measured on. */
export function machine(): string {
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  return `${availableParallelism()} shared cores, ${gigabytes} GB, Node ${process.version}`;
}

/** A folder for made-up registers that is gone afterwards, whatever happens. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nol-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
