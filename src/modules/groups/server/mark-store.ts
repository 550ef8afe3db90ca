import { type Selectable, sql } from 'kysely';
import { blindIndex, type KeyRing, openField, type SealPlace, sealField } from '../../../platform/crypto';
import { newId, type ReadTrx, type Trx } from '../../../platform/db';
import { bulkRows, writeInPieces } from '../../children/server/index';
import type { GroupKey } from '../rules/groups';
import type { GroupTables, MarkRecord } from './tables';

/** What is sealed of a mark. */
export type MarkBody = {
  readonly group: GroupKey;
  readonly definition: string;
  readonly source: 'list' | 'standing' | 'person' | 'civil';
  readonly document: string;
};

/** A mark as it is known inside the server. */
export type StoredMark = MarkBody & {
  readonly markId: string;
  readonly childId: string;
  readonly derived: boolean;
  readonly from: string;
  readonly until: string | null;
  readonly ended: string | null;
  readonly by: string;
  readonly version: number;
};

/** A mark to be kept. */
export type MarkDraft = MarkBody & { readonly childId: string; readonly from: string; readonly until: string | null };

/** A mark as it was, to be kept with its end; null: it runs. */
export type PastMark = MarkDraft & { readonly ended: string | null };

/** Keeps marks of a time that is over, as a county brings them; the caller has made sure that of each kind one runs. */
export async function putMarks(trx: Trx, ring: KeyRing, marks: readonly PastMark[]): Promise<void> {
  const ids = await insertMarks(trx, ring, marks);
  const ends = marks.flatMap(({ ended }, at) =>
    ended === null ? [] : [{ markId: ids[at] ?? '', version: 1, day: ended, why: '' }],
  );
  await endEach(trx, ring, ends);
}

/** Keeps marks. One of the same group, definition and origin that runs already is refused by the database. */
export async function insertMarks(trx: Trx, ring: KeyRing, drafts: readonly MarkDraft[]): Promise<readonly string[]> {
  const named = drafts.map((draft) => ({ ...draft, markId: newId() }));
  const by = trx.context.actor?.userId ?? 'system';
  await writeInPieces(named, async (piece) => {
    const rows = bulkRows({
      mark_id: ['text', piece.map(({ markId }) => markId)],
      child_id: ['text', piece.map(({ childId }) => childId)],
      group_key: ['bytea', piece.map(({ group }) => groupIndex(ring, group))],
      kind_key: ['bytea', piece.map(({ group, definition }) => blindIndex(ring, 'group', `${group}/${definition}`))],
      derived: ['smallint', piece.map(({ source }) => (source === 'list' || source === 'standing' ? 1 : 0))],
      from_day: ['text', piece.map(({ from }) => from)],
      until_day: ['text', piece.map(({ until }) => until)],
      body: ['bytea', piece.map((draft) => sealField(ring, placeOf(trx, draft.markId, 'body'), bodyText(draft)))],
    });
    await sql`insert into group_mark
        (county_id, mark_id, child_id, group_key, kind_key, derived, from_day, until_day, body, noted_by, noted_at)
      select ${trx.countyId}, mark_id, child_id, group_key, kind_key, derived = 1, from_day, until_day, body, ${by},
        ${trx.now}::timestamptz from ${rows}`.execute(tables(trx));
  });
  return named.map(({ markId }) => markId);
}

/** All marks of some children, the newest first; `running`: those that nobody has ended. */
export async function marksOf(
  trx: ReadTrx,
  ring: KeyRing,
  children: readonly string[],
  which: 'all' | 'running' = 'all',
): Promise<readonly StoredMark[]> {
  const query = tables(trx)
    .selectFrom('group_mark')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('child_id', '=', sql<string>`any(${children}::text[])`)
    .orderBy('from_day', 'desc')
    .orderBy('mark_id');
  const rows = await (which === 'running' ? query.where('ended_day', 'is', null) : query).execute();
  return rows.map((row) => openMark(trx, ring, row));
}

/** Some marks by their ids, in no order. */
export async function marksNamed(trx: ReadTrx, ring: KeyRing, ids: readonly string[]): Promise<readonly StoredMark[]> {
  const rows = await tables(trx)
    .selectFrom('group_mark')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('mark_id', '=', sql<string>`any(${ids}::text[])`)
    .execute();
  return rows.map((row) => openMark(trx, ring, row));
}

/** Which of some children have a mark that holds on a day, of whatever group; what it is of is not opened. */
export async function markedAmong(
  trx: ReadTrx,
  children: readonly string[],
  day: string,
  keys?: readonly Buffer[],
): Promise<ReadonlySet<string>> {
  const query = tables(trx)
    .selectFrom('group_mark')
    .select('child_id')
    .distinct()
    .where('county_id', '=', trx.countyId)
    .where('child_id', '=', sql<string>`any(${children}::text[])`)
    .where('from_day', '<=', day)
    .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>=', day)]))
    .where((eb) => eb.or([eb('ended_day', 'is', null), eb('ended_day', '>', day)]));
  const rows = await (keys === undefined ? query : query.where('group_key', '=', sql<Buffer>`any(${keys}::bytea[])`)).execute();
  return new Set(rows.map((row) => row.child_id));
}

/** Who has a mark of a group that followed from something and that nobody has ended. */
export async function runningDerived(trx: ReadTrx, group: Buffer): Promise<readonly string[]> {
  const rows = await tables(trx)
    .selectFrom('group_mark')
    .select('child_id')
    .where('county_id', '=', trx.countyId)
    .where('group_key', '=', group)
    .where('derived', '=', true)
    .where('ended_day', 'is', null)
    .execute();
  return rows.map((row) => row.child_id);
}

/** Ends marks that run, from a day on. Answers with how many there were; `version` where the caller has seen one. */
export async function endMarks(
  trx: Trx,
  ring: KeyRing,
  marks: readonly Pick<StoredMark, 'markId' | 'version'>[],
  { day, why }: { readonly day: string; readonly why: string },
): Promise<number> {
  return endEach(
    trx,
    ring,
    marks.map((mark) => ({ ...mark, day, why })),
  );
}

type End = Pick<StoredMark, 'markId' | 'version'> & { readonly day: string; readonly why: string };

/** The same for marks that end on days of their own; one query however many there are. */
async function endEach(trx: Trx, ring: KeyRing, ends: readonly End[]): Promise<number> {
  const by = trx.context.actor?.userId ?? 'system';
  let ended = 0n;
  await writeInPieces(ends, async (piece) => {
    const rows = bulkRows({
      mark_id: ['text', piece.map(({ markId }) => markId)],
      version: ['int', piece.map(({ version }) => version)],
      day: ['text', piece.map(({ day }) => day)],
      why: [
        'bytea',
        piece.map(({ markId, why }) => (why === '' ? null : sealField(ring, placeOf(trx, markId, 'ended_why'), why))),
      ],
    });
    const { numAffectedRows = 0n } = await sql`
      update group_mark m set ended_day = t.day, ended_why = t.why, ended_by = ${by}, ended_at = ${trx.now}::timestamptz,
        version = m.version + 1
      from ${rows} where m.county_id = ${trx.countyId} and m.mark_id = t.mark_id and m.version = t.version
        and m.ended_day is null`.execute(tables(trx));
    ended += numAffectedRows;
  });
  return Number(ended);
}

/** Gives marks that people have made to another child: those named, or all of a child that do not run there already. */
export async function giveMarks(trx: Trx, from: string, to: string, only?: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ mark_id: string }>`update group_mark m set child_id = ${to}
    where m.county_id = ${trx.countyId} and m.child_id = ${from} and not m.derived
      and ${only === undefined ? sql`true` : sql`m.mark_id = any(${only}::text[])`}
      and not (m.ended_day is null and exists (select 1 from group_mark o where o.county_id = m.county_id and o.child_id = ${to}
        and o.kind_key = m.kind_key and not o.derived and o.ended_day is null))
    returning m.mark_id`.execute(tables(trx));
  return rows.map((row) => row.mark_id);
}

/** The index by which the marks of a group are found. */
export function groupIndex(ring: KeyRing, group: GroupKey): Buffer {
  return blindIndex(ring, 'group', group);
}

function openMark(trx: ReadTrx, ring: KeyRing, row: Selectable<MarkRecord>): StoredMark {
  const body: MarkBody = JSON.parse(openField(ring, placeOf(trx, row.mark_id, 'body'), row.body));
  return {
    ...body,
    ...{ markId: row.mark_id, childId: row.child_id, derived: row.derived, by: row.noted_by, version: row.version },
    ...{ from: row.from_day, until: row.until_day, ended: row.ended_day },
  };
}

function bodyText({ group, definition, source, document }: MarkBody): string {
  return JSON.stringify({ group, definition, source, document } satisfies MarkBody);
}

function placeOf(trx: ReadTrx, id: string, column: 'body' | 'ended_why'): SealPlace {
  return { countyId: trx.countyId, table: 'group_mark', column, id };
}

function tables(trx: ReadTrx) {
  return trx.withTables<GroupTables>();
}
