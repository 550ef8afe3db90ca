import { type Selectable, sql } from 'kysely';
import type { Scope } from '../../../platform/access';
import { KeyRefusal, type KeyRing, openField, type SealPlace, sealField } from '../../../platform/crypto';
import { type ReadTrx, type Trx, withinScope } from '../../../platform/db';
import { ReportBody } from './report-body';
import type { AttendanceTables, ReceiptRecord, ReportRecord } from './tables';

export type StoredReport = Selectable<ReportRecord>;
export type StoredReceipt = Selectable<ReceiptRecord>;

/** Reports about some children, oldest first. */
export async function reportsOf(trx: ReadTrx, children: readonly string[]): Promise<readonly StoredReport[]> {
  if (children.length === 0) return [];
  return reports(trx).where('child_id', '=', anyOf(children)).orderBy('made_at').orderBy('report_id').execute();
}

/** A report of a scope by its id. */
export async function findReport(trx: ReadTrx, scope: Scope, id: string): Promise<StoredReport | undefined> {
  return reports(trx).where(inScope(scope)).where('report_id', '=', id).executeTakeFirst();
}

export type ReportFilter = {
  readonly kind?: ReportRecord['kind'] | undefined;
  /** of these children alone, and only while bureau or township have not said that they have it */
  readonly openOf?: readonly string[] | undefined;
  /** bureau and township have said that they have it */ readonly received?: boolean | undefined;
};

/** The newest reports of a scope. */
export async function listReports(
  trx: ReadTrx,
  scope: Scope,
  { kind, openOf, received: all }: ReportFilter,
  most: number,
): Promise<readonly StoredReport[]> {
  let query = reports(trx).where(inScope(scope));
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (openOf !== undefined) query = query.where('child_id', '=', anyOf(openOf)).where(received, '<', 2);
  if (all) query = query.where(received, '=', 2);
  return query.orderBy('made_at', 'desc').orderBy('report_id').limit(most).execute();
}

/** Reports about some children of a scope for which somebody's own receipt is missing. */
export async function waitingReports(
  trx: ReadTrx,
  scope: Scope,
  unit: ReceiptRecord['unit'],
  children: readonly string[],
): Promise<readonly Pick<StoredReport, 'child_id' | 'made_day'>[]> {
  if (children.length === 0) return [];
  const missing = sql<boolean>`not exists (select from absence_receipt r where r.county_id = absence_report.county_id
    and r.report_id = absence_report.report_id and r.unit = ${unit})`;
  return tables(trx)
    .selectFrom('absence_report')
    .select(['child_id', 'made_day'])
    .where('county_id', '=', trx.countyId)
    .where(inScope(scope))
    .where('child_id', '=', anyOf(children))
    .where(missing)
    .execute();
}

/** What was received of some reports. */
export async function receiptsOf(trx: ReadTrx, ids: readonly string[]): Promise<readonly StoredReceipt[]> {
  if (ids.length === 0) return [];
  return tables(trx)
    .selectFrom('absence_receipt')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('report_id', '=', anyOf(ids))
    .orderBy('received_at')
    .orderBy('unit')
    .execute();
}

/** On which day who has said of a report that it is there. */
export async function receivedOf(trx: ReadTrx, ids: readonly string[]) {
  const receipts = await receiptsOf(trx, ids);
  return (id: string) => {
    const dayFor = (unit: ReceiptRecord['unit']) =>
      receipts.find((one) => one.report_id === id && one.unit === unit)?.received_day ?? null;
    return { bureau: dayFor('bureau'), township: dayFor('township') };
  };
}

/** The number that follows the last one of a school in a year; two who report at once wait for one another. */
export async function nextSerial(trx: Trx, schoolId: string, year: string): Promise<number> {
  const name = `absence-report/${trx.countyId}/${schoolId}/${year}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tables(trx));
  const row = await tables(trx)
    .selectFrom('absence_report')
    .select((eb) => eb.fn.max('serial').as('last'))
    .where('county_id', '=', trx.countyId)
    .where('school_id', '=', schoolId)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return (row.last ?? 0) + 1;
}

/** What is kept of a new report; false where one of its kind about this absence is there already. */
export async function insertReport(
  trx: Trx,
  ring: KeyRing,
  { body, ...draft }: Omit<ReportRecord, 'county_id' | 'body' | 'made_at' | 'made_by'> & { readonly body: ReportBody },
  made: { readonly by: string; readonly at: Date } = { by: trx.context.actor?.userId ?? 'system', at: trx.now },
): Promise<boolean> {
  const sealed = sealField(ring, bodyPlace(trx, draft), JSON.stringify(body));
  const done = await tables(trx)
    .insertInto('absence_report')
    .values({ county_id: trx.countyId, ...draft, made_by: made.by, made_at: made.at, body: sealed })
    .onConflict((conflict) => conflict.columns(['county_id', 'child_id', 'since', 'kind']).doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** What a report says; undefined where its seal does not fit: it, its number or its days are not as they were written. */
export function bodyOf(trx: ReadTrx, ring: KeyRing, report: StoredReport): ReportBody | undefined {
  try {
    return ReportBody.parse(JSON.parse(openField(ring, bodyPlace(trx, report), report.body)));
  } catch (error) {
    if (error instanceof KeyRefusal && error.code === 'brokenSeal') return undefined;
    throw error;
  }
}

/** A receipt to be kept: by whom and when, where that is not the one who asks, now. */
type Receipt = {
  readonly unit: ReceiptRecord['unit'];
  readonly words: string;
  readonly day: string;
  readonly by?: string;
  readonly at?: Date;
};

/** Keeps that a report was received; false where that was said before. */
export async function insertReceipt(
  trx: Trx,
  ring: KeyRing,
  report: StoredReport,
  { unit, words, day, by = trx.context.actor?.userId ?? 'system', at = trx.now }: Receipt,
): Promise<boolean> {
  const { report_id, school_path, area_path } = report;
  const done = await tables(trx)
    .insertInto('absence_receipt')
    .values({
      ...{ county_id: trx.countyId, report_id, unit, school_path, area_path },
      word: words === '' ? null : sealField(ring, placeOf(trx, 'absence_receipt', 'word', `${report_id}/${unit}`), words),
      ...{ received_by: by, received_day: day, received_at: at },
    })
    .onConflict((conflict) => conflict.columns(['county_id', 'report_id', 'unit']).doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** What was said when a report was received, '' where nothing was. */
export function wordOf(trx: ReadTrx, ring: KeyRing, { report_id, unit, word }: StoredReceipt): string {
  return word === null ? '' : openField(ring, placeOf(trx, 'absence_receipt', 'word', `${report_id}/${unit}`), word);
}

const received = sql<number>`(select count(*)::int from absence_receipt r where r.county_id = absence_report.county_id
  and r.report_id = absence_report.report_id)`;

function inScope(scope: Scope) {
  return withinScope(scope, { area: 'area_path', school: 'school_path' });
}

function anyOf(ids: readonly string[]) {
  return sql<string>`any(${ids}::text[])`;
}

type Named = Pick<ReportRecord, 'report_id' | 'child_id' | 'school_id' | 'kind' | 'year' | 'serial' | 'since' | 'made_day'>;

/** What a report says is sealed for its number, its child and its days, so that none of them can be altered unseen. */
function bodyPlace(trx: ReadTrx, { report_id, child_id, school_id, kind, year, serial, since, made_day }: Named): SealPlace {
  const id = [report_id, child_id, school_id, kind, year, serial, since, made_day].join('/');
  return placeOf(trx, 'absence_report', 'body', id);
}

function placeOf(trx: ReadTrx, table: string, column: string, id: string): SealPlace {
  return { countyId: trx.countyId, table, column, id };
}

function reports(trx: ReadTrx) {
  return tables(trx).selectFrom('absence_report').selectAll().where('county_id', '=', trx.countyId);
}

function tables(trx: ReadTrx) {
  return trx.withTables<AttendanceTables>();
}
