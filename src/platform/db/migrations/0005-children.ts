import type { Migration } from './migration';

/** One record a child: what its rows, facts and corrections are. What hangs on a child is seen by whoever sees the child. */
export const m0005 = {
  name: '0005-children',
  sql: `
create table child (
  county_id       text not null references county,        -- class F0 · whose county · as the row
  child_id        text not null,                          -- class F0 · names the child · 10 years after the child turned 18
  name            text not null,                          -- class F1 · name of today, '' when no list gives one · as the row
  former_name     text not null default '',               -- class F1 · name before, to find the child by · as the row
  sex             smallint not null check (sex in (0, 1, 2)), -- class F1 · 0 not known, 1 male, 2 female (GB/T 2261.1) · as the row
  birth_day       text check (birth_day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'), -- class F1 · school age, telling namesakes apart · as the row
  id_number       bytea,                                  -- class F3 · ID number or other document, sealed · as the row
  student_number  bytea,                                  -- class F3 · 全国学籍号, sealed · as the row
  ethnicity       bytea,                                  -- class F4 · for the ledger alone (formats.md §3.5), sealed · as the row
  guardian_name   bytea,                                  -- class F2 · whom to call, sealed · as the row
  guardian_phone  bytea,                                  -- class F2 · whom to call, sealed · as the row
  address         bytea,                                  -- class F2 · where to visit, sealed · as the row
  township        text not null default '',               -- class F1 · township as the lists name it · as the row
  village         text not null default '',               -- class F1 · village as the lists name it · as the row
  area_path       text collate "C" not null default '',   -- class F1 · residence in the area tree, '' when not known; scope · as the row
  school_id       text,                                   -- class F1 · school of enrolment, else where the child attends · as the row
  class_id        text,                                   -- class F1 · class there · as the row
  school_path     text collate "C" not null default '',   -- class F1 · class, else school in the school tree, '' when none; scope · as the row
  school_name     text not null default '',               -- class F1 · school as the lists name it · as the row
  grade           smallint,                               -- class F1 · 1 to 9 · as the row
  class_name      text not null default '',               -- class F1 · class as the lists name it · as the row
  listed          smallint not null default 0,            -- class F4 · which lists have the child now: 1 household 2 enrolment 4 attending 8 poverty 16 disability · as the row
  won_by          jsonb not null default '{}',            -- class F0 · field → the list, or correction, whose value stands · as the row
  joined          boolean not null default false,         -- class F0 · two people said its rows are one child: the program never splits it · as the row
  merged_into     text,                                   -- class F0 · the record that holds everything now · as the row
  version         int not null default 1,                 -- class F0 · against two writers · as the row
  created_at      timestamptz not null,                   -- class F0 · audit · as the row
  changed_at      timestamptz not null,                   -- class F0 · audit · as the row
  primary key (county_id, child_id),
  foreign key (county_id, merged_into) references child (county_id, child_id)
);
create index child_area on child (county_id, area_path);
create index child_school on child (county_id, school_path);
create index child_birth on child (county_id, birth_day);
create index child_merged on child (county_id, merged_into) where merged_into is not null;

-- child_name_key: what a child is found by: the name, the name without its surname, full pinyin and initials, in every
-- reading of the surname (单 shan/dan); the same of the former name. Written with the child and by nobody else: looking up
-- the child of each of its keys would cost as much again as writing them.
create table child_name_key (
  county_id  text not null,                               -- class F0 · whose county · as the child
  key        text collate "C" not null,                   -- class F1 · what is typed begins with or is this · as the child
  child_id   text not null,                               -- class F0 · the child · as the child
  primary key (county_id, key, child_id)
);
create index child_name_key_child on child_name_key (county_id, child_id, key);

-- child_number_key: every ID, student and telephone number of its rows, as keyed indexes of the full number.
create table child_number_key (
  county_id  text not null,                               -- class F0 · whose county · as the child
  number     bytea not null,                              -- class F3 · keyed index of the full number, to find by it · as the child
  child_id   text not null,                               -- class F0 · the child · as the child
  primary key (county_id, number, child_id)
);
create index child_number_key_child on child_number_key (county_id, child_id);

-- child_source: which row of which list is this child, and why. The row's values are kept sealed, so that what loses is
-- still seen, and un-merging finds everything as it was.
create table child_source (
  county_id   text not null,                              -- class F0 · whose county · as the child
  kind        text not null check (kind in ('household', 'enrolment', 'attending', 'poverty', 'disability')), -- class F4 · which list · as the child
  row_key     text collate "C" not null,                  -- class F3 · the row under its lasting name (keyed hash) · as the child
  child_id    text not null,                              -- class F0 · the child · as the child
  batch_id    text not null,                              -- class F0 · the batch the row came with · as the child
  row_no      int not null,                               -- class F0 · its number in the batch · as the child
  unit_path   text collate "C" not null,                  -- class F0 · for whom the list speaks · as the child
  as_of_day   text not null,                              -- class F0 · the day the list speaks of · as the child
  place       text collate "C" not null,                  -- class F1 · class, school and village the row was placed in · as the child
  content     bytea not null,                             -- class F3 · keyed fingerprint of the row: unchanged rows are not written again · as the child
  body        bytea not null,                             -- class F4 · the row's values that concern the child, sealed · as the child
  link        text not null check (link in ('alone', 'program', 'person')), -- class F0 · who said that it is this child; alone: the only row · as the child
  score       real,                                       -- class F0 · how sure the program was · as the child
  evidence    bytea,                                      -- class F2 · reasons with their weights, sealed · as the child
  since_run   int not null,                               -- class F0 · the comparison that linked it · as the child
  since_at    timestamptz not null,                       -- class F0 · when · as the child
  gone_run    int,                                        -- class F0 · the comparison that no longer found it in its list · as the child
  primary key (county_id, kind, row_key),
  foreign key (county_id, child_id) references child (county_id, child_id)
);
create index child_source_child on child_source (county_id, child_id);

-- child_correction: what a person put right; it wins over every list until it is taken back.
create table child_correction (
  county_id     text not null,                            -- class F0 · whose county · as the child
  correction_id text not null,                            -- class F0 · id · as the child
  child_id      text not null,                            -- class F0 · the child · as the child
  field         text not null,                            -- class F0 · which field · as the child
  value         bytea not null,                           -- class F4 · what is right, sealed · as the child
  reason        text not null check (reason <> ''),       -- class F1 · how it is known · as the child
  file_id       text,                                     -- class F5 · the paper that shows it · as the child
  said_by       text not null,                            -- class F1 · user · as the child
  said_at       timestamptz not null,                     -- class F0 · when · as the child
  withdrawn_by  text,                                     -- class F1 · user · as the child
  withdrawn_at  timestamptz,                              -- class F0 · when it was taken back · as the child
  primary key (county_id, correction_id),
  foreign key (county_id, child_id) references child (county_id, child_id)
);
create unique index child_correction_stands on child_correction (county_id, child_id, field) where withdrawn_at is null;

-- child_fact: what was recorded about a child, appended only; the standing is worked out of it. Corrections are new facts.
create table child_fact (
  county_id    text not null,                             -- class F0 · whose county · as the child
  fact_id      text not null,                             -- class F0 · id · as the child
  child_id     text not null,                             -- class F0 · the child · as the child
  kind         text not null,                             -- class F4 · household, enrolment, class-list, disability, review, home, question, answer, decision, withdrawn · as the child
  happened_day text not null,                             -- class F1 · the day from which it is so · as the child
  recorded_at  timestamptz not null,                      -- class F0 · when the server learnt it · as the child
  source       text not null check (source in ('register', 'school', 'township', 'village', 'department', 'bureau')), -- class F0 · who says it · as the child
  batch        text,                                      -- class F0 · the import or action it came with · as the child
  evidence     text,                                      -- class F0 · the register row, task or attachment behind it · as the child
  body         jsonb not null,                            -- class F1 · what else this kind of fact says: states, paths, outcomes; no names, no numbers · as the child
  primary key (county_id, fact_id),
  foreign key (county_id, child_id) references child (county_id, child_id)
);
create index child_fact_child on child_fact (county_id, child_id, happened_day);
create index child_fact_recorded on child_fact (county_id, recorded_at);

-- child_due: children of whom something was recorded since they were last counted. Written with the fact, in one transaction.
create table child_due (
  county_id text not null references county,              -- class F0 · whose county · until counted
  due_id    text not null,                                -- class F0 · id (UUIDv7), so that two writers never share a row · until counted
  child_id  text not null,                                -- class F0 · whose standing is to be worked out again · until counted
  asked_at  timestamptz not null,                         -- class F0 · counts are complete up to the oldest of these · until counted
  primary key (county_id, child_id, due_id)
);
create index child_due_oldest on child_due (county_id, asked_at);

-- child_merge: two records that are one child: proposed by a comparison or a person, asked for by one, confirmed by another,
-- and taken back in the same way. Seen by the bureau alone.
create table child_merge (
  county_id     text not null,                            -- class F0 · whose county · as the children
  merge_id      text not null,                            -- class F0 · id · as the children
  kept_id       text not null,                            -- class F0 · the record that stays · as the children
  other_id      text not null,                            -- class F0 · the record that goes into it · as the children
  state         text not null check (state in ('proposed', 'asked', 'merged', 'refused', 'undo-asked', 'undone')), -- class F0 · where it stands · as the children
  version       int not null default 1,                   -- class F0 · against two writers · as the children
  proposed_run  int,                                      -- class F0 · the comparison that proposed it · as the children
  reason        text not null default '',                 -- class F1 · why it is asked for or refused · as the children
  asked_by      text,                                     -- class F1 · user · as the children
  asked_at      timestamptz,                              -- class F0 · when · as the children
  decided_by    text,                                     -- class F1 · user who confirmed or refused, never the one who asked · as the children
  decided_at    timestamptz,                              -- class F0 · when · as the children
  undo_reason   text not null default '',                 -- class F1 · why it is taken back · as the children
  undo_asked_by text,                                     -- class F1 · user · as the children
  undo_asked_at timestamptz,                              -- class F0 · when · as the children
  undone_by     text,                                     -- class F1 · user, never the one who asked for it · as the children
  undone_at     timestamptz,                              -- class F0 · when · as the children
  moved         jsonb,                                    -- class F3 · what went over, so that exactly that goes back: row keys, fact, correction, task ids · as the children
  created_at    timestamptz not null,                     -- class F0 · audit · as the children
  primary key (county_id, merge_id),
  foreign key (county_id, kept_id) references child (county_id, child_id),
  foreign key (county_id, other_id) references child (county_id, child_id),
  check (kept_id <> other_id),
  check (decided_by is null or asked_by is null or decided_by <> asked_by),
  check (undone_by is null or undone_by <> undo_asked_by)
);
create unique index child_merge_open on child_merge (county_id, least(kept_id, other_id), greatest(kept_id, other_id))
  where state in ('proposed', 'asked', 'merged', 'undo-asked');
create index child_merge_kept on child_merge (county_id, kept_id);
create index child_merge_other on child_merge (county_id, other_id);
create index child_merge_state on child_merge (county_id, state, created_at);

-- child_reveal: who looked at which masked field of whom, and why; the right to see it lasts five minutes in that session.
create table child_reveal (
  county_id   text not null,                              -- class F0 · whose county · 3 years
  reveal_id   text not null,                              -- class F0 · id · 3 years
  child_id    text not null,                              -- class F0 · the child · 3 years
  field       text not null,                              -- class F0 · which field · 3 years
  user_id     text not null,                              -- class F1 · who looked · 3 years
  session_id  text not null,                              -- class F0 · in which session · 3 years
  reason      text not null check (length(reason) >= 2),  -- class F1 · why · 3 years
  revealed_at timestamptz not null,                       -- class F0 · when · 3 years
  until_at    timestamptz not null,                       -- class F0 · until when it is shown without asking again · 3 years
  primary key (county_id, reveal_id),
  foreign key (county_id, child_id) references child (county_id, child_id)
);
create index child_reveal_child on child_reveal (county_id, child_id, revealed_at);
create index child_reveal_user on child_reveal (county_id, user_id, revealed_at);

-- What hangs on a child is seen with the child; what is county-wide by nature, by county-wide roles and the server itself.
alter table child enable row level security;
alter table child force row level security;
create policy own_children on child using (county_id = (select nol_county()) and ((select nol_everywhere())
    or area_path ^@ any(array(select unnest(nol_areas()))) or school_path ^@ any(array(select unnest(nol_schools())))))
  with check (county_id = (select nol_county()));

do $$
declare name text;
begin
  foreach name in array array['child_name_key', 'child_number_key', 'child_source', 'child_correction', 'child_fact', 'child_reveal'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_children on %I using (county_id = (select nol_county()) and ((select nol_everywhere()) or exists (
        select 1 from child c where c.county_id = %I.county_id and c.child_id = %I.child_id)))
      with check (county_id = (select nol_county()))', name, name, name);
  end loop;
end $$;

-- Anybody may ask for a child to be counted again, and see how many wait; the server alone clears the list.
alter table child_due enable row level security;
alter table child_due force row level security;
create policy ask on child_due for insert with check (county_id = (select nol_county()));
create policy wait on child_due for select using (county_id = (select nol_county()));
create policy server on child_due using (county_id = (select nol_county()) and (select nol_everywhere()));

do $$
declare name text;
begin
  foreach name in array array['child_merge'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy county_wide on %I using (county_id = (select nol_county()) and (select nol_everywhere()))
      with check (county_id = (select nol_county()) and (select nol_everywhere()))', name);
  end loop;
end $$;
`,
} satisfies Migration;
