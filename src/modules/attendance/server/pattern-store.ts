import { sql } from 'kysely';
import type { ReadTrx } from '../../../platform/db';
import type { Way } from '../rules/contact';
import type { AttendanceTables } from './tables';

type Span = { readonly from: string; readonly to: string };
export type AwayWord = { readonly day: string; readonly session: 'am' | 'pm'; readonly mark: 'absent' | 'sick' | 'personal' };
/** The words of a child that was away, packed: one row a child. */
export type AwayChild = { readonly child_id: string; readonly class_id: string; readonly words: readonly AwayWord[] };

/** Children of some classes who were away or on leave at least so many times, with every time. */
export async function awayChildren(
  trx: ReadTrx,
  classes: readonly string[],
  { from, to }: Span,
  least: number,
): Promise<readonly AwayChild[]> {
  const { rows } = await sql<{ child_id: string; class_id: string; words: readonly string[] }>`
    select child_id, max(class_id) as class_id, array_agg(day || ' ' || session || ' ' || mark order by day, session) as words
    from roll_mark where county_id = ${trx.countyId} and class_id = any(${classes}::text[]) and day between ${from} and ${to}
      and mark in ('absent', 'sick', 'personal')
    group by child_id having count(*) >= ${least}`.execute(tables(trx));
  return rows.map((row) => ({ ...row, words: row.words.map(wordOf) }));
}

/** The same of some children by name, however often. */
export async function awayOf(trx: ReadTrx, children: readonly string[], { from, to }: Span): Promise<readonly AwayChild[]> {
  if (children.length === 0) return [];
  const { rows } = await sql<{ child_id: string; class_id: string; words: readonly string[] }>`
    select child_id, max(class_id) as class_id, array_agg(day || ' ' || session || ' ' || mark order by day, session) as words
    from roll_mark where county_id = ${trx.countyId} and child_id = any(${children}::text[]) and day between ${from} and ${to}
      and mark in ('absent', 'sick', 'personal')
    group by child_id`.execute(tables(trx));
  return rows.map((row) => ({ ...row, words: row.words.map(wordOf) }));
}

/** On which days of a span a class was called, and on which of them in both halves; one row a class. */
export type CalledDays = {
  readonly class_id: string;
  readonly class_path: string;
  readonly days: readonly string[];
  readonly twice: readonly string[];
};

export async function calledDays(trx: ReadTrx, classes: readonly string[], { from, to }: Span): Promise<readonly CalledDays[]> {
  const { rows } = await sql<CalledDays>`
    select class_id, max(class_path) as class_path, array_agg(day order by day) as days,
      coalesce(array_agg(day order by day) filter (where parts > 1), '{}') as twice
    from (select class_id, max(class_path) as class_path, day, count(*) as parts from class_roll
      where county_id = ${trx.countyId} and class_id = any(${classes}::text[]) and newest and day between ${from} and ${to}
      group by class_id, day) d
    group by class_id`.execute(tables(trx));
  return rows;
}

/** Whom a class read out on its last called days, and which days these were. */
export type RecentlyCalled = {
  readonly class_id: string;
  readonly days: readonly string[];
  readonly children: readonly string[];
};

export async function recentlyCalled(
  trx: ReadTrx,
  classes: readonly string[],
  { from, to }: Span,
  lastDays: number,
): Promise<readonly RecentlyCalled[]> {
  const { rows } = await sql<RecentlyCalled>`
    with recent as (
      select class_id, day, present, marks, dense_rank() over (partition by class_id order by day desc) as back from class_roll
      where county_id = ${trx.countyId} and class_id = any(${classes}::text[]) and newest and day between ${from} and ${to})
    select r.class_id, array_agg(distinct r.day order by r.day) as days, array_agg(distinct c.id) as children
    from recent r cross join lateral (select unnest(r.present)::text as id
      union all select m ->> 'childId' from jsonb_array_elements(r.marks) m) c
    where r.back <= ${lastDays} group by r.class_id`.execute(tables(trx));
  return rows;
}

/** A contact as far as its effect is asked for. */
export type ContactMade = {
  readonly contact_id: string;
  readonly child_id: string;
  readonly class_path: string;
  readonly day: string;
  readonly way: Way;
};

/** Contacts of a span about children of some classes. */
export async function contactsIn(trx: ReadTrx, paths: readonly string[], { from, to }: Span): Promise<readonly ContactMade[]> {
  const { rows } = await sql<ContactMade>`
    select contact_id, child_id, class_path, day, way from absence_contact
    where county_id = ${trx.countyId} and class_path = any(${paths}::text[]) and day between ${from} and ${to}
    order by day, noted_at`.execute(tables(trx));
  return rows;
}

function wordOf(text: string): AwayWord {
  const [day = '', session, mark] = text.split(' ');
  return { day, session, mark } as AwayWord;
}

function tables(trx: ReadTrx) {
  return trx.withTables<AttendanceTables>();
}
