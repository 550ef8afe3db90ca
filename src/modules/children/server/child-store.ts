import { sql } from 'kysely';
import { blindIndex, type KeyRing, openField, type SealPlace, sealField } from '../../../platform/crypto';
import type { ReadTrx, Trx } from '../../../platform/db';
import type { ChildSource, ChildValues, Corrections, SourceKind, ValueName, Winners } from '../rules/child-values';
import { sourceKinds } from '../rules/child-values';
import { bulkRows, inPieces, writeInPieces } from './bulk-store';
import { nameKeys } from './name-keys';
import { normalNumbers } from './numbers';
import type { ChildrenTables } from './tables';

/** The values of a record that are kept sealed, with their columns. */
export const sealedColumns = {
  idNumber: 'id_number',
  studentNumber: 'student_number',
  ethnicity: 'ethnicity',
  guardianName: 'guardian_name',
  guardianPhone: 'guardian_phone',
  address: 'address',
} as const satisfies { readonly [V in ValueName]?: string };
export type SealedValue = keyof typeof sealedColumns;

/** A record of a child as it is to stand: what its rows and corrections come to. */
export type ChildDraft = {
  readonly childId: string;
  readonly winners: Winners;
  readonly sources: readonly ChildSource[];
  readonly corrections: Corrections;
  /** the lists that have the child today */ readonly lists: readonly SourceKind[];
};

/** Writes records, new or `known`, with everything by which they are found. */
export async function putChildren(
  trx: Trx,
  ring: KeyRing,
  drafts: readonly ChildDraft[],
  known: ReadonlySet<string>,
): Promise<void> {
  await writeInPieces(drafts, (piece) => upsert(trx, ring, piece));
  for (const piece of inPieces([...known])) await dropKeys(trx, piece);
  await writeInPieces(drafts, (piece) => putKeys(trx, ring, piece));
}

async function upsert(trx: Trx, ring: KeyRing, piece: readonly ChildDraft[]): Promise<void> {
  const text = (value: ValueName) => piece.map(({ winners }) => winners.values[value] ?? '');
  const number = (value: ValueName, none: number | null) =>
    piece.map(({ winners }) => (winners.values[value] ? Number(winners.values[value]) : none));
  const sealed = (value: SealedValue) =>
    piece.map(({ childId, winners }) => {
      const said = winners.values[value];
      return said ? sealField(ring, sealPlace(trx, childId, value), said) : null;
    });
  const part = (at: number) => piece.map(({ winners }) => (winners.values.schoolPath ?? '').split('/')[at] || null);
  const rows = bulkRows({
    child_id: ['text', piece.map(({ childId }) => childId)],
    name: ['text', text('name')],
    former_name: ['text', text('formerName')],
    sex: ['smallint', number('sex', 0)],
    birth_day: ['text', piece.map(({ winners }) => winners.values.birthDay ?? null)],
    id_number: ['bytea', sealed('idNumber')],
    student_number: ['bytea', sealed('studentNumber')],
    ethnicity: ['bytea', sealed('ethnicity')],
    guardian_name: ['bytea', sealed('guardianName')],
    guardian_phone: ['bytea', sealed('guardianPhone')],
    address: ['bytea', sealed('address')],
    township: ['text', text('township')],
    village: ['text', text('village')],
    area_path: ['text', text('areaPath')],
    school_id: ['text', part(1)],
    class_id: ['text', part(2)],
    school_path: ['text', text('schoolPath')],
    school_name: ['text', text('school')],
    grade: ['smallint', number('grade', null)],
    class_name: ['text', text('className')],
    listed: ['smallint', piece.map(({ lists }) => listedBits(lists))],
    won_by: ['jsonb', piece.map(({ winners }) => winners.wonBy)],
  });
  const columns = sql.raw(columnsOfRecord.join(', '));
  const changes = sql.raw(
    columnsOfRecord
      .slice(1)
      .map((column) => `${column} = excluded.${column}`)
      .join(', '),
  );
  await sql`
    insert into child (county_id, ${columns}, created_at, changed_at)
    select ${trx.countyId}, t.*, ${trx.now}::timestamptz, ${trx.now}::timestamptz from ${rows}
    on conflict (county_id, child_id) do update set ${changes}, version = child.version + 1, changed_at = excluded.changed_at
  `.execute(tables(trx));
}

const columnsOfRecord = [
  ...['child_id', 'name', 'former_name', 'sex', 'birth_day', 'id_number', 'student_number', 'ethnicity', 'guardian_name'],
  ...['guardian_phone', 'address', 'township', 'village', 'area_path', 'school_id', 'class_id', 'school_path', 'school_name'],
  ...['grade', 'class_name', 'listed', 'won_by'],
] as const;

/** Everything by which a child is found: its names and former names in all rows, and its numbers. */
async function putKeys(trx: Trx, ring: KeyRing, piece: readonly ChildDraft[]): Promise<void> {
  const names: [string, string][] = [];
  const numbers: [Buffer, string][] = [];
  for (const { childId, winners, sources, corrections } of piece) {
    const all: readonly ChildValues[] = [winners.values, ...sources.map(({ values }) => values), ...Object.values(corrections)];
    const said = new Set(all.flatMap(({ name = '', formerName = '' }) => [name, formerName]));
    for (const key of new Set([...said].flatMap(nameKeys))) names.push([key, childId]);
    const found = new Map(all.flatMap(normalNumbers).map((one) => [`${one.purpose} ${one.text}`, one]));
    for (const { purpose, text } of found.values()) numbers.push([blindIndex(ring, purpose, text), childId]);
  }
  for (const part of inPieces(names)) {
    const rows = bulkRows({ key: ['text', part.map(([key]) => key)], child_id: ['text', part.map(([, id]) => id)] });
    await sql`insert into child_name_key (county_id, key, child_id) select ${trx.countyId}, t.* from ${rows}`.execute(
      tables(trx),
    );
  }
  for (const part of inPieces(numbers)) {
    const rows = bulkRows({ number: ['bytea', part.map(([number]) => number)], child_id: ['text', part.map(([, id]) => id)] });
    await sql`insert into child_number_key (county_id, number, child_id) select ${trx.countyId}, t.* from ${rows}`.execute(
      tables(trx),
    );
  }
}

/** Takes away everything by which children are found. */
export async function dropKeys(trx: Trx, ids: readonly string[]): Promise<void> {
  for (const table of ['child_name_key', 'child_number_key'] as const)
    await sql`delete from ${sql.table(table)} where county_id = ${trx.countyId} and child_id = any(${ids}::text[])`.execute(
      tables(trx),
    );
}

/** Where children live, by their ids: the path in the area tree, '' where nobody knows. */
export async function childPlaces(trx: ReadTrx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const piece of inPieces(ids)) {
    const rows = await tables(trx)
      .selectFrom('child')
      .select(['child_id', 'area_path'])
      .where('county_id', '=', trx.countyId)
      .where('child_id', 'in', piece)
      .execute();
    for (const row of rows) found.set(row.child_id, row.area_path);
  }
  return found;
}

/** Who of the known children two people said is one child, so that the program never splits it. */
export async function listJoined(trx: ReadTrx): Promise<ReadonlySet<string>> {
  const rows = await tables(trx)
    .selectFrom('child')
    .select('child_id')
    .where('county_id', '=', trx.countyId)
    .where('joined', '=', true)
    .execute();
  return new Set(rows.map((row) => row.child_id));
}

/** Where sealed values of a child belong. */
export function sealPlace(trx: ReadTrx, childId: string, value: SealedValue): SealPlace {
  return { countyId: trx.countyId, table: 'child', column: sealedColumns[value], id: childId };
}

/** A sealed value of a child, '' where there is none. */
export function openValue(trx: ReadTrx, ring: KeyRing, childId: string, value: SealedValue, sealed: Buffer | null): string {
  return sealed === null ? '' : openField(ring, sealPlace(trx, childId, value), sealed);
}

const bitOf: { readonly [K in SourceKind]: number } = { household: 1, enrolment: 2, attending: 4, poverty: 8, disability: 16 };

function listedBits(lists: readonly SourceKind[]): number {
  return lists.reduce((bits, kind) => bits | bitOf[kind], 0);
}

/** Which lists a record says the child stands on. */
export function listsOf(listed: number): readonly SourceKind[] {
  return sourceKinds.filter((kind) => (listed & bitOf[kind]) !== 0);
}

export function tables(trx: ReadTrx) {
  return trx.withTables<ChildrenTables>();
}
