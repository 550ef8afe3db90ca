import { sql } from 'kysely';
import type { ReadTrx, Trx } from '../../../platform/db';
import { bulkRows, inPieces } from '../../children/server/index';
import type { Finding } from '../rules/finding-names';
import type { MatchingTables } from './tables';

/** That something was found of a child. */
export type ChildFinding = { readonly childId: string; readonly finding: Finding };

/** Everything that is found of the children at present. */
export async function listFindings(trx: ReadTrx): Promise<readonly ChildFinding[]> {
  const rows = await tables(trx)
    .selectFrom('comparison_finding')
    .select(['child_id', 'finding'])
    .where('county_id', '=', trx.countyId)
    .where('until_run', 'is', null)
    .execute();
  return rows.map((row) => ({ childId: row.child_id, finding: row.finding }));
}

/** Which children something is found of at present, in no order. */
export async function findingChildren(trx: ReadTrx, finding: Finding): Promise<readonly string[]> {
  const rows = await tables(trx)
    .selectFrom('comparison_finding')
    .select('child_id')
    .where('county_id', '=', trx.countyId)
    .where('finding', '=', finding)
    .where('until_run', 'is', null)
    .execute();
  return rows.map((row) => row.child_id);
}

/** Of how many children each thing is found at present; what nobody has is missing. */
export async function countFindings(trx: ReadTrx): Promise<{ readonly [F in Finding]?: number }> {
  const rows = await tables(trx)
    .selectFrom('comparison_finding')
    .select((eb) => ['finding', eb.fn.countAll<number>().as('children')])
    .where('county_id', '=', trx.countyId)
    .where('until_run', 'is', null)
    .groupBy('finding')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.finding, row.children]));
}

/** What is found of one child, and what was, newest first. */
export async function findingsOf(
  trx: ReadTrx,
  childId: string,
): Promise<readonly { finding: Finding; since: number; until: number | null }[]> {
  const rows = await tables(trx)
    .selectFrom('comparison_finding')
    .select(['finding', 'since_run', 'until_run'])
    .where('county_id', '=', trx.countyId)
    .where('child_id', '=', childId)
    .orderBy('since_run', 'desc')
    .orderBy('finding')
    .execute();
  return rows.map((row) => ({ finding: row.finding, since: row.since_run, until: row.until_run }));
}

/** Writes what a run found anew and what it found no more. */
export async function changeFindings(
  trx: Trx,
  run: number,
  { begun, ended }: { readonly begun: readonly ChildFinding[]; readonly ended: readonly ChildFinding[] },
): Promise<void> {
  for (const piece of inPieces(ended))
    await sql`update comparison_finding f set until_run = ${run} from ${columnsOf(piece)}
      where f.county_id = ${trx.countyId} and f.child_id = t.child_id and f.finding = t.finding and f.until_run is null`.execute(
      tables(trx),
    );
  for (const piece of inPieces(begun))
    await sql`insert into comparison_finding (county_id, child_id, finding, since_run)
      select ${trx.countyId}, t.*, ${run}::int from ${columnsOf(piece)}`.execute(tables(trx));
}

function columnsOf(piece: readonly ChildFinding[]) {
  return bulkRows({
    child_id: ['text', piece.map(({ childId }) => childId)],
    finding: ['text', piece.map(({ finding }) => finding)],
  });
}

function tables(trx: ReadTrx) {
  return trx.withTables<MatchingTables>();
}
