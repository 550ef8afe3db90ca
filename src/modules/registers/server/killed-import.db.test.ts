import { type ChildProcess, fork } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cellText } from '../../../kernel/packed-column';
import { rawSql } from '../../../platform/access/testing/raw-store';
import { readAs, transact } from '../../../platform/db';
import { builtEntry } from '../../../platform/entry';
import { type TestHouse, testHouse } from '../../../platform/testing/house';
import { kazuo } from '../../area/index';
import { seedAreas } from '../../area/server/index';
import { everywhere } from '../testing/importing';
import { anIdNumber } from '../testing/sheets';
import { addFile, beginReading, commit, openBatch, previewFor, undo } from './actions';
import { readCurrent } from './current-register';
import { noNeeds } from './needs';
import { findBatch, type StoredBatch } from './store';

/** REL-01: with NOL_LONG=1 as often as the register of goals asks for. */
const trials = process.env.NOL_LONG === '1' ? 200 : 20;
const ROWS = 5000;
/** REL-01: resumed or rolled back within so long; where starting a process and reading takes longer undisturbed, within thrice that. */
let resumedMs = 10_000;

let house: TestHouse;
/** The process of the jobs; it dies in each trial, and another is started. */
let worker: ChildProcess | undefined;

beforeAll(async () => {
  house = await testHouse();
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2000-01-01');
    return { result: undefined, changes: [] };
  });
}, 120_000);
afterAll(async () => {
  worker?.kill('SIGKILL');
  await house.close();
});

/** The process that does jobs beside the server, the very one. */
function startProcess(): ChildProcess {
  const filesFolder = path.join(house.folder, 'files');
  const anchorsFile = path.join(house.folder, 'anchors');
  const begin = { connection: house.app, keysFile: house.keysFile, filesFolder, anchorsFile };
  const started = fork(builtEntry('job-process'), { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  started.send({ begin });
  return started;
}

const header = '姓名,性别,公民身份号码,出生日期,户号,与户主关系,乡镇,村';
const lines = [
  header,
  ...Array.from({ length: ROWS }, (_, at) => {
    const birth = `20${10 + (at % 9)}-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 27) + 1).padStart(2, '0')}`;
    // Every hundredth cannot be right: problems must come once, too.
    const id = at % 100 === 7 ? '2.11324E+17' : anIdNumber(birth.replaceAll('-', ''), String(at % 1000).padStart(3, '0'));
    const name = `${'赵钱孙李周吴郑王'[at % 8]}${'明华强秀英芳伟敏静丽'[Math.floor(at / 8) % 10]}${at}`;
    return `${name},男,${id},${birth},${10_000 + at},长子,公营子镇,桥子村`;
  }),
].join('\n');

type Killed = 'reading' | 'commit' | 'nobody';

/** Imports the list, kills the working process once after `afterMs` in the phase, takes the import back; answers what had come of it. */
async function importOnce(killed: Killed, afterMs: number): Promise<{ state: string; readMs: number; commitMs: number }> {
  const { db, system } = house;
  const services = { ring: house.ring, files: house.files, wakeJobs };
  const opened = await openBatch(db, system, { kind: 'household', asOf: '2025-03-01' });
  const upload = { name: '户籍.csv', stream: Readable.from([Buffer.from(lines)]) };
  const { id, version } = await addFile(db, services, system, opened.id, upload);
  await beginReading(db, services, system, id, version);
  const readMs = await settled(id, 'reading', killed === 'reading' ? afterMs : undefined);
  const { version: seen } = await batchOf(id);
  await commit(db, services, system, id, { version: seen, mode: 'replace', badRows: 'wait' });
  const commitMs = await settled(id, 'committing', killed === 'commit' ? afterMs : undefined);
  const state = await stateOf(id);
  await undo(db, system, id, { version: (await batchOf(id)).version, reason: '试验' }, noNeeds);
  return { state, readMs, commitMs };
}

function wakeJobs(): void {
  if (worker?.connected) worker.send('wake');
}

/** Waits until the phase is over; kills the process that works on it on the way, and starts another as the server does. */
async function settled(id: string, phase: StoredBatch['state'], killAfterMs: number | undefined): Promise<number> {
  const began = performance.now();
  if (killAfterMs !== undefined) {
    await new Promise((resolve) => setTimeout(resolve, killAfterMs));
    worker?.kill('SIGKILL');
    worker = startProcess();
  }
  const since = performance.now();
  while ((await batchOf(id)).state === phase) {
    expect(performance.now() - since, 'resumed or rolled back').toBeLessThan(resumedMs);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return performance.now() - began;
}

async function batchOf(id: string): Promise<StoredBatch> {
  const batch = await readAs(house.db, house.system, (trx) => findBatch(trx, everywhere, id));
  if (batch === undefined) throw new Error(`no batch ${id}`);
  return batch;
}

/** All that an import leaves: the list that counts, the preview, how many rows stand in each table, and the lines of the trail. */
async function stateOf(id: string): Promise<string> {
  const { baseId: _, ...preview } = previewFor(await batchOf(id), house, house.db.countyId);
  const counting = await readAs(house.db, house.system, async (trx) => {
    const current = await readCurrent(trx, house.ring, 'household');
    const tables = [
      'register_file',
      'register_sheet',
      'register_chunk',
      'register_index',
      'register_problem',
      'register_snapshot',
    ];
    const counts = [];
    for (const table of tables) counts.push(...(await rawSql(trx, `select count(*) from ${table} where batch_id = '${id}'`)));
    const trail = await rawSql(
      trx,
      `select act, outcome, detail from audit_line where object = 'register-batch:${id}' order by at, act`,
    );
    const { name, idNumber } = current?.register.text ?? {};
    const rows = Array.from({ length: current?.register.count ?? 0 }, (_row, row) =>
      [name, idNumber].map((column) => (column ? cellText(column, row) : '')).join('/'),
    );
    return { rows, contents: current?.contents, counts, trail };
  });
  return createHash('sha256')
    .update(JSON.stringify([preview, counting]))
    .digest('hex');
}

it(`comes to the same end when its process is killed, ${trials} times, anywhere in reading and commit`, {
  timeout: trials * 15_000,
}, async () => {
  worker = startProcess();
  const first = await importOnce('nobody', 0);
  resumedMs = Math.max(resumedMs, 3 * (first.readMs + first.commitMs));
  const free = await importOnce('nobody', 0);
  for (let trial = 0; trial < trials; trial++) {
    const killed = trial % 2 === 0 ? 'reading' : 'commit';
    const afterMs = randomInt(Math.ceil(killed === 'reading' ? free.readMs : free.commitMs) + 1);
    const { state } = await importOnce(killed, afterMs);
    expect(state, `killed ${afterMs} ms into ${killed}`).toBe(free.state);
  }
  expect(readdirSync(path.join(house.folder, 'files', 'scratch')), 'plain copies that dead processes left').toEqual([]);
});
