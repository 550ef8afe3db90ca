import type { Migration } from './migration';

/**
 * Reports of schools about children that are away, and who has said that they have them. A report is kept as it was written; its
 * number is the next of its school in the year.
 */
export const m0015 = {
  name: '0015-absence-reports',
  sql: `
alter table absence_contact drop constraint absence_contact_way_check;
alter table absence_contact add constraint absence_contact_way_check check (way in ('phone', 'visit', 'village', 'message', 'met'));

-- absence_report: what a school has put before bureau and township about one child that is away.
create table absence_report (
  county_id   text not null,                              -- class F0 · whose county · as the child
  report_id   text not null,                              -- class F0 · id · as the child
  child_id    text not null,                              -- class F0 · about whom · as the child
  school_id   text not null,                              -- class F0 · the school that reports · as the child
  school_path text collate "C" not null,                  -- class F0 · the class in the school tree; scope · as the child
  area_path   text collate "C" not null,                  -- class F1 · where the child lives; scope · as the child
  kind        text not null check (kind in ('report', 'proposal')), -- class F1 · 缺课报告, or 提请认定 · as the child
  year        text not null,                              -- class F0 · part of the number · as the child
  serial      int not null check (serial > 0),            -- class F0 · the first of the school in that year, the one after … · as the child
  since       text not null,                              -- class F1 · the first day of the absence · as the child
  body        bytea not null,                             -- class F5 · what it says, sealed · as the child
  made_by     text not null,                              -- class F1 · user · as the child
  made_day    text not null,                              -- class F1 · the day of the report · as the child
  made_at     timestamptz not null,                       -- class F0 · when the server learnt it · as the child
  primary key (county_id, report_id),
  unique (county_id, school_id, year, serial),
  foreign key (county_id, child_id) references child (county_id, child_id)
);
create unique index absence_report_once on absence_report (county_id, child_id, since, kind);
create index absence_report_made on absence_report (county_id, made_at);

-- absence_receipt: who has said that a report is there, and what is done about it.
create table absence_receipt (
  county_id   text not null,                              -- class F0 · whose county · as the child
  report_id   text not null,                              -- class F0 · the report · as the child
  unit        text not null check (unit in ('bureau', 'township')), -- class F0 · for whom it was received · as the child
  school_path text collate "C" not null,                  -- class F0 · as the report; scope · as the child
  area_path   text collate "C" not null,                  -- class F1 · as the report; scope · as the child
  word        bytea,                                      -- class F5 · what is done about it, sealed · as the child
  received_by text not null,                              -- class F1 · user · as the child
  received_day text not null,                             -- class F1 · the day · as the child
  received_at timestamptz not null,                       -- class F0 · when the server learnt it · as the child
  primary key (county_id, report_id, unit),
  foreign key (county_id, report_id) references absence_report (county_id, report_id)
);

do $$
declare name text;
begin
  foreach name in array array['absence_report', 'absence_receipt'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_children on %I using (county_id = (select nol_county()) and ((select nol_everywhere())
        or area_path ^@ any(array(select unnest(nol_areas()))) or school_path ^@ any(array(select unnest(nol_schools())))))
      with check (county_id = (select nol_county()) and ((select nol_everywhere())
        or area_path ^@ any(array(select unnest(nol_areas()))) or school_path ^@ any(array(select unnest(nol_schools())))))', name);
  end loop;
end $$;
`,
} satisfies Migration;
