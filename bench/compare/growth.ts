// How the cost grows with the rows, beside the bare look-up of numbers on the same files.
import path from 'node:path';
import { writeOther } from '../../src/tools/other-county';
import { compareFiles } from '../command';
import { count, fixed, growthExponent, median, spread } from '../figures';
import type { Cost } from '../machine';
import { quick } from '../options';
import type { Goal, Table } from '../table';
import { insideOf, runVlookup } from './inside';

/** So many children make a household and an enrolment list that together have twice the rows of a size. */
const childrenOfRow = 1.16;

type Size = { readonly rows: number; readonly runs: number };
const sizes: readonly Size[] = quick
  ? [
      { rows: 5000, runs: 2 },
      { rows: 30_000, runs: 2 },
    ]
  : [
      { rows: 30_000, runs: 5 },
      { rows: 100_000, runs: 3 },
      { rows: 300_000, runs: 3 },
      { rows: 1_000_000, runs: 3 },
    ];

type Measured = Size & {
  /** rows there really are */ readonly sides: string;
  /** to result.json, and without writing a file */ readonly whole: readonly Cost[];
  readonly bare: readonly Cost[];
  readonly vlookup: readonly Cost[];
  readonly read: number;
  /** the comparison alone, cold and then warm */ readonly compare: readonly number[];
};

/** Every size measured in the same run; files are made, used and written over. */
export async function measureGrowth(folder: string): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const size of sizes) {
    console.error(`${count(size.rows)} rows`);
    measured.push(await measure(path.join(folder, 'growth'), size));
  }
  return measured;
}

async function measure(folder: string, { rows, runs }: Size): Promise<Measured> {
  const { household, enrolment } = await writeOther(folder, {
    seed: 1,
    children: Math.round(rows * childrenOfRow),
    mode: 'minimal',
  });
  const json = path.join(folder, 'result.json');
  const whole: Cost[] = [];
  const bare: Cost[] = [];
  const vlookup: Cost[] = [];
  for (let run = 0; run < runs; run++) {
    whole.push(await compareFiles(household, enrolment, ['--json', json]));
    bare.push(await compareFiles(household, enrolment, []));
    vlookup.push(await runVlookup(household, enrolment));
  }
  const { read, rows: counted, compare } = await insideOf(household, enrolment, runs);
  return { rows, runs, sides: counted.map(count).join(' × '), whole, bare, vlookup, read, compare };
}

/** Costs by size: whole command, comparison alone, and the bare look-up. */
export function growthTable(measured: readonly Measured[]): Table {
  const cpu = (costs: readonly Cost[]) => costs.map((cost) => cost.cpu);
  const memory = (costs: readonly Cost[]) => costs.map((cost) => cost.megabytes);
  return {
    title:
      'CPU-seconds and memory of all processes together, .csv to result.json, other/minimal, seed 1; the look-up joins equal numbers and nothing else',
    headers: [
      'rows',
      'whole: CPU-s',
      'no file written',
      'wall s',
      'MB',
      'reading alone: CPU-s',
      'comparison alone: first',
      'again',
      'look-up: CPU-s',
      'MB',
      'whole ÷ look-up',
    ],
    rows: measured.map(({ sides, whole, bare, vlookup, read, compare }) => [
      sides,
      spread(cpu(whole), fixed(1)),
      spread(cpu(bare), fixed(1)),
      spread(
        whole.map((cost) => cost.wall),
        fixed(1),
      ),
      spread(memory(whole), fixed(0)),
      fixed(1)(read),
      fixed(2)(compare[0]),
      spread(compare.slice(1), fixed(2)),
      spread(cpu(vlookup), fixed(2)),
      spread(memory(vlookup), fixed(0)),
      `${fixed(1)(median(cpu(whole)) / median(cpu(vlookup)))}×`,
    ]),
  };
}

/** The lines of the table of goals about growth. */
export function growthGoals(measured: readonly Measured[]): Goal[] {
  const largest = measured[measured.length - 1];
  const cpu = largest.whole.map((cost) => cost.cpu);
  const megabytes = largest.whole.map((cost) => cost.megabytes);
  const name = `${count(largest.rows)} × ${count(largest.rows)} comparison from .csv to result.json`;
  const n = `n = ${largest.runs}, seed 1, ${largest.sides} rows`;
  const bare = largest.bare.map((cost) => cost.cpu);
  return [
    exponentGoal('comparison alone, warm', measured, ({ compare }) => median(compare.slice(1))),
    exponentGoal('comparison alone, first time', measured, ({ compare }) => compare[0]),
    exponentGoal('whole command', measured, ({ whole }) => median(whole.map((cost) => cost.cpu))),
    { what: `${name}: CPU-seconds`, goal: '≤ 18', measured: `${spread(cpu, fixed(1))}, ${n}`, reached: Math.max(...cpu) <= 18 },
    {
      what: `${name}: the aim of half`,
      goal: '≤ 9',
      measured: `${spread(cpu, fixed(1))}; without writing the result ${spread(bare, fixed(1))}`,
      reached: Math.max(...cpu) <= 9,
    },
    {
      what: `${name}: memory of all processes`,
      goal: '≤ 1 GB',
      measured: `${spread(megabytes, fixed(0))} MB, ${n}`,
      reached: Math.max(...megabytes) <= 1024,
    },
  ];
}

function exponentGoal(what: string, measured: readonly Measured[], costOf: (measured: Measured) => number): Goal {
  const points = measured.map((one) => ({ size: one.rows, cost: costOf(one) }));
  const whole = growthExponent(points);
  // What every comparison costs, small or large, flatters the whole: the last step has least of it.
  const last = growthExponent(points.slice(-2));
  const ends = `${count(points[0].size)} to ${count(points[points.length - 1].size)}`;
  return {
    what: `growth exponent of CPU-seconds, ${ends}: ${what}`,
    goal: '≤ 1.05',
    measured: `${whole.toFixed(2)}, ${last.toFixed(2)} over the last step; ${points.length} sizes, seed 1`,
    reached: Math.max(whole, last) <= 1.05,
  };
}
