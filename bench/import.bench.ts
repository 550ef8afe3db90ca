// What it costs to bring in a list, every row checked, beside PostgreSQL's own COPY of the same file. `npm run bench import`
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { listWorks } from '../src/app/wiring';
import { type Bringing, bringList, takeList } from '../src/modules/registers/server';
import { newId } from '../src/platform/db';
import { rawCopy } from '../src/platform/db/embedded/testing/raw-copy';
import { writeDemo } from '../src/tools/demo';
import { count, fixed, median, spread } from './figures';
import { cpuOfTree, inTemporaryFolder, load } from './machine';
import { quick } from './options';
import { type BenchHouse, openBenchHouse } from './server/bench-house';
import { report } from './table';

/** Of so many children of school age the demo's household register has about 300,000 (30,000) rows. */
const children = quick ? 27_000 : 270_000;
const rounds = quick ? 2 : 3;
const GOAL = 4;
const asOf = '2025-03-01';

type Cost = { readonly cpu: number; readonly wall: number };
type Round = {
  readonly rows: number;
  readonly problems: number;
  readonly first: Cost;
  readonly again: Cost;
  readonly copy: Cost;
};

const loadBefore = load();
const measured: Round[] = [];
await inTemporaryFolder(async (folder) => {
  const { household } = await writeDemo(folder, { seed: 2025, children, format: 'csv' });
  for (let round = 0; round < rounds; round++) {
    console.error(`round ${round + 1} of ${rounds} …`);
    const house = await openBenchHouse(path.join(folder, `house-${round}`));
    measured.push(await measure(house, household));
    await house.close();
  }
});

/** An empty county takes the list, then the same list once more; the same server then copies the file as it is. */
async function measure(house: BenchHouse, file: string): Promise<Round> {
  const context = { actor: null, requestId: newId(), source: 'bench' };
  const where: Bringing = { db: house.db, house: house.house, context, works: listWorks };
  const bring = async () => {
    const list = await bringList(where, { kind: 'household', asOf }, [
      { name: 'household.csv', open: () => createReadStream(file) },
    ]);
    await takeList(where, list, { mode: 'replace', badRows: 'take', reason: 'bench' });
    return list.preview;
  };
  const first = await costOf(bring);
  const again = await costOf(bring);
  const copy = await costOf(() => rawCopy(house.ownerAddress, file));
  if (copy.result !== first.result.rows) throw new Error(`${copy.result} rows were copied, and ${first.result.rows} imported`);
  const { rows, errorRows, noticeRows } = first.result;
  return { rows, problems: errorRows + noticeRows, first, again, copy };
}

/** Processor seconds of this process, its readers and PostgreSQL together. */
async function costOf<T>(work: () => Promise<T>): Promise<Cost & { readonly result: T }> {
  const [cpu, begun] = [cpuOfTree(process.pid), performance.now()];
  const result = await work();
  return { result, cpu: cpuOfTree(process.pid) - cpu, wall: (performance.now() - begun) / 1000 };
}

const [one] = measured;
if (one === undefined) throw new Error('nothing was measured');
const ratios = measured.map(({ first, copy }) => first.cpu / copy.cpu);
report(
  'import',
  loadBefore,
  [
    {
      what: `${count(one.rows)} household rows from .csv: read, checked, encrypted and counting; CPU beside COPY of the same file`,
      goal: `≤ ${GOAL} ×`,
      measured: `${spread(ratios, fixed(1))} ×, n = ${measured.length}`,
      reached: ratios.every((ratio) => ratio <= GOAL),
    },
  ],
  [
    {
      title: `Bringing in ${count(one.rows)} rows of 25 columns, ${count(one.problems)} of them with something to mend or to look at; n = ${measured.length}`,
      headers: ['what', 'CPU-s', 'wall-s', 'rows a CPU-second'],
      rows: (
        [
          ['into an empty county', 'first'],
          ['the same list again: 0 new', 'again'],
          ['COPY into a table of text columns without index', 'copy'],
        ] as const
      ).map(([what, key]) => {
        const [cpu, wall] = (['cpu', 'wall'] as const).map((side) => measured.map((round) => round[key][side]));
        const show = fixed(2);
        return [what, spread(cpu, show), spread(wall, show), count(Math.round(one.rows / median(cpu)))];
      }),
    },
  ],
);
