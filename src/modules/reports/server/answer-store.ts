import { sql } from 'kysely';
import type { ReadTrx } from '../../../platform/db';
import type { ReportTables } from './tables';

/** How it was found out where a child is: the newest answer that the bureau accepted. */
export type AcceptedAnswer = {
  readonly as: string;
  readonly by: string;
  readonly day: string;
  readonly proofs: readonly string[];
};

/** The accepted answers of some children, as far as the asker may see them. */
export async function acceptedAnswers(trx: ReadTrx, ids: readonly string[]): Promise<ReadonlyMap<string, AcceptedAnswer>> {
  const rows = await trx
    .withTables<ReportTables>()
    .selectFrom('report_answer')
    .select(['child_id', 'answered_as', 'answered_by', 'found_day', 'proofs'])
    .where('county_id', '=', trx.countyId)
    .where('child_id', '=', sql<string>`any(${ids}::text[])`)
    .orderBy('answered_at')
    .orderBy('answer_id')
    .execute();
  return new Map(
    rows.map((row) => [row.child_id, { as: row.answered_as, by: row.answered_by, day: row.found_day, proofs: row.proofs }]),
  );
}
