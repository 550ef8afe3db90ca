// How fast a comparison is, and what the look-up by ID number costs instead. `npm run bench compare`
import { accusedTable } from './compare/accused';
import { growthGoals, growthTable, measureGrowth } from './compare/growth';
import { hardTable } from './compare/hard';
import { answeredInside } from './compare/inside';
import { workbookGoals } from './compare/workbooks';
import { inTemporaryFolder, load } from './machine';
import { report } from './table';

if (!(await answeredInside())) {
  const loadBefore = load();
  await inTemporaryFolder(async (folder) => {
    const workbooks = await workbookGoals(folder);
    const accused = await accusedTable(folder);
    const measured = await measureGrowth(folder);
    const hard = await hardTable(folder);
    report('compare', loadBefore, [...workbooks, ...growthGoals(measured)], [growthTable(measured), hard, accused]);
  });
}
