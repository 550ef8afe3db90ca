import { vi } from 'vitest';
import type * as ActorFile from '../platform/access/actor';
import { testMatrix } from './testing/matrix/run';

/** Every query is told that its asker may see the county, so only row-level security stands between him and what is not his. */
vi.mock('../platform/access/actor', async (original) => ({
  ...(await original<typeof ActorFile>()),
  scopeOf: () => ({ county: true, areas: [], schools: [] }),
}));

/** SEC-10, second run: the same table with row-level security alone. */
testMatrix('rows');
