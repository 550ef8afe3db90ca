import { sql } from 'kysely';
import type { ReadTrx, Trx } from '../../db';
import type { Role, Tree } from '../roles';
import type { AccessTables } from '../tables';

/** A right as it was asked for, and what became of it. */
export type GrantRow = {
  readonly grantId: string;
  readonly userId: string;
  readonly role: Role;
  readonly tree: Tree;
  readonly path: string;
  readonly fromDay: string;
  readonly untilDay: string | null;
  readonly reason: string | null;
  readonly askedBy: string | null;
  readonly askedAt: Date | null;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
  readonly version: number;
};

/** The same with the people's names. */
export type NamedGrant = GrantRow & {
  readonly login: string;
  readonly name: string;
  readonly unit: string;
  readonly askedByName: string | null;
  readonly approvedByName: string | null;
  readonly endedByName: string | null;
};

/** `asked`: waits for approval; `open`: approved and not ended, whatever its days; `ended`: refused, taken back or over. */
export type GrantState = 'asked' | 'open' | 'ended';

export type NewGrant = Pick<GrantRow, 'grantId' | 'userId' | 'role' | 'tree' | 'path' | 'fromDay' | 'untilDay' | 'reason'> & {
  readonly askedBy: string | null;
  /** in force at once, by nobody: the first accounts of an installation, the demo county */ readonly approved?: boolean;
};

export async function insertGrants(trx: Trx, grants: readonly NewGrant[]): Promise<void> {
  if (grants.length === 0) return;
  const rows = grants.map((grant) => ({
    county_id: trx.countyId,
    grant_id: grant.grantId,
    user_id: grant.userId,
    role: grant.role,
    tree: grant.tree,
    path: grant.path,
    from_day: grant.fromDay,
    until_day: grant.untilDay,
    reason: grant.reason,
    asked_by: grant.askedBy,
    asked_at: trx.now,
    approved_at: grant.approved === true ? trx.now : null,
    version: 1,
  }));
  await trx.withTables<AccessTables>().insertInto('role_grant').values(rows).execute();
}

/** The grants of people that were not ended, asked for and approved. */
export async function standingGrants(trx: ReadTrx, userIds: readonly string[]): Promise<readonly GrantRow[]> {
  if (userIds.length === 0) return [];
  const grants = trx.withTables<AccessTables>().selectFrom('role_grant').select(columns).where('county_id', '=', trx.countyId);
  return grants.where('user_id', 'in', userIds).where('ended_at', 'is', null).orderBy('from_day').orderBy('grant_id').execute();
}

/** The grants that nobody asked for: of the first accounts. */
export async function foundingGrants(trx: ReadTrx): Promise<readonly GrantRow[]> {
  const grants = trx.withTables<AccessTables>().selectFrom('role_grant').select(columns).where('county_id', '=', trx.countyId);
  return grants.where('asked_by', 'is', null).where('ended_at', 'is', null).execute();
}

/** One grant; nobody else decides on it before this transaction ends. */
export async function lockGrant(trx: Trx, grantId: string): Promise<GrantRow | undefined> {
  const grants = trx.withTables<AccessTables>().selectFrom('role_grant').select(columns).where('county_id', '=', trx.countyId);
  return grants.where('grant_id', '=', grantId).forUpdate().executeTakeFirst();
}

export async function approveRow(trx: Trx, grantId: string, approvedBy: string): Promise<void> {
  const change = { approved_by: approvedBy, approved_at: trx.now };
  await updated(trx, change).where('grant_id', '=', grantId).execute();
}

/** Ends grants: refused, taken back, or (`endedBy` null) over. */
export async function endRows(trx: Trx, grantIds: readonly string[], endedBy: string | null): Promise<void> {
  if (grantIds.length === 0) return;
  await updated(trx, { ended_by: endedBy, ended_at: trx.now }).where('grant_id', 'in', grantIds).execute();
}

/** Grants whose last day is before a day and that nobody ended; of one person, or of all. */
export async function overdueGrants(trx: ReadTrx, today: string, userId: string | null): Promise<readonly GrantRow[]> {
  const grants = trx.withTables<AccessTables>().selectFrom('role_grant').select(columns).where('county_id', '=', trx.countyId);
  const over = grants.where('ended_at', 'is', null).where('until_day', '<', today);
  return (userId === null ? over : over.where('user_id', '=', userId)).orderBy('grant_id').execute();
}

/** How many people hold a role on a day, one of them left out, whose accounts are not disabled. */
export async function otherHolders(trx: ReadTrx, role: Role, today: string, except: string): Promise<number> {
  const { others } = await trx
    .withTables<AccessTables>()
    .selectFrom('role_grant as g')
    .innerJoin('app_user as u', (join) => join.onRef('u.county_id', '=', 'g.county_id').onRef('u.user_id', '=', 'g.user_id'))
    .select(sql<number>`count(distinct g.user_id)`.as('others'))
    .where('g.county_id', '=', trx.countyId)
    .where('g.role', '=', role)
    .where('g.user_id', '!=', except)
    .where('g.approved_at', 'is not', null)
    .where('g.ended_at', 'is', null)
    .where('g.from_day', '<=', today)
    .where((column) => column.or([column('g.until_day', 'is', null), column('g.until_day', '>=', today)]))
    .where('u.state', '=', 'active')
    .executeTakeFirstOrThrow();
  return others;
}

/** One after another: whoever decides on grants, or ends an office, sees what the one before has done. */
export async function lockOffices(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(2113240007)`.execute(trx.withTables());
}

export type GrantFilter = {
  readonly state: GrantState | null;
  readonly role: Role | null;
  readonly userId: string | null;
  readonly grantId: string | null;
  /** part of a name, login or unit */ readonly text: string;
  /** or the right lies at or below one of these places */ readonly places: readonly string[];
};

/** One page of grants, from 1, the newest first; and how many there are. */
export async function listGrants(
  trx: ReadTrx,
  filter: GrantFilter,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ readonly rows: readonly NamedGrant[]; readonly total: number }> {
  const all = narrowed(trx, filter);
  const { total } = await all.select((column) => column.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await all
    .leftJoin('app_user as asker', (join) =>
      join.onRef('asker.county_id', '=', 'role_grant.county_id').onRef('asker.user_id', '=', 'role_grant.asked_by'),
    )
    .leftJoin('app_user as ap', (join) =>
      join.onRef('ap.county_id', '=', 'role_grant.county_id').onRef('ap.user_id', '=', 'role_grant.approved_by'),
    )
    .leftJoin('app_user as en', (join) =>
      join.onRef('en.county_id', '=', 'role_grant.county_id').onRef('en.user_id', '=', 'role_grant.ended_by'),
    )
    .select(columns)
    .select(['u.login', 'u.name', 'u.unit'])
    .select(['asker.name as askedByName', 'ap.name as approvedByName', 'en.name as endedByName'])
    .orderBy('role_grant.asked_at', 'desc')
    .orderBy('role_grant.grant_id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { rows, total };
}

function narrowed(trx: ReadTrx, { state, role, userId, grantId, text, places }: GrantFilter) {
  let all = trx
    .withTables<AccessTables>()
    .selectFrom('role_grant')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.county_id', '=', 'role_grant.county_id').onRef('u.user_id', '=', 'role_grant.user_id'),
    )
    .where('role_grant.county_id', '=', trx.countyId);
  if (state === 'asked') all = all.where('role_grant.ended_at', 'is', null).where('role_grant.approved_at', 'is', null);
  if (state === 'open') all = all.where('role_grant.ended_at', 'is', null).where('role_grant.approved_at', 'is not', null);
  if (state === 'ended') all = all.where('role_grant.ended_at', 'is not', null);
  if (role !== null) all = all.where('role_grant.role', '=', role);
  if (userId !== null) all = all.where('role_grant.user_id', '=', userId);
  if (grantId !== null) all = all.where('role_grant.grant_id', '=', grantId);
  if (text !== '') {
    all = all.where(
      sql<boolean>`(strpos(lower(u.name || ' ' || u.login || ' ' || u.unit), lower(${text})) > 0
        or role_grant.path ^@ any(${sql.val(places)}::text[]))`,
    );
  }
  return all;
}

const columns = [
  'grant_id as grantId',
  'role_grant.user_id as userId',
  'role',
  'tree',
  'path',
  'from_day as fromDay',
  'until_day as untilDay',
  'reason',
  'asked_by as askedBy',
  'asked_at as askedAt',
  'approved_by as approvedBy',
  'approved_at as approvedAt',
  'ended_by as endedBy',
  'ended_at as endedAt',
  'role_grant.version as version',
] as const;

type GrantColumns = Partial<Omit<AccessTables['role_grant'], 'county_id' | 'grant_id' | 'version'>>;

function updated(trx: Trx, change: GrantColumns) {
  return trx
    .withTables<AccessTables>()
    .updateTable('role_grant')
    .set((column) => ({ ...change, version: column('version', '+', 1) }))
    .where('county_id', '=', trx.countyId);
}
