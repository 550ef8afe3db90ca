import { type Kysely, type Selectable, sql } from 'kysely';
import type { Scope } from '../../../platform/access';
import { once, type ReadTrx, type Trx, withinScope } from '../../../platform/db';
import type { Mark, Marked, Session } from '../rules/marks';
import type { AttendanceTables, RollRecord } from './tables';

/** The calling of a class: which class, which day, which part of it. */
export type Calling = { readonly classId: string; readonly day: string; readonly session: Session };

export type StoredRoll = Selectable<RollRecord>;

/** The roll that counts, and those before it by which somebody has to be answered for. */
export type RollsFor = {
  readonly roll: StoredRoll | undefined;
  /** of the last called day before, and of an afternoon the morning of its own day */ readonly before: readonly StoredRoll[];
};

/** What a class is called after, in one look. */
export async function rollsFor(trx: ReadTrx, calling: Calling): Promise<RollsFor> {
  return apart(await untilDay(tables(trx), { ...calling, county: trx.countyId }), calling);
}

/** The same, held until the transaction ends; of two who call a class for the first time the second waits and finds the first. */
export async function lockRolls(trx: Trx, calling: Calling): Promise<RollsFor> {
  const name = `roll/${trx.countyId}/${calling.classId}/${calling.day}/${calling.session}`;
  // Sent together and done one after the other: the search sees what was kept while the lock was waited for.
  const [, found] = await Promise.all([
    lockName(tables(trx), { name }),
    untilDay(tables(trx), { ...calling, county: trx.countyId }),
  ]);
  return apart(found, calling);
}

const lockName = once((tables: Kysely<AttendanceTables>, { name }: { readonly name: string }) =>
  tables.selectNoFrom(sql`pg_advisory_xact_lock(hashtextextended(${name}, 0))`.as('held')),
);

/** A roll with its children as one text: a list of them costs more to be read than all else of it. */
type FoundRoll = Omit<StoredRoll, 'present'> & { readonly there: string };

/** The newest rolls up to a day, the latest first: more than its own two parts and those of the last called day before are not asked for. */
const untilDay = once((rolls: Kysely<AttendanceTables>, { county, classId, day }: Calling & { readonly county: string }) =>
  rolls
    .selectFrom('class_roll')
    .select(['county_id', 'class_id', 'class_path', 'day', 'session', 'version', 'newest', 'marks'])
    .select(['days_late', 'reason', 'taken_by', 'taken_as', 'taken_at', sql<string>`array_to_string(present, ',')`.as('there')])
    .where('county_id', '=', county)
    .where('class_id', '=', classId)
    .where('newest', '=', sql.lit(true))
    .where('day', '<=', day)
    .orderBy('day', 'desc')
    .orderBy('session', 'desc')
    .limit(4),
);

function apart(rows: readonly FoundRoll[], { day, session }: Calling): RollsFor {
  const oldestFirst = [...rows].reverse();
  const last = rows.find((roll) => roll.day < day)?.day;
  const roll = rows.find((one) => one.day === day && one.session === session);
  return {
    roll: roll && rollFrom(roll),
    before: oldestFirst
      .filter((one) => one.day === last || (one.day === day && session === 'pm' && one.session === 'am'))
      .map(rollFrom),
  };
}

function rollFrom({ there, ...roll }: FoundRoll): StoredRoll {
  return { ...roll, present: there === '' ? [] : there.split(',') };
}

/** What is kept of a new roll. */
export type RollDraft = Calling &
  Pick<RollRecord, 'version' | 'class_path' | 'present' | 'marks' | 'days_late' | 'reason' | 'taken_as'>;

/** Keeps a roll as the one that counts, with the marks of its children in place of those of the roll before; answers with it. */
export async function putRoll(trx: Trx, draft: RollDraft): Promise<StoredRoll> {
  const { classId: class_id, day, session, class_path, marks, present, ...rest } = draft;
  const where = { county_id: trx.countyId, class_id, day, session };
  if (draft.version > 1) {
    await tables(trx)
      .updateTable('class_roll')
      .set({ newest: false })
      .where((eb) => eb.and(where))
      .where('newest', '=', true)
      .execute();
    await tables(trx)
      .deleteFrom('roll_mark')
      .where((eb) => eb.and(where))
      .execute();
  }
  const roll: StoredRoll = {
    ...{ ...where, ...rest, class_path, present, marks, newest: true },
    ...{ taken_by: trx.context.actor?.userId ?? 'system', taken_at: trx.now },
  };
  const kept = keepRoll(tables(trx), { ...roll, present: `{${present.join()}}`, marks: JSON.stringify(marks) });
  if (marks.length === 0) {
    await kept;
    return roll;
  }
  const marked = tables(trx)
    .insertInto('roll_mark')
    .values(marks.map(({ childId: child_id, mark }) => ({ ...where, child_id, class_path, mark })))
    // The child was called by another class that day as well: the later word counts.
    .onConflict((conflict) =>
      conflict
        .columns(['county_id', 'child_id', 'day', 'session'])
        .doUpdateSet({ class_id, class_path, mark: (eb) => eb.ref('excluded.mark') }),
    )
    .execute();
  await Promise.all([kept, marked]);
  return roll;
}

type RollAsText = Omit<StoredRoll, 'present' | 'marks'> & { readonly present: string; readonly marks: string };

const keepRoll = once((rolls: Kysely<AttendanceTables>, roll: RollAsText) =>
  rolls.insertInto('class_roll').values({
    ...{ county_id: roll.county_id, class_id: roll.class_id, class_path: roll.class_path, day: roll.day, session: roll.session },
    ...{ version: roll.version, newest: roll.newest, days_late: roll.days_late, reason: roll.reason },
    ...{ taken_by: roll.taken_by, taken_as: roll.taken_as, taken_at: roll.taken_at },
    present: sql`${roll.present}::uuid[]`,
    marks: sql`${roll.marks}::jsonb`,
  }),
);

/** The newest rolls of the next day after a day on which a class was called. */
export async function nextRolls(
  trx: ReadTrx,
  { classId, day }: Pick<Calling, 'classId' | 'day'>,
): Promise<readonly StoredRoll[]> {
  const nearest = tables(trx)
    .selectFrom('class_roll')
    .select((eb) => eb.fn.min('day').as('day'))
    .where('county_id', '=', trx.countyId)
    .where('class_id', '=', classId)
    .where('newest', '=', sql.lit(true))
    .where('day', '>', day);
  return tables(trx)
    .selectFrom('class_roll')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('class_id', '=', classId)
    .where('newest', '=', sql.lit(true))
    .where('day', '=', nearest)
    .orderBy('session')
    .execute();
}

/** The newest rolls of one day of a class, morning first. */
export async function rollsOfDay(
  trx: ReadTrx,
  { classId, day }: Pick<Calling, 'classId' | 'day'>,
): Promise<readonly StoredRoll[]> {
  return tables(trx)
    .selectFrom('class_roll')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('class_id', '=', classId)
    .where('day', '=', day)
    .where('newest', '=', true)
    .orderBy('session')
    .execute();
}

/** A roll as a number of each word; the children themselves are left where they are. */
export type RollSumRow = {
  readonly class_id: string;
  readonly session: Session;
  readonly version: number;
  readonly present: number;
  readonly marks: readonly Mark[];
  readonly days_late: number;
  readonly taken_by: string;
  readonly taken_at: Date;
};

/** What was called on a day in the places of a scope. */
export async function sumsOfDay(trx: ReadTrx, scope: Scope, day: string): Promise<readonly RollSumRow[]> {
  const within = withinScope(scope, { school: 'class_path' });
  const { rows } = await sql<RollSumRow>`
    select class_id, session, version, cardinality(present) as present,
      (select coalesce(array_agg(m ->> 'mark'), '{}') from jsonb_array_elements(marks) m) as marks, days_late, taken_by, taken_at
    from class_roll where county_id = ${trx.countyId} and day = ${day} and newest and ${within}`.execute(tables(trx));
  return rows;
}

/**
 * How the called days of a child went, oldest first: the marks, and the days on which it was simply there. `classes` are those that
 * may have called it, beside those that have said something of it: the rolls of a county are too many to be looked through.
 */
export async function daysOfChild(
  trx: ReadTrx,
  childId: string,
  { from, to, classes }: { readonly from: string; readonly to: string; readonly classes: readonly string[] },
): Promise<readonly { readonly day: string; readonly session: Session; readonly mark: Mark | null }[]> {
  const { rows } = await sql<{ day: string; session: Session; mark: Mark | null }>`
    select r.day, r.session, m.mark from class_roll r left join roll_mark m
      on m.county_id = r.county_id and m.child_id = ${childId} and m.day = r.day and m.session = r.session
    where r.county_id = ${trx.countyId} and r.newest and r.day between ${from} and ${to}
      and r.class_id = any(${classes}::text[] || array(select n.class_id from roll_mark n
        where n.county_id = ${trx.countyId} and n.child_id = ${childId} and n.day between ${from} and ${to}))
      and (${childId}::uuid = any(r.present) or r.marks @> ${JSON.stringify([{ childId }])}::jsonb)
    order by r.day, r.session`.execute(tables(trx));
  return rows;
}

/** The words of a roll by child. */
export function marksOf({ marks }: { readonly marks: readonly Marked[] }): ReadonlyMap<string, Mark> {
  return new Map(marks.map(({ childId, mark }) => [childId, mark]));
}

function tables(trx: ReadTrx) {
  return trx.withTables<AttendanceTables>();
}

/** The days from one on that the newest rolls have some children on leave, and on none of their parts away without. */
export async function leaveDaysOf(
  trx: ReadTrx,
  children: readonly string[],
  from: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tables(trx)
    .selectFrom('roll_mark')
    .select(['child_id', 'day'])
    .where('county_id', '=', trx.countyId)
    .where('child_id', '=', sql<string>`any(${children}::text[])`)
    .where('day', '>=', from)
    .groupBy(['child_id', 'day'])
    .having(sql<boolean>`bool_and(mark in ('sick', 'personal'))`)
    .execute();
  const days = new Map<string, string[]>();
  for (const { child_id, day } of rows) days.set(child_id, [...(days.get(child_id) ?? []), day]);
  return days;
}
