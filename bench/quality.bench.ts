// How good a comparison is, by the whole command on made-up counties of two generators. `npm run bench quality`
import path from 'node:path';
import { inTemporaryFolder, load } from './machine';
import { showErrors } from './options';
import { calibrationTable } from './quality/calibration';
import { countySorts } from './quality/counties';
import { printErrors } from './quality/examples';
import { qualityGoals } from './quality/goals';
import { missTable } from './quality/misses';
import { type Outcome, outcomeOf, type Sorted } from './quality/outcome';
import { countyTable, groupTable, trapTable } from './quality/tables';
import { report } from './table';

const loadBefore = load();
const found = await inTemporaryFolder(allCounties);
const numbered = found.filter(({ name }) => !name.endsWith('noIds'));
report('quality', loadBefore, qualityGoals(found), [
  countyTable(found),
  groupTable(found),
  missTable(numbered.flatMap(({ outcomes }) => outcomes.map(({ misses }) => misses))),
  trapTable(found),
  calibrationTable(found),
]);

async function allCounties(folder: string): Promise<Sorted[]> {
  const sorts: Sorted[] = [];
  for (const { name, seeds, write } of countySorts) {
    const outcomes: Outcome[] = [];
    for (const seed of seeds) {
      console.error(`${name}, seed ${seed}`);
      const written = await write(path.join(folder, `${name.replace('/', '-')}-${seed}`), seed);
      const { outcome, result } = await outcomeOf(written);
      if (showErrors) printErrors(written, result);
      outcomes.push(outcome);
    }
    sorts.push({ name, outcomes });
  }
  return sorts;
}
