import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandLine, isRunning } from './processes';

/** What a server of PostgreSQL notes about itself in `postmaster.pid` while it runs; a killed one leaves it behind. */
export type Lease = {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
  /** whether it answers, after recovery */ readonly isReady: boolean;
};

/** The note in a cluster folder, whoever left it; undefined when there is none or it is not yet written to the end. */
export function readLease(cluster: string): Lease | undefined {
  const lines = linesOf(cluster);
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!(pid > 0 && port > 0)) return undefined;
  return { pid, port, socketFolder: lines[4] ?? '', isReady: lines[7]?.trim() === 'ready' };
}

/** The server that runs on this cluster now, whoever started it. */
export function liveLease(cluster: string): Lease | undefined {
  const lease = readLease(cluster);
  return lease && isServerOf(lease.pid, cluster) ? lease : undefined;
}

/**
 * After a crash the number in the note may belong to any other process by now, and PostgreSQL would refuse to start beside it.
 * Our own number instead makes it go on to its real test: whether anybody still holds the shared memory of the note.
 */
export function disownStaleLease(cluster: string): void {
  const lines = linesOf(cluster);
  const pid = Number(lines[0]);
  if (!(pid > 0) || pid === process.pid || !isRunning(pid) || isServerOf(pid, cluster)) return;
  writeFileSync(leaseFile(cluster), [process.pid, ...lines.slice(1)].join('\n'));
}

function isServerOf(pid: number, cluster: string): boolean {
  return isRunning(pid) && commandLine(pid).includes(`-D ${cluster} `);
}

function linesOf(cluster: string): readonly string[] {
  const file = leaseFile(cluster);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}

function leaseFile(cluster: string): string {
  return path.join(cluster, 'postmaster.pid');
}
