// The process of the jobs: does long work in a house that the server has opened, and ends with the server.
import { constants, setPriority } from 'node:os';
import { type JobRunner, startJobs } from '../platform/jobs';
import type { JobMessage } from './job-supervisor';
import { enterHouse, type HouseWays } from './open-house';
import { chores, works } from './wiring';

// A list that is compared may take a second longer; whoever calls a class waits with the phone in the hand.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

let runner: JobRunner | undefined;
let close: (() => Promise<void>) | undefined;

process.on('message', (message: JobMessage) => {
  if (message === 'wake') runner?.wake();
  else if (message === 'stop') void end();
  else void begin(message.begin);
});
// The server is gone: what runs is left to its successor.
process.on('disconnect', () => void end());
// Ctrl-C reaches every process of the terminal; the server says when to stop.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

async function begin(ways: HouseWays): Promise<void> {
  const { db, ring, files } = await enterHouse(ways, console.error);
  const house = { ring, files, anchorsFile: ways.anchorsFile, wakeJobs: () => runner?.wake() };
  const onFault = (error: unknown, of: string) => console.error(`fault in job ${of}:`, error);
  close = () => db.database.close();
  // The process before this one may have been killed in the middle of a list (SEC-09).
  await files.sweepCopies();
  runner = startJobs({ db, house, works, chores, onFault });
}

async function end(): Promise<void> {
  await runner?.stop();
  await close?.();
  process.exit(0);
}
