// From .xlsx to result.xlsx, as an officer runs it.
import path from 'node:path';
import { writeDemo } from '../../src/tools/demo';
import { compareFiles } from '../command';
import { count, fixed, spread } from '../figures';
import type { Cost } from '../machine';
import { quick } from '../options';
import type { Goal } from '../table';

const children = quick ? 3000 : 30_000;
const runs = quick ? 2 : 5;
/** "A few seconds", as a number. */
const fewSeconds = 5;

/** The whole command on the demonstration workbooks: with two registers, and with all five. */
export async function workbookGoals(folder: string): Promise<Goal[]> {
  const files = await writeDemo(path.join(folder, 'workbooks'), { seed: 1, children, format: 'xlsx' });
  const out = path.join(folder, 'result.xlsx');
  const lists = ['--attending', files.attending, '--poverty', files.poverty, '--disability', files.disability];
  const json = path.join(folder, 'result.json');
  const two = await repeat(() => compareFiles(files.household, files.enrolment, ['--out', out]));
  const five = await repeat(() => compareFiles(files.household, files.enrolment, [...lists, '--out', out, '--json', json]));
  return [goalOf('two registers, .xlsx to result.xlsx', two), goalOf('all five registers, to result.xlsx and result.json', five)];
}

function goalOf(what: string, costs: readonly Cost[]): Goal {
  const wall = costs.map((cost) => cost.wall);
  const rest = `CPU ${spread(
    costs.map((cost) => cost.cpu),
    fixed(1),
  )} s, ${spread(
    costs.map((cost) => cost.megabytes),
    fixed(0),
  )} MB`;
  return {
    what: `${count(children)} × ${count(children)}, whole process: ${what}`,
    goal: `a few seconds (we take ${fewSeconds})`,
    measured: `${spread(wall, fixed(1))} s; ${rest}; n = ${costs.length}, seed 1`,
    reached: Math.max(...wall) <= fewSeconds,
  };
}

async function repeat(work: () => Promise<Cost>): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (let run = 0; run < runs; run++) costs.push(await work());
  return costs;
}
