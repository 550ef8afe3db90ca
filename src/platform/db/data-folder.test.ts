import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { programOf } from '../testing/program';
import { lockDataFolder } from './data-folder';
import { StartRefusal } from './start-refusal';

const home = mkdtempSync(path.join(tmpdir(), 'nol-lock-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

let folders = 0;
function aFolder(): string {
  return path.join(home, String(folders++));
}

function refusalOf(folder: string): StartRefusal {
  try {
    lockDataFolder(folder);
  } catch (error) {
    if (error instanceof StartRefusal) return error;
    throw error;
  }
  throw new Error('the folder was given');
}

/** A folder that says it is held by this process, once upon a time or elsewhere. */
function claimedBy(holder: { pid: number; birth?: string; place?: string }, age = 0): string {
  const folder = aFolder();
  const claim = path.join(folder, 'lock', '7');
  mkdirSync(path.dirname(claim), { recursive: true });
  writeFileSync(claim, JSON.stringify({ birth: 'another start', place: 'another place', ...holder }));
  const moment = new Date(Date.now() - age);
  utimesSync(claim, moment, moment);
  return folder;
}

/** A process that takes the folder, or says who has it, whenever it is told to. */
async function contender(program: string, folder: string) {
  const child: ChildProcess = spawn(process.execPath, [program, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  await lines.next();
  return {
    pid: child.pid,
    async ask(what: 'take' | 'release'): Promise<string> {
      child.stdin?.write(`${what}\n`);
      return (await lines.next()).value;
    },
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

const contending = `
  import { createInterface } from 'node:readline';
  import { lockDataFolder } from './data-folder';
  let held: { release(): void } | undefined;
  console.log('here');
  for await (const line of createInterface({ input: process.stdin })) {
    try {
      if (line === 'take') held = lockDataFolder(process.argv[2] ?? '');
      else held?.release();
      console.log(line);
    } catch (error) {
      console.log(String((error as { zh: string }).zh));
    }
  }
`;

/** Whoever has the folder makes a file that must not be there yet. */
const hurrying = `
  import { rmSync, writeFileSync } from 'node:fs';
  import { lockDataFolder } from './data-folder';
  import { StartRefusal } from './start-refusal';
  const folder = process.argv[2] ?? '';
  let taken = 0;
  for (const end = Date.now() + 1500; Date.now() < end; ) {
    try {
      const held = lockDataFolder(folder);
      writeFileSync(folder + '/inside', '', { flag: 'wx' });
      rmSync(folder + '/inside');
      held.release();
      taken++;
    } catch (error) {
      if (!(error instanceof StartRefusal)) throw error;
    }
  }
  console.log('taken ' + taken + ' times');
`;

it('gives the folder to one of four processes that ask at once, 100 times over, also after it was killed', async () => {
  const folder = aFolder();
  const program = await programOf(contending, import.meta.dirname, aFolder());
  const crowd = await Promise.all(Array.from({ length: 4 }, () => contender(program, folder)));
  for (let round = 0; round < 100; round++) {
    const answers = await Promise.all(crowd.map((one) => one.ask('take')));
    const winner = crowd[answers.indexOf('take')];
    expect(answers.filter((answer) => answer === 'take')).toHaveLength(1);
    for (const answer of answers) if (answer !== 'take') expect(answer).toContain(`进程号 ${winner?.pid}`);
    if (round % 5 > 0) await winner?.ask('release');
    else {
      await winner?.kill();
      crowd[answers.indexOf('take')] = await contender(program, folder);
    }
  }
  expect(readdirSync(path.join(folder, 'lock')).length).toBeLessThanOrEqual(2);
  await Promise.all(crowd.map((one) => one.kill()));
});

it('lets no second process in while four take it and give it back as fast as they can', async () => {
  const folder = aFolder();
  const program = await programOf(hurrying, import.meta.dirname, aFolder());
  const run = async () => (await promisify(execFile)(process.execPath, [program, folder])).stdout.trim();
  const taken = await Promise.all([run(), run(), run(), run()]);
  for (const answer of taken) expect(answer).toMatch(/^taken [1-9]\d* times$/);
});

it('says in both languages who holds the folder', () => {
  const folder = aFolder();
  const held = lockDataFolder(folder);
  expect(refusalOf(folder)).toMatchObject({
    code: 'folder-in-use',
    zh: `数据文件夹 ${folder} 正由另一个程序使用（进程号 ${process.pid}），同一份数据只能由一个程序使用。请先停止那个程序，或换一个数据文件夹。`,
    en: `The data folder ${folder} is in use by another program (process ${process.pid}), and only one may use it. Stop that one, or choose another data folder.`,
  });
  held.release();
  lockDataFolder(folder).release();
});

it('is not fooled by a number that belongs to another process by now', () => {
  const folder = aFolder();
  lockDataFolder(folder);
  const { place } = JSON.parse(readFileSync(path.join(folder, 'lock', '1'), 'utf8'));
  lockDataFolder(claimedBy({ pid: process.pid, place })).release();
});

it('takes a folder whose last claim was cut off by a power failure', () => {
  const folder = claimedBy({ pid: 1 });
  writeFileSync(path.join(folder, 'lock', '7'), Buffer.alloc(60));
  lockDataFolder(folder).release();
});

it('believes a holder it cannot see, in another container, as long as it gives signs of life', () => {
  const place = `${hostname()} pid:[1]`;
  expect(refusalOf(claimedBy({ pid: 1, place }, 10_000)).zh).toContain('如果它已经不在，请过 15 秒再启动。');
  lockDataFolder(claimedBy({ pid: 1, place }, 20_000)).release();
});

it('refuses a folder of another account with a sentence', () => {
  const folder = aFolder();
  mkdirSync(folder);
  chmodSync(folder, 0o555);
  chmodSync(home, 0o711);
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    expect(refusalOf(folder).zh).toBe(
      `当前账户不能写入数据文件夹 ${folder}。请用建立它的那个账户启动，或先改它的权限，或换一个数据文件夹。`,
    );
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
});
