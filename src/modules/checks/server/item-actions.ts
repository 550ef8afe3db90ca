import { formatDay, parseDay } from '../../../kernel/day';
import { absent, changedMeanwhile, fieldRefusal, Refusal } from '../../../kernel/refusal';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, type ReadTrx, readAs, type Trx, transact } from '../../../platform/db';
import type { StoredClass } from '../../area/server/index';
import { namesOfPaths } from '../../area/server/index';
import type { SchoolCalendar } from '../../calendar/index';
import { loadSchoolCalendar } from '../../calendar/server/index';
import { familyOf, findChild, userNames } from '../../children/server/index';
import type { ChildItemsView, Item, ItemsQuery, ItemsView, ItemView, OwnerRequest, StepRequest } from '../contract';
import { permissions } from '../permissions';
import { doneKey, itemSteps, joined, stepFault } from '../rules/items';
import { isClosed } from '../rules/kinds';
import { BUREAU_AFTER, DUE_DAYS } from '../rules/month';
import type { Settled } from '../rules/sheet';
import { refusals, things } from '../words';
import { mayAt, scopeFor } from './asking';
import {
  doneItemsOf,
  findItem,
  insertItem,
  insertStep,
  itemsOfChildren,
  listItems,
  noteOf,
  openItemsOf,
  type StoredItem,
  stepsOf,
  updateItem,
} from './item-store';

type Signed = {
  readonly one: StoredClass;
  readonly month: string;
  readonly calendar: SchoolCalendar;
  readonly settled: Settled;
  /** days there of the month, by child */ readonly present: ReadonlyMap<string, number>;
};

/** Brings the list of a class up to what it has signed; answers with how many lines each step concerned. */
export async function followSheet(trx: Trx, signed: Signed): Promise<Readonly<Record<string, number>>> {
  const { one, month, settled, present } = signed;
  const today = dayOf(trx.now);
  const stored = await openItemsOf(trx, one.schoolId, one.path);
  const ended = await doneItemsOf(trx, month, one.schoolId, one.path);
  const done = new Set(ended.map((item) => doneKey({ ...item, childId: item.child_id })));
  const open = stored.map((item) => ({
    ...{ itemId: item.item_id, childId: item.child_id, name: item.name, kind: item.kind, reason: item.reason },
    ...{ elsewhere: item.elsewhere, firstMonth: item.first_month, lastMonth: item.last_month },
  }));
  const agreeing = new Map(settled.agreeing.map(({ childId }) => [childId, present.get(childId) ?? 0]));
  const byId = new Map(stored.map((item) => [item.item_id, item]));
  const counts: Record<string, number> = {};
  for (const step of itemSteps(month, open, settled.differences, agreeing, done)) {
    counts[step.step] = (counts[step.step] ?? 0) + 1;
    if (step.step === 'found') {
      await openItem(trx, signed, step, today);
      continue;
    }
    const item = byId.get(step.item.itemId);
    if (item === undefined) continue;
    const at = { item_id: item.item_id, class_path: item.class_path, month };
    if (step.step === 'again') {
      const edit = joined(step.item, step.difference, month);
      if (edit === undefined) continue;
      const { firstMonth: first_month, lastMonth: last_month, ...said } = edit;
      const { elsewhere, name, reason } = step.difference;
      const newest = last_month === month ? { elsewhere, name } : {};
      await updateItem(trx, item, { ...said, ...newest, first_month, last_month });
      await insertStep(trx, null, { ...at, act: 'again', reason });
    } else if (step.step === 'settled') {
      await updateItem(trx, item, { state: step.state, closed_day: today });
      await insertStep(trx, null, { ...at, act: 'settled', state: step.state, present: step.present });
    } else {
      await updateItem(trx, item, { state: 'confirmed', closed_day: today });
      await insertStep(trx, null, { ...at, act: 'taken-back', state: 'confirmed' });
    }
  }
  return counts;
}

/** A difference that is not on the list yet. */
async function openItem(
  trx: Trx,
  { one, month, calendar }: Signed,
  { difference, owner, state }: Extract<ReturnType<typeof itemSteps>[number], { step: 'found' }>,
  today: string,
): Promise<void> {
  const { childId, name, kind, reason, elsewhere } = difference;
  const due_day = calendar.addSchoolDays(today, DUE_DAYS) ?? formatDay((parseDay(today) ?? 0) + 2 * DUE_DAYS);
  const item_id = await insertItem(trx, {
    ...{ school_id: one.schoolId, class_path: one.path, child_id: childId, name, kind, reason, elsewhere, owner, due_day, state },
    ...{ first_month: month, last_month: month, closed_day: isClosed(state) ? today : null },
  });
  await insertStep(trx, null, { item_id, class_path: one.path, act: 'found', month, reason, owner, state });
}

/** The list of differences, the earliest due first. */
export async function readItems(db: Db, context: Context, query: ItemsQuery): Promise<ItemsView> {
  return readAs(db, context, async (trx) => {
    const { page, size, ...filter } = query;
    const today = dayOf(trx.now);
    const lateBefore = await lateDay(trx, today);
    const { rows, total } = await listItems(trx, seen(trx), { ...filter, today, lateBefore }, { page, size });
    return { today, total, rows: await lines(trx, rows) };
  });
}

/** The due day before which an item is so late that the bureau is shown it. */
export async function lateDay(trx: ReadTrx, today: string): Promise<string> {
  const calendar = await loadSchoolCalendar(trx);
  return calendar.addSchoolDays(today, -BUREAU_AFTER) ?? today;
}

/** One difference with everything that was done about it. */
export async function readItem(db: Db, context: Context, ring: KeyRing, id: string): Promise<ItemView> {
  return readAs(db, context, async (trx) => itemView(trx, ring, await itemFor(trx, id)));
}

/** The differences about a child, those about records that were merged into it as well. */
export async function readChildItems(db: Db, context: Context, id: string): Promise<ChildItemsView> {
  return readAs(db, context, async (trx) => {
    const child = await findChild(trx, scopeFor(context, permissions['check.see']), id);
    if (child === undefined) throw absent(things.child);
    const items = await itemsOfChildren(trx, seen(trx), await familyOf(trx, child.child_id));
    return { today: dayOf(trx.now), rows: await lines(trx, items) };
  });
}

/** Notes how far a difference has been followed; closing it needs words that show it. */
export async function followItem(db: Db, context: Context, ring: KeyRing, id: string, said: StepRequest): Promise<ItemView> {
  return transact(db, context, async (trx) => {
    const item = await itemToChange(trx, id, said.version, permissions['check.follow']);
    const fault = stepFault(item.state, said.state, said.note);
    if (fault === 'closed') throw new Refusal('conflict', 'item-closed', refusals.closed);
    if (fault === 'note') throw fieldRefusal('note', refusals.note);
    await noteState(trx, ring, item, said);
    const change = { act: 'check.follow', object: `check-item:${id}`, detail: { from: item.state, to: said.state } };
    return { result: await itemView(trx, ring, await itemFor(trx, id)), changes: [change] };
  });
}

/** Says who follows a difference, and until when. */
export async function assignItem(db: Db, context: Context, ring: KeyRing, id: string, said: OwnerRequest): Promise<ItemView> {
  return transact(db, context, async (trx) => {
    const item = await itemToChange(trx, id, said.version, permissions['check.assign']);
    if (isClosed(item.state)) throw new Refusal('conflict', 'item-closed', refusals.closed);
    if (said.dueDay < dayOf(trx.now)) throw fieldRefusal('dueDay', refusals.dueDay);
    await noteOwner(trx, item, said);
    const detail = { owner: said.owner, dueDay: said.dueDay };
    return {
      result: await itemView(trx, ring, await itemFor(trx, id)),
      changes: [{ act: 'check.assign', object: `check-item:${id}`, detail }],
    };
  });
}

/** An item that is held comes to a state, with what shows it. */
export async function noteState(
  trx: Trx,
  ring: KeyRing,
  item: StoredItem,
  { state, note }: Pick<StepRequest, 'state' | 'note'>,
): Promise<void> {
  const today = dayOf(trx.now);
  await updateItem(trx, item, { state, closed_day: isClosed(state) ? today : null });
  const step = { item_id: item.item_id, class_path: item.class_path, act: 'state', month: today.slice(0, 7) } as const;
  await insertStep(trx, ring, { ...step, state, note });
}

/** Somebody follows an item that is held from now on, until a day. */
export async function noteOwner(
  trx: Trx,
  item: StoredItem,
  { owner, dueDay }: Pick<OwnerRequest, 'owner' | 'dueDay'>,
): Promise<void> {
  await updateItem(trx, item, { owner, due_day: dueDay });
  const step = { item_id: item.item_id, class_path: item.class_path, act: 'owner', month: dayOf(trx.now).slice(0, 7) } as const;
  await insertStep(trx, null, { ...step, owner });
}

function seen(trx: ReadTrx) {
  return scopeFor(trx.context, permissions['check.see']);
}

async function itemFor(trx: ReadTrx, id: string): Promise<StoredItem> {
  const item = await findItem(trx, seen(trx), id);
  if (item === undefined) throw absent(things.item);
  return item;
}

async function itemToChange(
  trx: Trx,
  id: string,
  version: number,
  permission: Parameters<typeof scopeFor>[1],
): Promise<StoredItem> {
  const item = await findItem(trx, scopeFor(trx.context, permission), id, true);
  if (item === undefined) throw absent(things.item);
  if (item.version !== version) throw changedMeanwhile(things.item, { version: item.version, state: item.state });
  return item;
}

async function itemView(trx: ReadTrx, ring: KeyRing, item: StoredItem): Promise<ItemView> {
  const [[line], steps] = await Promise.all([lines(trx, [item]), stepsOf(trx, item.item_id)]);
  if (line === undefined) throw absent(things.item);
  const names = await userNames(
    trx,
    steps.map(({ done_by }) => done_by),
  );
  const open = !isClosed(item.state);
  return {
    ...line,
    today: dayOf(trx.now),
    mayFollow: open && mayAt(trx.context, permissions['check.follow'], item.class_path),
    mayAssign: open && mayAt(trx.context, permissions['check.assign'], item.class_path),
    steps: steps.map((one) => ({
      ...{ step: one.step, act: one.act, month: one.month, reason: one.reason, owner: one.owner, state: one.state },
      ...{ present: one.present, note: noteOf(trx, ring, one), by: names.get(one.done_by) ?? '', at: one.done_at.toISOString() },
    })),
  };
}

/** Items as a list says them. */
async function lines(trx: ReadTrx, items: readonly StoredItem[]): Promise<readonly Item[]> {
  const paths = items.map(({ class_path }) => class_path);
  const names = await namesOfPaths(trx, paths);
  return items.map((item) => {
    const [school = '', className = ''] = (names.get(item.class_path) ?? '').split(' ');
    return {
      ...{ itemId: item.item_id, childId: item.child_id, name: item.name, school, className, kind: item.kind },
      ...{ reason: item.reason, elsewhere: item.elsewhere, owner: item.owner, dueDay: item.due_day, state: item.state },
      ...{ firstMonth: item.first_month, lastMonth: item.last_month, closedDay: item.closed_day, version: item.version },
    };
  });
}
