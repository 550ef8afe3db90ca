import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type * as ActorFile from '../../../platform/access/actor';
import { LedgerFilter } from '../contract';
import { LedgerCounty, type MadeChild } from '../testing/ledger-county';
import { readLedger } from './ledger-actions';

/** Every query is told that its asker may see the county, so only row-level security stands between him and what is not his. */
vi.mock('../../../platform/access/actor', async (original) => ({
  ...(await original<typeof ActorFile>()),
  scopeOf: () => ({ county: true, areas: [], schools: [] }),
}));

let county: LedgerCounty;
beforeAll(async () => {
  county = await LedgerCounty.open(90);
}, 60_000);
afterAll(() => county.close());

it('shows to nobody more than his places when row-level security stands alone', async () => {
  const { people } = county;
  const expected: readonly (readonly [keyof typeof people, (child: MadeChild) => boolean])[] = [
    ['registrar', (child) => child.school.startsWith('211324/s1/')],
    ['teacher', (child) => child.school === '211324/s1/s1c1/'],
    ['township', (child) => child.area.startsWith('211324/211324101/')],
  ];
  for (const [who, mine] of expected) {
    const query = { ...LedgerFilter.parse({}), page: 1, size: 200 };
    const { rows } = await readLedger(county.db, people[who], 'school-age', query);
    expect(rows.map((row) => row.childId).sort(), who).toEqual(
      county
        .inRoll(mine)
        .map(({ id }) => id)
        .sort(),
    );
  }
});
