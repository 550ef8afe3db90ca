import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { StartRefusal } from '../start-refusal';
import { type Account, startProgram } from './account';
import { disownStaleLease, type Lease, readLease } from './lease';
import { isRunning } from './processes';

/** What to run: the server of one cluster, with settings that stand above those in its files. */
export type ServerTask = {
  readonly cluster: string;
  readonly account: Account;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
};

const POLL_MS = 10;
const PAUSE_MS = 200;
/** How long the processes of a killed server may take to notice it: they look once a second or so. */
const PATIENCE_MS = 30_000;
/** An orderly stop writes everything to disk; what takes longer is cut short, and the next start recovers from the log. */
const ORDERLY_MS = 60_000;

/** Another process still holds what this one needs, which passes by itself while old processes end. */
const passing = /shared memory block|lock file ".*" already exists|could not bind/;

/** `orderly` writes everything to disk and closes; `abrupt` is for data that nobody will open again. */
export type Ending = 'orderly' | 'abrupt';

/** Runs the server and starts it again when it dies without having been asked to. */
export async function keepServer(task: ServerTask): Promise<{ stop(ending: Ending): Promise<void> }> {
  let isWanted = true;
  let current = launch(task);
  const keep = (child: ChildProcess): void => {
    child.once('exit', () => {
      if (!isWanted) return;
      task.log('the database server ended by itself and is started again');
      current = wait(PAUSE_MS).then(() => launch(task));
      current.then(keep, (error: unknown) => task.log(`the database server could not be started again: ${error}`));
    });
  };
  keep(await current);
  return {
    async stop(ending) {
      isWanted = false;
      const child = await current.catch(() => undefined);
      if (child?.pid !== undefined && !isGone(child)) await stopServer(child.pid, ending);
    },
  };
}

/** Ends a server and cuts its connections; answers when the process is gone. Nothing that was committed is lost either way. */
export async function stopServer(pid: number, ending: Ending): Promise<void> {
  if (ending === 'orderly' && (await goes(pid, 'SIGINT', ORDERLY_MS))) return;
  if (!(await goes(pid, 'SIGQUIT', PATIENCE_MS))) throw new Error(`process ${pid}, the database server, does not end`);
}

async function goes(pid: number, signal: NodeJS.Signals, ms: number): Promise<boolean> {
  if (isRunning(pid)) process.kill(pid, signal);
  for (const end = Date.now() + ms; isRunning(pid); await wait(POLL_MS)) {
    if (Date.now() > end) return false;
  }
  return true;
}

async function launch(task: ServerTask): Promise<ChildProcess> {
  for (const end = Date.now() + PATIENCE_MS; ; await wait(PAUSE_MS)) {
    disownStaleLease(task.cluster);
    const { child, complaint } = await launchOnce(task);
    if (complaint === undefined) return child;
    if (!passing.test(complaint) || Date.now() > end) throw notStarted(complaint);
    task.log(`waiting for the processes of an earlier server to end: ${complaint}`);
  }
}

/** Ends when the server answers, or with its complaint when it ends instead. Recovery after a crash takes the time it takes. */
async function launchOnce(task: ServerTask): Promise<{ child: ChildProcess; complaint?: string }> {
  const settings = Object.entries(task.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = startProgram(task.account, 'postgres', ['-D', task.cluster, ...settings]);
  let complaint = '';
  child.on('error', (error) => {
    complaint = error.message;
  });
  const lines = createInterface({ input: child.stderr as NodeJS.ReadableStream });
  lines.on('line', (line) => {
    complaint = /\b(?:FATAL|PANIC): *(.+)/.exec(line)?.[1] ?? complaint;
    task.log(line);
  });
  while (!isGone(child) && !answers(readLease(task.cluster), child)) await wait(POLL_MS);
  if (isGone(child)) {
    // What it said last may still be in the pipe.
    if (complaint === '') await wait(PAUSE_MS);
    return { child, complaint: complaint || `exit code ${child.exitCode}` };
  }
  // A database that was forgotten must not keep a finished program alive.
  child.unref();
  (child.stderr as unknown as { unref(): void }).unref();
  return { child };
}

/** Also when it never came to be. Asked of the child and not of its number, which may belong to another process by now. */
function isGone({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid === undefined || exitCode !== null || signalCode !== null;
}

function answers(lease: Lease | undefined, child: ChildProcess): boolean {
  return lease?.isReady === true && lease.pid === child.pid;
}

function notStarted(complaint: string): StartRefusal {
  return new StartRefusal(
    'database-not-started',
    `内置数据库没有启动：${complaint}。数据没有被改动；请按这个原因处理后再启动。`,
    `The embedded database did not start: ${complaint}. No data was changed; see to this cause and start again.`,
  );
}
