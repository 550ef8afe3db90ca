import { sql } from 'kysely';
import type { Scope } from '../../../platform/access';
import { type ReadTrx, withinScope } from '../../../platform/db';
import type { Marked, Session } from '../rules/marks';
import type { Taker } from '../rules/window';
import type { AttendanceTables } from './tables';

/** A roll that took the place of another one which had somebody away. */
export type CalledAgain = {
  readonly class_path: string;
  readonly day: string;
  readonly session: Session;
  readonly present: string[];
  readonly marks: Marked[];
  readonly present_before: string[];
  readonly marks_before: Marked[];
  readonly reason: string;
  readonly taken_by: string;
  readonly taken_as: Taker;
  readonly taken_at: Date;
};

/**
 * Rolls of a scope about days from one on that were called again, the newest first, each beside the one before it. The days are found
 * by the index of the newest rolls, so that what is looked at does not grow with the year.
 */
export async function calledAgain(trx: ReadTrx, scope: Scope, from: string, most: number): Promise<readonly CalledAgain[]> {
  const within = withinScope(scope, { school: 'n.class_path' });
  const { rows } = await sql<CalledAgain>`
    select r.class_path, r.day, r.session, r.present, r.marks, p.present as present_before, p.marks as marks_before, r.reason,
      r.taken_by, r.taken_as, r.taken_at
    from class_roll n
      join class_roll r on r.county_id = n.county_id and r.class_id = n.class_id and r.day = n.day and r.session = n.session
      join class_roll p on p.county_id = r.county_id and p.class_id = r.class_id and p.day = r.day and p.session = r.session
        and p.version = r.version - 1
    where n.county_id = ${trx.countyId} and n.day >= ${from} and n.newest and n.version > 1 and ${within}
      and p.marks @> '[{"mark": "absent"}]'::jsonb
    order by r.taken_at desc, r.class_path limit ${most}`.execute(trx.withTables<AttendanceTables>());
  return rows;
}
