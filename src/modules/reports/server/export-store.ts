import { sql } from 'kysely';
import type { Scope } from '../../../platform/access';
import { type CoreTables, type ReadTrx, type Trx, withinScope } from '../../../platform/db';
import { bulkRows, inPieces } from '../../children/server/index';
import type { KeptExport } from '../rules/export-state';
import type { ExportRecord, ReportTables } from './tables';

type Tables = ReportTables & Pick<CoreTables, 'job' | 'app_user'>;

/** An export with the state of the work that writes it. */
export type StoredExport = ExportRecord & { readonly job_state: KeptExport['job']; readonly job_outcome: unknown };

/** Which exports somebody wants to see. */
export type ExportList = { readonly list: 'mine' | 'approve' | 'left'; readonly children: readonly string[] };

/** Whose exports somebody may see: his own, those he may approve, and those of places whose register he keeps. */
export type ExportSight = { readonly userId: string; readonly approves: Scope; readonly keeps: Scope };

/** Keeps a new export. */
export async function insertExport(trx: Trx, row: Omit<ExportRecord, 'county_id' | 'asked_by' | 'asked_at'>): Promise<void> {
  const whose = { county_id: trx.countyId, asked_by: trx.context.actor?.userId ?? 'system', asked_at: trx.now };
  await tables(trx)
    .insertInto('export_request')
    .values({ ...row, ...whose, filter: sql`${JSON.stringify(row.filter)}::jsonb` })
    .execute();
}

/** One export that the asker may see. */
export async function findExport(trx: ReadTrx, sight: ExportSight, id: string): Promise<StoredExport | undefined> {
  return withJob(trx).where('e.export_id', '=', id).where(seen(sight)).executeTakeFirst();
}

/** An export by its id, held until the transaction ends; the caller has looked whether the asker may see it. */
export async function lockExport(trx: Trx, id: string): Promise<ExportRecord | undefined> {
  return tables(trx)
    .selectFrom('export_request')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('export_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Changes an export and raises its version. */
export async function updateExport(trx: Trx, id: string, change: Partial<ExportRecord>): Promise<void> {
  const { filter: _, ...columns } = change;
  await tables(trx)
    .updateTable('export_request')
    .set((set) => ({ ...columns, version: set('version', '+', 1) }))
    .where('county_id', '=', trx.countyId)
    .where('export_id', '=', id)
    .execute();
}

/** A page of exports, the newest first. */
export async function listExports(trx: ReadTrx, sight: ExportSight, wanted: ExportList, page: { page: number; size: number }) {
  const query = matching(withJob(trx), trx, sight, wanted);
  const { total } = await matching(of(trx), trx, sight, wanted)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .orderBy((eb) => (wanted.list === 'left' ? eb.ref('e.taken_at') : eb.ref('e.asked_at')), 'desc')
    .orderBy('e.export_id')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute();
  return { rows, total };
}

/** How many exports wait for the word of somebody, and how many of his own can be taken. */
export async function countWaiting(
  trx: ReadTrx,
  sight: ExportSight,
): Promise<{ readonly approve: number; readonly take: number }> {
  const { approve } = await matching(of(trx), trx, sight, { list: 'approve', children: [] })
    .select((eb) => eb.fn.countAll<number>().as('approve'))
    .executeTakeFirstOrThrow();
  const { take } = await of(trx)
    .where('e.asked_by', '=', sight.userId)
    .where('e.state', '=', 'ready')
    .where('e.until_at', '>', trx.now)
    .select((eb) => eb.fn.countAll<number>().as('take'))
    .executeTakeFirstOrThrow();
  return { approve, take };
}

/** Notes which children are in what leaves. */
export async function insertExportChildren(trx: Trx, id: string, children: readonly string[]): Promise<void> {
  for (const piece of inPieces(children)) {
    const rows = bulkRows({ child_id: ['text', piece] });
    await sql`insert into export_child (county_id, export_id, child_id) select ${trx.countyId}, ${id}, t.child_id from ${rows}`.execute(
      tables(trx),
    );
  }
}

/** A page of the children who were in what left, and how many there were. */
export async function childrenOfExport(trx: ReadTrx, id: string, page: { page: number; size: number }) {
  const inside = tables(trx).selectFrom('export_child').where('county_id', '=', trx.countyId).where('export_id', '=', id);
  const { total } = await inside.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await inside
    .select('child_id')
    .orderBy('child_id')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute();
  return { total, ids: rows.map((row) => row.child_id) };
}

/** What left with a child in it, also while it had another record; the newest first. */
export async function exportsOfChild(trx: ReadTrx, sight: ExportSight, childId: string): Promise<readonly ExportRecord[]> {
  return of(trx)
    .selectAll('e')
    .where('e.taken_at', 'is not', null)
    .where(seen(sight))
    .where('e.export_id', 'in', (eb) =>
      eb
        .selectFrom('export_child as c')
        .innerJoin('report_child as r', (join) =>
          join.onRef('r.county_id', '=', 'c.county_id').onRef('r.child_id', '=', 'c.child_id'),
        )
        .select('c.export_id')
        .where('c.county_id', '=', trx.countyId)
        .where((or) => or.or([or('r.child_id', '=', childId), or('r.merged_into', '=', childId)])),
    )
    .orderBy('e.taken_at', 'desc')
    .limit(200)
    .execute();
}

/** Exports of which a workbook, or what a broken work left of one, lies on the disk though their time has run out. */
export async function listOverdueFiles(trx: ReadTrx): Promise<readonly ExportRecord[]> {
  const ready = await of(trx).selectAll('e').where('e.file_id', 'is not', null).where('e.until_at', '<=', trx.now).execute();
  const unwritten = await of(trx)
    .selectAll('e')
    .where('e.state', '=', 'approved')
    .where('e.job_id', 'is not', null)
    .where('e.expires_at', '<=', trx.now)
    .execute();
  return [...ready, ...unwritten];
}

/** Names and units of users by their ids. */
export async function peopleOf(trx: ReadTrx, ids: readonly string[]) {
  const rows = await tables(trx)
    .selectFrom('app_user')
    .select(['user_id', 'name', 'unit'])
    .where('county_id', '=', trx.countyId)
    .where('user_id', '=', sql<string>`any(${ids}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.user_id, { name: row.name, unit: row.unit }]));
}

function of(trx: ReadTrx) {
  return tables(trx).selectFrom('export_request as e').where('e.county_id', '=', trx.countyId);
}

function withJob(trx: ReadTrx) {
  return of(trx)
    .leftJoin('job as j', (join) => join.onRef('j.county_id', '=', 'e.county_id').onRef('j.job_id', '=', 'e.job_id'))
    .selectAll('e')
    .select(['j.state as job_state', 'j.outcome as job_outcome']);
}

/** The query for one of the three lists. */
function matching<Q extends { where: ReturnType<typeof of>['where'] }>(
  query: Q,
  trx: ReadTrx,
  sight: ExportSight,
  wanted: ExportList,
): Q {
  const { list, children } = wanted;
  const { userId } = sight;
  const mine = sql<boolean>`e.asked_by = ${userId}`;
  const chosen = {
    mine: sql<boolean>`${mine} and e.kind = 'sheet'`,
    approve: sql<boolean>`e.state = 'asked' and e.expires_at > ${trx.now} and not ${mine} and ${approvable(sight)}`,
    left: sql<boolean>`e.taken_at is not null and (${mine} or ${inScope(sight.keeps)})`,
  }[list];
  const all = sql<boolean>`(select count(distinct c.child_id) from export_child c where c.county_id = e.county_id
    and c.export_id = e.export_id and c.child_id = any(${children}::text[])) = ${new Set(children).size}`;
  return query.where(children.length === 0 ? chosen : sql<boolean>`(${chosen}) and ${all}`) as unknown as Q;
}

/** What somebody may see at all. */
function seen(sight: ExportSight) {
  return sql<boolean>`(e.asked_by = ${sight.userId} or ${approvable(sight)} or (e.taken_at is not null and ${inScope(sight.keeps)}))`;
}

function approvable({ approves }: ExportSight) {
  return approves.county ? sql<boolean>`true` : sql<boolean>`(e.asked_as = 'registrar' and ${inScope(approves)})`;
}

function inScope(scope: Scope) {
  if (scope.county) return sql<boolean>`true`;
  return sql<boolean>`(e.tree = 'school' and ${withinScope(scope, { school: 'e.path' })})`;
}

function tables(trx: ReadTrx) {
  return trx.withTables<Tables>();
}
