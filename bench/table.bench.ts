// The table of goals as the other benchmarks left it when they last ran. `npm run bench table`; BENCH=--write keeps it.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../src/platform/entry';
import { write } from './options';
import { goalTable, markdown, type Part, partOf } from './table';

const benchmarks = ['compare', 'quality', 'sheets', 'import', 'pages', 'requests', 'morning', 'kill', 'days', 'start'] as const;
const parts = benchmarks.flatMap((name) => partOf(name) ?? []);
const goals = parts.flatMap((part) => part.goals);
const missed = goals
  .filter(({ reached }) => reached === false)
  .map(({ what, goal, measured }) => `- ${what}: ${measured}; goal ${goal}`);
const text = [
  markdown(goalTable(goals)),
  ['Not reached:', ...(missed.length > 0 ? missed : ['- nothing'])].join('\n'),
  'Measured:',
  parts.map(({ about }) => `- ${about}`).join('\n'),
  ...parts.flatMap(({ tables }) => tables.map((table) => `### ${table.title}\n\n${markdown(table)}`)),
].join('\n\n');

if (parts.length === 0) console.log('Nothing has been measured yet: run "npm run bench".');
else console.log(`\n${markdown(goalTable(goals))}\n`);
if (write) keep(parts);

/** Puts all tables between the two marks of README.md. */
function keep(found: readonly Part[]): void {
  if (found.length < benchmarks.length || found.some((part) => part.quick)) {
    console.error('README.md is unchanged: it holds full runs of all benchmarks only.');
    return;
  }
  const file = path.join(projectRoot(), 'bench/README.md');
  const [from, to] = ['<!-- figures -->', '<!-- end of figures -->'];
  const [before, rest] = readFileSync(file, 'utf8').split(from);
  const after = rest?.split(to)[1];
  if (after === undefined) throw new Error(`${file} lacks ${from} or ${to}`);
  writeFileSync(file, `${before}${from}\n\n${text}\n\n${to}${after}`);
}
