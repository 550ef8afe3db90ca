import { type Selectable, sql } from 'kysely';
import type { Scope } from '../../../platform/access';
import type { ReadTrx, Trx } from '../../../platform/db';
import { bulkRows, writeInPieces } from '../../children/server/index';
import type { Owner } from '../rules/grids';
import { inScope, tables, under, userOf } from './scope-store';
import type { GridRecord, ScreeningTables } from './tables';

/** One class or village in a campaign. */
export type StoredGrid = Selectable<GridRecord>;

/** Keeps the grids of a campaign with who answers for each. */
export async function insertGrids(
  trx: Trx,
  { campaignId, tree }: { readonly campaignId: string; readonly tree: 'area' | 'school' },
  grids: readonly { readonly path: string; readonly targets: number; readonly owner: Owner }[],
): Promise<void> {
  await writeInPieces(grids, async (piece) => {
    const rows = bulkRows({
      path: ['text', piece.map(({ path }) => path)],
      targets: ['int', piece.map(({ targets }) => targets)],
      owner_name: ['text', piece.map(({ owner }) => owner.name)],
      owner_user: ['text', piece.map(({ owner }) => owner.userId)],
    });
    await sql`insert into screening_grid (county_id, campaign_id, tree, path, targets, owner_name, owner_user)
      select ${trx.countyId}, ${campaignId}, ${tree}, t.* from ${rows}`.execute(tables(trx));
  });
}

/** One grid of a campaign in a scope, or undefined; with `lock` it stays as it is until the transaction ends. */
export async function findScreeningGrid(
  trx: ReadTrx,
  scope: Scope,
  campaignId: string,
  path: string,
  lock = false,
): Promise<StoredGrid | undefined> {
  const query = within(trx, scope, campaignId).where('path', '=', path);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

/** Whether a campaign asks about anybody in a scope. */
export async function asksIn(trx: ReadTrx, scope: Scope, campaignId: string): Promise<boolean> {
  return (await within(trx, scope, campaignId).clearSelect().select('path').limit(1).executeTakeFirst()) !== undefined;
}

/** The grids of a campaign in a scope, or those below a place, by path. */
export async function listScreeningGrids(
  trx: ReadTrx,
  scope: Scope,
  campaignId: string,
  place?: string,
): Promise<readonly StoredGrid[]> {
  const query = within(trx, scope, campaignId).orderBy('path');
  return (place === undefined ? query : query.where(under(place, 'screening_grid'))).execute();
}

/** Notes that the list of a class was sent; false when somebody was faster. */
export async function confirmGrid(trx: Trx, { campaign_id, path, version }: StoredGrid): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('screening_grid')
    .set({ confirmed_by: userOf(trx), confirmed_at: trx.now, version: version + 1 })
    .where('county_id', '=', trx.countyId)
    .where('campaign_id', '=', campaign_id)
    .where('path', '=', path)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Opens the list of a class again: it has to be sent anew, and whoever has seen the one before sees another. */
export async function reopenGrid(
  trx: Trx,
  { campaign_id, path }: { readonly campaign_id: string; readonly path: string },
): Promise<void> {
  await tables(trx)
    .updateTable('screening_grid')
    .set((eb) => ({ confirmed_by: null, confirmed_at: null, version: eb('version', '+', 1) }))
    .where('county_id', '=', trx.countyId)
    .where('campaign_id', '=', campaign_id)
    .where('path', '=', path)
    .execute();
}

/** Reminds all grids of a campaign with children still open, or those below a place; answers with how many. */
export async function remindGrids(trx: Trx, campaignId: string, place?: string): Promise<number> {
  let update = tables(trx)
    .updateTable('screening_grid')
    .set({ reminded_at: trx.now })
    .where('county_id', '=', trx.countyId)
    .where('campaign_id', '=', campaignId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('screening_target as t')
          .select('t.target_id')
          .whereRef('t.county_id', '=', 'screening_grid.county_id')
          .whereRef('t.campaign_id', '=', 'screening_grid.campaign_id')
          .whereRef('t.path', '=', 'screening_grid.path')
          .where('t.answer', 'is', null),
      ),
    );
  if (place !== undefined) update = update.where(under(place, 'screening_grid'));
  const { numUpdatedRows } = await update.executeTakeFirst();
  return Number(numUpdatedRows);
}

/** The grids of a scope in campaigns that run, with how many of their children are open; the most urgent first, at most `most`. */
export async function gridsToAnswer(trx: ReadTrx, scope: Scope, most: number): Promise<readonly OpenGrid[]> {
  const { rows } = await sql<OpenGrid>`
    select g.campaign_id, g.path, g.targets, g.version, g.reminded_at, g.confirmed_at,
      (select count(*)::int from screening_target t where t.county_id = g.county_id and t.campaign_id = g.campaign_id
        and t.path = g.path and t.answer is null) as open
    from screening_grid g join screening_campaign c on c.county_id = g.county_id and c.campaign_id = g.campaign_id
    where g.county_id = ${trx.countyId} and c.state = 'running' and ${inScope(scope, 'g')}
    order by c.until_day, g.campaign_id, g.path limit ${most}`.execute(tables(trx));
  return rows;
}

export type OpenGrid = Pick<StoredGrid, 'campaign_id' | 'path' | 'targets' | 'version' | 'reminded_at' | 'confirmed_at'> & {
  readonly open: number;
};

function within(trx: ReadTrx, scope: Scope, campaignId: string) {
  return trx
    .withTables<ScreeningTables>()
    .selectFrom('screening_grid')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('campaign_id', '=', campaignId)
    .where(inScope(scope, 'screening_grid'));
}
