// Made-up children straight into the tables: what a request costs depends on how many rows there are, not on what they say.
import { rawSql } from '../../src/platform/access/testing/raw-store';
import type { Database } from '../../src/platform/db';

/** Children of a class; 1,000 a school. */
const classSize = 50;
const schoolSize = 1000;
const families = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎';
const given = '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉力鑫宇浩轩梓涵雨欣怡佳俊博思子晨阳雪婷琪';

const guarded = ['child', 'child_name_key', 'standing_interval', 'roll', 'roll_grid', 'roll_count'];

/** Id of the child with this number, from 1. */
export const childId = (number: number): string => `child-${String(number).padStart(9, '0')}`;
/** Paths of the class and of the school of the child with this number. */
export const schoolPath = (number: number): string => `211324/school-${Math.floor((number - 1) / schoolSize)}/`;
export const classPath = (number: number): string => `${schoolPath(number)}class-${Math.floor((number - 1) / classSize)}/`;
/** The name of the child with this number; some tens of thousands of names, as many namesakes as a county has. */
export function nameOf(number: number): string {
  const mixed = (number * 7919) % 1_000_003;
  return `${families[mixed % 50]}${given[Math.floor(mixed / 50) % 50]}${given[Math.floor(mixed / 2500) % 50]}`;
}

/**
 * Adds the children `from` to `until`, both included, with the keys by which their names are found, where they stand, and the
 * counts of their classes.
 */
export async function addChildren(owner: Database, from: number, until: number): Promise<void> {
  const mixed = '((n::bigint * 7919) % 1000003)';
  const letter = (letters: string, by: number) => `substr('${letters}', (${mixed} / ${by} % 50)::int + 1, 1)`;
  const name = `${letter(families, 1)} || ${letter(given, 50)} || ${letter(given, 2500)}`;
  const school = `'211324/school-' || (n - 1) / ${schoolSize} || '/'`;
  const counts = `array[${[classSize, ...new Array(18).fill(0), classSize, classSize].join(', ')}]`;
  const added = `child_id between '${childId(from)}' and '${childId(until)}'`;
  await rawSql(
    owner,
    `${guarded.map((table) => `alter table ${table} no force row level security`).join('; ')};
    insert into child (county_id, child_id, name, sex, birth_day, township, village, area_path, school_id, class_id, school_path,
      school_name, grade, class_name, listed, created_at, changed_at)
    select '211324', 'child-' || lpad(n::text, 9, '0'), ${name}, 1 + n % 2, (date '2010-01-01' + n % 2900)::text, '公营子镇', '第一村',
      '211324/2113241' || lpad((n % 22)::text, 2, '0') || '/' || (n % 204) || '/', 'school-' || (n - 1) / ${schoolSize},
      'class-' || (n - 1) / ${classSize}, ${school} || 'class-' || (n - 1) / ${classSize} || '/', '某校', 1 + n % 9, '1班', 3, now(), now()
    from generate_series(${from}, ${until}) n;
    insert into child_name_key (county_id, key, child_id)
    select county_id, key, child_id from (select county_id, child_id, unnest(array[name, substr(name, 2)]) as key from child
      where ${added}) k;
    insert into standing_interval (county_id, child_id, from_day, until_day, state, in_roll, rule, area_path, school_path)
    select county_id, child_id, '2024-09-01', '2025-09-01', 'in-school', true, 'on-class-list', area_path, school_path from child
      where ${added};
    insert into roll (county_id, from_day, until_day, policies)
    values ('211324', '2024-09-01', '2025-08-31', 'default-1') on conflict do nothing;
    insert into roll_grid (county_id, tree, grid_path, parent_path)
    select distinct '211324', 'school', school_path, '211324/' || split_part(school_path, '/', 2) || '/' from child where ${added};
    insert into roll_count (county_id, tree, grid_path, from_day, counts)
    select distinct '211324', 'school', school_path, '2024-09-01', ${counts} from child where ${added}`,
  );
}

/** Lets the database learn how many rows there are. */
export async function settle(owner: Database): Promise<void> {
  await rawSql(owner, 'analyze');
}
