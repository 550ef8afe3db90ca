import { type Kysely, type Selectable, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Scope } from '../../../platform/access';
import { type CoreTables, once, type ReadTrx, withinScope } from '../../../platform/db';
import type { ChildrenTables } from './tables';

/** A record as it lies in the database. */
export type ChildRow = Selectable<ChildrenTables['child']>;

/** One child of a scope, or undefined; a record that was merged answers with the one that holds everything now. */
export async function findChild(trx: ReadTrx, scope: Scope, id: string, lock = false): Promise<ChildRow | undefined> {
  const query = inScope(trx, scope).selectAll().where('child_id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row?.merged_into ? findChild(trx, scope, row.merged_into, lock) : row;
}

/** Some children of a scope by their ids, in no order; merged records are left out. */
export async function listChildren(trx: ReadTrx, scope: Scope, ids: readonly string[]): Promise<readonly ChildRow[]> {
  return ids.length === 0 ? [] : among(trx, scope, ids).selectAll().execute();
}

/** What a line about a child says: nothing that is kept sealed, of which fifty rows weigh more than all the rest of a list. */
const lineColumns = [
  ...(['child_id', 'name', 'sex', 'birth_day', 'township', 'village'] as const),
  ...(['school_name', 'class_name', 'grade'] as const),
];
export type LineRow = Pick<ChildRow, (typeof lineColumns)[number]>;

/** The same children, as much of them as a line says. */
export async function listLines(trx: ReadTrx, scope: Scope, ids: readonly string[]): Promise<readonly LineRow[]> {
  return ids.length === 0 ? [] : among(trx, scope, ids).select(lineColumns).execute();
}

/** The same of the children whose record names a class; the caller has checked that the class is the asker's. */
export async function linesOfClass(trx: ReadTrx, classPath: string): Promise<readonly LineRow[]> {
  const [row] = await classLines(tables(trx), { county: trx.countyId, classPath });
  return row?.lines ?? [];
}

/** In one value: with every roll a class is asked for, and fifty rows cost more to be read than to be found. */
const classLines = once(
  (children: Kysely<ChildrenTables>, { county, classPath }: { readonly county: string; readonly classPath: string }) =>
    children.selectNoFrom((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('child')
          .select(lineColumns)
          .where('county_id', '=', county)
          .where('school_path', '=', classPath)
          .where('merged_into', 'is', null),
      ).as('lines'),
    ),
);

/** The children whose record names a class, by their ids; the caller has checked that the class is the asker's. */
export async function childrenOfClass(trx: ReadTrx, classPath: string): Promise<readonly string[]> {
  const rows = await tables(trx)
    .selectFrom('child')
    .select('child_id')
    .where('county_id', '=', trx.countyId)
    .where('school_path', '=', classPath)
    .where('merged_into', 'is', null)
    .execute();
  return rows.map(({ child_id }) => child_id);
}

/** Some records of the county by their ids, merged ones too, for saying which they were. */
export async function listRecords(trx: ReadTrx, ids: readonly string[]): Promise<ReadonlyMap<string, ChildRow>> {
  if (ids.length === 0) return new Map();
  const query = tables(trx).selectFrom('child').selectAll().where('county_id', '=', trx.countyId).where('child_id', 'in', ids);
  return new Map((await query.execute()).map((row) => [row.child_id, row]));
}

/** A record and all that were merged into it, so that what was said and seen of those is not lost. */
export async function familyOf(trx: ReadTrx, childId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ child_id: string }>`
    with recursive family as (select ${childId}::text as child_id
      union select c.child_id from family f join child c on c.county_id = ${trx.countyId} and c.merged_into = f.child_id)
    select child_id from family`.execute(tables(trx));
  return rows.map((row) => row.child_id);
}

/** What was found, and whether there was more. */
export type Hits = { readonly rows: readonly LineRow[]; readonly more: boolean };

/** A child has some keys, of which several may begin with what was typed. */
const keysRead = 8;

/** Children of a scope with a name, pinyin or initials that begin so; whole names first. Answers with `most` at most. */
export async function findByName(trx: ReadTrx, scope: Scope, typed: readonly string[], most: number): Promise<Hits> {
  const begins = (key: string) =>
    sql.join(
      typed.map((text) => sql`(${sql.ref(key)} >= ${text} and ${sql.ref(key)} < ${`${text}\u{10ffff}`})`),
      sql` or `,
    );
  // The county's index of names is read from where it begins; a school's children are few, so theirs are looked through.
  const keys = scope.county
    ? sql<{
        child_id: string;
      }>`select k.child_id from child_name_key k where k.county_id = ${trx.countyId} and (${begins('k.key')})
        order by k.key, k.child_id limit ${most * keysRead}`
    : sql<{ child_id: string }>`with mine as materialized (select child_id from child where child.county_id = ${trx.countyId}
          and child.merged_into is null and ${withinScope(scope, paths)})
        select k.child_id from mine join child_name_key k on k.county_id = ${trx.countyId} and k.child_id = mine.child_id
        where ${begins('k.key')} order by k.key, k.child_id limit ${most * keysRead}`;
  const { rows } = await keys.execute(tables(trx));
  return inOrder(trx, scope, [...new Set(rows.map((row) => row.child_id))], most);
}

/** Children of a scope that have one of these numbers in any of their rows. */
export async function findByNumber(trx: ReadTrx, scope: Scope, numbers: readonly Buffer[], most: number): Promise<Hits> {
  const rows = await tables(trx)
    .selectFrom('child_number_key')
    .select('child_id')
    .where('county_id', '=', trx.countyId)
    .where('number', 'in', numbers)
    .orderBy('child_id')
    .limit(most * keysRead)
    .execute();
  return inOrder(trx, scope, [...new Set(rows.map((row) => row.child_id))], most);
}

/** Which children have which of some numbers, wherever they are. */
export async function numberOwners(
  trx: ReadTrx,
  numbers: readonly Buffer[],
): Promise<readonly { readonly child_id: string; readonly number: Buffer }[]> {
  if (numbers.length === 0) return [];
  return tables(trx)
    .selectFrom('child_number_key')
    .select(['child_id', 'number'])
    .where('county_id', '=', trx.countyId)
    .where('number', '=', sql<Buffer>`any(${numbers}::bytea[])`)
    .execute();
}

async function inOrder(trx: ReadTrx, scope: Scope, ids: readonly string[], most: number): Promise<Hits> {
  const found = new Map((await listLines(trx, scope, ids)).map((row) => [row.child_id, row]));
  const rows = ids.flatMap((id) => found.get(id) ?? []);
  return { rows: rows.slice(0, most), more: rows.length > most };
}

/** Names of users by their ids, for saying who did something. */
export async function userNames(trx: ReadTrx, ids: Iterable<string | null>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id): id is string => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await trx
    .withTables<Pick<CoreTables, 'app_user'>>()
    .selectFrom('app_user')
    .select(['user_id', 'name'])
    .where('county_id', '=', trx.countyId)
    .where('user_id', 'in', wanted)
    .execute();
  return new Map(rows.map((row) => [row.user_id, row.name]));
}

const paths = { area: 'child.area_path', school: 'child.school_path' };

function inScope(trx: ReadTrx, scope: Scope) {
  return tables(trx).selectFrom('child').where('county_id', '=', trx.countyId).where(withinScope(scope, paths));
}

/** One parameter, however many ids: so the statement is planned once a connection. */
function among(trx: ReadTrx, scope: Scope, ids: readonly string[]) {
  const wanted = sql<string>`any(${ids}::text[])`;
  return inScope(trx, scope).where('child_id', '=', wanted).where('merged_into', 'is', null);
}

function tables(trx: ReadTrx) {
  return trx.withTables<ChildrenTables>();
}
