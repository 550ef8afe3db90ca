import type { House } from '../../../platform/house';
import type { RouteFacts } from '../../../platform/http';
import type { Chore, JobWork } from '../../../platform/jobs';
import { exportKind } from './export-actions';
import { writeExport } from './export-job';
import { exportRoutes } from './export-routes';
import { type FactorCheck, leavingRoutes } from './leaving-routes';
import { ledgerRoutes } from './ledger-routes';
import { factorNeeded } from './refusals';
import { discardOverdue } from './taking-actions';

export { permissions } from '../permissions';

/** Workbooks whose time has run out are looked for so often. */
const MINUTE_MS = 60_000;

/** The routes, the work and the chore of this module. In a demo county everybody is fictional and nobody has an authenticator. */
export function reportsServer({ demo }: { readonly demo: boolean }): readonly RouteFacts<House>[] {
  const needFactor: FactorCheck = (session) => {
    if (!demo && !session?.secondFactorDone) throw factorNeeded();
  };
  return [...ledgerRoutes, ...exportRoutes(needFactor), ...leavingRoutes(needFactor)];
}

/** What is done in the background, by kind. */
export const jobs: Readonly<Record<string, JobWork<House>>> = { [exportKind]: writeExport };

let looked = 0;

/** What is done unasked: nothing that left nobody's hands in time is kept. */
export const chores: Readonly<Record<string, Chore<House>>> = {
  'reports.discard': async ({ db, house }) => {
    if (performance.now() - looked < MINUTE_MS) return;
    looked = performance.now();
    await discardOverdue(db, house);
  },
};
