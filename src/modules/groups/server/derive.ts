import { dayOf } from '../../../platform/clock';
import type { KeyRing } from '../../../platform/crypto';
import type { Trx } from '../../../platform/db';
import { listDaysOf } from '../../children/server/index';
import { papersOf } from '../../standing/server/index';
import { derivedMarks, type Known, planMarks } from '../rules/derive';
import { endMarks, groupIndex, insertMarks, type MarkDraft, marksOf, runningDerived, type StoredMark } from './mark-store';

/**
 * Has the marks of some children follow what lists and standing say of them now; by the server, in the transaction that has counted
 * them. What does not follow any more ends today; marks that people have made stay.
 */
export async function settleMarks(trx: Trx, ring: KeyRing, children: readonly string[]): Promise<void> {
  if (children.length === 0) return;
  const today = dayOf(trx.now);
  const [lists, papers] = [await listDaysOf(trx, children, ['poverty', 'disability']), await papersOf(trx, children, today)];
  const running = (await marksOf(trx, ring, children, 'running')).filter(({ derived }) => derived);
  const known = new Map<string, { lists: Known['lists'][number][]; standing: Known['standing']; running: StoredMark[] }>();
  const of = (id: string) => {
    const one = known.get(id) ?? { lists: [], standing: null, running: [] };
    known.set(id, one);
    return one;
  };
  for (const { childId, kind, asOf } of lists)
    if (kind === 'poverty' || kind === 'disability') of(childId).lists.push({ kind, asOf });
  for (const { childId, state, since } of papers) of(childId).standing = { state, since };
  for (const mark of running) of(mark.childId).running.push(mark);
  const begin: MarkDraft[] = [];
  const end: StoredMark[] = [];
  for (const [childId, one] of known) {
    const plan = planMarks(one.running, derivedMarks(one));
    begin.push(...plan.begin.map((mark) => ({ ...mark, childId, document: '', until: null })));
    end.push(...plan.end);
  }
  await endMarks(trx, ring, end, { day: today, why: '' });
  await insertMarks(trx, ring, begin);
}

/**
 * Settles the marks of whoever's 休学 or 延缓入学 began or ran out with a day of the calendar alone: nobody is counted for that, since
 * what the days to come are has been counted before. Answers with how many children it concerned.
 */
export async function settleRunOut(trx: Trx, ring: KeyRing): Promise<number> {
  const papers = await papersOf(trx, 'all', dayOf(trx.now));
  const marked = new Set<string>();
  for (const state of ['suspended', 'deferred'] as const)
    for (const childId of await runningDerived(trx, groupIndex(ring, state))) marked.add(`${state} ${childId}`);
  const due = new Set<string>();
  for (const { childId, state } of papers) if (!marked.delete(`${state} ${childId}`)) due.add(childId);
  for (const left of marked) due.add(left.slice(left.indexOf(' ') + 1));
  await settleMarks(trx, ring, [...due]);
  return due.size;
}
