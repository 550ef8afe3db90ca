// What reading and writing sheets costs, beside the plainest thing Node can do with the same bytes. `npm run bench sheets`
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { readSheets, writeWorkbook } from '../src/platform/sheets';
import { count, fixed } from './figures';
import { childrenOf, cpuSeconds, inTemporaryFolder, load, peakMegabytes } from './machine';
import { quick } from './options';
import { report } from './table';

const watchMs = 20;

type Cost = { readonly cpu: number; readonly megabytes: number };

async function costOf(work: () => unknown, ofChild: boolean): Promise<Cost> {
  let megabytes = 0;
  const timer = setInterval(() => {
    megabytes = Math.max(megabytes, ...childrenOf(process.pid).map(peakMegabytes));
  }, watchMs);
  const before = cpuSeconds('all');
  await work();
  clearInterval(timer);
  return { cpu: cpuSeconds('all') - before, megabytes: ofChild ? megabytes : process.memoryUsage.rss() / 1024 / 1024 };
}

const lines: string[][] = [];

function note(what: string, rows: number, cost: Cost, baseline?: Cost): void {
  console.error(`${what}, ${count(rows)} rows`);
  const ratio = baseline ? `${fixed(2)(cost.cpu / baseline.cpu)}×` : '';
  lines.push([what, count(rows), fixed(2)(cost.cpu), fixed(0)(cost.megabytes), ratio]);
}

const families = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧'];
const given = [...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉力鑫宇浩'];

/** One resident of a made-up register; the same for the same number. */
function resident(index: number): string[] {
  const mixed = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  const name = families[mixed % 30] + given[(mixed >>> 5) % 30] + given[(mixed >>> 10) % 30];
  const born = [2005 + (mixed % 15), 1 + ((mixed >>> 4) % 12), 1 + ((mixed >>> 8) % 28)].map((part) =>
    String(part).padStart(2, '0'),
  );
  const id = `211324${born.join('')}${String(index % 10_000).padStart(4, '0')}`;
  const village = `公营子镇第${(mixed >>> 12) % 200}村`;
  return [
    name,
    mixed % 2 === 0 ? '男' : '女',
    born.join('-'),
    id,
    '汉族',
    village,
    `${name[0]}${given[mixed % 30]}`,
    `138${String(mixed % 1e8).padStart(8, '0')}`,
    '父亲',
    '常住人口',
  ];
}

function* residents(rows: number, columns: number): Generator<string[]> {
  for (let row = 0; row < rows; row++) {
    const one = resident(row);
    yield Array.from({ length: columns }, (_, column) => one[column % one.length]);
  }
}

function csvOf(folder: string, rows: number): string {
  const file = path.join(folder, `${rows}.csv`);
  const handle = openSync(file, 'w');
  let text = '';
  for (const one of residents(rows, 10)) {
    text += `${one.join(',')}\r\n`;
    if (text.length < 1 << 20) continue;
    writeSync(handle, text);
    text = '';
  }
  writeSync(handle, text);
  closeSync(handle);
  return file;
}

async function benchCsv(folder: string, rows: number): Promise<void> {
  const file = csvOf(folder, rows);
  const columns = Array.from({ length: 10 }, (_, column) => column);
  const ours = await costOf(() => readSheets(file, () => [{ sheet: '', fromRow: 1, columns }]), true);
  const plain = await costOf(
    () =>
      readFileSync(file)
        .toString('utf8')
        .split('\r\n')
        .map((line) => line.split(',')),
    false,
  );
  note('.csv × 10 columns: readSheets', rows, ours, plain);
  note('  baseline: readFileSync + toString + split', rows, plain);
}

async function benchWorkbook(folder: string, rows: number, width: number, picked: number): Promise<void> {
  const file = path.join(folder, `${rows}x${width}.xlsx`);
  const columns = Array.from({ length: width }, (_, column) => ({ header: `第${column}列`, width: 14 }));
  const writing = await costOf(() => writeWorkbook(file, [{ name: '名单', columns, rows: residents(rows, width) }]), false);
  const making = await costOf(() => {
    for (const one of residents(rows, width)) one.join();
  }, false);
  note(`.xlsx × ${width} columns: writeWorkbook`, rows, writing, making);
  note('  baseline: making the rows', rows, making);
  const pick = { sheet: '名单', fromRow: 2, columns: Array.from({ length: picked }, (_, column) => column) };
  note(`.xlsx × ${width} columns, ${picked} picked: readSheets`, rows, await costOf(() => readSheets(file, () => [pick]), true));
}

const loadBefore = load();
await inTemporaryFolder(async (folder) => {
  for (const rows of quick ? [10_000] : [10_000, 30_000]) await benchWorkbook(folder, rows, 73, 25);
  for (const rows of quick ? [10_000] : [10_000, 100_000, 300_000]) await benchWorkbook(folder, rows, 20, 10);
  // Last, because the baseline leaves its memory behind.
  for (const rows of quick ? [10_000] : [10_000, 100_000, 1_000_000]) await benchCsv(folder, rows);
});
const title = 'Reading and writing sheets, one run each; the ratio is to the baseline in the line below';
report('sheets', loadBefore, [], [{ title, headers: ['what', 'rows', 'CPU-s', 'MB', 'ratio'], rows: lines }]);
