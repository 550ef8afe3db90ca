// Made-up children straight into the tables: what a request costs depends on how many rows there are, not on what they say.

import { standingStates } from '../../src/kernel/standing';
import { addStanding, emptyRoll, type Standing } from '../../src/modules/standing';
import { rawSql } from '../../src/platform/access/testing/raw-store';
import { type KeyRing, sealField } from '../../src/platform/crypto';
import type { Database } from '../../src/platform/db';

/** Children of a class; 1,000 a school. */
const classSize = 50;
const schoolSize = 1000;
/** One child in so many is to be found, and a place has been asked. */
const oneToVerify = 50;
const families = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎';
const given = '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉力鑫宇浩轩梓涵雨欣怡佳俊博思子晨阳雪婷琪';
const county = '211324';
const firstDay = '2024-09-01';
/** Ids as the program makes them, ending in the child's number. */
const idStart = '00000000-0000-7000-8000-';

const guarded = [
  ...['child', 'child_name_key', 'school', 'school_class', 'standing_interval', 'roll', 'roll_grid', 'roll_count'],
  ...['verification_batch', 'verification_task', 'area', 'class_roll'],
];

/** Id of the child with this number, from 1. */
export const childId = (number: number): string => `${idStart}${String(number).padStart(12, '0')}`;
/** Paths of the class and of the school of the child with this number. */
export const schoolPath = (number: number): string => `${county}/school-${Math.floor((number - 1) / schoolSize)}/`;
export const classPath = (number: number): string => `${schoolPath(number)}class-${Math.floor((number - 1) / classSize)}/`;
/** The name of the child with this number; some tens of thousands of names, as many namesakes as a county has. */
export function nameOf(number: number): string {
  const mixed = (number * 7919) % 1_000_003;
  return `${families[mixed % 50]}${given[Math.floor(mixed / 50) % 50]}${given[Math.floor(mixed / 2500) % 50]}`;
}

/**
 * Adds the children `from` to `until`, both included, to the villages of the county and to schools and classes of their own, with
 * the keys by which their names are found, where they stand, and who was asked about them. `countRoll` comes after it.
 */
export async function addChildren(owner: Database, from: number, until: number): Promise<void> {
  const mixed = '((n::bigint * 7919) % 1000003)';
  const letter = (letters: string, by: number) => `substr('${letters}', (${mixed} / ${by} % 50)::int + 1, 1)`;
  const name = `${letter(families, 1)} || ${letter(given, 50)} || ${letter(given, 2500)}`;
  const school = `'${county}/school-' || (n - 1) / ${schoolSize} || '/'`;
  const added = `child_id between '${childId(from)}' and '${childId(until)}'`;
  const toVerify = `substr(child_id, 25)::bigint % ${oneToVerify} = 0`;
  await rawSql(
    owner,
    `${guarded.map((table) => `alter table ${table} no force row level security`).join('; ')};
    create temp table village on commit drop as select (row_number() over (order by path) - 1)::int as no, path from area where level = 'village';
    insert into school (county_id, school_id, path, name, kind, area_code, area_path, first_grade, last_grade, from_day, reason, changed_by)
    select '${county}', 'school-' || s, '${county}/school-' || s || '/', '第' || s || '学校', 'nine-year', split_part(path, '/', 3), path, 1, 9,
      '${firstDay}', '-', '-' from generate_series(${Math.floor((from - 1) / schoolSize)}, ${Math.floor((until - 1) / schoolSize)}) s
      join village on no = s % (select count(*) from village);
    insert into school_class (county_id, class_id, school_id, path, area_path, school_year, grades, number, from_day, changed_by)
    select '${county}', 'class-' || c, school_id, path || 'class-' || c || '/', area_path, '2024-2025', array[1 + c % 9], 1 + c % 20,
      '${firstDay}', '-' from generate_series(${Math.floor((from - 1) / classSize)}, ${Math.floor((until - 1) / classSize)}) c
      join school on school_id = 'school-' || c / ${schoolSize / classSize};
    insert into child (county_id, child_id, name, sex, birth_day, township, village, area_path, school_id, class_id, school_path,
      school_name, grade, class_name, listed, created_at, changed_at)
    select '${county}', '${idStart}' || lpad(n::text, 12, '0'), ${name}, 1 + n % 2, (date '2010-01-01' + n % 2900)::text, '公营子镇', '第一村',
      path, 'school-' || (n - 1) / ${schoolSize}, 'class-' || (n - 1) / ${classSize}, ${school} || 'class-' || (n - 1) / ${classSize} || '/',
      '某校', 1 + (n - 1) / ${classSize} % 9, '1班', 3, now(), now()
    from generate_series(${from}, ${until}) n join village on no = n * 7 % (select count(*) from village);
    insert into child_name_key (county_id, key, child_id)
    select county_id, key, child_id from (select county_id, child_id, unnest(array[name, substr(name, 2)]) as key from child
      where ${added}) k;
    insert into standing_interval (county_id, child_id, from_day, until_day, state, in_roll, rule, area_path, school_path, grade)
    select county_id, child_id, '${firstDay}', '2025-09-01', case when ${toVerify} then 'to-verify' else 'in-school' end, true,
      case when ${toVerify} then 'question-open' else 'on-class-list' end, area_path, school_path, grade from child where ${added};
    insert into verification_batch (county_id, batch_id, finding, run_no, due_day, tasks, sent_by, sent_at)
    values ('${county}', 'batch', 'absent', 1, '2025-03-20', 1, '-', now()) on conflict do nothing;
    insert into verification_task (county_id, task_id, batch_id, child_id, finding, tree, path, due_day, state, created_at, changed_at)
    select county_id, 'task-' || child_id, 'batch', child_id, 'absent', 'school', split_part(school_path, 'class', 1), '2025-03-20', 'open',
      now(), now() from child where ${added} and ${toVerify};
    insert into roll (county_id, from_day, until_day, policies) values ('${county}', '${firstDay}', '2025-08-31', 'default-1')
      on conflict do nothing`,
  );
}

/** Tells of every child what its lists say, so that counting it again finds it in its class. */
export async function enrolChildren(owner: Database): Promise<void> {
  const told = (id: string, kind: string, body: string) => `
    insert into child_fact (county_id, fact_id, child_id, kind, happened_day, source, body, recorded_at)
    select county_id, '${id}' || child_id, child_id, '${kind}', '${firstDay}', 'register', ${body}, '${firstDay}' from child`;
  const enrolled = `jsonb_build_object('row', 'e', 'state', 'studying', 'stage', 'primary', 'placement', 'ordinary', 'at', school_path)`;
  await rawSql(
    owner,
    `alter table child_fact no force row level security; alter table child no force row level security;
    ${told('e', 'enrolment', enrolled)}; ${told('l', 'class-list', `jsonb_build_object('at', school_path, 'answer', 'present')`)}`,
  );
}

/** Fills the kept counts of every grid of both trees from where the children stand, as `countChildren` keeps them. */
export async function countRoll(owner: Database): Promise<void> {
  const of = (state: string) => `coalesce(sum(n) filter (where state = '${state}'), 0)::int`;
  const counts = [...standingStates.map(({ key }) => of(key)), 'coalesce(sum(n) filter (where in_roll), 0)::int', 'sum(n)::int'];
  await rawSql(
    owner,
    `create temp table counted on commit drop as
      with leaf as (
        select 'area' as tree, area_path as path, state, in_roll, count(*) as n from standing_interval group by 2, 3, 4
        union all
        select 'school', school_path, state, in_roll, count(*) from standing_interval group by 2, 3, 4)
      select tree, array_to_string((string_to_array(path, '/'))[1:level], '/') || '/' as grid_path,
        case level when 1 then '' else array_to_string((string_to_array(path, '/'))[1:level - 1], '/') || '/' end as parent_path,
        array[${counts.join(', ')}] as counts
      from leaf, generate_series(1, 3) level group by 1, 2, 3;
    insert into roll_grid (county_id, tree, grid_path, parent_path) select '${county}', tree, grid_path, parent_path from counted
      on conflict do nothing;
    insert into roll_count (county_id, tree, grid_path, from_day, counts) select '${county}', tree, grid_path, '${firstDay}', counts from counted
      on conflict (county_id, tree, grid_path, from_day) do update set counts = excluded.counts`,
  );
}

/** Throws unless the kept counts of so many children are what the program's own rule counts, child by child. */
export async function checkRoll(owner: Database, children: number): Promise<void> {
  type Stands = {
    readonly state: Standing['state'];
    readonly in_roll: boolean;
    readonly area_path: string;
    readonly school_path: string;
  };
  const roll = emptyRoll();
  const stands = await rawSql<Stands>(owner, 'select state, in_roll, area_path, school_path from standing_interval');
  for (const row of stands)
    addStanding(roll, { state: row.state, inRoll: row.in_roll, area: row.area_path, school: row.school_path }, 1);
  type Kept = { readonly tree: 'area' | 'school'; readonly grid_path: string; readonly counts: readonly number[] };
  const kept = await rawSql<Kept>(owner, 'select tree, grid_path, counts from roll_count');
  const wrong = kept.filter(({ tree, grid_path, counts }) => roll[tree].get(grid_path)?.join() !== counts.join());
  if (wrong.length > 0 || stands.length !== children || kept.length !== roll.area.size + roll.school.size)
    throw new Error(`of ${kept.length} kept counts of ${stands.length} children ${wrong.length} are not what the program counts`);
}

/** What a record keeps sealed, as the program seals it; only of the children that are asked for, whatever the county's size. */
export async function sealChildren(owner: Database, ring: KeyRing, numbers: readonly number[]): Promise<void> {
  const said = {
    ...{ id_number: '211324201203150017', student_number: 'G211324201203150017', ethnicity: '蒙古族' },
    ...{ guardian_name: '王建国', guardian_phone: '13800000000', address: '公营子镇第一村三组12号' },
  };
  const seal = (number: number, column: string, text: string) =>
    sealField(ring, { countyId: county, table: 'child', column, id: childId(number) }, text).toString('hex');
  const rows = numbers.map((number) => {
    const columns = Object.entries(said).map(([column, text]) => `decode('${seal(number, column, text)}', 'hex')`);
    return `('${childId(number)}', ${columns.join(', ')})`;
  });
  const columns = Object.keys(said);
  await rawSql(
    owner,
    `update child set ${columns.map((column) => `${column} = v.${column}`).join(', ')}
    from (values ${rows.join(', ')}) v(child_id, ${columns.join(', ')})
    where child.county_id = '${county}' and child.child_id = v.child_id`,
  );
}

/** The path of a village of the county. */
export async function villageOf(owner: Database): Promise<string> {
  const [row] = await rawSql<{ path: string }>(owner, "select path from area where level = 'village' order by path limit 1");
  return row?.path ?? '';
}

/** Lets the database learn how many rows there are and that nobody changes them, as it does by itself within minutes. */
export async function settle(owner: Database): Promise<void> {
  await rawSql(owner, 'vacuum analyze');
}
