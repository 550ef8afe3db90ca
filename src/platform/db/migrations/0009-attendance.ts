import type { Migration } from './migration';

/**
 * Rolls of classes. A roll is never changed: whoever was wrong calls again, and the newest of a class, day and part of the day
 * counts. Who was there is kept with it: a class says of each child by name that it came.
 */
export const m0009 = {
  name: '0009-attendance',
  sql: `
-- class_roll: one calling of a class.
create table class_roll (
  county_id  text not null references county,             -- class F0 · whose county · as the children in it
  class_id   text not null,                               -- class F0 · the class · as the children in it
  day        text not null,                               -- class F0 · the school day · as the children in it
  session    text not null check (session in ('am', 'pm')), -- class F0 · morning or afternoon · as the children in it
  version    int not null check (version > 0),            -- class F0 · the first, the one after it … · as the children in it
  newest     boolean not null,                            -- class F0 · the one that counts · as the children in it
  class_path text collate "C" not null,                   -- class F0 · the class in the school tree; scope · as the children in it
  present    uuid[] not null,                             -- class F1 · children who were there · as the children in it
  marks      jsonb not null,                              -- class F1 · children who were not, or not wholly, with the word for it · as the children in it
  days_late  int not null check (days_late >= 0),         -- class F0 · 补录: school days between its day and the day it was entered · as the children in it
  reason     text not null default '',                    -- class F1 · why an earlier day was changed · as the children in it
  taken_by   text not null,                               -- class F1 · user · as the children in it
  taken_as   text not null check (taken_as in ('teacher', 'school', 'bureau')), -- class F0 · in whose name · as the children in it
  taken_at   timestamptz not null,                        -- class F0 · when the server learnt it · as the children in it
  primary key (county_id, class_id, day, session, version)
);
create unique index class_roll_newest on class_roll (county_id, class_id, day, session) where newest;
create index class_roll_day on class_roll (county_id, day, class_path) where newest;

-- roll_mark: what the newest rolls say of single children, to be found by the child.
create table roll_mark (
  county_id  text not null,                               -- class F0 · whose county · as the child
  child_id   text not null,                               -- class F0 · the child · as the child
  day        text not null,                               -- class F1 · the school day · as the child
  session    text not null check (session in ('am', 'pm')), -- class F0 · morning or afternoon · as the child
  class_id   text not null,                               -- class F0 · the class that called · as the child
  class_path text collate "C" not null,                   -- class F0 · the same in the school tree; scope · as the child
  mark       text not null check (mark in ('absent', 'sick', 'personal', 'late', 'early', 'back')), -- class F1 · the word · as the child
  primary key (county_id, child_id, day, session),
  foreign key (county_id, child_id) references child (county_id, child_id)
);
create index roll_mark_class on roll_mark (county_id, class_id, day);

-- absence_contact: 追踪: who was reached about a child that is away, and what was said. Contacts stay as they are.
create table absence_contact (
  county_id  text not null,                               -- class F0 · whose county · as the child
  contact_id text not null,                               -- class F0 · id · as the child
  child_id   text not null,                               -- class F0 · about whom · as the child
  class_path text collate "C" not null,                   -- class F0 · the class that followed up; scope · as the child
  day        text not null,                               -- class F1 · the day of the contact · as the child
  way        text not null check (way in ('phone', 'visit', 'message', 'met')), -- class F1 · how · as the child
  reached    text not null check (reached in ('guardian', 'child', 'relative', 'nobody', 'wrong-number')), -- class F1 · whom · as the child
  reason     text check (reason in ('sick', 'unwilling', 'family', 'work', 'away', 'unclear')), -- class F5 · why the child is away, as it was said · as the child
  promise    text not null check (promise in ('day', 'none', 'refused')), -- class F5 · what was said of coming back · as the child
  back_day   text,                                        -- class F1 · the day on which it is to be back · as the child
  note       bytea,                                       -- class F5 · in the words of whoever called, sealed · as the child
  noted_by   text not null,                               -- class F1 · user · as the child
  noted_as   text not null check (noted_as in ('teacher', 'school', 'bureau')), -- class F0 · in whose name · as the child
  noted_at   timestamptz not null,                        -- class F0 · when the server learnt it · as the child
  primary key (county_id, contact_id),
  foreign key (county_id, child_id) references child (county_id, child_id),
  check ((promise = 'day') = (back_day is not null))
);
create index absence_contact_child on absence_contact (county_id, child_id, noted_at);

do $$
declare name text;
begin
  foreach name in array array['class_roll', 'roll_mark', 'absence_contact'] loop
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
