// A school year of made-up days straight into the tables, for children that `enrolChildren` has told of.
import { rawSql } from '../../src/platform/access/testing/raw-store';
import type { Database } from '../../src/platform/db';

/** Told facts stop so many days before the last day, so that none lies after it. */
const TAIL = 20;

/**
 * Each school day one child in a hundred is away, most for a day and some for a fortnight; some fall out of their class list, and
 * half of those come back. Everybody waits to be counted afterwards. Answers with how many facts there are.
 */
export async function liveThrough(owner: Database, first: string, last: string): Promise<number> {
  const verdict = (word: string) => `jsonb_build_object('verdict', '${word}', 'at', school_path)`;
  const list = (answer: string) => `jsonb_build_object('at', school_path, 'answer', '${answer}')`;
  const away = someChildren(first, last, 100);
  const long = someChildren(first, last, 20_011);
  const off = someChildren(first, last, 30_011);
  const back = someChildren(first, last, 60_022);
  await rawSql(
    owner,
    `alter table child_due no force row level security; delete from standing_interval; delete from roll;
    ${told('a', 'attendance', verdict('absent'), 'day', away)};
    ${told('b', 'attendance', verdict('present'), 'day + 1', away)};
    ${told('c', 'attendance', verdict('absent'), 'day + n', `${long}, generate_series(2, 14) n`)};
    ${told('d', 'attendance', verdict('present'), 'day + 15', long)};
    ${told('e', 'class-list', list('absent'), 'day', off)};
    ${told('f', 'class-list', list('present'), 'day + 18', back)};
    insert into child_due (county_id, due_id, child_id, asked_at) select county_id, child_id, child_id, now() from child`,
  );
  const [row] = await rawSql<{ facts: number }>(owner, 'select count(*)::int as facts from child_fact');
  return row?.facts ?? 0;
}

/** One child in so many of each school day, others every day. */
function someChildren(first: string, last: string, one: number): string {
  const number = "substr(child_id, 25)::bigint * 7919 + (d.day::date - date '2024-01-01') * 104729";
  return `(select d.day::date as day, child_id, school_path
    from generate_series(date '${first}', date '${last}' - ${TAIL}, '1 day') d(day) cross join child
    where extract(isodow from d.day) < 6 and (${number}) % ${one} = 7) chosen`;
}

function told(prefix: string, kind: string, body: string, day: string, from: string): string {
  return `insert into child_fact (county_id, fact_id, child_id, kind, happened_day, source, body, recorded_at)
    select '211324', '${prefix}' || (${day}) || child_id, child_id, '${kind}', (${day})::text, 'register', ${body},
      (${day}) + interval '1 hour' from ${from}`;
}
