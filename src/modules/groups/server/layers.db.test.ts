import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '../../../platform/access';
import type { Context, ReadTrx } from '../../../platform/db';
import { agreed, ChildCounty, classes, homes, people } from '../../children/testing/county';
import { countingQueries } from '../testing/queries-store';
import { endMarks, groupIndex, insertMarks, marksOf } from './mark-store';
import { countByGroup, listByGroup, spreadOfGroup } from './member-store';

let county: ChildCounty;
let [mine, others] = ['', ''];

beforeAll(async () => {
  county = await ChildCounty.open();
  const pupil = (name: string, schoolPath: string, areaPath: string) =>
    agreed({ name, sex: '1', birthDay: '2012-11-20', areaPath, schoolPath, grade: '6' });
  [mine = '', others = ''] = await county.record(pupil('安然', classes.A1, homes.V11), pupil('杜宇', classes.C1, homes.V21));
  const of = { group: 'orphan', definition: 'civil', source: 'person', document: '名单' } as const;
  const days = { from: '2025-03-01', until: '2026-02-28' };
  await county.write((trx) =>
    insertMarks(
      trx,
      county.house.ring,
      [mine, others].map((childId) => ({ ...of, ...days, childId })),
    ),
  );
});
afterAll(() => county.close());

const everywhere: Scope = { county: true, areas: [], schools: [] };
const school: Scope = { county: false, areas: [], schools: ['211324/a/'] };
const township: Scope = { county: false, areas: ['211324/211324101/'], schools: [] };

/** What the stores find, asked by somebody for a scope: as numbers, as names and by school. */
async function found(who: Context, scope: Scope) {
  const group = groupIndex(county.house.ring, 'orphan');
  const asked = { scope, day: '2025-03-10', group };
  const look = async (trx: ReadTrx) => ({
    counted: (await countByGroup(trx, scope, asked.day)).get(group.toString('hex')) ?? 0,
    listed: (await listByGroup(trx, asked, { page: 1, size: 50 })).rows.map(({ child_id: id }) => id),
    schools: (await spreadOfGroup(trx, asked)).map(({ school: id }) => id),
  });
  return county.read(who, look);
}

// Either layer alone has to be enough: each is looked at where the other lets everything through.
describe('marked children of other places are kept out', () => {
  it('by the queries alone: the server itself, to which the database shows everything, asks for one place', async () => {
    const all = await found(county.house.system, everywhere);
    expect(all, 'nothing but the query keeps anybody out').toMatchObject({ counted: 2, listed: [mine, others] });
    for (const scope of [school, township])
      expect(await found(county.house.system, scope)).toEqual({ counted: 1, listed: [mine], schools: ['a'] });
  });

  it('by the database alone: queries that ask for everything find what is one’s own', async () => {
    for (const who of ['registrar', 'teacher', 'township'] as const)
      expect(await found(people[who], everywhere), who).toEqual({ counted: 1, listed: [mine], schools: ['a'] });
    const seen = await county.read(people.registrar, (trx) => marksOf(trx, county.house.ring, [mine, others]));
    expect(seen.map(({ childId }) => childId)).toEqual([mine]);
  });
});

it('many marks are ended by one query', async () => {
  const { ring, system } = county.house;
  const marks = await county.read(system, (trx) => marksOf(trx, ring, [mine, others]));
  const [ended, queries] = await county.write(async (trx) => {
    const counted = countingQueries(trx);
    const many = await endMarks(counted.trx, ring, marks, { day: '2025-03-10', why: '名单已更新' });
    return [many, counted.queries()];
  });
  expect([ended, queries]).toEqual([2, 1]);
  const after = await county.read(system, (trx) => marksOf(trx, ring, [mine, others]));
  expect(after.map(({ ended: day, version }) => [day, version])).toEqual([
    ['2025-03-10', 2],
    ['2025-03-10', 2],
  ]);
});
