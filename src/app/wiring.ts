import type { Sentence } from '../kernel/refusal';
import { permissions as area, routes as areaRoutes } from '../modules/area/server';
import { permissions as attendance, routes as attendanceRoutes } from '../modules/attendance/server';
import { permissions as calendar, routes as calendarRoutes } from '../modules/calendar/server';
import { routes as checkRoutes, permissions as checks } from '../modules/checks/server';
import { type ChildrenNeeds, childRoutes, permissions as children } from '../modules/children/server';
import {
  followMergedMarks,
  chores as groupChores,
  routes as groupRoutes,
  permissions as groups,
  returnMarks,
  settleMarks,
} from '../modules/groups/server';
import { permissions as leave, routes as leaveRoutes } from '../modules/leave/server';
import {
  evidenceSays,
  loadCurrent,
  permissions as matchingRights,
  matchingServer,
  runComparison,
} from '../modules/matching/server';
import { permissions as registers, registersServer } from '../modules/registers/server';
import { chores as reportChores, jobs as reportJobs, permissions as reports, reportsServer } from '../modules/reports/server';
import {
  enteredFinds,
  followMerge as followScreening,
  permissions as screening,
  routes as screeningRoutes,
  undoMerge as undoScreening,
} from '../modules/screening/server';
import { enrolmentStateOf, householdStateOf } from '../modules/standing';
import {
  countChildren,
  permissions as standing,
  choresFor as standingChores,
  routes as standingRoutes,
} from '../modules/standing/server';
import {
  followMerge,
  recallFound,
  undoMerge,
  permissions as verification,
  routes as verificationRoutes,
} from '../modules/verification/server';
import type { Permissions } from '../platform/access';
import type { Oidc } from '../platform/access/sign-in';
import { dayOf } from '../platform/clock';
import type { County } from '../platform/county';
import type { KeyRing } from '../platform/crypto';
import { type Context, type Db, newId } from '../platform/db';
import type { House } from '../platform/house';
import type { RouteFacts } from '../platform/http';
import type { Chore, JobWork } from '../platform/jobs';
import { permissions as accounts } from './accounts/permissions';
import { accountRoutes } from './accounts/routes';
import { actWords } from './audit/act-words';
import { auditRoutes } from './audit/audit-routes';
import { verifyKind, verifyTrail } from './audit/verification';
import { demoRoutes } from './demo-routes';

/** Nobody listens yet to what is imported. */
const lists = registersServer({ changed: async () => undefined });

/** The lists that count, put beside one another; what their words mean for a child is known by the module standing. */
export const comparing = {
  loadRegisters: loadCurrent,
  // Who was met on no list and entered is a register of its own.
  met: enteredFinds,
  words: { enrolmentState: enrolmentStateOf, householdState: householdStateOf },
  // What a newer comparison has answered need not be asked any more.
  taken: recallFound,
};
const matching = matchingServer(comparing);

/** What hangs on a child goes with it when its record is merged, and comes back; reasons are said as comparisons say them. */
const ofChildren: ChildrenNeeds = {
  follow: async (trx, from, to) => ({
    ...(await followMerge(trx, from, to)),
    ...(await followMergedMarks(trx, from, to)),
    ...(await followScreening(trx, from, to)),
  }),
  goBack: async (trx, from, to, moved) => {
    await undoMerge(trx, from, to, moved);
    await returnMarks(trx, from, to, moved);
    await undoScreening(trx, from, to, moved);
  },
  evidenceSays,
};

/** Every permission of the house; a new module adds its own here and its routes below. */
export const permissions: Permissions = {
  ...accounts,
  ...area,
  ...calendar,
  ...children,
  ...registers,
  ...matchingRights,
  ...standing,
  ...verification,
  ...groups,
  ...leave,
  ...attendance,
  ...checks,
  ...screening,
  ...reports,
};

/** What was done, in words; an act that nobody has put into words stands as it is written. */
export function actSays(act: string): Sentence {
  return actWords[act] ?? permissions[act]?.says ?? { zh: act, en: act };
}

/** Every route of the house. */
export function routesFor(county: County, oidc?: Oidc): readonly RouteFacts<House>[] {
  const routes: readonly RouteFacts<House>[] = [
    ...auditRoutes({ actSays, routeSays: (name) => saysOf.get(name) }),
    ...accountRoutes({ county, permissions, oidc }),
    ...areaRoutes,
    ...calendarRoutes,
    ...childRoutes(ofChildren),
    ...lists.routes,
    ...matching.routes,
    ...standingRoutes,
    ...verificationRoutes,
    ...groupRoutes,
    ...leaveRoutes,
    ...attendanceRoutes,
    ...checkRoutes,
    ...screeningRoutes,
    ...reportsServer({ demo: county.demo }),
    ...(county.demo ? demoRoutes : []),
  ];
  // Filled when all routes are there; asked with each request only.
  const saysOf = new Map(routes.map(({ method, url, says }) => [`${method} ${url}`, says]));
  return routes;
}

/** What is done in the background for lists that are brought. */
export const listWorks: Readonly<Record<string, JobWork<House>>> = lists.jobs;

/** What is done in the background, by kind. */
export const works: Readonly<Record<string, JobWork<House>>> = {
  ...lists.jobs,
  ...matching.jobs,
  ...reportJobs,
  [verifyKind]: verifyTrail,
};

/** Compares the lists that count today, takes the result over and counts every child, at once and in this process: for a county that is being opened. */
export async function settleLists(where: { readonly db: Db; readonly context: Context; readonly ring: KeyRing }): Promise<void> {
  const run = { runId: newId(), asOf: dayOf(where.db.now()), step: async () => undefined };
  await runComparison(where, comparing, run);
  await countChildren({ ...where, counted: (trx, ids) => settleMarks(trx, where.ring, ids) });
}

/** What is done in the background unasked, by name. */
export const chores: Readonly<Record<string, Chore<House>>> = {
  // Whoever is counted is marked anew: what marks follow from has changed.
  ...standingChores(
    ({ ring }) =>
      (trx, ids) =>
        settleMarks(trx, ring, ids),
  ),
  ...groupChores,
  ...reportChores,
};
