// Files that make the comparison work harder than equal numbers do.
import path from 'node:path';
import { writeDemo } from '../../src/tools/demo';
import { type OtherMode, writeOther } from '../../src/tools/other-county';
import { compareFiles } from '../command';
import { count, fixed, growthExponent } from '../figures';
import type { Cost } from '../machine';
import { quick } from '../options';
import type { Table } from '../table';

type Point = { readonly size: number; readonly cost: number };

const sizes = quick ? [5000, 30_000] : [100_000, 300_000, 1_000_000];
const demoSizes = quick ? [5000] : [100_000, 300_000];

/** One run each: many mistakes, no numbers at all, and the 73 columns of the demonstration registers. */
export async function hardTable(folder: string): Promise<Table> {
  const rows: string[][] = [];
  for (const mode of ['dirty', 'noIds'] as const) rows.push(...(await measure(`other/${mode}`, sizes, write(mode))));
  rows.push(...(await measure('demo, 73 columns', demoSizes, demo)));
  return {
    title: 'Harder files, .csv to result.json, one run each, seed 1; the exponent is that of the step from the size before',
    headers: ['county', 'children', 'CPU-s', 'wall s', 'MB', 'exponent'],
    rows,
  };

  function write(mode: OtherMode) {
    return (children: number) => writeOther(path.join(folder, 'hard'), { seed: 1, children, mode });
  }
  function demo(children: number) {
    return writeDemo(path.join(folder, 'hard'), { seed: 1, children, format: 'csv' });
  }
}

async function measure(
  name: string,
  rowCounts: readonly number[],
  write: (rows: number) => Promise<{ household: string; enrolment: string }>,
): Promise<string[][]> {
  const lines: string[][] = [];
  let before: Point | undefined;
  for (const size of rowCounts) {
    console.error(`${name}, ${count(size)} children`);
    const { household, enrolment } = await write(size);
    const json = path.join(path.dirname(household), 'result.json');
    const cost = await compareFiles(household, enrolment, ['--json', json]);
    const here = { size, cost: cost.cpu };
    lines.push([name, count(size), ...cells(cost), before ? growthExponent([before, here]).toFixed(2) : '']);
    before = here;
  }
  return lines;
}

function cells({ cpu, wall, megabytes }: Cost): string[] {
  return [fixed(1)(cpu), fixed(1)(wall), fixed(0)(megabytes)];
}
