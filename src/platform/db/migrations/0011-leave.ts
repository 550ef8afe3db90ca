import type { Migration } from './migration';

/**
 * Leave: a small row of how it stands, and the steps that led there, which stay as they are. A guardian asks by a link that is
 * good once; of its token only the digest is kept.
 */
export const m0011 = {
  name: '0011-leave',
  sql: `
-- leave: one leave of a child as it stands now.
create table leave (
  county_id  text not null,                               -- class F0 · whose county · as the child
  leave_id   text not null,                               -- class F0 · id · as the child
  child_id   text not null,                               -- class F0 · whose · as the child
  class_path text collate "C" not null,                   -- class F0 · the class when it was asked for; scope · as the child
  kind       text not null check (kind in ('sick', 'personal', 'other')), -- class F1 · 病假 事假 其他 · as the child
  from_day   text not null,                               -- class F1 · first day · as the child
  from_half  text not null check (from_half in ('am', 'pm')), -- class F1 · from the morning or the afternoon · as the child
  until_day  text not null,                               -- class F1 · last day · as the child
  until_half text not null check (until_half in ('am', 'pm')), -- class F1 · until noon or the evening · as the child
  halves     int not null check (halves >= 0),            -- class F1 · half school days it comes to; once ended, those before the child was back · as the child
  level      text not null check (level in ('teacher', 'school')), -- class F0 · who decides · as the child
  source     text not null check (source in ('teacher', 'guardian')), -- class F0 · told by the school, or by the guardian's link · as the child
  guardian   bytea,                                       -- class F2 · name of the guardian who asked by the link, sealed · as the child
  reason     bytea,                                       -- class F4 · why, in words, sealed · as the child
  state      text not null check (state in ('asked', 'approved', 'refused', 'withdrawn', 'ended')), -- class F1 · how it stands · as the child
  back_day   text,                                        -- class F1 · the day on which the child was back · as the child
  back_half  text check (back_half in ('am', 'pm')),      -- class F1 · in the morning or the afternoon · as the child
  ended_by   text check (ended_by in ('person', 'roll')), -- class F0 · 销假 by somebody, or by a roll that had the child there · as the child
  asked_at   timestamptz not null,                        -- class F0 · when it was asked for · as the child
  changed_at timestamptz not null,                        -- class F0 · last step · as the child
  version    int not null check (version > 0),            -- class F0 · for seeing that somebody else was faster · as the child
  primary key (county_id, leave_id),
  foreign key (county_id, child_id) references child (county_id, child_id),
  check ((state = 'ended') = (back_day is not null and back_half is not null and ended_by is not null)),
  check (from_day || from_half <= until_day || until_half)
);
create index leave_child on leave (county_id, child_id, from_day);
create index leave_live on leave (county_id, class_path) where state in ('asked', 'approved');
create index leave_term on leave (county_id, from_day) where state in ('approved', 'ended');
create index leave_closed on leave (county_id, changed_at) where state in ('refused', 'withdrawn', 'ended');

-- leave_step: what was done about a leave, in its order. Steps stay as they are.
create table leave_step (
  county_id  text not null,                               -- class F0 · whose county · as the child
  leave_id   text not null,                               -- class F0 · which leave · as the child
  step       int not null check (step > 0),               -- class F0 · the version that the leave has since · as the child
  class_path text collate "C" not null,                   -- class F0 · as in the leave; scope · as the child
  act        text not null check (act in ('ask', 'approve', 'refuse', 'withdraw', 'end', 'reopen')), -- class F1 · what was done · as the child
  by_user    text,                                        -- class F1 · user; null: the guardian, by the link · as the child
  by_roll    boolean not null,                            -- class F0 · it followed from a roll that the user took · as the child
  note       bytea,                                       -- class F4 · why, in words, sealed · as the child
  at         timestamptz not null,                        -- class F0 · when · as the child
  primary key (county_id, leave_id, step),
  foreign key (county_id, leave_id) references leave (county_id, leave_id)
);

-- leave_link: by which a guardian asks for leave once, without an account.
create table leave_link (
  county_id  text not null,                               -- class F0 · whose county · 30 days after expires_at
  link_id    text not null,                               -- class F0 · id · 30 days after expires_at
  child_id   text not null,                               -- class F0 · for which child · 30 days after expires_at
  class_path text collate "C" not null,                   -- class F0 · its class; scope · 30 days after expires_at
  token_hash bytea not null,                              -- class F6 · digest of the token · 30 days after expires_at
  made_by    text not null,                               -- class F1 · user · 30 days after expires_at
  made_at    timestamptz not null,                        -- class F0 · when · 30 days after expires_at
  expires_at timestamptz not null,                        -- class F0 · until when it is good · 30 days after expires_at
  used_at    timestamptz,                                 -- class F0 · when it was used · 30 days after expires_at
  voided_at  timestamptz,                                 -- class F0 · when a newer one took its place · 30 days after expires_at
  primary key (county_id, link_id),
  unique (county_id, token_hash),
  foreign key (county_id, child_id) references child (county_id, child_id)
);
create index leave_link_child on leave_link (county_id, child_id);

do $$
declare name text;
begin
  foreach name in array array['leave', 'leave_step', 'leave_link'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_classes on %I using (county_id = (select nol_county()) and ((select nol_everywhere())
        or class_path ^@ any(array(select unnest(nol_schools())))))
      with check (county_id = (select nol_county()) and ((select nol_everywhere())
        or class_path ^@ any(array(select unnest(nol_schools())))))', name);
  end loop;
end $$;
`,
} satisfies Migration;
