import { type Selectable, sql } from 'kysely';
import { type KeyRing, openField, type SealPlace, sealField } from '../../../platform/crypto';
import type { ReadTrx, Trx } from '../../../platform/db';
import type { Agreed, Difference, Settled } from '../rules/sheet';
import type { CheckTables, SheetRecord } from './tables';

/** What is kept sealed of a signed sheet. `seen`: the digest of what was looked at. */
export type SheetContent = {
  readonly seen: string;
  readonly agreeing: readonly Agreed[];
  readonly differences: readonly Difference[];
};

/** A signed sheet without its content. */
export type SheetRow = Omit<Selectable<SheetRecord>, 'content'>;
export type FullSheet = Selectable<SheetRecord>;

const plain = [
  ...(['county_id', 'month', 'class_id', 'version', 'newest', 'school_id', 'class_path', 'sums', 'state', 'reason'] as const),
  ...(['signed_by', 'signed_as', 'signed_at', 'judged_by', 'judged_at'] as const),
];

/** The sheets that count of a month in the places of whoever asks, of one school where one is named. */
export async function sheetsOf(trx: ReadTrx, month: string, schoolId?: string): Promise<readonly SheetRow[]> {
  const query = newest(trx, month).select(plain);
  return (schoolId === undefined ? query : query.where('school_id', '=', schoolId)).execute();
}

/** The same of one school with what they hold. */
export async function fullSheetsOf(trx: ReadTrx, month: string, schoolId: string): Promise<readonly FullSheet[]> {
  return newest(trx, month).selectAll().where('school_id', '=', schoolId).execute();
}

/** What a class has signed for a month, undefined where it has not. */
export async function findSheet(trx: ReadTrx, month: string, classId: string): Promise<FullSheet | undefined> {
  return newest(trx, month).selectAll().where('class_id', '=', classId).executeTakeFirst();
}

/** The same, held until the transaction ends; of two who sign a class the second waits and finds what the first has signed. */
export async function lockSheet(trx: Trx, month: string, classId: string): Promise<FullSheet | undefined> {
  const name = `check/${trx.countyId}/${month}/${classId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tables(trx));
  return findSheet(trx, month, classId);
}

export type SheetDraft = Pick<
  SheetRecord,
  'month' | 'class_id' | 'version' | 'school_id' | 'class_path' | 'reason' | 'signed_as'
> & {
  readonly seen: string;
  readonly settled: Settled;
};

/** Keeps a sheet as the one that counts; those before it stay. */
export async function putSheet(trx: Trx, ring: KeyRing, draft: SheetDraft): Promise<void> {
  const { seen, settled, ...rest } = draft;
  const { agreeing, differences, sums } = settled;
  if (draft.version > 1)
    await tables(trx)
      .updateTable('check_sheet')
      .set({ newest: false })
      .where('county_id', '=', trx.countyId)
      .where('month', '=', draft.month)
      .where('class_id', '=', draft.class_id)
      .where('newest', '=', true)
      .execute();
  const content: SheetContent = { seen, agreeing, differences };
  const signed = { signed_by: trx.context.actor?.userId ?? 'system', signed_at: trx.now };
  await tables(trx)
    .insertInto('check_sheet')
    .values({
      ...{ county_id: trx.countyId, ...rest, newest: true, state: 'signed', ...signed, judged_by: null, judged_at: null },
      content: sealField(ring, placeOf(trx, draft), JSON.stringify(content)),
      sums: sql`${JSON.stringify(sums)}::jsonb`,
    })
    .execute();
}

/** What a sheet holds. */
export function contentOf(trx: ReadTrx, ring: KeyRing, row: FullSheet): SheetContent {
  return JSON.parse(openField(ring, placeOf(trx, row), row.content));
}

/** Notes that sheets were looked at, or one sent back, as they were at these versions; answers with how many still were. */
export async function judgeSheets(
  trx: Trx,
  month: string,
  sheets: readonly { readonly classId: string; readonly version: number }[],
  state: 'checked' | 'returned',
  reason?: string,
): Promise<number> {
  const judged = { state, judged_by: trx.context.actor?.userId ?? 'system', judged_at: trx.now };
  const result = await tables(trx)
    .updateTable('check_sheet')
    .set(reason === undefined ? judged : { ...judged, reason })
    .where('county_id', '=', trx.countyId)
    .where('month', '=', month)
    .where('newest', '=', true)
    .where('state', '!=', 'returned')
    .where((eb) =>
      eb.or(sheets.map(({ classId, version }) => eb.and([eb('class_id', '=', classId), eb('version', '=', version)]))),
    )
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

function newest(trx: ReadTrx, month: string) {
  return tables(trx)
    .selectFrom('check_sheet')
    .where('county_id', '=', trx.countyId)
    .where('month', '=', month)
    .where('newest', '=', true);
}

function placeOf(trx: ReadTrx, sheet: Pick<SheetRecord, 'month' | 'class_id' | 'version'>): SealPlace {
  const id = `${sheet.month}/${sheet.class_id}/${sheet.version}`;
  return { countyId: trx.countyId, table: 'check_sheet', column: 'content', id };
}

function tables(trx: ReadTrx) {
  return trx.withTables<CheckTables>();
}
