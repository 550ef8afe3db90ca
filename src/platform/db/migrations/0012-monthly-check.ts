import type { Migration } from './migration';

/**
 * 一月一核, 一账一单. What a class and a school have signed is never changed: a later word is another version. Content is sealed, and
 * bears a digest and a seal of its own by which a change is seen.
 */
export const m0012 = {
  name: '0012-monthly-check',
  sql: `
-- check_month: months that the bureau has opened by hand; every other month opens by itself on its day.
create table check_month (
  county_id text not null references county,              -- class F0 · whose county · kept for ever
  month     text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'), -- class F0 · the month · kept for ever
  open_day  text not null,                                -- class F0 · the day whose roll is checked · kept for ever
  reason    text not null,                                -- class F0 · why not on the usual day · kept for ever
  opened_by text not null,                                -- class F1 · user · kept for ever
  opened_at timestamptz not null,                         -- class F0 · when · kept for ever
  primary key (county_id, month)
);

-- check_sheet: what a class has signed for a month.
create table check_sheet (
  county_id   text not null references county,            -- class F0 · whose county · as the children in it
  month       text not null,                              -- class F0 · the month · as the children in it
  class_id    text not null,                              -- class F0 · the class · as the children in it
  version     int not null check (version > 0),           -- class F0 · the first, the one after it … · as the children in it
  newest      boolean not null,                           -- class F0 · the one that counts · as the children in it
  school_id   text not null,                              -- class F0 · its school · as the children in it
  class_path  text collate "C" not null,                  -- class F0 · the class in the school tree; scope · as the children in it
  content     bytea not null,                             -- class F1 · who agrees, what differs and why, sealed · as the children in it
  sums        jsonb not null,                             -- class F0 · the numbers of its line in the account · as the children in it
  state       text not null check (state in ('signed', 'checked', 'returned')), -- class F0 · how far it has come · as the children in it
  reason      text not null default '',                   -- class F1 · why it was signed again after the school had signed, or sent back · as the children in it
  signed_by   text not null,                              -- class F1 · user · as the children in it
  signed_as   text not null check (signed_as in ('teacher', 'registrar')), -- class F0 · in whose name · as the children in it
  signed_at   timestamptz not null,                       -- class F0 · when · as the children in it
  judged_by   text,                                       -- class F1 · user who checked it or sent it back · as the children in it
  judged_at   timestamptz,                                -- class F0 · when · as the children in it
  primary key (county_id, month, class_id, version),
  check ((state = 'signed') = (judged_by is null))
);
create unique index check_sheet_newest on check_sheet (county_id, month, class_id) where newest;
create index check_sheet_school on check_sheet (county_id, month, school_id) where newest;

-- check_account: the account of a school for a month, frozen under a number.
create table check_account (
  county_id   text not null references county,            -- class F0 · whose county · as the children in it
  month       text not null,                              -- class F0 · the month · as the children in it
  school_id   text not null,                              -- class F0 · the school · as the children in it
  version     int not null check (version > 0),           -- class F0 · the first, the one after it … · as the children in it
  school_path text collate "C" not null,                  -- class F0 · the same in the school tree; scope · as the children in it
  number      text not null,                              -- class F0 · school code, month, running number · as the children in it
  content     bytea not null,                             -- class F1 · the account as it was signed, sealed · as the children in it
  digest      bytea not null,                             -- class F0 · SHA-256 of the account · as the children in it
  seal        bytea not null,                             -- class F0 · keyed seal of number, digest and the seal before it · as the children in it
  classes     int not null,                               -- class F0 · classes of the school · as the children in it
  missing     int not null,                               -- class F0 · classes that were not in order when it was signed · as the children in it
  differences int not null,                               -- class F0 · how many · as the children in it
  reason      text not null default '',                   -- class F1 · why with classes missing, or why again · as the children in it
  signed_by   text not null,                              -- class F1 · user · as the children in it
  signed_at   timestamptz not null,                       -- class F0 · when · as the children in it
  primary key (county_id, month, school_id, version)
);
create unique index check_account_number on check_account (county_id, number);

-- check_item: one difference on the list, followed over the months until it is closed.
create table check_item (
  county_id   text not null references county,            -- class F0 · whose county · as the child
  item_id     text not null,                              -- class F0 · id · as the child
  school_id   text not null,                              -- class F0 · the school that follows it · as the child
  class_path  text collate "C" not null,                  -- class F0 · the class that found it; scope · as the child
  child_id    text,                                       -- class F0 · the child; none: on no list · as the child
  name        text not null,                              -- class F1 · what the child is called · as the child
  kind        text not null check (kind in ('absent', 'extra', 'guest', 'hollow', 'wrong')), -- class F1 · what differs · as the child
  reason      text not null,                              -- class F1 · the newest answer · as the child
  elsewhere   text not null default '',                   -- class F1 · the other school or class that has it · as the child
  owner       text not null check (owner in ('teacher', 'registrar', 'principal')), -- class F0 · who follows it · as the child
  due_day     text not null,                              -- class F0 · until when · as the child
  state       text not null check (state in ('following', 'persuading', 'visiting', 'back', 'confirmed')), -- class F1 · how far it has come · as the child
  first_month text not null,                              -- class F0 · the month that found it · as the child
  last_month  text not null,                              -- class F0 · the last month that had it · as the child
  closed_day  text,                                       -- class F0 · 销号 · as the child
  version     int not null check (version > 0),           -- class F0 · for whoever changes it · as the child
  primary key (county_id, item_id),
  foreign key (county_id, child_id) references child (county_id, child_id),
  check ((state in ('back', 'confirmed')) = (closed_day is not null))
);
create index check_item_open on check_item (county_id, school_id, class_path) where closed_day is null;
create index check_item_school on check_item (county_id, school_id, due_day);
create index check_item_child on check_item (county_id, child_id) where child_id is not null;

-- check_item_step: what was done about it. Steps stay as they are.
create table check_item_step (
  county_id  text not null,                               -- class F0 · whose county · as the child
  item_id    text not null,                               -- class F0 · the item · as the child
  step       int not null check (step > 0),               -- class F0 · the first, the one after it … · as the child
  class_path text collate "C" not null,                   -- class F0 · the class of the item; scope · as the child
  act        text not null check (act in ('found', 'again', 'state', 'owner', 'settled', 'taken-back')), -- class F0 · what was done · as the child
  month      text not null,                               -- class F0 · in the check of which month · as the child
  reason     text,                                        -- class F1 · the answer of the sheet · as the child
  owner      text,                                        -- class F0 · who follows it from then on · as the child
  state      text,                                        -- class F1 · the state it came to · as the child
  present    int,                                         -- class F1 · days there that closed it · as the child
  note       bytea,                                       -- class F5 · in the words of whoever did it, sealed · as the child
  done_by    text not null,                               -- class F1 · user · as the child
  done_at    timestamptz not null,                        -- class F0 · when · as the child
  primary key (county_id, item_id, step),
  foreign key (county_id, item_id) references check_item (county_id, item_id)
);

alter table check_month enable row level security;
alter table check_month force row level security;
create policy own_county on check_month using (county_id = (select nol_county()))
  with check (county_id = (select nol_county()) and (select nol_everywhere()));
do $$
declare name text;
begin
  foreach name in array array['check_sheet', 'check_item', 'check_item_step'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_classes on %I using (county_id = (select nol_county()) and ((select nol_everywhere())
        or class_path ^@ any(array(select unnest(nol_schools())))))
      with check (county_id = (select nol_county()) and ((select nol_everywhere())
        or class_path ^@ any(array(select unnest(nol_schools())))))', name);
  end loop;
end $$;
alter table check_account enable row level security;
alter table check_account force row level security;
create policy own_schools on check_account using (county_id = (select nol_county()) and ((select nol_everywhere())
    or school_path ^@ any(array(select unnest(nol_schools())))))
  with check (county_id = (select nol_county()) and ((select nol_everywhere())
    or school_path ^@ any(array(select unnest(nol_schools())))));
`,
} satisfies Migration;
