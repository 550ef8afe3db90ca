import { type Selectable, sql } from 'kysely';
import type { Scope } from '../../../platform/access';
import { type KeyRing, openField, type SealPlace, sealField } from '../../../platform/crypto';
import { newId, type ReadTrx, type Trx } from '../../../platform/db';
import type { Answerer, AnswerOutcome } from '../../verification/index';
import type { FindRequest, FindsQuery } from '../find-contract';
import { inScope, tables, under, userOf } from './scope-store';
import type { FindRecord, FindState } from './tables';

/** What is kept sealed of a child that is on no list. */
export type FindBody = Pick<FindRequest, 'idNumber' | 'guardian' | 'phone' | 'address' | 'place' | 'note'>;
export type StoredFind = Omit<Selectable<FindRecord>, 'body'>;

const lineColumns = [
  ...(['find_id', 'campaign_id', 'county_id', 'tree', 'path', 'name', 'sex', 'birth_day', 'outcome', 'found_day'] as const),
  ...(['found_by', 'found_as', 'found_at', 'state', 'child_id', 'reason', 'decided_by', 'decided_at'] as const),
];

/** Keeps a child that was met; answers with the id. */
export async function insertFind(
  trx: Trx,
  ring: KeyRing,
  campaignId: string,
  find: FindRequest & { readonly outcome: AnswerOutcome },
  { as, by, at }: { readonly as: Answerer; readonly by: string; readonly at: Date },
): Promise<string> {
  const id = newId();
  const { idNumber, guardian, phone, address, place, note } = find;
  const body: FindBody = { idNumber, guardian, phone, address, place, note };
  await tables(trx)
    .insertInto('screening_find')
    .values({
      ...{ county_id: trx.countyId, find_id: id, campaign_id: campaignId, tree: 'area', path: find.path, name: find.name },
      ...{ sex: find.sex, birth_day: find.birthDay, outcome: find.outcome, found_day: find.foundDay },
      body: sealField(ring, placeOf(trx, id), JSON.stringify(body)),
      ...{ found_by: by, found_as: as, found_at: at },
      ...{ child_id: null, decided_by: null, decided_at: null },
    })
    .execute();
  return id;
}

/** Whether this person has told of such a child in this campaign already. */
export async function isToldAlready(trx: ReadTrx, campaignId: string, find: FindRequest): Promise<boolean> {
  const row = await tables(trx)
    .selectFrom('screening_find')
    .select('find_id')
    .where('county_id', '=', trx.countyId)
    .where('campaign_id', '=', campaignId)
    .where('path', '=', find.path)
    .where('name', '=', find.name)
    .where('state', '=', 'open')
    .where(sql<boolean>`birth_day is not distinct from ${find.birthDay}`)
    .executeTakeFirst();
  return row !== undefined;
}

/** The children that were met in a campaign, in a scope: those that wait first, then the newest. */
export async function listFinds(
  trx: ReadTrx,
  scope: Scope,
  campaignId: string,
  { page, size, grid, state }: FindsQuery,
): Promise<{ readonly rows: readonly StoredFind[]; readonly total: number }> {
  let wanted = within(trx, scope).where('campaign_id', '=', campaignId);
  if (grid) wanted = wanted.where(under(grid, 'screening_find'));
  if (state) wanted = wanted.where('state', '=', state);
  const { total } = await wanted.select((eb) => eb.fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
  const rows = await wanted
    .select(lineColumns)
    .orderBy(sql`state <> 'open'`)
    .orderBy('found_at', 'desc')
    .orderBy('find_id')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { rows, total: Number(total) };
}

/** One of them with what is sealed, or undefined; with `lock` it stays as it is until the transaction ends. */
export async function findFind(
  trx: ReadTrx,
  ring: KeyRing,
  scope: Scope,
  id: string,
  lock = false,
): Promise<{ readonly find: StoredFind; readonly body: FindBody } | undefined> {
  const query = within(trx, scope).selectAll().where('find_id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) return undefined;
  const { body, ...find } = row;
  return { find, body: JSON.parse(openField(ring, placeOf(trx, id), body)) };
}

/** Notes what the bureau made of one. */
export async function decideFind(
  trx: Trx,
  id: string,
  said: { readonly state: Exclude<FindState, 'open'>; readonly childId: string | null; readonly reason: string },
  { by, at }: { readonly by: string; readonly at: Date } = { by: userOf(trx), at: trx.now },
): Promise<void> {
  await tables(trx)
    .updateTable('screening_find')
    .set({ state: said.state, child_id: said.childId, reason: said.reason, decided_by: by, decided_at: at })
    .where('county_id', '=', trx.countyId)
    .where('find_id', '=', id)
    .execute();
}

/** How many of a scope wait for the bureau, in all campaigns or in one. */
export async function countOpenFinds(trx: ReadTrx, scope: Scope, campaignId?: string): Promise<number> {
  let query = within(trx, scope).where('state', '=', 'open');
  if (campaignId !== undefined) query = query.where('campaign_id', '=', campaignId);
  const { total } = await query.select((eb) => eb.fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
  return Number(total);
}

/** The records of children whom the bureau has entered because they were met: those take part in comparisons. */
export async function enteredFinds(trx: ReadTrx): Promise<readonly string[]> {
  const rows = await within(trx, { county: true, areas: [], schools: [] })
    .select('child_id')
    .distinct()
    .where('state', '=', 'entered')
    .orderBy('child_id')
    .execute();
  return rows.flatMap((row) => row.child_id ?? []);
}

/** Gives the children that were met and are this one to another record: all, or those named. */
export async function giveFinds(trx: Trx, from: string, to: string, ids?: readonly string[]): Promise<readonly string[]> {
  if (ids?.length === 0) return [];
  let update = tables(trx)
    .updateTable('screening_find')
    .set({ child_id: to })
    .where('county_id', '=', trx.countyId)
    .where('child_id', '=', from);
  if (ids !== undefined) update = update.where('find_id', '=', sql<string>`any(${ids}::text[])`);
  return (await update.returning('find_id').execute()).map((row) => row.find_id);
}

function within(trx: ReadTrx, scope: Scope) {
  return tables(trx).selectFrom('screening_find').where('county_id', '=', trx.countyId).where(inScope(scope, 'screening_find'));
}

function placeOf(trx: ReadTrx, id: string): SealPlace {
  return { countyId: trx.countyId, table: 'screening_find', column: 'body', id };
}
