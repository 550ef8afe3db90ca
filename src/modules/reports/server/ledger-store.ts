import { type RawBuilder, sql } from 'kysely';
import { nowhere } from '../../../kernel/place-path';
import type { StandingKey } from '../../../kernel/standing';
import type { Scope } from '../../../platform/access';
import { below, type ReadTrx, withinScope } from '../../../platform/db';
import type { LedgerSort } from '../contract';
import type { ReportTables } from './tables';

/** Which rows of a ledger somebody asks for; places are paths, a name is as keys of names are written. */
export type LedgerChoice = {
  readonly day: string;
  readonly states: readonly StandingKey[];
  readonly area?: string | undefined;
  readonly school?: string | undefined;
  readonly grades: readonly number[];
  readonly name?: string | undefined;
};

/** A child in a ledger as it lies in the database. */
export type LedgerRecord = {
  readonly child_id: string;
  readonly name: string;
  readonly sex: number;
  readonly birth_day: string | null;
  readonly grade: number | null;
  readonly township: string;
  readonly village: string;
  readonly school_name: string;
  readonly class_name: string;
  readonly state: StandingKey;
  readonly since_day: string | null;
  readonly area_path: string;
  readonly school_path: string;
};

/** Which page, in which order. */
export type LedgerPage = {
  readonly sort: LedgerSort;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
};

/**
 * How far a list of the whole county can be paged, and how many of its rows are counted: behind that somebody narrows the list, and
 * no page costs more than this many entries of an index, however many children the county has. Our choice: a hundred pages.
 */
export const farthest = 5_000;

/** Keys of names that are read for a beginning; a child has some, so this reaches further than a list can be paged. */
const mostKeys = 4 * farthest;

/** Whether more names of the county begin so than are looked through. */
export async function hasMoreNames(trx: ReadTrx, scope: Scope, choice: LedgerChoice): Promise<boolean> {
  if (!leadsByName(scope, choice)) return false;
  const { rows } = await sql<{ keys: number }>`select count(*) as keys from (${keysOf(trx, choice)}) k`.execute(tables(trx));
  return (rows[0]?.keys ?? 0) >= mostKeys;
}

/** One page of the rows of a place, a school or a name, with how many there are in all: they are few in a county of any size. */
export async function listOfGrid(trx: ReadTrx, scope: Scope, choice: LedgerChoice, page: LedgerPage) {
  // Records are opened for the rows of the page alone where none of them decides which rows those are.
  const opens = !scope.county || page.sort === 'birth';
  const { rows } = await sql<LedgerRecord & { total: number }>`
    with s as materialized (select s.*, count(*) over () as total from ${standing(trx, scope, choice)} ${opens ? withRecord : sql``}
      where ${matching(trx, scope, choice)} order by ${orderBy(page)} limit ${page.limit} offset ${page.offset})
    select ${columns}, s.total from s ${withRecord} order by ${orderBy(page)}`.execute(tables(trx));
  if (rows.length > 0 || page.offset === 0) return { rows, total: rows[0]?.total ?? 0 };
  return { rows, total: (await countLedger(trx, scope, choice, Number.MAX_SAFE_INTEGER)).rows };
}

/**
 * One page of the whole county in the order of places or schools: of each state, and of each grade where some are chosen, the index
 * is read from its end, and no further. PostgreSQL 18 sees that only where state and grade are each equal to one value: of `any(…)`
 * it read and sorted everybody (60 ms of 30,000 children; so 4).
 */
export async function listOfCounty(trx: ReadTrx, choice: LedgerChoice, page: LedgerPage): Promise<readonly LedgerRecord[]> {
  const { states, grades, day } = choice;
  const path = sql.ref(page.sort === 'school' ? 's.school_path' : 's.area_path');
  const way = page.descending ? sql`desc` : sql`asc`;
  const byGrade = grades.length > 0;
  const { from, end } = stretches(trx, page);
  const order = sql`s.stretch, ${path} ${way}, s.child_id ${way}`;
  const { rows } = await sql<LedgerRecord>`
    with s as (select s.* from unnest(${states}::text[]) as of_state(state)
      ${byGrade ? sql`cross join unnest(${grades}::smallint[]) as of_grade(grade)` : sql``}
      cross join unnest(${from}::text[], ${end}::text[]) with ordinality as part(from_path, end_path, no)
      cross join lateral (select part.no as stretch, s.* from report_standing s where s.county_id = ${trx.countyId}
        and s.state = of_state.state and ${byGrade ? sql`s.grade = of_grade.grade` : sql`true`}
        and ${path} >= part.from_path and ${path} < part.end_path and s.from_day <= ${day} and s.until_day > ${day}
        order by ${path} ${way}, s.child_id ${way} limit ${page.offset + page.limit}) s
      order by ${order} limit ${page.limit} offset ${page.offset})
    select ${columns} from s ${withRecord} order by ${order}`.execute(tables(trx));
  return rows;
}

/** The stretches of paths that are read one after the other: places nobody knows stand last, whichever way a list goes. */
function stretches({ countyId }: ReadTrx, { descending }: LedgerPage) {
  const unknown = `${countyId}/${nowhere}/`;
  return descending ? { from: ['', unknown], end: [unknown, endOf('')] } : { from: [''], end: [endOf('')] };
}

/** How many rows there are, counted no further than `most`; `more`: there are others. */
export async function countLedger(trx: ReadTrx, scope: Scope, choice: LedgerChoice, most: number) {
  const { rows } = await sql<{ rows: number }>`select count(*) as rows from (
    select 1 from ${standing(trx, scope, choice)} ${scope.county ? sql`` : withRecord} where ${matching(trx, scope, choice)}
    limit ${most === Number.MAX_SAFE_INTEGER ? most : most + 1}) t`.execute(tables(trx));
  const found = rows[0]?.rows ?? 0;
  return { rows: Math.min(found, most), more: found > most };
}

/** Every child of a choice in the order of places, at most `most`: what is to leave the house. */
export async function idsOfLedger(
  trx: ReadTrx,
  scope: Scope,
  choice: LedgerChoice,
  most: number,
): Promise<readonly LedgerRecord[]> {
  const { rows } = await sql<LedgerRecord>`select ${columns} from ${standing(trx, scope, choice)} ${withRecord}
    where ${matching(trx, scope, choice)} order by s.area_path, s.school_path, s.child_id limit ${most}`.execute(tables(trx));
  return rows;
}

const columns = sql.raw(
  'c.child_id, c.name, c.sex, c.birth_day, c.grade, c.township, c.village, c.school_name, c.class_name, s.state, s.since_day, s.area_path, s.school_path',
);
const withRecord = sql.raw('join report_child c on c.county_id = s.county_id and c.child_id = s.child_id');

/** A name leads by its own index where nothing else narrows the list; a county's children are not asked for their names one by one. */
function standing(trx: ReadTrx, scope: Scope, choice: LedgerChoice): RawBuilder<unknown> {
  if (!leadsByName(scope, choice)) return sql`report_standing s`;
  return sql`(select distinct child_id from (${keysOf(trx, choice)}) k) k
    join report_standing s on s.county_id = ${trx.countyId} and s.child_id = k.child_id`;
}

function leadsByName(scope: Scope, { name, area, school }: LedgerChoice): boolean {
  return scope.county && name !== undefined && area === undefined && school === undefined;
}

function keysOf(trx: ReadTrx, { name = '' }: LedgerChoice): RawBuilder<unknown> {
  return sql`select child_id from report_name_key where county_id = ${trx.countyId} and key >= ${name} and key < ${endOf(name)}
    order by key, child_id limit ${mostKeys}`;
}

function matching(trx: ReadTrx, scope: Scope, choice: LedgerChoice): RawBuilder<unknown> {
  const { states, grades, day } = choice;
  const ofGrades = grades.length === 0 ? sql`true` : sql`s.grade = any(${grades}::smallint[])`;
  const isNamed = leadsByName(scope, choice) ? sql`true` : named(trx, choice);
  return sql`s.county_id = ${trx.countyId} and s.state = any(${states}::text[]) and s.from_day <= ${day} and s.until_day > ${day}
    and ${ofGrades} and ${within(scope)} and ${inPlace(choice)} and ${isNamed}`;
}

/** Where the child stands that day, and where it lives and learns today: both have to lie in the asker's places. */
function within(scope: Scope): RawBuilder<unknown> {
  const places = (table: string) => withinScope(scope, { area: `${table}.area_path`, school: `${table}.school_path` });
  return sql`${places('s')} and ${places('c')}`;
}

function inPlace({ area, school }: LedgerChoice): RawBuilder<unknown> {
  const ofArea = area === undefined ? sql`true` : below('s.area_path', [area]);
  return school === undefined ? ofArea : sql`${ofArea} and ${below('s.school_path', [school])}`;
}

function named(trx: ReadTrx, { name }: LedgerChoice): RawBuilder<unknown> {
  if (name === undefined) return sql`true`;
  return sql`exists (select 1 from report_name_key n where n.county_id = ${trx.countyId} and n.child_id = s.child_id
    and n.key >= ${name} and n.key < ${endOf(name)})`;
}

/** Everything that begins with a text sorts before this. */
function endOf(text: string): string {
  return `${text}\u{10ffff}`;
}

/** Unknown grades, birth days and places stand last, whichever way a list goes. */
function orderBy({ sort, descending }: LedgerPage): RawBuilder<unknown> {
  const way = descending ? sql`desc` : sql`asc`;
  const path = (column: string) => (descending ? sql`replace(${sql.ref(column)}, ${`/${nowhere}/`}, '//')` : sql.ref(column));
  const keys = {
    place: [path('s.area_path')],
    school: [path('s.school_path')],
    grade: [sql.ref('s.grade'), path('s.school_path')],
    birth: [sql.ref('c.birth_day')],
    state: [sql.ref('s.state'), path('s.area_path')],
  };
  return sql.join(
    [...keys[sort], sql.ref('s.child_id')].map((key) => sql`${key} ${way} nulls last`),
    sql`, `,
  );
}

function tables(trx: ReadTrx) {
  return trx.withTables<ReportTables>();
}
