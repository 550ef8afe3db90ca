import type { Selectable } from 'kysely';
import type { Scope } from '../../../platform/access';
import { type KeyRing, openField, type SealPlace, sealField } from '../../../platform/crypto';
import { newId, type ReadTrx, type Trx, withinScope } from '../../../platform/db';
import type { ItemsQuery } from '../contract';
import type { CheckTables, ItemRecord, StepRecord } from './tables';

export type StoredItem = Selectable<ItemRecord>;
export type StoredStep = Selectable<StepRecord>;

/** The items of a class that nobody has closed yet, held until the transaction ends. */
export async function openItemsOf(trx: Trx, schoolId: string, classPath: string): Promise<readonly StoredItem[]> {
  return tables(trx)
    .selectFrom('check_item')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('school_id', '=', schoolId)
    .where('class_path', '=', classPath)
    .where('closed_day', 'is', null)
    .orderBy('item_id')
    .forUpdate()
    .execute();
}

/** The paths of the classes of which something is open. */
export async function classesWithItems(trx: ReadTrx): Promise<ReadonlySet<string>> {
  const rows = await tables(trx)
    .selectFrom('check_item')
    .distinct()
    .select('class_path')
    .where('county_id', '=', trx.countyId)
    .where('closed_day', 'is', null)
    .execute();
  return new Set(rows.map(({ class_path }) => class_path));
}

/** Every item that nobody has closed, in an order that is the same wherever it was found. */
export async function openItems(trx: ReadTrx): Promise<readonly StoredItem[]> {
  return tables(trx)
    .selectFrom('check_item')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('closed_day', 'is', null)
    .orderBy('class_path')
    .orderBy('first_month')
    .orderBy('name')
    .orderBy('item_id')
    .execute();
}

/** The items of a class that the check of a month had and that were closed since, by hand or by papers. */
export async function doneItemsOf(
  trx: ReadTrx,
  month: string,
  schoolId: string,
  classPath: string,
): Promise<readonly StoredItem[]> {
  return tables(trx)
    .selectFrom('check_item as item')
    .selectAll('item')
    .where('item.county_id', '=', trx.countyId)
    .where('item.school_id', '=', schoolId)
    .where('item.class_path', '=', classPath)
    .where('item.first_month', '<=', month)
    .where('item.last_month', '>=', month)
    .where('item.closed_day', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('check_item_step as step')
            .select('step.step')
            .whereRef('step.county_id', '=', 'item.county_id')
            .whereRef('step.item_id', '=', 'item.item_id')
            .where('step.act', '=', 'taken-back'),
        ),
      ),
    )
    .execute();
}

/** One item of a scope, or undefined. */
export async function findItem(trx: ReadTrx, scope: Scope, id: string, lock = false): Promise<StoredItem | undefined> {
  const query = inScope(trx, scope).selectAll().where('item_id', '=', id);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

/** What was done about an item, oldest first. */
export async function stepsOf(trx: ReadTrx, itemId: string): Promise<readonly StoredStep[]> {
  return tables(trx)
    .selectFrom('check_item_step')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('item_id', '=', itemId)
    .orderBy('step')
    .execute();
}

export type ItemDraft = Omit<ItemRecord, 'county_id' | 'item_id' | 'version'>;

/** Keeps a new item; answers with its id. */
export async function insertItem(trx: Trx, draft: ItemDraft): Promise<string> {
  const item_id = newId();
  await tables(trx)
    .insertInto('check_item')
    .values({ county_id: trx.countyId, item_id, version: 1, ...draft })
    .execute();
  return item_id;
}

/** Changes an item that is held. */
export async function updateItem(
  trx: Trx,
  item: Pick<StoredItem, 'item_id' | 'version'>,
  edit: Partial<ItemDraft>,
): Promise<void> {
  await tables(trx)
    .updateTable('check_item')
    .set({ ...edit, version: item.version + 1 })
    .where('county_id', '=', trx.countyId)
    .where('item_id', '=', item.item_id)
    .execute();
}

export type StepDraft = Pick<StepRecord, 'item_id' | 'class_path' | 'act' | 'month'> &
  Partial<Pick<StepRecord, 'reason' | 'owner' | 'state' | 'present'>> & { readonly note?: string };

/** Keeps what was done about an item as its next step; words are sealed. */
export async function insertStep(trx: Trx, ring: KeyRing | null, draft: StepDraft): Promise<void> {
  const { note = '', reason = null, owner = null, state = null, present = null, ...rest } = draft;
  const last = await tables(trx)
    .selectFrom('check_item_step')
    .select((eb) => eb.fn.max('step').as('step'))
    .where('county_id', '=', trx.countyId)
    .where('item_id', '=', draft.item_id)
    .executeTakeFirst();
  const step = (last?.step ?? 0) + 1;
  const place = placeOf(trx, draft.item_id, step);
  const by = { done_by: trx.context.actor?.userId ?? 'system', done_at: trx.now };
  await tables(trx)
    .insertInto('check_item_step')
    .values({
      ...{ county_id: trx.countyId, ...rest, step, reason, owner, state, present, ...by },
      note: note === '' || ring === null ? null : sealField(ring, place, note),
    })
    .execute();
}

/** What was said in words, '' where nothing was. */
export function noteOf(trx: ReadTrx, ring: KeyRing, { item_id, step, note }: StoredStep): string {
  return note === null ? '' : openField(ring, placeOf(trx, item_id, step), note);
}

/** What a list of items is narrowed to: `due` and `late` are days before which the due day lies. */
export type ItemFilter = Pick<ItemsQuery, 'school' | 'kind' | 'month'> & {
  readonly only: ItemsQuery['only'];
  readonly today: string;
  readonly lateBefore: string;
};

/** A page of the items of a scope, the earliest due first, and how many there are. */
export async function listItems(
  trx: ReadTrx,
  scope: Scope,
  filter: ItemFilter,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly rows: readonly StoredItem[]; readonly total: number }> {
  const found = filtered(trx, scope, filter);
  const { total } = await found.select((eb) => eb.fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .selectAll()
    .orderBy('due_day')
    .orderBy('item_id')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute();
  return { rows, total: Number(total) };
}

/** How many items each school has that nobody has closed, and how many of these were due before a day. */
export async function openCounts(
  trx: ReadTrx,
  scope: Scope,
  dueBefore: string,
): Promise<ReadonlyMap<string, { readonly open: number; readonly overdue: number }>> {
  const rows = await inScope(trx, scope)
    .select((eb) => [
      'school_id',
      eb.fn.countAll<string>().as('open'),
      eb.fn.countAll<string>().filterWhere('due_day', '<', dueBefore).as('overdue'),
    ])
    .where('closed_day', 'is', null)
    .groupBy('school_id')
    .execute();
  return new Map(rows.map((row) => [row.school_id, { open: Number(row.open), overdue: Number(row.overdue) }]));
}

/** The items about some children, the newest first. */
export async function itemsOfChildren(trx: ReadTrx, scope: Scope, ids: readonly string[]): Promise<readonly StoredItem[]> {
  if (ids.length === 0) return [];
  return inScope(trx, scope).selectAll().where('child_id', 'in', ids).orderBy('first_month', 'desc').orderBy('item_id').execute();
}

/** How many steps each of some items has. */
export async function stepCounts(trx: ReadTrx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(trx)
    .selectFrom('check_item_step')
    .select((eb) => ['item_id', eb.fn.countAll<string>().as('steps')])
    .where('county_id', '=', trx.countyId)
    .where('item_id', 'in', ids)
    .groupBy('item_id')
    .execute();
  return new Map(rows.map((row) => [row.item_id, Number(row.steps)]));
}

function filtered(trx: ReadTrx, scope: Scope, { school, kind, month, only, today, lateBefore }: ItemFilter) {
  let query = inScope(trx, scope);
  if (school !== undefined) query = query.where('school_id', '=', school);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (month !== undefined) query = query.where('first_month', '<=', month).where('last_month', '>=', month);
  if (only === 'all') return query;
  if (only === 'closed') return query.where('closed_day', 'is not', null);
  const open = query.where('closed_day', 'is', null);
  if (only === 'open') return open;
  return open.where('due_day', '<', only === 'due' ? today : lateBefore);
}

function inScope(trx: ReadTrx, scope: Scope) {
  return tables(trx)
    .selectFrom('check_item')
    .where('county_id', '=', trx.countyId)
    .where(withinScope(scope, { school: 'class_path' }));
}

function placeOf(trx: ReadTrx, id: string, step: number): SealPlace {
  return { countyId: trx.countyId, table: 'check_item_step', column: 'note', id: `${id}/${step}` };
}

function tables(trx: ReadTrx) {
  return trx.withTables<CheckTables>();
}
