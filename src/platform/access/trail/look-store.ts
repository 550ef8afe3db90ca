import { type RawBuilder, sql } from 'kysely';
import type { CoreTables, ReadTrx } from '../../db';

type Tables = Pick<CoreTables, 'audit_line' | 'app_user' | 'role_grant'>;

/** Where a line stands in the trail: its chain, and its number there. */
export type LinePlace = { readonly chain: number; readonly seq: number };

/** A line of the trail as it is looked at. */
export type LookedLine = LinePlace & {
  readonly at: Date;
  /** null: the server, or somebody it did not know */ readonly userId: string | null;
  readonly requestId: string;
  readonly source: string;
  readonly act: string;
  readonly object: string;
  readonly outcome: 'done' | 'refused';
  readonly reason: string | null;
  readonly detail: unknown;
  /** its link of the chain, hexadecimal */ readonly mac: string;
};

/** What is looked for; an empty list finds nothing, null does not narrow. Lines at `from` and later, before `before`. */
export type LineFilter = {
  readonly from: Date | null;
  readonly before: Date | null;
  readonly users: readonly string[] | null;
  readonly acts: readonly string[] | null;
  readonly object: string | null;
  readonly outcome: 'done' | 'refused' | null;
};

/** The last line of the page before. */
export type After = LinePlace & { readonly at: Date };

const columns = sql`chain, seq, at, user_id as "userId", request_id as "requestId", source, act, object, outcome, reason, detail,
  encode(mac, 'hex') as mac`;
const newestFirst = sql`order by at desc, chain desc, seq desc`;

/**
 * The newest lines that fit, at most `size`, below the one they come after. What narrows best leads, each of its values by its
 * own walk along an index, so that a page costs the same in a trail of any length.
 */
export async function listLines(
  trx: ReadTrx,
  filter: LineFilter,
  after: After | null,
  size: number,
): Promise<readonly LookedLine[]> {
  const conditions = conditionsOf(trx, filter, after);
  const page = sql`${newestFirst} limit ${size}`;
  const walk = (more: RawBuilder<unknown>) =>
    sql`select ${columns} from audit_line where ${sql.join([...conditions, more], sql` and `)} ${page}`;
  const { object, users, acts } = filter;
  const leading = object === null ? (users ? by('user_id', users) : acts ? by('act', acts) : null) : null;
  const query =
    leading === null
      ? walk(object === null ? sql`true` : sql`object = ${object}`)
      : sql`select l.* from unnest(${sql.val(leading.values)}::text[]) k(value)
          cross join lateral (${walk(sql`${sql.ref(leading.column)} = k.value`)}) l ${page}`;
  return (await sql<LookedLine>`${query}`.execute(trx.withTables<Tables>())).rows;
}

/** What the security administrator watches: whatever was refused, and these acts whatever came of them; as `listLines`. */
export async function listWatched(
  trx: ReadTrx,
  watched: readonly string[],
  filter: LineFilter,
  after: After | null,
  size: number,
): Promise<readonly LookedLine[]> {
  const refused = filter.outcome === 'done' ? [] : await listLines(trx, { ...filter, outcome: 'refused' }, after, size);
  const acts = filter.acts === null ? watched : watched.filter((act) => filter.acts?.includes(act));
  const done = filter.outcome === 'refused' ? [] : await listLines(trx, { ...filter, acts, outcome: 'done' }, after, size);
  return [...refused, ...done].sort(byNewest).slice(0, size);
}

/** One line, or undefined. */
export async function findLine(trx: ReadTrx, { chain, seq }: LinePlace): Promise<LookedLine | undefined> {
  const found = sql<LookedLine>`select ${columns} from audit_line
    where county_id = ${trx.countyId} and chain = ${chain} and seq = ${seq}`;
  return (await found.execute(trx.withTables<Tables>())).rows[0];
}

/** Requests write a handful of lines, one after another; so many to both sides are looked through for the same request. */
const NEAR = 200;

/** The lines that the same request wrote, in their order. */
export async function linesOfRequest(trx: ReadTrx, { chain, seq, requestId }: LookedLine): Promise<readonly LookedLine[]> {
  const found = sql<LookedLine>`select ${columns} from audit_line where county_id = ${trx.countyId} and chain = ${chain}
    and seq between ${seq - NEAR} and ${seq + NEAR} and request_id = ${requestId} order by seq`;
  return (await found.execute(trx.withTables<Tables>())).rows;
}

/** Whether a line about an object was written since a moment. */
export async function wasNoted(trx: ReadTrx, act: string, object: string, since: Date): Promise<boolean> {
  const lines = trx.withTables<Tables>().selectFrom('audit_line').select('seq').where('county_id', '=', trx.countyId);
  const found = lines.where('object', '=', object).where('at', '>=', since).where('act', '=', act).limit(1);
  return (await found.executeTakeFirst()) !== undefined;
}

/** Every act that the trail holds, found by jumping along its index: as many steps as there are acts. */
export async function actsOf(trx: ReadTrx): Promise<readonly string[]> {
  const { countyId } = trx;
  const next = (after: RawBuilder<unknown>) =>
    sql`select min(act) as act from audit_line where county_id = ${countyId} and act > ${after}`;
  const { rows } = await sql<{ act: string }>`with recursive step as (
      (${next(sql`''`)}) union all select (${next(sql`step.act`)}) from step where step.act is not null
    ) select act from step where act is not null`.execute(trx.withTables<Tables>());
  return rows.map(({ act }) => act);
}

/** A person whom a line names. */
export type LinePerson = { readonly userId: string; readonly login: string; readonly name: string; readonly unit: string };

const person = ['user_id as userId', 'login', 'name', 'unit'] as const;

/** People by id, those that are there. */
export async function peopleOf(trx: ReadTrx, userIds: readonly string[]): Promise<ReadonlyMap<string, LinePerson>> {
  if (userIds.length === 0) return new Map();
  const users = trx.withTables<Tables>().selectFrom('app_user').select(person).where('county_id', '=', trx.countyId);
  const found = await users.where('user_id', 'in', userIds).execute();
  return new Map(found.map((one) => [one.userId, one]));
}

/** People whose name or login holds a text, at most `limit`. */
export async function peopleNamed(trx: ReadTrx, text: string, limit: number): Promise<readonly LinePerson[]> {
  const users = trx.withTables<Tables>().selectFrom('app_user').select(person).where('county_id', '=', trx.countyId);
  const part = sql<boolean>`strpos(lower(name || ' ' || login), lower(${text})) > 0`;
  return users.where(part).orderBy('name').orderBy('user_id').limit(limit).execute();
}

/** Whose rights these are, by the right's id. */
export async function holdersOf(
  trx: ReadTrx,
  grantIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly userId: string; readonly role: string }>> {
  if (grantIds.length === 0) return new Map();
  const grants = trx.withTables<Tables>().selectFrom('role_grant').select(['grant_id', 'user_id', 'role']);
  const found = await grants.where('county_id', '=', trx.countyId).where('grant_id', 'in', grantIds).execute();
  return new Map(found.map(({ grant_id, user_id: userId, role }) => [grant_id, { userId, role }]));
}

function conditionsOf(trx: ReadTrx, filter: LineFilter, after: After | null): RawBuilder<unknown>[] {
  const { from, before, users, acts, outcome } = filter;
  const conditions = [sql`county_id = ${trx.countyId}`];
  if (from) conditions.push(sql`at >= ${from}`);
  if (before) conditions.push(sql`at < ${before}`);
  if (users) conditions.push(sql`user_id = any(${sql.val(users)}::text[])`);
  if (acts) conditions.push(sql`act = any(${sql.val(acts)}::text[])`);
  // As it is written in the index of refusals.
  if (outcome) conditions.push(outcome === 'refused' ? sql`outcome = 'refused'` : sql`outcome = 'done'`);
  if (after) conditions.push(sql`at <= ${after.at} and (at, chain, seq) < (${after.at}, ${after.chain}, ${after.seq})`);
  return conditions;
}

function by(column: 'user_id' | 'act', values: readonly string[]) {
  return { column, values };
}

function byNewest(one: LookedLine, other: LookedLine): number {
  return other.at.getTime() - one.at.getTime() || other.chain - one.chain || other.seq - one.seq;
}
