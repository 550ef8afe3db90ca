import type { Migration } from './migration';

/**
 * The views by which ledgers and reports read what other modules keep, and a line for everything that left the house: who asked for
 * it, for what, who approved it, and which children were in it. A view gives nobody more than the tables behind it would give him.
 */
export const m0008 = {
  name: '0008-reports',
  sql: `
create view report_child with (security_invoker = true) as
  select county_id, child_id, merged_into, name, sex, birth_day, grade, area_path, school_path, township, village, school_name, class_name
  from child;
create view report_name_key with (security_invoker = true) as select county_id, key, child_id from child_name_key;
create view report_standing with (security_invoker = true) as
  select county_id, child_id, from_day, until_day, since_day, state, area_path, school_path, grade from standing_interval;
create view report_count with (security_invoker = true) as select county_id, tree, grid_path, from_day, counts from roll_count;
create view report_roll with (security_invoker = true) as select county_id, from_day, until_day from roll;
create view report_answer with (security_invoker = true) as
  select county_id, child_id, answer_id, answered_as, answered_by, answered_at, found_day, proofs from verification_answer where verdict = 'accepted';
create view report_area with (security_invoker = true) as select county_id, area_code, path, name, level from area;
create view report_school with (security_invoker = true) as select county_id, school_id, path, area_path, name, official_code from school;
create view report_class with (security_invoker = true) as select county_id, path, grades, number, label from school_class;
create view report_owner with (security_invoker = true) as select county_id, path, name, from_day, until_day from grid_owner;

-- export_request: a list that was asked for to leave the house, or that left at once: a roster of first-class facts, a printed page.
create table export_request (
  county_id     text not null references county,          -- class F0 · whose county · 3 years after it was asked for
  export_id     text not null,                            -- class F0 · id · 3 years after it was asked for
  number        text not null,                            -- class F0 · what the sheet bears on its face · 3 years after it was asked for
  kind          text not null check (kind in ('sheet', 'roster', 'print')), -- class F0 · approved workbook, roster, printed page · 3 years after it was asked for
  ledger        text not null check (ledger in ('school-age', 'suspected', 'dropout')), -- class F0 · which ledger · 3 years after it was asked for
  filter        jsonb not null,                           -- class F1 · which rows: day, places, grades, states, a name · 3 years after it was asked for
  classes       text[] not null,                          -- class F0 · classes of fields in it, F1 to F4 · 3 years after it was asked for
  purpose       text not null,                            -- class F0 · what for, of the list · 3 years after it was asked for
  purpose_text  text not null,                            -- class F1 · what for, in words · 3 years after it was asked for
  receiver      text not null,                            -- class F1 · who gets it · 3 years after it was asked for
  tree          text not null check (tree in ('county', 'area', 'school')), -- class F0 · tree of the place it was asked for · 3 years after it was asked for
  path          text collate "C" not null,                -- class F0 · the place it was asked for; scope · 3 years after it was asked for
  asked_as      text not null,                            -- class F0 · role in which it was asked for: who may approve hangs on it · 3 years after it was asked for
  state         text not null check (state in ('asked', 'approved', 'ready', 'taken', 'refused', 'withdrawn')), -- class F0 · where it stands · 3 years after it was asked for
  version       int not null,                             -- class F0 · against two writers · 3 years after it was asked for
  rows_asked    int not null,                             -- class F0 · how many rows the approver was told of · 3 years after it was asked for
  rows_written  int,                                      -- class F0 · how many rows are in it · 3 years after it was asked for
  asked_by      text not null,                            -- class F1 · user · 3 years after it was asked for
  asked_at      timestamptz not null,                     -- class F0 · when · 3 years after it was asked for
  expires_at    timestamptz not null,                     -- class F0 · nobody may approve or write it later · 3 years after it was asked for
  decided_by    text,                                     -- class F1 · user, never the one who asked · 3 years after it was asked for
  decided_at    timestamptz,                              -- class F0 · when · 3 years after it was asked for
  reason        text not null default '',                 -- class F1 · why it was refused · 3 years after it was asked for
  job_id        text,                                     -- class F0 · the work that writes it · 3 years after it was asked for
  file_id       text,                                     -- class F0 · the sealed workbook · until it is taken or has run out
  ready_at      timestamptz,                              -- class F0 · when it was written · 3 years after it was asked for
  until_at      timestamptz,                              -- class F0 · it may be taken until then · 3 years after it was asked for
  password      bytea,                                    -- class F6 · of the archive, sealed · until it is taken or has run out
  taken_at      timestamptz,                              -- class F0 · when it left · 3 years after it was asked for
  primary key (county_id, export_id),
  unique (county_id, number),
  check (decided_by is null or decided_by <> asked_by),
  check (kind <> 'sheet' or state in ('asked', 'withdrawn', 'refused') or decided_by is not null),
  check ((state = 'taken') = (taken_at is not null))
);
create index export_request_mine on export_request (county_id, asked_by, asked_at desc);
create index export_request_asked on export_request (county_id, expires_at) where state = 'asked';
create index export_request_kept on export_request (county_id, until_at) where file_id is not null;
create index export_request_unwritten on export_request (county_id, expires_at) where state = 'approved' and job_id is not null;
create index export_request_taken on export_request (county_id, taken_at desc) where taken_at is not null;

-- export_child: which children were in what left, so that everybody can be told who got his data.
create table export_child (
  county_id text not null,                                -- class F0 · whose county · as the export
  export_id text not null,                                -- class F0 · what left · as the export
  child_id  text not null,                                -- class F0 · who was in it · as the export
  primary key (county_id, export_id, child_id),
  foreign key (county_id, export_id) references export_request (county_id, export_id)
);
create index export_child_child on export_child (county_id, child_id);

alter table export_request enable row level security;
alter table export_request force row level security;
create policy own_exports on export_request using (county_id = (select nol_county()) and ((select nol_everywhere())
    or asked_by = (select nol_user()) or (tree = 'school' and path ^@ any(array(select unnest(nol_schools()))))))
  with check (county_id = (select nol_county()));
alter table export_child enable row level security;
alter table export_child force row level security;
create policy own_exports on export_child using (county_id = (select nol_county()) and ((select nol_everywhere()) or exists (
    select 1 from export_request r where r.county_id = export_child.county_id and r.export_id = export_child.export_id)))
  with check (county_id = (select nol_county()));
`,
} satisfies Migration;
