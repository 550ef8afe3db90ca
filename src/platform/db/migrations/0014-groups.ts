import type { Migration } from './migration';

/** 重点人群: marks of children. What a mark is of is sealed, and found by a keyed index alone. */
export const m0014 = {
  name: '0014-groups',
  sql: `
-- group_mark: a child is in a group from a day until a day. Ended once, by whoever says why; never removed and never changed otherwise.
create table group_mark (
  county_id   text not null,                              -- class F0 · whose county · as the child
  mark_id     text not null,                              -- class F0 · id · as the child
  child_id    text not null,                              -- class F0 · the child · as the child
  group_key   bytea not null,                             -- class F4 · keyed index of the group, to count and list by · as the child
  kind_key    bytea not null,                             -- class F4 · keyed index of group and definition: one of each runs at a time · as the child
  derived     boolean not null,                           -- class F0 · follows from lists or standing, and ends with them · as the child
  from_day    text not null,                              -- class F1 · first day · as the child
  until_day   text,                                       -- class F1 · last day, null: until its source says otherwise · as the child
  body        bytea not null,                             -- class F4 · group, definition, source and document, sealed · as the child
  noted_by    text not null,                              -- class F1 · user, or system · as the child
  noted_at    timestamptz not null,                       -- class F0 · when the server learnt it · as the child
  ended_day   text,                                       -- class F1 · first day without it · as the child
  ended_why   bytea,                                      -- class F4 · why, in words, sealed · as the child
  ended_by    text,                                       -- class F1 · user, or system · as the child
  ended_at    timestamptz,                                -- class F0 · when the server learnt it · as the child
  version     int not null default 1,                     -- class F0 · against two writers · as the child
  primary key (county_id, mark_id),
  foreign key (county_id, child_id) references child (county_id, child_id),
  check ((ended_day is null) = (ended_by is null) and (ended_day is null) = (ended_at is null)),
  check (derived or until_day is not null)
);
create unique index group_mark_runs on group_mark (county_id, child_id, kind_key, derived) where ended_day is null;
create index group_mark_child on group_mark (county_id, child_id);
create index group_mark_group on group_mark (county_id, group_key) where ended_day is null;

alter table group_mark enable row level security;
alter table group_mark force row level security;
create policy own_children on group_mark using (county_id = (select nol_county()) and ((select nol_everywhere()) or exists (
    select 1 from child c where c.county_id = group_mark.county_id and c.child_id = group_mark.child_id)))
  with check (county_id = (select nol_county()) and ((select nol_everywhere()) or exists (
    select 1 from child c where c.county_id = group_mark.county_id and c.child_id = group_mark.child_id)));
`,
} satisfies Migration;
