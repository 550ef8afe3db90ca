import { type ChildProcess, fork } from 'node:child_process';
import { builtEntry } from '../platform/entry';
import type { HouseWays } from './open-house';

/** What the server says to the process of the jobs. */
export type JobMessage = { readonly begin: HouseWays } | 'wake' | 'stop';

export type JobProcess = { wake(): void; stop(): Promise<void> };

/** A process that dies at once would otherwise be started some hundred times a second. */
const RESTART_MS = 1000;

/**
 * Keeps a process for the long work beside the server, so that an import or a comparison never makes a page wait. When it
 * dies it is started again, and takes up what it left: its jobs' leases have run out by then.
 */
export function startJobProcess(ways: HouseWays, log: (line: string) => void): JobProcess {
  let stopping = false;
  let child: ChildProcess | undefined;
  let restart: NodeJS.Timeout | undefined;
  const start = () => {
    const started = fork(builtEntry('job-process'), {
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child = started;
    started.send({ begin: ways } satisfies JobMessage);
    started.on('exit', (code, signal) => {
      if (stopping) return;
      log(`the process of the jobs ended (${signal ?? code}) and is started again`);
      restart = setTimeout(start, RESTART_MS);
    });
  };
  const say = (message: JobMessage) => {
    if (child?.connected) child.send(message);
  };
  start();
  return {
    wake: () => say('wake'),
    stop: () =>
      new Promise((resolve) => {
        stopping = true;
        clearTimeout(restart);
        if (child === undefined || child.exitCode !== null || child.signalCode !== null) return resolve();
        child.on('exit', () => resolve());
        say('stop');
      }),
  };
}
