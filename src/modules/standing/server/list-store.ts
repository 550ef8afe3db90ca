import { sql } from 'kysely';
import type { StandingKey } from '../../../kernel/standing';
import { below, type ReadTrx } from '../../../platform/db';
import type { RuleId } from '../rules/rule-book';
import type { Grid } from './asking';
import type { StandingTables } from './tables';

/** One child of a grid as it stands on a day. */
export type Standee = {
  readonly childId: string;
  readonly state: StandingKey;
  readonly rule: RuleId;
  readonly since: string | null;
};

type Wanted = { readonly grid: Grid; readonly day: string; readonly state: StandingKey; readonly rule?: RuleId | undefined };

/** Children of a grid in one state on a day, by place and then by id; the caller has checked that the grid is the asker's. */
export async function listStandees(
  trx: ReadTrx,
  wanted: Wanted,
  part: { readonly skip: number; readonly take: number },
): Promise<readonly Standee[]> {
  const path = pathOf(wanted.grid);
  const rows = await standees(trx, wanted)
    .select(['child_id', 'state', 'rule', 'since_day'])
    .orderBy(path)
    .orderBy('child_id')
    .limit(part.take)
    .offset(part.skip)
    .execute();
  return rows.map(({ child_id: childId, state, rule, since_day: since }) => ({ childId, state, rule, since }));
}

/** How many of a grid stand in a state by one rule on a day. */
export async function countStandees(trx: ReadTrx, wanted: Wanted): Promise<number> {
  const row = await standees(trx, wanted)
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  return Number(row.total);
}

function standees(trx: ReadTrx, { grid, day, state, rule }: Wanted) {
  const path = pathOf(grid);
  const query = trx
    .withTables<StandingTables>()
    .selectFrom('standing_interval')
    .where('county_id', '=', trx.countyId)
    .where('state', '=', state)
    .where(below(path, [grid.path]))
    .where('from_day', '<=', day)
    .where('until_day', '>', day);
  return rule === undefined ? query : query.where('rule', '=', rule);
}

/** A child that stood elsewhere on the later of two days than on the earlier; `out`: not in the grid. */
export type Mover = {
  readonly childId: string;
  readonly before: StandingKey | 'out';
  readonly after: StandingKey | 'out';
  /** by which rule it stands there; none outside the grid */ readonly rule: RuleId | null;
  /** the day from which it stands there, or no longer stands here */ readonly on: string;
};

type Between = { readonly grid: Grid; readonly from: string; readonly to: string };
type Narrowed = { readonly before?: string | undefined; readonly after?: string | undefined };

/** The kinds of changes in a grid between two days, with how many children each concerns. */
export async function countMovers(
  trx: ReadTrx,
  between: Between,
): Promise<readonly (Pick<Mover, 'before' | 'after'> & { readonly count: number })[]> {
  const { rows } = await sql<{ before: Mover['before']; after: Mover['after']; count: string }>`
    select before, after, count(*) as count from (${movers(trx, between)}) m group by before, after order by before, after`.execute(
    trx.withTables<StandingTables>(),
  );
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** The children behind it, by kind and then by id. */
export async function listMovers(
  trx: ReadTrx,
  between: Between,
  { before, after }: Narrowed,
  part: { readonly skip: number; readonly take: number },
): Promise<readonly Mover[]> {
  const { rows } = await sql<{ child_id: string } & Omit<Mover, 'childId'>>`
    select * from (${movers(trx, between)}) m
    where before = coalesce(${before ?? null}, before) and after = coalesce(${after ?? null}, after)
    order by before, after, child_id limit ${part.take} offset ${part.skip}`.execute(trx.withTables<StandingTables>());
  return rows.map(({ child_id: childId, ...rest }) => ({ childId, ...rest }));
}

/** Whose interval of the first day ended by the second, beside whose interval of the second began after the first. */
function movers(trx: ReadTrx, { grid, from, to }: Between) {
  const inGrid = below(pathOf(grid), [grid.path]);
  return sql`
    select child_id, coalesce(b.state, 'out') as before, coalesce(a.state, 'out') as after, a.rule,
      coalesce(a.from_day, b.until_day) as on
    from (select child_id, state, until_day from standing_interval where county_id = ${trx.countyId} and until_day > ${from}
        and until_day <= ${to} and from_day <= ${from} and ${inGrid}) b
      full join (select child_id, state, rule, from_day from standing_interval where county_id = ${trx.countyId} and from_day > ${from}
        and from_day <= ${to} and until_day > ${to} and ${inGrid}) a using (child_id)
    where a.state is distinct from b.state`;
}

function pathOf({ tree }: Grid): 'area_path' | 'school_path' {
  return tree === 'area' ? 'area_path' : 'school_path';
}
