import type { Migration } from './migration';

/**
 * Where every child stands, kept as intervals, and the counts of every grid, kept as a row on each day on which they change.
 * Whoever records a fact asks in the same transaction for the child to be counted again (`child_due`); the server does so in one
 * transaction of its own, so that the county's rows are locked for milliseconds. Days to come are in it: birthdays, proofs that run out.
 */
export const m0007 = {
  name: '0007-standing',
  sql: `
create table standing_interval (
  county_id   text not null,                              -- class F0 · whose county · as the child
  child_id    text not null,                              -- class F0 · the child · as the child
  from_day    text not null,                              -- class F1 · first day · as the child
  until_day   text not null,                              -- class F1 · first day on which it is no longer so · as the child
  state       text not null,                              -- class F4 · key of kernel/standing.ts · as the child
  in_roll     boolean not null,                           -- class F4 · counted in 应在学 · as the child
  rule        text not null,                              -- class F4 · which rule decided (rule-book.ts) · as the child
  area_path   text collate "C" not null,                  -- class F1 · leaf of the area tree, …/~/ where not known; scope · as the child
  school_path text collate "C" not null,                  -- class F1 · leaf of the school tree, …/~/ where none; scope · as the child
  since_day   text,                                       -- class F1 · since when what decided is so, null: always · as the child
  grade       smallint,                                   -- class F1 · grade of the record when it was counted; a change of it counts the child again · as the child
  primary key (county_id, child_id, from_day),
  check (from_day < until_day)
);
-- No foreign key to child: it cost a third of counting a county, and locked every child while it was counted. Who is counted is
-- read from child in the same transaction, and no record is ever removed.
-- Each number opens to its children: a grid, a state, a day, 50 at a time.
create index standing_interval_area on standing_interval (county_id, state, area_path, child_id, from_day, until_day);
create index standing_interval_school on standing_interval (county_id, state, school_path, child_id, from_day, until_day);
-- The same of one grade; what the policy looks at is in the first, so that its children are counted in the index alone.
create index standing_interval_grade_area on standing_interval (county_id, grade, state, area_path, child_id, from_day, until_day)
  include (school_path);
create index standing_interval_grade_school on standing_interval (county_id, grade, state, school_path, child_id, from_day, until_day);
-- What changed between two days: who began to stand somewhere, and who ceased to.
create index standing_interval_began on standing_interval (county_id, from_day);
create index standing_interval_ended on standing_interval (county_id, until_day);

-- Which grids have ever had a child; a grid's children are found by parent_path.
create table roll_grid (
  county_id   text not null references county,            -- class F0 · whose county · kept for ever
  tree        text not null check (tree in ('area', 'school')), -- class F0 · which tree · kept for ever
  grid_path   text collate "C" not null,                  -- class F0 · the grid · kept for ever
  parent_path text collate "C" not null,                  -- class F0 · the grid above it, '' for the county · kept for ever
  primary key (county_id, tree, grid_path)
);
create index roll_grid_below on roll_grid (county_id, tree, parent_path, grid_path);

-- Running totals, a row only on the days on which a grid's counts change.
create table roll_count (
  county_id text not null,                                -- class F0 · whose county · kept for ever
  tree      text not null,                                -- class F0 · which tree · kept for ever
  grid_path text collate "C" not null,                    -- class F0 · the grid · kept for ever
  from_day  text not null,                                -- class F0 · the counts from this day until the grid's next row · kept for ever
  counts    integer[] not null,                           -- class F0 · children by state in the order of standingStates, then 应在学, then all children · kept for ever
  primary key (county_id, tree, grid_path, from_day),
  foreign key (county_id, tree, grid_path) references roll_grid (county_id, tree, grid_path)
);

-- The span of the roll. While next_from is not null, children are counted by the next span and policies; those up to
-- recount_after are done. Its row is the lock under which one process at a time counts.
create table roll (
  county_id     text primary key references county,       -- class F0 · whose county · kept for ever
  from_day      text not null,                            -- class F0 · first day that is counted · kept for ever
  until_day     text not null,                            -- class F0 · last day that is counted · kept for ever
  policies      text not null,                            -- class F0 · versions of the policies it was counted by · kept for ever
  next_from     text,                                     -- class F0 · first day of the span to come · until everybody is counted by it
  next_until    text,                                     -- class F0 · last day of the span to come · until everybody is counted by it
  next_policies text,                                     -- class F0 · versions of the policies to come · until everybody is counted by them
  recount_after text,                                     -- class F0 · children up to this id are counted by what is to come · until everybody is
  check ((next_from is null) = (next_until is null) and (next_from is null) = (next_policies is null)
    and (next_from is null) = (recount_after is null))
);

-- What the bureau has decided of the numbers by which standings are judged, one row a decision. The serving role can add rows
-- and never change one (migrate.ts): a day that has passed is judged for ever by what held then.
create table standing_policy (
  county_id text not null references county,              -- class F0 · whose county · kept for ever
  version   integer not null check (version > 0),         -- class F0 · 1, 2, … in the order in which they were decided · kept for ever
  from_day  text not null,                                -- class F0 · holds from this day on · kept for ever
  changes   jsonb not null,                               -- class F0 · the numbers it sets, by name · kept for ever
  document  text not null,                                -- class F0 · document or meeting by which it was decided · kept for ever
  reason    text not null,                                -- class F0 · why · kept for ever
  set_by    text not null,                                -- class F1 · user id of who set it · kept for ever
  set_at    timestamptz not null,                         -- class F0 · when it was set · kept for ever
  primary key (county_id, version)
);

do $$
declare name text;
begin
  foreach name in array array['standing_interval', 'roll_grid', 'roll_count', 'roll', 'standing_policy'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
end $$;
create policy own_children on standing_interval using (county_id = (select nol_county()) and ((select nol_everywhere())
    or area_path ^@ any(array(select unnest(nol_areas()))) or school_path ^@ any(array(select unnest(nol_schools())))))
  with check (county_id = (select nol_county()) and (select nol_everywhere()));
create policy own_grids on roll_grid using (county_id = (select nol_county()) and ((select nol_everywhere())
    or (tree = 'area' and grid_path ^@ any(array(select unnest(nol_areas()))))
    or (tree = 'school' and grid_path ^@ any(array(select unnest(nol_schools()))))))
  with check (county_id = (select nol_county()) and (select nol_everywhere()));
create policy own_grids on roll_count using (county_id = (select nol_county()) and ((select nol_everywhere())
    or (tree = 'area' and grid_path ^@ any(array(select unnest(nol_areas()))))
    or (tree = 'school' and grid_path ^@ any(array(select unnest(nol_schools()))))))
  with check (county_id = (select nol_county()) and (select nol_everywhere()));
create policy own_county on standing_policy using (county_id = (select nol_county()))
  with check (county_id = (select nol_county()) and (select nol_everywhere()));
create policy own_county on roll using (county_id = (select nol_county()))
  with check (county_id = (select nol_county()) and (select nol_everywhere()));
`,
} satisfies Migration;
