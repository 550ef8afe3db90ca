import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Scope } from '../../../platform/access';
import { newId, type ReadTrx, type Trx } from '../../../platform/db';
import { bulkRows, writeInPieces } from '../../children/server/index';
import type { TargetsQuery } from '../contract';
import { answersIn, exceptions } from '../rules/answers';
import { lastOfWeek } from '../rules/cuts';
import type { StoredCampaign } from './campaign-store';
import { inScope, tables, under, userOf } from './scope-store';
import type { TargetRecord } from './tables';

/** One child in a campaign. */
export type StoredTarget = Selectable<TargetRecord>;

/** Keeps whom a campaign is about: the list to which all its numbers are held. */
export async function insertTargets(
  trx: Trx,
  { campaignId, tree }: { readonly campaignId: string; readonly tree: 'area' | 'school' },
  targets: readonly { readonly childId: string; readonly path: string }[],
): Promise<void> {
  await writeInPieces(targets, async (piece) => {
    const rows = bulkRows({
      target_id: ['text', piece.map(() => newId())],
      child_id: ['text', piece.map(({ childId }) => childId)],
      path: ['text', piece.map(({ path }) => path)],
    });
    await sql`insert into screening_target (county_id, campaign_id, tree, target_id, child_id, path)
      select ${trx.countyId}, ${campaignId}, ${tree}, t.* from ${rows}`.execute(tables(trx));
  });
}

/** One target of a scope, or undefined; with `lock` it stays as it is until the transaction ends. */
export async function findTarget(trx: ReadTrx, scope: Scope, id: string, lock = false): Promise<StoredTarget | undefined> {
  const query = within(trx, scope).where('target_id', '=', id);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

/** Whether a campaign asks about every one of some children. */
export async function areAskedAbout(
  trx: ReadTrx,
  campaignId: string,
  children: readonly { readonly childId: string }[],
): Promise<boolean> {
  const { rows } = await sql<{ known: number }>`select count(*)::int as known from screening_target
    where county_id = ${trx.countyId} and campaign_id = ${campaignId}
      and child_id = any(${children.map(({ childId }) => childId)}::text[])`.execute(tables(trx));
  return rows[0]?.known === children.length;
}

/** All targets of one grid; with `lock` they stay as they are until the transaction ends. */
export async function targetsOfGrid(
  trx: ReadTrx,
  { campaign_id, path }: { readonly campaign_id: string; readonly path: string },
  lock = false,
): Promise<readonly StoredTarget[]> {
  const query = within(trx, { county: true, areas: [], schools: [] })
    .where('campaign_id', '=', campaign_id)
    .where('path', '=', path)
    .orderBy('target_id');
  return (lock ? query.forUpdate() : query).execute();
}

/** Some targets by their ids. */
export async function targetsByIds(trx: ReadTrx, ids: readonly string[]): Promise<ReadonlyMap<string, StoredTarget>> {
  if (ids.length === 0) return new Map();
  const rows = await within(trx, { county: true, areas: [], schools: [] })
    .where('target_id', '=', sql<string>`any(${ids}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.target_id, row]));
}

/** The targets of a campaign in a scope that are wanted, by grid. */
export async function listTargets(
  trx: ReadTrx,
  scope: Scope,
  campaign: StoredCampaign,
  { page, size, grid, show, cut }: TargetsQuery,
): Promise<{ readonly rows: readonly StoredTarget[]; readonly total: number }> {
  let wanted = within(trx, scope).where('campaign_id', '=', campaign.campaign_id);
  if (grid) wanted = wanted.where(under(grid, 'screening_target'));
  if (show === 'open') wanted = wanted.where('answer', 'is', null);
  else if (show === 'answered') wanted = wanted.where('answer', 'is not', null);
  else if (show === 'waiting') wanted = wanted.where('decision', '=', 'waiting');
  else if (show === 'changed') wanted = wanted.where(changedSql('screening_target'));
  else if (show === 'unreported') wanted = wanted.where('answer', 'in', exceptions);
  else if (show) wanted = wanted.where('answer', 'in', answersIn(show));
  if (cut) wanted = wanted.where(cutSql(cut, campaign.from_day));
  const { total } = await wanted
    .clearSelect()
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await wanted
    .orderBy('path')
    .orderBy('target_id')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { rows, total: Number(total) };
}

/** What may change of a target. */
export type TargetEdit = Partial<Pick<StoredTarget, 'answer' | 'answer_id' | 'found_day' | 'decision' | 'told'>>;

/** Changes a target as it was at `version`; false when somebody changed it since. With an answer it says who gave it and when. */
export async function updateTarget(trx: Trx, id: string, version: number, edit: TargetEdit): Promise<boolean> {
  const who = { answered_by: userOf(trx), answered_at: trx.now };
  const answered = edit.answer === undefined ? {} : edit.answer === null ? { answered_by: null, answered_at: null } : who;
  const { numUpdatedRows } = await tables(trx)
    .updateTable('screening_target')
    .set({ ...edit, ...answered, version: version + 1 })
    .where('county_id', '=', trx.countyId)
    .where('target_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Says of several targets at once that they are there; those that were there before keep their day. The caller has locked them. */
export async function markThere(trx: Trx, ids: readonly string[], day: string): Promise<void> {
  if (ids.length === 0) return;
  await tables(trx)
    .updateTable('screening_target')
    .set((eb) => ({
      ...{ answer: 'there', answer_id: null, decision: 'none', found_day: day, answered_by: userOf(trx), answered_at: trx.now },
      version: eb('version', '+', 1),
    }))
    .where('county_id', '=', trx.countyId)
    .where('target_id', '=', sql<string>`any(${ids}::text[])`)
    .execute();
}

/** What a child was asked about in, newest first, within a scope. */
export async function targetsOfChild(trx: ReadTrx, scope: Scope, childId: string): Promise<readonly StoredTarget[]> {
  return within(trx, scope).where('child_id', '=', childId).orderBy('target_id', 'desc').execute();
}

/** Gives the targets of a child to another record: all, or those named. Where that one is asked about as well, they stay. */
export async function giveTargets(trx: Trx, from: string, to: string, ids?: readonly string[]): Promise<readonly string[]> {
  if (ids?.length === 0) return [];
  const named = ids === undefined ? sql`true` : sql`t.target_id = any(${ids}::text[])`;
  const { rows } = await sql<{ target_id: string }>`
    update screening_target t set child_id = ${to} where t.county_id = ${trx.countyId} and t.child_id = ${from} and ${named}
      and not exists (select 1 from screening_target o where o.county_id = t.county_id and o.child_id = ${to}
        and o.campaign_id = t.campaign_id)
    returning t.target_id`.execute(tables(trx));
  const given = rows.map((row) => row.target_id);
  await sql`update screening_answer set child_id = ${to} where county_id = ${trx.countyId}
    and target_id = any(${given}::text[])`.execute(tables(trx));
  return given;
}

/** The condition of a cut of 报到: the same days as `rules/cuts.ts`, in the database. */
export function cutSql(cut: NonNullable<TargetsQuery['cut']>, first: string) {
  const reported = sql<boolean>`(screening_target.answer = 'there' and screening_target.found_day is not null)`;
  const day = sql.ref('screening_target.found_day');
  if (cut === 'never') return sql<boolean>`not coalesce(${reported}, false)`;
  if (cut === 'first-day') return sql<boolean>`${reported} and ${day} <= ${first}`;
  const week = lastOfWeek(first);
  return cut === 'later'
    ? sql<boolean>`${reported} and ${day} > ${week}`
    : sql<boolean>`${reported} and ${day} > ${first} and ${day} <= ${week}`;
}

/** The school or township of a row, from its path. */
export function officeSql(alias: string): RawBuilder<string> {
  const path = sql.ref(`${alias}.path`);
  return sql`split_part(${path}, '/', 1) || '/' || split_part(${path}, '/', 2) || '/'`;
}

/** The condition of `rules/signing.ts`, in the database. */
export function changedSql(alias: string): RawBuilder<boolean> {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return sql`exists (select 1 from screening_sign s where s.county_id = ${of('county_id')}
    and s.campaign_id = ${of('campaign_id')} and s.path = ${officeSql(alias)}
    and (${of('answered_at')} is null or ${of('answered_at')} > s.signed_at))`;
}

function within(trx: ReadTrx, scope: Scope) {
  return tables(trx)
    .selectFrom('screening_target')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where(inScope(scope, 'screening_target'));
}
