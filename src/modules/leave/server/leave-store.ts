import { type Kysely, type Selectable, sql } from 'kysely';
import type { Scope } from '../../../platform/access';
import { type KeyRing, openField, type SealPlace, sealField } from '../../../platform/crypto';
import { below, newId, once, type ReadTrx, type Trx, withinScope } from '../../../platform/db';
import type { Level } from '../rules/levels';
import type { Slot, Span } from '../rules/span';
import type { Act, Kind, State } from '../rules/states';
import type { LeaveRecord, LeaveTables, StepRecord } from './tables';

export type StoredLeave = Selectable<LeaveRecord>;
export type StoredStep = Selectable<StepRecord>;

/** What a new leave says. */
export type LeaveDraft = {
  readonly childId: string;
  readonly classPath: string;
  readonly kind: Kind;
  readonly span: Span;
  readonly halves: number;
  readonly level: Level;
  readonly reason: string;
  /** who asked by a link; null: the school asks on behalf */ readonly guardian: string | null;
};

/** Keeps a new leave as asked for, with its first step; answers with its id. */
export async function insertLeave(trx: Trx, ring: KeyRing, draft: LeaveDraft): Promise<string> {
  const leave_id = newId();
  const { span, guardian, reason } = draft;
  await tables(trx)
    .insertInto('leave')
    .values({
      ...{ county_id: trx.countyId, leave_id, child_id: draft.childId, class_path: draft.classPath, kind: draft.kind },
      ...{ from_day: span.from.day, from_half: span.from.half, until_day: span.until.day, until_half: span.until.half },
      ...{ halves: draft.halves, level: draft.level, source: guardian === null ? ('teacher' as const) : ('guardian' as const) },
      guardian: sealedWords(trx, ring, 'guardian', leave_id, guardian ?? ''),
      reason: sealedWords(trx, ring, 'reason', leave_id, reason),
      ...{ state: 'asked' as const, back_day: null, back_half: null, ended_by: null },
      ...{ asked_at: trx.now, changed_at: trx.now, version: 1 },
    })
    .execute();
  await insertStep(trx, ring, { leaveId: leave_id, classPath: draft.classPath, version: 1, act: 'ask' });
  return leave_id;
}

/** One leave of a scope, or undefined. With `lock` it stays as it is until the transaction ends. */
export async function findLeave(trx: ReadTrx, scope: Scope, id: string, lock = false): Promise<StoredLeave | undefined> {
  const query = within(trx, scope).selectAll().where('leave_id', '=', id);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

/** What a step makes of a leave. */
export type LeaveChange = {
  readonly act: Act;
  readonly state: State;
  /** when the child was back, and who says so; null: it is away */ readonly back?: {
    readonly slot: Slot;
    readonly by: 'person' | 'roll';
  } | null;
  readonly halves?: number;
  readonly note?: string;
  readonly byRoll?: boolean;
};

/** Changes a leave that was locked, and keeps the step that did it. */
export async function changeLeave(trx: Trx, ring: KeyRing | null, leave: StoredLeave, change: LeaveChange): Promise<void> {
  const version = leave.version + 1;
  const { back, halves } = change;
  const where = { back_day: back?.slot.day ?? null, back_half: back?.slot.half ?? null, ended_by: back?.by ?? null };
  await tables(trx)
    .updateTable('leave')
    .set({
      ...{ state: change.state, changed_at: trx.now, version },
      ...(back === undefined ? {} : where),
      ...(halves === undefined ? {} : { halves }),
    })
    .where('county_id', '=', trx.countyId)
    .where('leave_id', '=', leave.leave_id)
    .execute();
  const { act, note = '', byRoll = false } = change;
  await insertStep(trx, ring, { leaveId: leave.leave_id, classPath: leave.class_path, version, act, note, byRoll });
}

/** The steps of a leave, oldest first. */
export async function stepsOf(trx: ReadTrx, id: string): Promise<readonly StoredStep[]> {
  return tables(trx)
    .selectFrom('leave_step')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('leave_id', '=', id)
    .orderBy('step')
    .execute();
}

/** Where leaves are looked for: within a scope, and within a school or a class by its path. */
export type Where = { readonly scope: Scope; readonly path?: string | undefined };

/** More than so many are not listed at once: a county in which more are on leave has closed its schools. */
const MOST_LIVE = 3000;

/** Leaves that are asked for or approved and not ended, those asked for first, then by their last day. */
export async function listLive(trx: ReadTrx, where: Where): Promise<readonly StoredLeave[]> {
  return narrowed(trx, where)
    .selectAll()
    .where('state', 'in', ['asked', 'approved'])
    .orderBy((eb) => eb('state', '=', 'asked'), 'desc')
    .orderBy('until_day')
    .orderBy('leave_id')
    .limit(MOST_LIVE)
    .execute();
}

/** Leaves that are settled, the newest first. */
export async function listClosed(
  trx: ReadTrx,
  where: Where,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ readonly rows: readonly StoredLeave[]; readonly total: number }> {
  const closed = narrowed(trx, where).where('state', 'in', ['refused', 'withdrawn', 'ended']);
  const rows = await closed
    .selectAll()
    .orderBy('changed_at', 'desc')
    .orderBy('leave_id')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const { total } = await closed.select((eb) => eb.fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
  return { rows, total: Number(total) };
}

/** Leaves of some children, newest first; with `since` those that begin on that day or later, or are not settled. */
export async function leavesOf(trx: ReadTrx, children: readonly string[], since?: string): Promise<readonly StoredLeave[]> {
  // Every day is later than the empty text.
  return children.length === 0 ? [] : leavesSince(tables(trx), { county: trx.countyId, children, since: since ?? '' });
}

type LeavesSince = { readonly county: string; readonly children: readonly string[]; readonly since: string };

const leavesSince = once((leaves: Kysely<LeaveTables>, { county, children, since }: LeavesSince) =>
  leaves
    .selectFrom('leave')
    .selectAll()
    .where('county_id', '=', county)
    .where('child_id', '=', anyOf(children))
    .where((eb) => eb.or([eb('from_day', '>=', since), eb('state', 'in', ['asked', 'approved'])]))
    .orderBy('from_day', 'desc')
    .orderBy('leave_id', 'desc'),
);

/** The same, held until the transaction ends: those that a roll may end, or whose end it may take back. */
export async function lockLeavesForRoll(trx: Trx, children: readonly string[], slot: Slot): Promise<readonly StoredLeave[]> {
  if (children.length === 0) return [];
  return tables(trx)
    .selectFrom('leave')
    .selectAll()
    .where('county_id', '=', trx.countyId)
    .where('child_id', '=', anyOf(children))
    .where((eb) =>
      eb.or([
        eb('state', '=', 'approved'),
        eb.and([eb('ended_by', '=', 'roll'), eb('back_day', '=', slot.day), eb('back_half', '=', slot.half)]),
      ]),
    )
    .orderBy('leave_id')
    .forUpdate()
    .execute();
}

/** Children of whom leaves of a term come to so many half days or so many leaves. */
export async function childrenOften(
  trx: ReadTrx,
  where: Where,
  term: { readonly since: string; readonly halves: number; readonly times: number },
): Promise<readonly string[]> {
  const rows = await narrowed(trx, where)
    .select('child_id')
    .where('state', 'in', ['approved', 'ended'])
    .where('from_day', '>=', term.since)
    .groupBy('child_id')
    .having((eb) => eb.or([eb(eb.fn.countAll(), '>=', term.times), eb(eb.fn.sum('halves'), '>=', term.halves)]))
    .execute();
  return rows.map((row) => row.child_id);
}

/** So that of two who ask for the same child at once the second sees what the first has asked for. */
export async function takeTurns(trx: Trx, childId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`leave/${trx.countyId}/${childId}`}, 0))`.execute(tables(trx));
}

/** Words as they are kept with a leave; nothing where nothing was said. */
export function sealedWords(
  trx: ReadTrx,
  ring: KeyRing,
  column: 'reason' | 'guardian',
  id: string,
  words: string,
): Buffer | null {
  return words === '' ? null : sealField(ring, placeOf(trx, column, id), words);
}

/** What was said in words, '' where nothing was. */
export function textOf(trx: ReadTrx, ring: KeyRing, leave: StoredLeave, column: 'reason' | 'guardian'): string {
  const sealed = leave[column];
  return sealed === null ? '' : openField(ring, placeOf(trx, column, leave.leave_id), sealed);
}

/** The words of a step. */
export function noteOf(trx: ReadTrx, ring: KeyRing, { leave_id, step, note }: StoredStep): string {
  return note === null ? '' : openField(ring, stepPlace(trx, leave_id, step), note);
}

type Step = Pick<LeaveChange, 'note' | 'byRoll'> & {
  readonly leaveId: string;
  readonly classPath: string;
  readonly version: number;
  readonly act: Act | 'ask';
};

async function insertStep(trx: Trx, ring: KeyRing | null, { leaveId, classPath, version, act, note = '', byRoll = false }: Step) {
  if (note !== '' && ring === null) throw new Error('words of a step need a key');
  await tables(trx)
    .insertInto('leave_step')
    .values({
      ...{ county_id: trx.countyId, leave_id: leaveId, step: version, class_path: classPath, act },
      ...{ by_user: trx.context.actor?.userId ?? null, by_roll: byRoll, at: trx.now },
      note: note === '' || ring === null ? null : sealField(ring, stepPlace(trx, leaveId, version), note),
    })
    .execute();
}

function narrowed(trx: ReadTrx, { scope, path }: Where) {
  const query = within(trx, scope);
  return path === undefined ? query : query.where(below('class_path', [path]));
}

function within(trx: ReadTrx, scope: Scope) {
  return tables(trx)
    .selectFrom('leave')
    .where('county_id', '=', trx.countyId)
    .where(withinScope(scope, { school: 'class_path' }));
}

function anyOf(ids: readonly string[]) {
  return sql<string>`any(${ids}::text[])`;
}

function placeOf(trx: ReadTrx, column: 'reason' | 'guardian', id: string): SealPlace {
  return { countyId: trx.countyId, table: 'leave', column, id };
}

function stepPlace(trx: ReadTrx, id: string, step: number): SealPlace {
  return { countyId: trx.countyId, table: 'leave_step', column: 'note', id: `${id}/${step}` };
}

function tables(trx: ReadTrx) {
  return trx.withTables<LeaveTables>();
}
