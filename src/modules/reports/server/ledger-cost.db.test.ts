import { afterAll, beforeAll, expect, it } from 'vitest';
import { rawSql } from '../../../platform/access/testing/raw-store';
import { openDatabase, readAs } from '../../../platform/db';
import { LedgerFilter, type LedgerQuery } from '../contract';
import { ledgerStates } from '../rules/ledgers';
import { LedgerCounty } from '../testing/ledger-county';
import { readSoFar } from '../testing/reads-store';
import { ledgerPage } from './ledger-actions';

/** Children who stand as those of the county do, each on three stretches of days, of which one is today's. */
const copies = 9000;

let county: LedgerCounty;
beforeAll(async () => {
  county = await LedgerCounty.open(180);
  const owner = openDatabase(county.house.owner, () => undefined);
  try {
    await rawSql(
      owner,
      `alter table child no force row level security; alter table standing_interval no force row level security;
      create temp table pattern on commit drop as select (row_number() over (order by s.child_id) - 1)::int as no, s.*, c.name, c.sex, c.birth_day
        from standing_interval s join child c using (county_id, child_id) where from_day <= '2025-03-10' and until_day > '2025-03-10';
      insert into child (county_id, child_id, name, sex, birth_day, area_path, school_path, grade, created_at, changed_at)
        select county_id, 'copy-' || n, name, sex, birth_day, area_path, school_path, grade, now(), now()
        from generate_series(1, ${copies}) n join pattern on no = n % (select count(*) from pattern);
      insert into standing_interval (county_id, child_id, from_day, until_day, state, in_roll, rule, area_path, school_path, grade)
        select county_id, 'copy-' || n, from_, until_, state, in_roll, rule, area_path, school_path, grade
        from generate_series(1, ${copies}) n join pattern on no = n % (select count(*) from pattern)
        cross join (values ('2024-09-01', '2024-12-01'), ('2024-12-01', '2025-09-01'), ('2025-09-01', '2026-09-01')) d(from_, until_);
      alter table child force row level security; alter table standing_interval force row level security; analyze`,
    );
    await rawSql(owner, 'vacuum standing_interval');
  } finally {
    await owner.close();
  }
}, 120_000);
afterAll(() => county.close());

/** The first page as the bureau sees it, and what was read for it. */
async function firstPage(wish: Partial<LedgerQuery>) {
  return readAs(county.db, county.people.officer, async (trx) => {
    const before = await readSoFar(trx);
    const query = { ...LedgerFilter.parse({}), page: 1, size: 50, ...wish };
    const view = await ledgerPage(trx, 'school-age', query, { county: true, areas: [], schools: [] });
    const after = await readSoFar(trx);
    const [stands = 0, records = 0, keys = 0] = after.map((read, at) => read - (before[at] ?? 0));
    return { rows: view.rows.length, total: view.total, stands, records, keys };
  });
}

it.each<[string, Partial<LedgerQuery>]>([
  ['nothing is chosen', {}],
  ['schools lead', { sort: 'school' }],
  ['the last come first', { sort: '-place' }],
  ['a state is chosen', { state: ['in-school'] }],
  ['only those are wanted who are still to be found', { only: 'open' }],
  ['a grade is chosen', { grade: [2] }],
  ['a grade is chosen and schools lead', { grade: [2], sort: '-school' }],
  ['of a grade those are wanted who are still to be found', { grade: [2], only: 'open' }],
  ['nobody of the grade stands so', { grade: [9], only: 'open' }],
])('reads no further in a large county than a page reaches when %s', async (_, wish) => {
  const { rows, total, stands, records } = await firstPage(wish);
  // Of each state a page; whoever is of a chosen grade is counted, since no counts of grades are kept.
  const states = ledgerStates['school-age'].length;
  expect(stands).toBeLessThanOrEqual(states * 50 + (wish.grade ? total : 0));
  expect(records).toBe(rows);
});

it('looks a name up once, and nobody who is called otherwise', async () => {
  const called = county.children.filter(({ name }) => name.startsWith('王')).length;
  const { total, stands, records, keys } = await firstPage({ q: '王' });
  expect(total).toBe(county.inRoll(({ name }) => name.startsWith('王')).length);
  // Once for the list and once to see whether there are more.
  expect(keys).toBeLessThanOrEqual(2 * called);
  expect(stands).toBeLessThanOrEqual(3 * called);
  expect(records).toBeLessThanOrEqual(called);
});
