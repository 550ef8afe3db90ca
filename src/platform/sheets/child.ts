import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { builtEntry } from '../entry';
import { type Frame, FrameReader, type Picks, type Task } from './frames';
import { type Reason, refusal } from './words';

const memoryCheckMs = 100;
// What Node itself takes before a file is opened; the limit is about the file.
const runtimeMb = 60;
const keptStderr = 4000;

/** One reading process at work; `ended` settles when it is gone, however it went. */
export type Reader = {
  pick(picks: Picks): void;
  readonly ended: Promise<void>;
  stop(error: unknown): void;
};

type OnFrame = (frame: Frame, blobs: readonly Uint8Array[]) => void;

/**
 * Starts the reading process on a task and watches over it: its time, its memory and the caller's signal.
 * The first error, from whichever side, stops it and is what `ended` rejects with.
 */
export function startReader(task: Task, signal: AbortSignal | undefined, onFrame: OnFrame): Reader {
  const child = spawn(process.execPath, [`--max-old-space-size=${task.limits.memoryMb}`, builtEntry('sheet-reader')], {
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
    // Nothing of the surroundings belongs in a process that reads files from outside (a NODE_OPTIONS, a password).
    env: process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot },
  });
  let failure: { readonly error: unknown } | undefined;
  function stop(error: unknown): void {
    failure ??= { error };
    child.kill('SIGKILL');
  }
  const frames = new FrameReader((frame, blobs) => attempt(stop, () => onFrame(frame, blobs)));
  child.stdout.on('data', (piece: Buffer) => failure ?? frames.push(piece));
  const stderr = keepEnd(child);
  const unwatch = watch(child, task, signal, stop);
  child.stdin.on('error', () => {
    // A child that is gone cannot take its picks; its end is reported by 'close'.
  });
  child.stdin.write(`${JSON.stringify(task)}\n`);
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', stop);
    child.on('close', (code) => {
      unwatch();
      if (failure) reject(failure.error);
      else if (code === 0) resolve();
      else reject(deathOf(task, stderr()));
    });
  });
  return { ended, stop, pick: (picks) => child.stdin.end(`${JSON.stringify(picks)}\n`) };
}

function attempt(stop: (error: unknown) => void, action: () => void): void {
  try {
    action();
  } catch (error) {
    stop(error);
  }
}

function watch(child: ChildProcess, task: Task, signal: AbortSignal | undefined, stop: (error: unknown) => void): () => void {
  const { memoryMb, seconds } = task.limits;
  const refuse = (reason: Reason, limit: number) => stop(refusal(task.path, reason, { limit }));
  const clock = setTimeout(() => refuse('tooSlow', seconds), seconds * 1000);
  // The heap limit does not see typed arrays, and they are most of what a reading process holds.
  const memory = setInterval(async () => {
    const used = await residentMb(child.pid);
    if (used !== undefined && used > memoryMb + runtimeMb) refuse('outOfMemory', memoryMb);
  }, memoryCheckMs);
  const onAbort = () => stop(signal?.reason);
  signal?.addEventListener('abort', onAbort, { once: true });
  if (signal?.aborted) onAbort();
  return () => {
    clearTimeout(clock);
    clearInterval(memory);
    signal?.removeEventListener('abort', onAbort);
  };
}

/** Megabytes a process holds in memory, where the system has /proc; elsewhere only the heap limit guards. */
async function residentMb(pid: number | undefined): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '');
  const found = /^VmRSS:\s+(\d+) kB/m.exec(status);
  return found ? Number(found[1]) / 1024 : undefined;
}

function keepEnd(child: ChildProcess): () => string {
  let kept = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    kept = (kept + text).slice(-keptStderr);
  });
  return () => kept;
}

/** A death we did not order: out of memory has its sentence, everything else is a fault of the program. */
function deathOf(task: Task, stderr: string): unknown {
  if (/heap out of memory|Allocation failed|array buffer allocation/i.test(stderr)) {
    return refusal(task.path, 'outOfMemory', { limit: task.limits.memoryMb });
  }
  return new Error(`the sheet reader died on ${task.path}: ${stderr}`);
}
