import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { once, type ReadTrx, type Trx } from '../../../platform/db';
import type { CalendarException } from '../rules/exception';
import type { Term, TermNumber } from '../rules/term';
import type { CalendarTables } from './tables';

/** Where a setting comes from, and the version that a change must name. */
export type Origin = { readonly source: string; readonly reason: string; readonly version: number };

export type StoredTerm = Term & Origin & { readonly changedAt: Date };
export type YearSetting = Origin & {
  readonly schoolYear: string;
  /** first day of the 中考, null as long as it is not known */ readonly examDay: string | null;
  readonly makeUpDaysTaught: boolean;
};
export type StoredHolidays = Origin & {
  readonly year: number;
  readonly days: readonly { readonly day: string; readonly name: string; readonly off: boolean }[];
};
export type StoredException = CalendarException & { readonly version: number };

/**
 * A text that is another one as soon as anything of the calendar was changed: the places and the writing transactions of its rows, as
 * PostgreSQL numbers them. A few dozen rows, one turn.
 */
export async function calendarFingerprint(trx: ReadTrx): Promise<string> {
  const [row] = await places(tables(trx), { county: trx.countyId });
  return row?.fingerprint ?? '';
}

const places = once((calendar: Kysely<CalendarTables>, { county }: { readonly county: string }) => {
  const of = (table: string) =>
    sql`coalesce((select string_agg(ctid::text || xmin::text, ' ' order by ctid) from ${sql.table(table)} where county_id = ${county}), '')`;
  const parts = ['holiday_year', 'term', 'school_year_setting', 'calendar_exception'].map(of);
  return calendar.selectNoFrom(sql<string>`concat_ws('/', ${sql.join(parts)})`.as('fingerprint'));
});

/** All terms of the county, the earliest first. */
export async function listTerms(trx: ReadTrx): Promise<readonly StoredTerm[]> {
  const rows = await tables(trx)
    .selectFrom('term')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .orderBy('school_year')
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    schoolYear: row.school_year,
    number: row.number,
    opensDay: row.opens_day,
    firstDay: row.first_day,
    lastDay: row.last_day,
    confirmed: row.confirmed,
    source: row.source,
    reason: row.reason,
    version: row.version,
    changedAt: row.changed_at,
  }));
}

/** Lets one change of the calendar come after the other; held until the transaction ends, reading goes on. */
export async function lockCalendar(trx: Trx): Promise<void> {
  await tables(trx)
    .selectFrom('term')
    .select('number')
    .where('county_id', '=', trx.countyId)
    .orderBy('school_year')
    .orderBy('number')
    .forNoKeyUpdate()
    .execute();
}

/** What is written of a term. */
export type TermDraft = Omit<StoredTerm, 'changedAt'>;

/** Writes a term: a new one for version 0, else the one of that version; false when somebody was faster. */
export async function saveTerm(trx: Trx, draft: TermDraft): Promise<boolean> {
  const { schoolYear, number, version } = draft;
  const fields = {
    ...changedBy(trx),
    opens_day: draft.opensDay,
    first_day: draft.firstDay,
    last_day: draft.lastDay,
    confirmed: draft.confirmed,
    source: draft.source,
    reason: draft.reason,
    version: version + 1,
  };
  if (version === 0) {
    const row = { ...fields, county_id: trx.countyId, school_year: schoolYear, number };
    const insert = tables(trx).insertInto('term').values(row);
    const { numInsertedOrUpdatedRows } = await insert.onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await tables(trx)
    .updateTable('term')
    .set(fields)
    .where('county_id', '=', trx.countyId)
    .where('school_year', '=', schoolYear)
    .where('number', '=', number)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** One term, or undefined. */
export async function findTerm(trx: ReadTrx, schoolYear: string, number: TermNumber): Promise<StoredTerm | undefined> {
  return (await listTerms(trx)).find((term) => term.schoolYear === schoolYear && term.number === number);
}

/** What is set for school years; a year without a row has the usual. */
export async function listYearSettings(trx: ReadTrx): Promise<readonly YearSetting[]> {
  const rows = await tables(trx).selectFrom('school_year_setting').selectAll().where('county_id', '=', trx.countyId).execute();
  return rows.map((row) => ({
    schoolYear: row.school_year,
    examDay: row.exam_day,
    makeUpDaysTaught: row.make_up_days_taught,
    source: row.source,
    reason: row.reason,
    version: row.version,
  }));
}

/** Writes what is set for a school year; false when somebody was faster. */
export async function saveYearSetting(trx: Trx, draft: YearSetting): Promise<boolean> {
  const { schoolYear, version } = draft;
  const fields = {
    ...changedBy(trx),
    exam_day: draft.examDay,
    make_up_days_taught: draft.makeUpDaysTaught,
    source: draft.source,
    reason: draft.reason,
    version: version + 1,
  };
  if (version === 0) {
    const row = { ...fields, county_id: trx.countyId, school_year: schoolYear };
    const insert = tables(trx).insertInto('school_year_setting').values(row);
    const { numInsertedOrUpdatedRows } = await insert.onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await tables(trx)
    .updateTable('school_year_setting')
    .set(fields)
    .where('county_id', '=', trx.countyId)
    .where('school_year', '=', schoolYear)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const HolidayDays = z.array(z.strictObject({ day: z.string(), name: z.string(), off: z.boolean() }));

/** The years of public holidays that the county entered itself. */
export async function listHolidayYears(trx: ReadTrx): Promise<readonly StoredHolidays[]> {
  const rows = await tables(trx)
    .selectFrom('holiday_year')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .orderBy('year')
    .execute();
  return rows.map(({ year, days, source, reason, version }) => ({
    year,
    days: HolidayDays.parse(days),
    source,
    reason,
    version,
  }));
}

/** Writes a year of public holidays; false when somebody was faster. */
export async function saveHolidayYear(trx: Trx, draft: StoredHolidays): Promise<boolean> {
  const { year, version, source, reason } = draft;
  const fields = { ...changedBy(trx), days: JSON.stringify(draft.days), source, reason, version: version + 1 };
  if (version === 0) {
    const insert = tables(trx)
      .insertInto('holiday_year')
      .values({ ...fields, county_id: trx.countyId, year });
    const { numInsertedOrUpdatedRows } = await insert.onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await tables(trx)
    .updateTable('holiday_year')
    .set(fields)
    .where('county_id', '=', trx.countyId)
    .where('year', '=', year)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The exceptions that hold, the earliest first. */
export async function listExceptions(trx: ReadTrx): Promise<readonly StoredException[]> {
  const rows = await tables(trx)
    .selectFrom('calendar_exception')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('removed_at', 'is', null)
    .orderBy('from_day')
    .orderBy('exception_id')
    .execute();
  return rows.map((row) => ({
    id: row.exception_id,
    tree: row.tree,
    path: row.path,
    grades: row.grades,
    from: row.from_day,
    until: row.until_day,
    kind: row.kind,
    reason: row.reason,
    version: row.version,
  }));
}

/** Writes a new exception. */
export async function insertException(trx: Trx, draft: CalendarException): Promise<void> {
  const { id, tree, path, grades, from, until, kind, reason } = draft;
  const row = { exception_id: id, tree, path, grades: [...grades], from_day: from, until_day: until, kind, reason };
  await tables(trx)
    .insertInto('calendar_exception')
    .values({ ...row, ...changedBy(trx), county_id: trx.countyId })
    .execute();
}

/** Takes an exception back; the row stays, to be read by whoever asks later. False when somebody was faster. */
export async function removeException(trx: Trx, id: string, version: number, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('calendar_exception')
    .set({ ...changedBy(trx), removed_at: trx.now, removed_reason: reason, version: version + 1 })
    .where('county_id', '=', trx.countyId)
    .where('exception_id', '=', id)
    .where('version', '=', version)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function changedBy(trx: Trx): { changed_at: Date; changed_by: string } {
  return { changed_at: trx.now, changed_by: trx.context.actor?.userId ?? 'system' };
}

function tables(trx: ReadTrx) {
  return trx.withTables<CalendarTables>();
}
