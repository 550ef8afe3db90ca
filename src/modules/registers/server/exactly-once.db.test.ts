import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAs, transact } from '../../../platform/db';
import { type TestHouse, testHouse } from '../../../platform/testing/house';
import { kazuo } from '../../area/index';
import { seedAreas } from '../../area/server/index';
import { Importing, type MadeFile } from '../testing/importing';
import { anIdNumber } from '../testing/sheets';
import { beginReading } from './actions';
import { readCurrent } from './current-register';

/** REL-10 asks for a thousand splits; with NOL_LONG=1 there are that many. */
const splits = process.env.NOL_LONG === '1' ? 1000 : 6;

let house: TestHouse;
let importing: Importing;

beforeAll(async () => {
  house = await testHouse();
  await transact(house.db, house.system, async (trx) => {
    await seedAreas(trx, kazuo(), '2000-01-01');
    return { result: undefined, changes: [] };
  });
  importing = new Importing(house);
});
afterAll(async () => {
  await importing.stop();
  await house.close();
});

const header = '姓名,性别,公民身份号码,出生日期,户号,与户主关系,乡镇,村';
const rows = Array.from({ length: 60 }, (_, at) => {
  const birth = `2012${String((at % 12) + 1).padStart(2, '0')}05`;
  return `学生${'甲乙丙丁戊己'[at % 6]}${'子丑寅卯辰巳午未申酉'[Math.floor(at / 6)]},男,${anIdNumber(birth, String(at * 2 + 1).padStart(3, '0'))},${birth},${100 + at},长子,公营子镇,桥子村`;
});

/** Who counts and what is said of them, whatever batches it came in. */
async function counting(): Promise<readonly string[]> {
  const current = await readAs(house.db, house.system, (trx) => readCurrent(trx, house.ring, 'household'));
  return current ? current.keys.map((key, row) => `${key}/${current.contents[row]}`).sort() : [];
}

async function nothingCounts(): Promise<void> {
  await transact(house.db, house.system, async (trx) => {
    await trx.withTables<{ register_current: { kind: string } }>().deleteFrom('register_current').execute();
    return { result: undefined, changes: [] };
  });
}

const whole: MadeFile = { name: '户籍.csv', lines: [header, ...rows] };

it('the same list again, renamed, in another order, or twice at once: nobody is new and nobody changes', async () => {
  await importing.take('household', [whole]);
  const once = await counting();
  const shuffled = [...rows].sort((one, other) => (one.slice(8, 20) < other.slice(8, 20) ? -1 : 1)).reverse();
  for (const again of [whole, { ...whole, name: '另一个名字.csv' }, { name: '户籍.csv', lines: [header, ...shuffled] }]) {
    const { batchId } = await importing.read('household', [again]);
    expect((await importing.preview(batchId)).effects[0]).toMatchObject({ fresh: 0, changed: 0, unchanged: 60, gone: 0 });
    await importing.commit(batchId);
    expect(await counting()).toEqual(once);
  }
  const [one, other] = await Promise.all([importing.read('household', [whole]), importing.read('household', [whole])]);
  const taken = await Promise.all([importing.commit(one.batchId), importing.commit(other.batchId)]);
  expect(taken.map(({ state }) => state).sort()).toEqual(['committed', 'previewed']);
  const told = taken.find(({ state }) => state === 'previewed');
  expect(told?.refusal?.code).toBe('current-changed');
  const { batchId = '', version = 0 } = told ?? {};
  await beginReading(house.db, importing.house, house.system, batchId, version);
  await importing.settled(batchId);
  expect((await importing.preview(batchId)).effects[0]).toMatchObject({ fresh: 0, changed: 0, unchanged: 60, gone: 0 });
  expect(await counting()).toEqual(once);
});

it(`the list in parts, cut ${splits} times by chance, in overlapping files and batches, comes to the same`, {
  timeout: splits * 20_000,
}, async () => {
  await nothingCounts();
  await importing.take('household', [whole]);
  const once = await counting();
  for (let split = 0; split < splits; split++) {
    await nothingCounts();
    const cuts = [0, ...Array.from({ length: randomInt(1, 4) }, () => randomInt(rows.length)), rows.length].sort((a, b) => a - b);
    // Each part begins some rows before the end of the one before it.
    const parts = cuts.slice(1).map((to, at) => rows.slice(Math.max(0, (cuts[at] ?? 0) - randomInt(5)), to));
    const filled = parts.filter((part) => part.length > 0);
    const files = filled.map((part, at) => ({ name: `第${at + 1}份.csv`, lines: [header, ...part] }));
    const inOneBatch = randomInt(2) === 0;
    if (inOneBatch) await importing.take('household', files);
    else
      for (const [at, file] of files.entries()) await importing.take('household', [file], { mode: at === 0 ? 'replace' : 'add' });
    expect(await counting(), `cut at ${cuts.join(', ')}, ${inOneBatch ? 'one batch' : 'several'}`).toEqual(once);
  }
  expect(importing.faults).toEqual([]);
});
