// What the comparison costs, and how that grows. `npm run bench compare`
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeDemo } from '../src/tools/demo';
import { writeOther } from '../src/tools/other-county';
import type { Truth } from '../src/tools/truth';
import { type Cost, nol } from './lib/command';
import { type Line, report, spread } from './lib/table';

const largest = Number(process.env.BENCH_CHILDREN ?? 1_000_000);
const sizes = [30_000, 100_000, 300_000, 1_000_000].filter((size) => size <= largest);
const runs = 3;
const folder = mkdtempSync(path.join(tmpdir(), 'compare-bench-'));

type Files = { readonly household: string; readonly enrolment: string; readonly truth: string };

async function costs(files: Files, out: readonly string[], times: number): Promise<Cost[]> {
  const all: Cost[] = [];
  for (let run = 0; run < times; run++) {
    all.push(
      await nol(['compare', '--as-of', '2025-03-01', '--household', files.household, '--enrolment', files.enrolment, ...out]),
    );
  }
  return all;
}

/** The way it is done today: rows found by their ID number as text, and whoever is not found is "not enrolled". */
function byNumberAlone(files: Files): { cpu: number; accused: number; enrolled: number } {
  const before = process.cpuUsage();
  const [household, enrolment] = [numbersOf(files.household), numbersOf(files.enrolment)];
  const listed = new Set(enrolment);
  const missing = household.map((number) => !listed.has(number));
  const spent = process.cpuUsage(before);
  const truth: Truth = JSON.parse(readFileSync(files.truth, 'utf8'));
  const enrolledPersons = new Set(truth.registers.enrolment?.person);
  const persons = truth.registers.household?.person ?? [];
  const enrolled = persons.filter((person) => person >= 0 && enrolledPersons.has(person)).length;
  const accused = persons.filter((person, row) => person >= 0 && enrolledPersons.has(person) && missing[row]).length;
  return { cpu: (spent.user + spent.system) / 1e6, accused, enrolled };
}

/** The ID column of one of our own .csv files, whose cells hold no separators. */
function numbersOf(file: string): string[] {
  const [header, ...lines] = readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split(/\r?\n/);
  const column = header.split(',').findIndex((name) => /身份证|公民身份/.test(name));
  return lines.map((row) => row.split(',')[column]);
}

/** Slope of the line through log size and log cost. */
function growth(points: readonly { readonly size: number; readonly cpu: number }[]): number {
  const logs = points.map(({ size, cpu }) => [Math.log(size), Math.log(cpu)]);
  const mean = (at: 0 | 1) => logs.reduce((sum, point) => sum + point[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

async function workbooks(): Promise<Line[]> {
  const files = await writeDemo(folder, { seed: 2025, children: 30_000, format: 'xlsx' });
  const all = await costs(files, ['--out', path.join(folder, 'result.xlsx')], 5);
  return [
    {
      what: '30,000 × 30,000 (73 columns), .xlsx to result.xlsx, wall',
      goal: 'a few seconds',
      measured: spread(
        all.map((c) => c.wall),
        1,
        ' s',
      ),
      reached: Math.min(...all.map((c) => c.wall)) < 6,
    },
    {
      what: 'the same, CPU',
      goal: '',
      measured: spread(
        all.map((c) => c.cpu),
        1,
        ' s',
      ),
    },
    {
      what: 'the same, memory of all processes',
      goal: '',
      measured: spread(
        all.map((c) => c.megabytes),
        0,
        ' MB',
      ),
    },
  ];
}

async function tables(): Promise<Line[]> {
  const lines: Line[] = [];
  const points: { size: number; cpu: number }[] = [];
  for (const size of sizes) {
    const files = await writeOther(folder, { mode: 'minimal', seed: 5, children: size });
    const all = await costs(files, [], runs);
    const withJson = await costs(files, ['--json', path.join(folder, 'result.json')], 1);
    const plain = byNumberAlone(files);
    const cpu = all.map((c) => c.cpu);
    const best = Math.min(...cpu);
    points.push({ size, cpu: best });
    const goal = size === 1_000_000;
    lines.push(
      {
        what: `${size.toLocaleString('en')} children from .csv, whole command, CPU`,
        goal: goal ? '≤ 18 s, aim 9 s' : '',
        measured: spread(cpu, 1, ' s'),
        ...(goal && { reached: best <= 18 }),
      },
      {
        what: '… memory of all processes',
        goal: goal ? '≤ 1,000 MB' : '',
        measured: spread(
          all.map((c) => c.megabytes),
          0,
          ' MB',
        ),
        ...(goal && { reached: Math.max(...all.map((c) => c.megabytes)) <= 1000 }),
      },
      {
        what: '… with result.json written, CPU',
        goal: '',
        measured: spread(
          withJson.map((c) => c.cpu),
          1,
          ' s',
        ),
      },
      {
        what: '… against reading both files and looking the number up in a Set',
        goal: '',
        measured: `${(best / plain.cpu).toFixed(1)} ×; that way accuses ${plain.accused} of ${plain.enrolled} enrolled children (${Math.round((plain.accused / plain.enrolled) * 100_000)} in 100,000)`,
      },
    );
  }
  const exponent = growth(points);
  lines.push({
    what: `growth exponent of the whole command, ${sizes[0].toLocaleString('en')} to ${sizes[sizes.length - 1].toLocaleString('en')}`,
    goal: '≤ 1.05',
    measured: exponent.toFixed(2),
    reached: exponent <= 1.05,
  });
  return lines;
}

try {
  report('compare', 'Speed', [...(await workbooks()), ...(await tables())]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
