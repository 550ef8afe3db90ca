import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { builtEntry } from '../../src/platform/entry';

/** What a command cost: CPU seconds and peak memory of the process and its children together. */
export type Cost = { readonly cpu: number; readonly wall: number; readonly megabytes: number };

const clockTick = 0.01;
const watchMs = 20;

/** Runs `nol` with these arguments and measures it; throws with the command's own words when it fails. */
export async function nol(args: readonly string[]): Promise<Cost> {
  const before = cpuOfChildren();
  const started = performance.now();
  const child = spawn(process.execPath, [builtEntry('cli'), ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (piece) => {
    said += piece;
  });
  let megabytes = 0;
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, memoryOfTree(child.pid ?? 0));
  }, watchMs);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearInterval(watch);
  if (code !== 0) throw new Error(`nol ${args.join(' ')} ended with ${code}: ${said}`);
  return { cpu: cpuOfChildren() - before, wall: (performance.now() - started) / 1000, megabytes };
}

/** CPU seconds of all children of this process that have ended, their own children included. Linux only: elsewhere 0. */
function cpuOfChildren(): number {
  const fields = procText('/proc/self/stat').split(') ')[1]?.split(' ');
  return fields ? (Number(fields[13]) + Number(fields[14])) * clockTick : 0;
}

/** Resident memory of a process and its direct children at this moment, in MB. */
function memoryOfTree(pid: number): number {
  const children = procText(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean);
  return [String(pid), ...children].reduce((sum, id) => sum + residentOf(id), 0);
}

function residentOf(pid: string): number {
  return Number(/VmRSS:\s+(\d+)/.exec(procText(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

function procText(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    // Not Linux, or the process has just ended: then there is nothing to add.
    return '';
  }
}
