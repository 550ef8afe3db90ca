import { sql } from 'kysely';
import type { ReadTrx, Trx } from '../../../platform/db';
import { bulkRows, inPieces } from '../../children/server/index';
import type { KeptStanding } from '../rules/kept-history';
import type { StandingTables } from './tables';

/** What is kept of a child, oldest interval first, and the grade it is kept under. */
export type KeptChild = { readonly grade: number | null; readonly history: readonly KeptStanding[] };

/** What of a child's kept history is to be replaced: everything from a day on, by these intervals. */
export type Replacement = {
  readonly childId: string;
  /** of its record today, so that the children of a grade lie together */ readonly grade: number | null;
  /** none: nothing is kept from there on */ readonly dropFrom?: string;
  readonly put: readonly KeptStanding[];
};

/** The kept histories of some children; a child without one has none. */
export async function historiesOf(trx: ReadTrx, ids: readonly string[]): Promise<ReadonlyMap<string, KeptChild>> {
  const found = new Map<string, { readonly grade: number | null; readonly history: KeptStanding[] }>();
  const rows = await tables(trx)
    .selectFrom('standing_interval')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('child_id', '=', sql<string>`any(${ids}::text[])`)
    .orderBy('child_id')
    .orderBy('from_day')
    .execute();
  for (const row of rows) {
    const { from_day: from, until_day: until, state, in_roll: inRoll, rule, area_path: area, school_path: school } = row;
    const since = row.since_day === null ? {} : { since: row.since_day };
    const interval = { from, until, standing: { state, inRoll, rule, area, school, ...since } };
    const of = found.get(row.child_id);
    if (of) of.history.push(interval);
    else found.set(row.child_id, { grade: row.grade, history: [interval] });
  }
  return found;
}

/** Replaces the ends of kept histories. */
export async function replaceIntervals(trx: Trx, replacements: readonly Replacement[]): Promise<void> {
  await dropIntervals(trx, replacements);
  for (const piece of inPieces(replacements.flatMap(intervalsOf))) {
    const rows = bulkRows({
      child_id: ['text', piece.map(({ childId }) => childId)],
      from_day: ['text', piece.map(({ from }) => from)],
      until_day: ['text', piece.map(({ until }) => until)],
      state: ['text', piece.map(({ standing }) => standing.state)],
      in_roll: ['smallint', piece.map(({ standing }) => (standing.inRoll ? 1 : 0))],
      rule: ['text', piece.map(({ standing }) => standing.rule)],
      area_path: ['text', piece.map(({ standing }) => standing.area)],
      school_path: ['text', piece.map(({ standing }) => standing.school)],
      since_day: ['text', piece.map(({ standing }) => standing.since ?? null)],
      grade: ['smallint', piece.map(({ grade }) => grade)],
    });
    await sql`insert into standing_interval
      (county_id, child_id, from_day, until_day, state, in_roll, rule, area_path, school_path, since_day, grade)
      select ${trx.countyId}, child_id, from_day, until_day, state, in_roll = 1, rule, area_path, school_path, since_day, grade
      from ${rows}`.execute(tables(trx));
  }
}

function intervalsOf({ childId, grade, put }: Replacement) {
  return put.map((interval) => ({ childId, grade, ...interval }));
}

async function dropIntervals(trx: Trx, replacements: readonly Replacement[]): Promise<void> {
  const drops = replacements.flatMap(({ childId, dropFrom }) => (dropFrom === undefined ? [] : [{ childId, dropFrom }]));
  for (const piece of inPieces(drops)) {
    const rows = bulkRows({
      child_id: ['text', piece.map(({ childId }) => childId)],
      drop_from: ['text', piece.map(({ dropFrom }) => dropFrom)],
    });
    await sql`delete from standing_interval i using ${rows}
      where i.county_id = ${trx.countyId} and i.child_id = t.child_id and i.from_day >= t.drop_from`.execute(tables(trx));
  }
}

function tables(trx: ReadTrx) {
  return trx.withTables<StandingTables>();
}
