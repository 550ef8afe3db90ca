import { existsSync } from 'node:fs';
import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { root } from './files.mjs';

/**
 * Small files that take long, the longest first. Vitest begins with the largest, so on two cores the kills came last and alone,
 * with a core idle for minutes.
 */
const long = [
  'src/app/killed-morning.test.ts',
  'src/app/matrix-rows.db.test.ts',
  'src/app/matrix.db.test.ts',
  'src/app/matrix-queries.db.test.ts',
  'src/app/absent-alike.db.test.ts',
  'src/modules/checks/rules/account.property.test.ts',
].map((file) => path.join(root, file));

/**
 * The long files before the others, and then those that need a process of their own: between files that share one they would end
 * it, and the next would load the server anew.
 */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const gone = long.filter((file) => !existsSync(file));
    if (gone.length > 0) throw new Error(`named as long and not there: ${gone.join(', ')}`);
    const rank = ({ moduleId, project }: TestSpecification) => {
      const place = long.indexOf(moduleId);
      if (place >= 0) return place;
      return project.config.isolate ? long.length : long.length + 1;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}
