// From .xlsx to result.xlsx, as an officer runs it.
import path from 'node:path';
import { writeDemo } from '../../src/tools/demo';
import { compareFiles } from '../command';
import { count, fixed, median, spread } from '../figures';
import type { Cost } from '../machine';
import { quick } from '../options';
import type { Goal } from '../table';

const children = quick ? 3000 : 30_000;
const runs = quick ? 2 : 5;
/** "A few seconds", as a number; of the median, because wall time is the neighbours' too. */
const fewSeconds = 5;

/** The whole command on the demonstration workbooks: with two registers, and with all five. */
export async function workbookGoals(folder: string): Promise<Goal[]> {
  const files = await writeDemo(path.join(folder, 'workbooks'), { seed: 1, children, format: 'xlsx' });
  const out = path.join(folder, 'result.xlsx');
  const lists = ['--attending', files.attending, '--poverty', files.poverty, '--disability', files.disability];
  const json = path.join(folder, 'result.json');
  const two = await repeat(() => compareFiles(files.household, files.enrolment, ['--out', out]));
  const five = await repeat(() => compareFiles(files.household, files.enrolment, [...lists, '--out', out, '--json', json]));
  const size = `${count(children)} × ${count(children)}`;
  const goal = `a few seconds (we take ${fewSeconds})`;
  const reached = median(two.map(({ wall }) => wall)) <= fewSeconds;
  return [
    { what: `${size} from .xlsx to result.xlsx, whole process`, goal, measured: figures(two), reached },
    { what: 'the same with all five registers, and result.json', goal: 'none set', measured: figures(five) },
  ];
}

function figures(costs: readonly Cost[]): string {
  const of = (measure: (cost: Cost) => number, digits: number) => spread(costs.map(measure), fixed(digits));
  const wall = of((cost) => cost.wall, 1);
  const cpu = of((cost) => cost.cpu, 1);
  const megabytes = of((cost) => cost.megabytes, 0);
  return `${wall} s; CPU ${cpu} s; ${megabytes} MB; n = ${costs.length}, seed 1`;
}

async function repeat(work: () => Promise<Cost>): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (let run = 0; run < runs; run++) costs.push(await work());
  return costs;
}
