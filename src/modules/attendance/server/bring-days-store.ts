import { sql } from 'kysely';
import type { Day } from '../../../kernel/day';
import type { ReadTrx, Trx } from '../../../platform/db';
import { bulkRows } from '../../children/server/index';
import type { Marked } from '../rules/marks';
import type { Taker } from '../rules/window';
import type { AttendanceTables } from './tables';

/** A class with everybody it calls. */
export type ClassList = { readonly id: string; readonly path: string; readonly children: readonly string[] };

/** A morning that was called elsewhere, or made up: who is not named in `marks` was simply there. */
export type BroughtRoll = {
  readonly day: Day;
  readonly marks: readonly Marked[];
  readonly daysLate: number;
  readonly takenAs: Taker;
  readonly takenBy: string;
  readonly takenAt: Date;
};

/** The mornings of a class, oldest first, one a day. */
export type BroughtTerm = { readonly of: ClassList; readonly rolls: readonly BroughtRoll[] };

/** The first day of which a roll is kept; undefined where none is. */
export async function firstCalledDay(trx: ReadTrx): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`
    select min(day) as day from class_roll where county_id = ${trx.countyId} and newest`.execute(tables(trx));
  return rows[0]?.day ?? undefined;
}

/** Keeps mornings. Who was there is worked out by the database from the list of the class: 28,000 ids go over once and not once a day. */
export async function insertMornings(trx: Trx, terms: readonly BroughtTerm[]): Promise<void> {
  const rolls = terms.flatMap(({ of, rolls: mornings }) => mornings.map((roll) => ({ of, ...roll })));
  if (rolls.length === 0) return;
  const rows = bulkRows({
    class_id: ['text', rolls.map(({ of }) => of.id)],
    day: ['text', rolls.map(({ day }) => day)],
    marks: ['jsonb', rolls.map(({ marks }) => marks)],
    named: ['text', rolls.map(({ marks }) => `{${marks.map(({ childId }) => childId).join()}}`)],
    days_late: ['int', rolls.map(({ daysLate }) => daysLate)],
    taken_by: ['text', rolls.map(({ takenBy }) => takenBy)],
    taken_as: ['text', rolls.map(({ takenAs }) => takenAs)],
    taken_at: ['text', rolls.map(({ takenAt }) => takenAt.toISOString())],
  });
  const lists = bulkRows({
    class_id: ['text', terms.map(({ of }) => of.id)],
    class_path: ['text', terms.map(({ of }) => of.path)],
    children: ['text', terms.map(({ of }) => `{${of.children.join()}}`)],
  });
  await sql`
    with list as materialized (select t.class_id, t.class_path, t.children::uuid[] as children from ${lists})
    insert into class_roll (county_id, class_id, day, session, version, newest, class_path, present, marks, days_late, reason,
        taken_by, taken_as, taken_at)
      select ${trx.countyId}, t.class_id, t.day, 'am', 1, true, list.class_path,
        case when t.named = '{}' then list.children
          else array(select child from unnest(list.children) child where child <> all (t.named::uuid[])) end,
        t.marks, t.days_late, '', t.taken_by, t.taken_as, t.taken_at::timestamptz
      from ${rows} join list on list.class_id = t.class_id`.execute(tables(trx));
}

/** Keeps the words of those mornings by the child. */
export async function insertMarks(trx: Trx, terms: readonly BroughtTerm[]): Promise<void> {
  const marks = terms.flatMap(({ of, rolls }) =>
    rolls.flatMap((roll) => roll.marks.map((marked) => ({ of, day: roll.day, ...marked }))),
  );
  if (marks.length === 0) return;
  const rows = bulkRows({
    child_id: ['text', marks.map(({ childId }) => childId)],
    day: ['text', marks.map(({ day }) => day)],
    session: ['text', marks.map(() => 'am')],
    class_id: ['text', marks.map(({ of }) => of.id)],
    class_path: ['text', marks.map(({ of }) => of.path)],
    mark: ['text', marks.map(({ mark }) => mark)],
  });
  await sql`insert into roll_mark (county_id, child_id, day, session, class_id, class_path, mark)
    select ${trx.countyId}, t.* from ${rows}`.execute(tables(trx));
}

function tables(trx: ReadTrx) {
  return trx.withTables<AttendanceTables>();
}
