import type { Permission } from '../../../platform/access';
import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import { type Context, type Db, type ReadTrx, readAs } from '../../../platform/db';
import { className, schoolYearOf } from '../../area/index';
import { listClasses } from '../../area/server/index';
import { listLines } from '../../children/server/index';
import { classMembers } from '../../standing/server/index';
import type {
  ChildLeavesView,
  ClassLeaveView,
  LeaveClassesView,
  LeaveCounts,
  LeavesQuery,
  LeavesView,
  LeaveView,
} from '../contract';
import { permissions } from '../permissions';
import { reaches } from '../rules/levels';
import { phaseOn } from '../rules/states';
import { watchOf, watchRules } from '../rules/watch';
import { childFor, classFor, leaveFor, levelIn, scopeFor } from './asking';
import { type Calendars, calendarsOf } from './calendars';
import { childrenOften, leavesOf, listClosed, listLive, type StoredLeave, type Where } from './leave-store';
import { leaveLines, leaveView, spanOf, termSum } from './leave-view';
import { numbersToday } from './numbers';

/** Leaves of the asker's places that stand in some way, with how many there are of each. */
export async function readLeaves(db: Db, context: Context, query: LeavesQuery): Promise<LeavesView> {
  return readAs(db, context, (trx) => leavesView(trx, query));
}

/** The same within a transaction, by whoever may do so by a permission. */
export async function leavesView(
  trx: ReadTrx,
  query: LeavesQuery,
  permission: Permission = permissions['leave.see'],
): Promise<LeavesView> {
  const { context } = trx;
  const today = dayOf(trx.now);
  const where = { scope: scopeFor(context, permission), path: await pathOf(trx, query) };
  const live = await listLive(trx, where);
  const calendars = await calendarsOf(
    trx,
    live.map((one) => one.class_path),
  );
  const { rows, total } = await chosen(trx, query, where, { live, calendars, today });
  const lines = await leaveLines(trx, rows, query.phase === 'closed' || query.phase === 'watched' ? undefined : calendars);
  const { page, size } = query;
  const counts = countsOf(context, { live, calendars, today });
  return { rows: lines, total, page, size, today, counts, numbers: await numbersToday(trx) };
}

/** One leave with its steps. */
export async function readLeave(db: Db, context: Context, ring: KeyRing, id: string): Promise<LeaveView> {
  return readAs(db, context, async (trx) => leaveView(trx, ring, await leaveFor(trx, id)));
}

/** The leaves of a child, newest first, and what those of the term come to. */
export async function readChildLeaves(db: Db, context: Context, id: string): Promise<ChildLeavesView> {
  return readAs(db, context, async (trx) => {
    const child = await childFor(trx, id);
    const today = dayOf(trx.now);
    const leaves = await leavesOf(trx, [child.child_id]);
    const calendars = await calendarsOf(trx, [child.school_path, ...leaves.map((one) => one.class_path)]);
    const since = calendars.termSince(today);
    const sum = since === null ? { halves: 0, times: 0, running: 0 } : termSum(leaves, since, today, calendars);
    return {
      name: child.name,
      ...{ today, since, days: sum.halves / 2, times: sum.times, watch: watchOf(sum, await numbersToday(trx)) },
      mayAsk: levelIn(context, child.school_path, permissions['leave.ask']) !== null,
      rows: await leaveLines(trx, leaves.slice(0, MOST_OF_CHILD), calendars),
    };
  });
}

/** So many leaves of one child are shown; the sum counts all of the term. */
const MOST_OF_CHILD = 40;

/** The classes for whose children the asker may ask. */
export async function readLeaveClasses(db: Db, context: Context): Promise<LeaveClassesView> {
  return readAs(db, context, async (trx) => {
    const today = dayOf(trx.now);
    const classes = await listClasses(trx, scopeFor(context, permissions['leave.ask']), { schoolYear: schoolYearOf(today) });
    const open = classes.filter(({ from, until }) => from <= today && (until === null || until >= today));
    return { rows: open.map((one) => ({ classId: one.id, name: className(one), school: one.school })) };
  });
}

/** The children of a class, each with the leave that is not settled. */
export async function readClassLeave(db: Db, context: Context, id: string): Promise<ClassLeaveView> {
  return readAs(db, context, async (trx) => {
    const one = await classFor(trx, id, permissions['leave.ask']);
    const today = dayOf(trx.now);
    const members = await classMembers(trx, one.path, today);
    const scope = scopeFor(context, permissions['leave.ask']);
    const [names, live] = await Promise.all([
      listLines(
        trx,
        scope,
        members.map(({ childId }) => childId),
      ),
      listLive(trx, { scope, path: one.path }),
    ]);
    const lines = await leaveLines(trx, live);
    const pupils = names
      .map(({ child_id: childId, name }) => ({ childId, name, leave: lines.find((line) => line.childId === childId) ?? null }))
      .sort((a, b) => byName.compare(a.name, b.name) || (a.childId < b.childId ? -1 : 1));
    return { classId: one.id, name: className(one), school: one.school, today, pupils };
  });
}

type Live = { readonly live: readonly StoredLeave[]; readonly calendars: Calendars; readonly today: string };

async function chosen(trx: ReadTrx, query: LeavesQuery, where: Where, known: Live) {
  const { phase, page, size } = query;
  if (phase === 'closed') return listClosed(trx, where, { page, size });
  const all = phase === 'watched' ? await watched(trx, where, known) : known.live.filter(isOf(trx.context, phase, known));
  return { rows: all.slice((page - 1) * size, page * size), total: all.length };
}

function isOf(context: Context, phase: Exclude<LeavesQuery['phase'], 'closed' | 'watched'>, { calendars, today }: Live) {
  return (leave: StoredLeave): boolean => {
    if (phase === 'open') return true;
    if (phase === 'mine') return isMine(context, leave);
    const now = phaseOn({ state: leave.state, span: spanOf(leave) }, today, calendars.of(leave.class_path));
    return now === phase || (phase === 'running' && now === 'coming');
  };
}

/** The newest leave of every child whose leave of the term is looked at. */
async function watched(trx: ReadTrx, where: Where, { live, calendars, today }: Live): Promise<readonly StoredLeave[]> {
  const since = calendars.termSince(today);
  if (since === null) return [];
  const { sumDays } = await numbersToday(trx);
  const often = await childrenOften(trx, where, { since, halves: 2 * sumDays, times: watchRules.times });
  const long = live.filter((one) => termSum([one], since, today, calendars).running >= 2 * watchRules.stretch);
  const leaves = await leavesOf(trx, [...new Set([...often, ...long.map((one) => one.child_id)])], since);
  const newest = new Map(leaves.toReversed().map((leave) => [leave.child_id, leave]));
  return [...newest.values()].sort((a, b) => (a.from_day < b.from_day ? 1 : -1));
}

function countsOf(context: Context, known: Live): LeaveCounts {
  const count = (phase: 'mine' | 'asked' | 'running' | 'overdue') => known.live.filter(isOf(context, phase, known)).length;
  return { mine: count('mine'), asked: count('asked'), running: count('running'), overdue: count('overdue') };
}

function isMine(context: Context, { state, class_path, level }: StoredLeave): boolean {
  if (state !== 'asked') return false;
  const mine = levelIn(context, class_path, permissions['leave.decide']);
  // The school may decide on everything, and is asked for what is its own.
  return mine === 'teacher' ? reaches(mine, level) : mine === 'school' && level === 'school';
}

async function pathOf(trx: ReadTrx, { school, class: classId }: LeavesQuery): Promise<string | undefined> {
  if (classId !== undefined) return (await classFor(trx, classId, permissions['leave.see'])).path;
  return school === undefined ? undefined : `${trx.countyId}/${school}/`;
}

/** As a class register has them. */
const byName = new Intl.Collator('zh-u-co-pinyin');
