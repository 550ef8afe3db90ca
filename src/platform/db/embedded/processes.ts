import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process of this number runs. One that is dead and only waits to be buried by its parent does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return statOf(pid)?.[0] !== 'Z';
}

/**
 * A text that tells a process from a later one with the same number, from the system's own record of its start;
 * '' for a process that is gone, and on systems that keep no such record.
 */
export function birthMark(pid: number): string {
  if (process.platform === 'win32') return '';
  if (process.platform !== 'linux') return psColumn(pid, 'lstart');
  // Field 22 of the line, in ticks since the machine started; the boot id tells one start of the machine from the next.
  const ticks = statOf(pid)?.[19];
  return ticks === undefined ? '' : `${ticks}@${readOr('/proc/sys/kernel/random/boot_id', '')}`;
}

/** The command line of a process as one text, '' when it is gone or may not be read. */
export function commandLine(pid: number): string {
  if (process.platform !== 'linux') return psColumn(pid, 'command');
  return readOr(`/proc/${pid}/cmdline`, '').replaceAll('\0', ' ');
}

/** The fields after the name of the program, which may itself hold spaces and brackets. */
function statOf(pid: number): readonly string[] | undefined {
  const line = readOr(`/proc/${pid}/stat`, '');
  return line === '' ? undefined : line.slice(line.lastIndexOf(')') + 2).split(' ');
}

function psColumn(pid: number, column: string): string {
  const { stdout } = spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' });
  return (stdout ?? '').trim();
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return otherwise;
  }
}
