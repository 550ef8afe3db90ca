import type { Day } from '../../../kernel/day';
import { absent } from '../../../kernel/refusal';
import { type Permission, type Scope, scopeOf } from '../../../platform/access';
import { dayOf, hourOf } from '../../../platform/clock';
import type { Context, ReadTrx } from '../../../platform/db';
import { findClass, type StoredClass } from '../../area/server/index';
import type { SchoolCalendar } from '../../calendar/index';
import { calendarFrom, readBook } from '../../calendar/server/index';
import { policyOn, type StandingPolicy } from '../../standing/index';
import { policiesOf } from '../../standing/server/index';
import { permissions } from '../permissions';
import type { Unit } from '../rules/duties';
import type { Session } from '../rules/marks';
import { sessionAt, sessionsOf } from '../rules/sessions';
import type { Taker, Windows } from '../rules/window';
import { things } from '../words';

/** Where the asker may do something; the server itself may do it everywhere. */
export function scopeFor({ actor }: Context, permission: Permission): Scope {
  return actor === null ? { county: true, areas: [], schools: [] } : scopeOf(actor, permission);
}

/** A class, the school days that hold for it, and how long after its own each can still be entered. */
export type ClassFacts = {
  readonly one: StoredClass;
  readonly calendar: SchoolCalendar;
  readonly windows: Windows;
  readonly sessions: readonly Session[];
};

/** A class of the asker's places with the school days that hold for it, or the refusal that cannot be told from "not yours". */
export async function classFor(
  trx: ReadTrx,
  id: string,
  permission: Permission = permissions['attendance.see'],
): Promise<ClassFacts> {
  const scope = scopeFor(trx.context, permission);
  const [one, book, policies] = await Promise.all([findClass(trx, scope, id), readBook(trx), policiesOf(trx)]);
  if (one === undefined) throw absent(things.class);
  const [grade] = one.grades;
  return {
    one,
    calendar: calendarFrom(book, { area: one.areaPath, school: one.path, ...(grade === undefined ? {} : { grade }) }),
    ...byPolicy(policyOn(policies, dayOf(trx.now))),
  };
}

function byPolicy(policy: StandingPolicy): Pick<ClassFacts, 'windows' | 'sessions'> {
  return { windows: policy, sessions: sessionsOf(policy) };
}

/** The parts of a day that the county has called, and the one meant where nobody names one. */
export async function sessionsFor(trx: ReadTrx, day: Day, asked: Session | undefined) {
  const sessions = sessionsOf(policyOn(await policiesOf(trx), dayOf(trx.now)));
  return { sessions, session: asked ?? meantAt(trx, sessions, day) };
}

/** The part of a day that is meant where nobody names one. */
export function meantAt(trx: ReadTrx, sessions: readonly Session[], day: Day): Session {
  return sessionAt(sessions, day, { day: dayOf(trx.now), hour: hourOf(trx.now) });
}

/** In whose name the asker calls a class; null where it is not his to call. Whoever is more than one calls as the greater. */
export function takerOf({ actor }: Context, { path }: Pick<StoredClass, 'path'>): Taker | null {
  if (actor === null) return 'bureau';
  const here = actor.grants.filter(
    (grant) =>
      permissions['attendance.take'].roles.some((role) => role === grant.role) &&
      (grant.tree === 'county' || (grant.tree === 'school' && path.startsWith(grant.path))),
  );
  if (here.some(({ tree }) => tree === 'county')) return 'bureau';
  if (here.some(({ role }) => role === 'registrar')) return 'school';
  return here.length > 0 ? 'teacher' : null;
}

/** As whom the asker looks at who is away: the bureau, a school, or the teacher of a class. */
export function viewerOf({ actor }: Context): 'teacher' | 'school' | 'bureau' {
  const grants = actor?.grants ?? [];
  if (actor === null || grants.some(({ tree }) => tree === 'county')) return 'bureau';
  return grants.some(({ tree, role }) => tree === 'school' && role !== 'class-teacher') ? 'school' : 'teacher';
}

/** For whom the asker may say that a report is there; null where he may not. */
export function unitOf({ actor }: Context, { area_path }: { readonly area_path: string }): Unit | null {
  const here = (actor?.grants ?? []).filter((grant) =>
    permissions['attendance.receive'].roles.some((role) => role === grant.role),
  );
  if (here.some(({ tree }) => tree === 'county')) return 'bureau';
  return here.some(({ tree, path }) => tree === 'area' && area_path.startsWith(path)) ? 'township' : null;
}

/** School days between a day and today, today counted and the day itself not; 0 for today. */
export function schoolDaysAgo(calendar: SchoolCalendar, day: Day, today: Day): number {
  return day >= today ? 0 : calendar.schoolDaysBetween(day, today) - (calendar.isSchoolDay(day) ? 1 : 0);
}
