import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { askEmbedded } from '../../platform/db/embedded/testing/ask';
import { abandonEmbedded } from '../../platform/db/embedded/testing/discard';
import { builtEntry } from '../../platform/entry';

type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** The server as its user sees it: where it serves, what it has said, and the two ways to end it. */
export type Served = {
  readonly address: string;
  said(): string;
  /** as Ctrl-C does; answers with the exit code */ stop(): Promise<number | null>;
  /** as a power cut does; the process of the jobs is left alone */ kill(): Promise<void>;
};

const SERVING = /(http:\/\/[^\s]+)/;
const PATIENCE_MS = 120_000;

/** A data folder of a test's own, in which it runs the real command. Call `remove` at the end. */
export class OwnHouse {
  readonly folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'nol-own-'));
  private readonly running = new Set<ChildProcess>();

  constructor(private readonly env: Readonly<Record<string, string>> = {}) {}

  /** Runs a command to its end; a start that should have been refused, and serves, is stopped and ends with 0. */
  async run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
    const child = this.spawn(args, env);
    const texts = textsOf(child);
    const clock = setInterval(() => SERVING.test(texts.out()) && child.kill('SIGINT'), 100);
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    clearInterval(clock);
    return { code, out: texts.out(), err: texts.err() };
  }

  /** Starts the server on a free port; throws with what it said when it does not come up. */
  async start(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<Served> {
    const child = this.spawn(['start', ...args], env);
    const texts = textsOf(child);
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    await Promise.race([until(() => SERVING.test(texts.out())), ended]);
    const address = SERVING.exec(texts.out())?.[1];
    if (address === undefined) throw new Error(`the server did not start: ${texts.out()}${texts.err()}`);
    return {
      address,
      said: texts.out,
      stop: () => {
        child.kill('SIGINT');
        return ended;
      },
      kill: async () => {
        child.kill('SIGKILL');
        await ended;
      },
    };
  }

  /** Asks the running embedded database something as its administrator, past all rights. */
  async sql(statement: string): Promise<readonly Record<string, unknown>[]> {
    return askEmbedded(this.folder, statement);
  }

  async remove(): Promise<void> {
    for (const child of this.running) child.kill('SIGKILL');
    abandonEmbedded(this.folder);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private spawn(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
    const { DATABASE_URL: _, NOL_OWNER_URL: __, NOL_KEYS_FILE: ___, ...plain } = process.env;
    const child = spawn(process.execPath, [builtEntry('cli'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...plain, NOL_DATA: this.folder, NOL_PORT: '0', ...this.env, ...env },
    });
    this.running.add(child);
    child.on('close', () => this.running.delete(child));
    return child;
  }
}

function textsOf(child: ChildProcess) {
  let [out, err] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return { out: () => out, err: () => err };
}

async function until(holds: () => boolean): Promise<void> {
  for (const began = Date.now(); !holds() && Date.now() - began < PATIENCE_MS; ) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
