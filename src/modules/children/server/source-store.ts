import { sql } from 'kysely';
import { type KeyRing, openField, type SealPlace, sealField } from '../../../platform/crypto';
import type { ReadTrx, Trx } from '../../../platform/db';
import { type RowRef, rowName } from '../rules/assign-children';
import type { ChildSource, ChildValues, SourceKind } from '../rules/child-values';
import { bulkRows, inPieces, writeInPieces } from './bulk-store';
import type { ChildrenTables, SourceLink } from './tables';

/** What a row said: what the record takes over, and everything else by the name of the field. */
export type SourceBody = { readonly values: ChildValues; readonly more: Readonly<Record<string, string>> };

/** Why a row is this child, in the words of the comparison: codes with weights in bits. */
export type SourceEvidence = readonly { readonly code: string; readonly weight: number; readonly detail?: string }[];

/** Where a row stands today. */
export type SourcePointer = RowRef & {
  readonly batchId: string;
  readonly rowNo: number;
  readonly unit: string;
  readonly asOf: string;
};

/** A row as it is known, without what it says. */
export type KnownSource = SourcePointer & {
  readonly childId: string;
  /** keyed fingerprint of the row, in hexadecimal digits */ readonly content: string;
  readonly place: string;
  readonly link: SourceLink;
  readonly gone: boolean;
};

/** A row to be kept. */
export type SourceDraft = Omit<KnownSource, 'gone'> & {
  readonly body: SourceBody;
  readonly score: number | null;
  readonly evidence: SourceEvidence | null;
};

/** Every row of every list that was ever linked to a child, those that are gone too. */
export async function listKnownSources(trx: ReadTrx): Promise<readonly KnownSource[]> {
  const rows = await tables(trx)
    .selectFrom('child_source')
    .select([
      'kind',
      'row_key',
      'child_id',
      'batch_id',
      'row_no',
      'unit_path',
      'as_of_day',
      'place',
      'content',
      'link',
      'gone_run',
    ])
    .where('county_id', '=', trx.countyId)
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    key: row.row_key,
    childId: row.child_id,
    batchId: row.batch_id,
    rowNo: row.row_no,
    unit: row.unit_path,
    asOf: row.as_of_day,
    place: row.place,
    content: row.content.toString('hex'),
    link: row.link,
    gone: row.gone_run !== null,
  }));
}

/** Writes rows whole: new ones, and those that changed or went to another child. */
export async function putSources(trx: Trx, ring: KeyRing, drafts: readonly SourceDraft[], run: number): Promise<void> {
  await writeInPieces(drafts, async (piece) => {
    const of = <T>(value: (draft: SourceDraft) => T): T[] => piece.map(value);
    const rows = bulkRows({
      kind: ['text', of(({ kind }) => kind)],
      row_key: ['text', of(({ key }) => key)],
      child_id: ['text', of(({ childId }) => childId)],
      batch_id: ['text', of(({ batchId }) => batchId)],
      row_no: ['int', of(({ rowNo }) => rowNo)],
      unit_path: ['text', of(({ unit }) => unit)],
      as_of_day: ['text', of(({ asOf }) => asOf)],
      place: ['text', of(({ place }) => place)],
      content: ['bytea', of(({ content }) => Buffer.from(content, 'hex'))],
      body: ['bytea', of((draft) => sealField(ring, placeOf(trx, draft, 'body'), JSON.stringify(draft.body)))],
      link: ['text', of(({ link }) => link)],
      score: ['real', of(({ score }) => score)],
      evidence: ['bytea', of((draft) => sealedEvidence(trx, ring, draft))],
    });
    await sql`
      insert into child_source (county_id, kind, row_key, child_id, batch_id, row_no, unit_path, as_of_day, place, content, body,
        link, score, evidence, since_run, since_at, gone_run)
      select ${trx.countyId}, t.*, ${run}::int, ${trx.now}::timestamptz, null from ${rows}
      on conflict (county_id, kind, row_key) do update set child_id = excluded.child_id, batch_id = excluded.batch_id,
        row_no = excluded.row_no, unit_path = excluded.unit_path, as_of_day = excluded.as_of_day, place = excluded.place,
        content = excluded.content, body = excluded.body, link = excluded.link, score = excluded.score,
        evidence = excluded.evidence, gone_run = null,
        since_run = case when child_source.child_id = excluded.child_id then child_source.since_run else excluded.since_run end,
        since_at = case when child_source.child_id = excluded.child_id then child_source.since_at else excluded.since_at end
    `.execute(tables(trx));
  });
}

/** Notes of rows that say the same that they now stand in a newer list. */
export async function moveSources(trx: Trx, pointers: readonly SourcePointer[]): Promise<void> {
  for (const piece of inPieces(pointers)) {
    const rows = bulkRows({
      kind: ['text', piece.map(({ kind }) => kind)],
      row_key: ['text', piece.map(({ key }) => key)],
      batch_id: ['text', piece.map(({ batchId }) => batchId)],
      row_no: ['int', piece.map(({ rowNo }) => rowNo)],
      unit_path: ['text', piece.map(({ unit }) => unit)],
      as_of_day: ['text', piece.map(({ asOf }) => asOf)],
    });
    await sql`
      update child_source s set batch_id = t.batch_id, row_no = t.row_no, unit_path = t.unit_path, as_of_day = t.as_of_day
      from ${rows} where s.county_id = ${trx.countyId} and s.kind = t.kind and s.row_key = t.row_key
    `.execute(tables(trx));
  }
}

/** Notes of rows that their list does not have any more; what they said is kept. */
export async function endSources(trx: Trx, gone: readonly RowRef[], run: number): Promise<void> {
  for (const piece of inPieces(gone)) {
    const rows = bulkRows({ kind: ['text', piece.map(({ kind }) => kind)], row_key: ['text', piece.map(({ key }) => key)] });
    await sql`update child_source s set gone_run = ${run} from ${rows}
      where s.county_id = ${trx.countyId} and s.kind = t.kind and s.row_key = t.row_key`.execute(tables(trx));
  }
}

/** What a row said when it was last written, whose it is, and of which day; `gone`: its list does not have it any more. */
export type ReadSource = SourceBody & { readonly childId: string; readonly asOf: string; readonly gone: boolean };

/** What rows said when they were last written, by their names. */
export async function readBodies(
  trx: ReadTrx,
  ring: KeyRing,
  wanted: readonly RowRef[],
): Promise<ReadonlyMap<string, ReadSource>> {
  const found = new Map<string, ReadSource>();
  for (const piece of inPieces(wanted)) {
    const rows = bulkRows({ kind: ['text', piece.map(({ kind }) => kind)], row_key: ['text', piece.map(({ key }) => key)] });
    const { rows: bodies } = await sql<StoredBody>`
      select s.kind, s.row_key, s.body, s.child_id, s.as_of_day, s.gone_run
      from child_source s join ${rows} on s.kind = t.kind and s.row_key = t.row_key
      where s.county_id = ${trx.countyId}`.execute(tables(trx));
    for (const { kind, row_key: key, body, child_id: childId, as_of_day: asOf, gone_run: gone } of bodies)
      found.set(rowName({ kind, key }), { ...openBody(trx, ring, { kind, key }, body), childId, asOf, gone: gone !== null });
  }
  return found;
}

type StoredBody = {
  kind: SourceKind;
  row_key: string;
  body: Buffer;
  child_id: string;
  as_of_day: string;
  gone_run: number | null;
};

/** The rows of one child with all they say: those of today first, then by list and day. */
export type ChildSourceRow = ChildSource & {
  readonly more: Readonly<Record<string, string>>;
  readonly batchId: string;
  readonly rowNo: number;
  readonly unit: string;
  readonly link: SourceLink;
  readonly score: number | null;
  readonly evidence: SourceEvidence;
  readonly sinceAt: Date;
  readonly gone: boolean;
};

export async function sourcesOfChildren(
  trx: ReadTrx,
  ring: KeyRing,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ChildSourceRow[]>> {
  const found = new Map<string, ChildSourceRow[]>(ids.map((id) => [id, []]));
  for (const piece of inPieces(ids)) {
    const rows = await tables(trx)
      .selectFrom('child_source')
      .selectAll()
      .where('county_id', '=', trx.countyId)
      .where('child_id', 'in', piece)
      .orderBy((order) => order('gone_run', 'is', null), 'desc')
      .orderBy('kind')
      .orderBy('as_of_day', 'desc')
      .orderBy('row_key')
      .execute();
    for (const row of rows) {
      const ref = { kind: row.kind, key: row.row_key };
      const { values, more } = openBody(trx, ring, ref, row.body);
      found.get(row.child_id)?.push({
        kind: row.kind,
        rowKey: row.row_key,
        asOf: row.as_of_day,
        values,
        more,
        batchId: row.batch_id,
        rowNo: row.row_no,
        unit: row.unit_path,
        link: row.link,
        score: row.score,
        evidence: row.evidence === null ? [] : JSON.parse(openField(ring, placeOf(trx, ref, 'evidence'), row.evidence)),
        sinceAt: row.since_at,
        gone: row.gone_run !== null,
      });
    }
  }
  return found;
}

/** On which of some lists children stand today, with the day each list speaks of. */
export async function listDaysOf(
  trx: ReadTrx,
  ids: readonly string[],
  kinds: readonly SourceKind[],
): Promise<readonly { readonly childId: string; readonly kind: SourceKind; readonly asOf: string }[]> {
  const rows = await tables(trx)
    .selectFrom('child_source')
    .select(['child_id', 'kind', 'as_of_day'])
    .where('county_id', '=', trx.countyId)
    .where('child_id', '=', sql<string>`any(${ids}::text[])`)
    .where('kind', 'in', kinds)
    .where('gone_run', 'is', null)
    .execute();
  return rows.map((row) => ({ childId: row.child_id, kind: row.kind, asOf: row.as_of_day }));
}

/** Gives rows to another child, as two people decided. */
export async function giveSources(trx: Trx, rows: readonly RowRef[], childId: string): Promise<void> {
  for (const piece of inPieces(rows)) {
    const names = bulkRows({ kind: ['text', piece.map(({ kind }) => kind)], row_key: ['text', piece.map(({ key }) => key)] });
    await sql`update child_source s set child_id = ${childId} from ${names}
      where s.county_id = ${trx.countyId} and s.kind = t.kind and s.row_key = t.row_key`.execute(tables(trx));
  }
}

function openBody(trx: ReadTrx, ring: KeyRing, ref: RowRef, body: Buffer): SourceBody {
  return JSON.parse(openField(ring, placeOf(trx, ref, 'body'), body));
}

function sealedEvidence(trx: Trx, ring: KeyRing, draft: SourceDraft): Buffer | null {
  if (draft.evidence === null || draft.evidence.length === 0) return null;
  return sealField(ring, placeOf(trx, draft, 'evidence'), JSON.stringify(draft.evidence));
}

function placeOf(trx: ReadTrx, row: RowRef, column: 'body' | 'evidence'): SealPlace {
  return { countyId: trx.countyId, table: 'child_source', column, id: rowName(row) };
}

function tables(trx: ReadTrx) {
  return trx.withTables<ChildrenTables>();
}
