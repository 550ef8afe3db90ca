import { newId, transact } from '../../../platform/db';
import type { House } from '../../../platform/house';
import type { Chore } from '../../../platform/jobs';
import { settleRunOut } from './derive';

export { permissions } from '../permissions';
export { closerCare, markedWith } from './care';
export { settleMarks } from './derive';
export { followMerge as followMergedMarks, undoMerge as returnMarks } from './follow';
export { type PastMark, putMarks } from './mark-store';
export { routes } from './routes';

const HOUR_MS = 3_600_000;

let settled = Number.NEGATIVE_INFINITY;

/** What is done unasked, at the start and with every hour: no mark outlives the paper that it follows from. */
export const chores: Readonly<Record<string, Chore<House>>> = {
  'groups.run-out': async ({ db, house }) => {
    if (performance.now() - settled < HOUR_MS) return;
    const context = { actor: null, requestId: newId(), source: 'job' };
    await transact(db, context, async (trx) => ({ result: await settleRunOut(trx, house.ring), changes: [] }));
    settled = performance.now();
  },
};
