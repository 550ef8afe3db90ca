import { sql } from 'kysely';
import { dayOf } from '../../../platform/clock';
import type { ReadTrx } from '../../../platform/db';
import type { RollWord } from '../rules/known-days';
import { type Mark, type Session, verdictOf } from '../rules/marks';
import type { AttendanceTables } from './tables';

/** Everything that the rolls of some classes have said of a child about days from one on, in the order in which they were called. */
export async function rollWords(
  trx: ReadTrx,
  childId: string,
  { classes, from }: { readonly classes: readonly string[]; readonly from: string },
): Promise<readonly RollWord[]> {
  const { rows } = await sql<{ day: string; session: Session; taken_at: Date; there: boolean; mark: Mark | null }>`
    select r.day, r.session, r.taken_at, ${childId}::uuid = any(r.present) as there,
      (select m ->> 'mark' from jsonb_array_elements(r.marks) m where m ->> 'childId' = ${childId} limit 1) as mark
    from class_roll r where r.county_id = ${trx.countyId} and r.class_id = any(${classes}::text[]) and r.day >= ${from}
    order by r.taken_at, r.version`.execute(trx.withTables<AttendanceTables>());
  return rows.map(({ day, session, taken_at, there, mark }) => {
    return { day, session, on: dayOf(taken_at), verdict: there || mark !== null ? verdictOf(mark ?? undefined) : undefined };
  });
}

/**
 * Of some children those of whom a roll says leave that was called on a later day than its own, from a day on, with the classes that
 * did so.
 */
export async function leaveEnteredLater(
  trx: ReadTrx,
  children: readonly string[],
  from: string,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await sql<{ child_id: string; class_id: string }>`
    select distinct m.child_id, m.class_id from roll_mark m
      join class_roll r on r.county_id = m.county_id and r.class_id = m.class_id and r.day = m.day and r.session = m.session and r.newest
    where m.county_id = ${trx.countyId} and m.child_id = any(${children}::text[]) and m.day >= ${from}
      and m.mark in ('sick', 'personal') and r.taken_at >= (m.day::date + 1)::timestamp at time zone 'Asia/Shanghai'`.execute(
    trx.withTables<AttendanceTables>(),
  );
  const found = new Map<string, Set<string>>();
  for (const { child_id, class_id } of rows) found.set(child_id, (found.get(child_id) ?? new Set()).add(class_id));
  return found;
}
