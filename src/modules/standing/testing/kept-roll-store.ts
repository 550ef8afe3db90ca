import { sql } from 'kysely';
import { type ReadTrx, readAs } from '../../../platform/db';
import type { TestHouse } from '../../../platform/testing/house';
import { factsOfChildren } from '../../children/server/index';
import type { ChildrenTables } from '../../children/testing/tables';
import type { ChildFacts } from '../rules/facts';
import type { Tree } from '../rules/grids';
import type { KeptStanding } from '../rules/kept-history';
import { emptyRoll, type Roll } from '../rules/roll';
import { factFrom } from '../server/fact-from';
import { historiesOf } from '../server/interval-store';
import { findRoll, type StoredRoll } from '../server/roll-store';
import type { StandingTables } from '../server/tables';

/** What lies in the database: the children as the rules see them, what is kept of them, and the county's roll. */
export type Kept = {
  readonly children: readonly ChildFacts[];
  readonly histories: ReadonlyMap<string, readonly KeptStanding[]>;
  /** the grade under which each interval is kept, child by child */ readonly grades: ReadonlyMap<
    string,
    readonly (number | null)[]
  >;
  readonly roll: StoredRoll;
  /** the kept counts of every grid on a day; grids without children are left out */ on(day: string): Roll;
};

/** Reads all of it at one moment. */
export async function keptRoll({ db, system }: Pick<TestHouse, 'db' | 'system'>): Promise<Kept> {
  return readAs(db, system, async (trx) => {
    const children = await childrenOf(trx);
    const all = await trx.withTables<ChildrenTables>().selectFrom('child').select('child_id').execute();
    const kept = await historiesOf(
      trx,
      all.map((row) => row.child_id),
    );
    const histories = new Map([...kept].map(([id, { history }]) => [id, history]));
    const roll = await findRoll(trx);
    if (roll === undefined) throw new Error('nothing has been counted');
    const rows = await trx.withTables<StandingTables>().selectFrom('roll_count').selectAll().orderBy('from_day').execute();
    const grids = await trx.withTables<StandingTables>().selectFrom('roll_grid').selectAll().execute();
    const known = new Set(grids.map(({ tree, grid_path }) => `${tree} ${grid_path}`));
    if (rows.some(({ tree, grid_path }) => !known.has(`${tree} ${grid_path}`))) throw new Error('counts of an unknown grid');
    return { children, histories, grades: await gradesOf(trx), roll, on: (day) => rollOn(rows, day) };
  });
}

async function gradesOf(trx: ReadTrx): Promise<ReadonlyMap<string, readonly (number | null)[]>> {
  const rows = await trx.withTables<StandingTables>().selectFrom('standing_interval').select(['child_id', 'grade']).execute();
  const found = new Map<string, (number | null)[]>();
  for (const { child_id: id, grade } of rows) found.set(id, [...(found.get(id) ?? []), grade]);
  return found;
}

async function childrenOf(trx: ReadTrx): Promise<readonly ChildFacts[]> {
  const rows = await trx
    .withTables<ChildrenTables>()
    .selectFrom('child')
    .select(['child_id', 'birth_day'])
    .where('merged_into', 'is', null)
    .execute();
  const facts = await factsOfChildren(
    trx,
    rows.map((row) => row.child_id),
  );
  return rows.map(({ child_id: id, birth_day: birth }) => ({
    ...{ id, county: trx.countyId, facts: (facts.get(id) ?? []).map(factFrom) },
    ...(birth === null ? {} : { birth }),
  }));
}

type Row = { readonly tree: Tree; readonly grid_path: string; readonly from_day: string; readonly counts: readonly number[] };

function rollOn(rows: readonly Row[], day: string): Roll {
  const roll = emptyRoll();
  for (const row of rows) if (row.from_day <= day) roll[row.tree].set(row.grid_path, Int32Array.from(row.counts));
  for (const grids of [roll.area, roll.school])
    for (const [grid, counts] of grids) if (counts.every((count) => count === 0)) grids.delete(grid);
  return roll;
}

/** Empties the county: children, facts, requests, everything that was counted, and what was decided of the policy. */
export async function emptyCounty(owner: { readonly kysely: Parameters<ReturnType<typeof sql>['execute']>[0] }): Promise<void> {
  await sql`truncate child, standing_interval, roll_grid, roll, child_due, standing_policy cascade`.execute(owner.kysely);
}
