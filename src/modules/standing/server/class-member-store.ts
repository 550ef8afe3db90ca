import type { Kysely } from 'kysely';
import { type StandingKey, standingStates } from '../../../kernel/standing';
import { once, type ReadTrx } from '../../../platform/db';
import type { StandingTables } from './tables';

/** A child whom a class answers for on a day. */
export type ClassMember = { readonly childId: string; readonly state: StandingKey };

/** The children of 应在学 whom a class answers for on a day; the caller has checked that the class is the asker's. */
export async function classMembers(trx: ReadTrx, classPath: string, day: string): Promise<readonly ClassMember[]> {
  const rows = await membersOn(trx.withTables<StandingTables>(), { county: trx.countyId, classPath, day });
  return rows.flatMap(({ state, children }) => children.split(',').map((childId) => ({ childId, state })));
}

type ClassOn = { readonly county: string; readonly classPath: string; readonly day: string };

/** A row a state: a class is asked for with every roll, and fifty rows cost more to be read than to be found. */
const membersOn = once((tables: Kysely<StandingTables>, { county, classPath, day }: ClassOn) =>
  tables
    .selectFrom('standing_interval')
    .select((eb) => ['state', eb.fn.agg<string>('string_agg', ['child_id', eb.val(',')]).as('children')])
    .where('county_id', '=', county)
    .where('state', 'in', inRoll)
    .where('school_path', '=', classPath)
    .where('from_day', '<=', day)
    .where('until_day', '>', day)
    .groupBy('state'),
);

/** The same of every class of the county, by the path of the class, in the order of their ids; for the server itself. */
export async function membersOfClasses(trx: ReadTrx, day: string): Promise<ReadonlyMap<string, readonly ClassMember[]>> {
  const rows = await trx
    .withTables<StandingTables>()
    .selectFrom('standing_interval')
    .select(['child_id', 'state', 'school_path'])
    .where('county_id', '=', trx.countyId)
    .where('state', 'in', inRoll)
    .where('from_day', '<=', day)
    .where('until_day', '>', day)
    .orderBy('child_id')
    .execute();
  const members = new Map<string, ClassMember[]>();
  for (const { child_id: childId, state, school_path } of rows) {
    const ofClass = members.get(school_path);
    if (ofClass === undefined) members.set(school_path, [{ childId, state }]);
    else ofClass.push({ childId, state });
  }
  return members;
}

/** The same of several classes, with the class and the day from which the child has stood so without a break. */
export async function membersBelow(
  trx: ReadTrx,
  classPaths: readonly string[],
  day: string,
): Promise<readonly (ClassMember & { readonly path: string; readonly from: string })[]> {
  if (classPaths.length === 0) return [];
  const rows = await trx
    .withTables<StandingTables>()
    .selectFrom('standing_interval')
    .select(['child_id', 'state', 'school_path', 'from_day'])
    .where('county_id', '=', trx.countyId)
    .where('state', 'in', inRoll)
    .where('school_path', 'in', classPaths)
    .where('from_day', '<=', day)
    .where('until_day', '>', day)
    .execute();
  return rows.map(({ child_id: childId, state, school_path: path, from_day: from }) => ({ childId, state, path, from }));
}

/** The ids of the classes that have answered for a child on some day of the roll. */
export async function classesOfChild(trx: ReadTrx, childId: string): Promise<readonly string[]> {
  const rows = await trx
    .withTables<StandingTables>()
    .selectFrom('standing_interval')
    .select('school_path')
    .distinct()
    .where('county_id', '=', trx.countyId)
    .where('child_id', '=', childId)
    .execute();
  return rows.flatMap(({ school_path: path }) => path.split('/')[2] || []);
}

const inRoll = standingStates.flatMap((state) => (state.inRoll ? [state.key] : []));
