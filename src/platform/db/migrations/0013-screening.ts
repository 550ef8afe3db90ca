import type { Migration } from './migration';

/**
 * Screening campaigns: whom one looks at is fixed when it starts, so that every number can be held against the same list to the end.
 * What was said of a child stands with its target; every single answer is kept beside it.
 */
export const m0013 = {
  name: '0013-screening',
  sql: `
-- screening_campaign: one 排查: who is looked at, how, from when until when.
create table screening_campaign (
  county_id    text not null references county,           -- class F0 · whose county · 6 years after it is closed
  campaign_id  text not null,                             -- class F0 · id · as the campaign
  template     text not null check (template in ('before-term', 'term-opening', 'key-grades', 'special')), -- class F0 · what it is for · as the campaign
  method       text not null check (method in ('in-school', 'home', 'phone')), -- class F0 · asked in class, at home, by telephone · as the campaign
  name         text not null,                             -- class F0 · its name · as the campaign
  places       text[] not null,                           -- class F0 · townships or schools it is narrowed to, none: all · as the campaign
  grades       int[] not null,                            -- class F0 · grades it is narrowed to, none: all · as the campaign
  from_day     text not null,                             -- class F0 · first day; of 报到 the first day of term · as the campaign
  until_day    text not null,                             -- class F0 · day by which all is answered · as the campaign
  targets      int not null check (targets > 0),          -- class F0 · children in it · as the campaign
  state        text not null check (state in ('running', 'closed')), -- class F0 · running until somebody closes it · as the campaign
  started_by   text not null,                             -- class F1 · user · as the campaign
  started_at   timestamptz not null,                      -- class F0 · when · as the campaign
  closed_by    text,                                      -- class F1 · user · as the campaign
  closed_at    timestamptz,                               -- class F0 · when · as the campaign
  close_reason text not null default '',                  -- class F1 · why it was closed · as the campaign
  version      int not null default 1,                    -- class F0 · how often it was changed · as the campaign
  primary key (county_id, campaign_id),
  check (from_day <= until_day),
  check ((state = 'closed') = (closed_at is not null))
);
create index screening_campaign_state on screening_campaign (county_id, state, started_at);

-- screening_grid: one class or village in a campaign, and who answers for it.
create table screening_grid (
  county_id    text not null,                             -- class F0 · whose county · as the campaign
  campaign_id  text not null,                             -- class F0 · the campaign · as the campaign
  path         text collate "C" not null,                 -- class F0 · class or village; scope · as the campaign
  tree         text not null check (tree in ('area', 'school')), -- class F0 · in which tree · as the campaign
  targets      int not null check (targets > 0),          -- class F0 · children in it · as the campaign
  owner_name   text not null,                             -- class F1 · who answers for it when the campaign starts · as the campaign
  owner_user   text,                                      -- class F1 · that person's account · as the campaign
  confirmed_by text,                                      -- class F1 · who sent the list of the class · as the campaign
  confirmed_at timestamptz,                               -- class F0 · when · as the campaign
  reminded_at  timestamptz,                               -- class F0 · when the bureau last reminded · as the campaign
  version      int not null default 0,                    -- class F0 · how often its list was sent · as the campaign
  primary key (county_id, campaign_id, path),
  foreign key (county_id, campaign_id) references screening_campaign (county_id, campaign_id)
);

-- screening_target: one child in a campaign, with what was said last.
create table screening_target (
  county_id    text not null,                             -- class F0 · whose county · as the child
  target_id    text not null,                             -- class F0 · id · as the child
  campaign_id  text not null,                             -- class F0 · the campaign · as the child
  child_id     text not null,                             -- class F0 · whom it is about · as the child
  tree         text not null check (tree in ('area', 'school')), -- class F0 · in which tree · as the child
  path         text collate "C" not null,                 -- class F0 · class or village that is asked; scope · as the child
  answer       text,                                      -- class F5 · what was said last, null while nothing is · as the child
  answer_id    text,                                      -- class F0 · the single answer behind it, null when said of a whole class · as the child
  found_day    text,                                      -- class F1 · the day of which it was said; of 报到 the day it came · as the child
  answered_by  text,                                      -- class F1 · user · as the child
  answered_at  timestamptz,                               -- class F0 · when · as the child
  decision     text not null default 'none' check (decision in ('none', 'waiting', 'accepted', 'sent-back')), -- class F1 · what the bureau makes of it · as the child
  told         boolean not null default false,            -- class F0 · something of it was told to where children stand · as the child
  version      int not null default 1,                    -- class F0 · how often it was changed · as the child
  primary key (county_id, target_id),
  foreign key (county_id, campaign_id) references screening_campaign (county_id, campaign_id),
  foreign key (county_id, child_id) references child (county_id, child_id),
  check ((answer is null) = (answered_at is null))
);
create unique index screening_target_child on screening_target (county_id, child_id, campaign_id);
create index screening_target_grid on screening_target (county_id, campaign_id, path, answer);

-- screening_answer: every single answer about a child; none is ever changed but for the bureau's word on it.
create table screening_answer (
  county_id      text not null,                           -- class F0 · whose county · as the child
  answer_id      text not null,                           -- class F0 · id · as the child
  target_id      text not null,                           -- class F0 · the target · as the child
  child_id       text not null,                           -- class F0 · whom it is about · as the child
  answer         text not null,                           -- class F5 · what was said · as the child
  fact_id        text,                                    -- class F0 · the fact it told, null where it told none · as the child
  body           bytea not null,                          -- class F5 · where, who was met, note; sealed · as the child
  found_day      text not null,                           -- class F1 · the day it was found out · as the child
  answered_by    text not null,                           -- class F1 · user · as the child
  answered_as    text not null check (answered_as in ('school', 'township', 'village', 'bureau')), -- class F0 · in whose name · as the child
  answered_at    timestamptz not null,                    -- class F0 · when the server learnt it · as the child
  verdict        text check (verdict in ('accepted', 'sent-back')), -- class F1 · the bureau's word · as the child
  verdict_reason text not null default '',                -- class F1 · why it was sent back · as the child
  decided_by     text,                                    -- class F1 · user · as the child
  decided_at     timestamptz,                             -- class F0 · when · as the child
  primary key (county_id, answer_id),
  foreign key (county_id, target_id) references screening_target (county_id, target_id),
  foreign key (county_id, child_id) references child (county_id, child_id),
  check (decided_by is null or decided_by <> answered_by)
);
create index screening_answer_target on screening_answer (county_id, target_id, answered_at);

-- screening_file: a photograph of a visit.
create table screening_file (
  county_id text not null,                                -- class F0 · whose county · as the answer; photographs 1 year after acceptance
  target_id text not null,                                -- class F0 · the target · as the answer
  file_id   text not null,                                -- class F5 · the encrypted file in the attachment store · as the answer
  answer_id text,                                         -- class F0 · the answer it belongs to, null while it is being written · as the answer
  added_by  text not null,                                -- class F1 · user · as the answer
  added_at  timestamptz not null,                         -- class F0 · when · as the answer
  primary key (county_id, target_id, file_id),
  foreign key (county_id, target_id) references screening_target (county_id, target_id),
  foreign key (county_id, answer_id) references screening_answer (county_id, answer_id)
);

-- screening_sign: a school signs what its classes said.
create table screening_sign (
  county_id   text not null,                              -- class F0 · whose county · as the campaign
  campaign_id text not null,                              -- class F0 · the campaign · as the campaign
  path        text collate "C" not null,                  -- class F0 · the school; scope · as the campaign
  signed_by   text not null,                              -- class F1 · user · as the campaign
  signed_at   timestamptz not null,                       -- class F0 · when · as the campaign
  primary key (county_id, campaign_id, path),
  foreign key (county_id, campaign_id) references screening_campaign (county_id, campaign_id)
);

-- screening_sample: children drawn by the bureau to be asked about again. The seed draws the same ones again.
create table screening_sample (
  county_id   text not null,                              -- class F0 · whose county · as the campaign
  sample_id   text not null,                              -- class F0 · id · as the campaign
  campaign_id text not null,                              -- class F0 · the campaign · as the campaign
  place       text collate "C" not null,                  -- class F0 · of which township or school, '' of all · as the campaign
  seed        text not null,                              -- class F0 · what it was drawn with · as the campaign
  size        int not null check (size > 0),              -- class F0 · how many were drawn · as the campaign
  population  int not null check (population >= size),    -- class F0 · of how many answered targets · as the campaign
  drawn_by    text not null,                              -- class F1 · user · as the campaign
  drawn_at    timestamptz not null,                       -- class F0 · when; the answers until then are the population · as the campaign
  primary key (county_id, sample_id),
  foreign key (county_id, campaign_id) references screening_campaign (county_id, campaign_id)
);
create index screening_sample_campaign on screening_sample (county_id, campaign_id, drawn_at);

-- screening_recall: one drawn child, and what a second asking said.
create table screening_recall (
  county_id text not null,                                -- class F0 · whose county · as the child
  sample_id text not null,                                -- class F0 · the sample · as the child
  target_id text not null,                                -- class F0 · the target · as the child
  place_no  int not null check (place_no > 0),            -- class F0 · place in the draw · as the child
  result    text check (result in ('same', 'differs', 'unreached')), -- class F1 · what asking again said · as the child
  asked_by  text,                                         -- class F1 · user · as the child
  asked_at  timestamptz,                                  -- class F0 · when · as the child
  primary key (county_id, sample_id, target_id),
  foreign key (county_id, sample_id) references screening_sample (county_id, sample_id),
  foreign key (county_id, target_id) references screening_target (county_id, target_id)
);

-- screening_find: a child that somebody met on the way and that is on no list (铁脚板), until the bureau has said who it is.
create table screening_find (
  county_id   text not null,                              -- class F0 · whose county · as the campaign
  find_id     text not null,                              -- class F0 · id · as the campaign
  campaign_id text not null,                              -- class F0 · the campaign · as the campaign
  tree        text not null check (tree in ('area', 'school')), -- class F0 · in which tree · as the campaign
  path        text collate "C" not null,                  -- class F0 · where it was met; scope · as the campaign
  name        text not null check (name <> ''),           -- class F1 · as it was told · as the campaign
  sex         text not null check (sex in ('', '1', '2')), -- class F1 · '' where nobody said · as the campaign
  birth_day   text,                                       -- class F1 · as it was told · as the campaign
  outcome     text not null,                              -- class F5 · where it learns, or why it does not · as the campaign
  body        bytea not null,                             -- class F5 · ID number, guardian, telephone, address, school, note; sealed · as the campaign
  found_day   text not null,                              -- class F1 · the day it was met · as the campaign
  found_by    text not null,                              -- class F1 · user · as the campaign
  found_as    text not null check (found_as in ('school', 'township', 'village', 'bureau')), -- class F0 · in whose name · as the campaign
  found_at    timestamptz not null,                       -- class F0 · when the server learnt it · as the campaign
  state       text not null default 'open' check (state in ('open', 'known', 'entered', 'dismissed')), -- class F1 · what the bureau made of it · as the campaign
  child_id    text,                                       -- class F0 · who it is · as the campaign
  reason      text not null default '',                   -- class F1 · why it was dismissed · as the campaign
  decided_by  text,                                       -- class F1 · user · as the campaign
  decided_at  timestamptz,                                -- class F0 · when · as the campaign
  primary key (county_id, find_id),
  foreign key (county_id, campaign_id) references screening_campaign (county_id, campaign_id),
  foreign key (county_id, child_id) references child (county_id, child_id),
  check ((state = 'open') = (decided_at is null)),
  check ((state in ('known', 'entered')) = (child_id is not null)),
  check (decided_by is null or decided_by <> found_by)
);
create index screening_find_campaign on screening_find (county_id, campaign_id, path, state);
create index screening_find_child on screening_find (county_id, child_id) where child_id is not null;

alter table screening_campaign enable row level security;
alter table screening_campaign force row level security;
create policy own_county on screening_campaign using (county_id = (select nol_county()))
  with check (county_id = (select nol_county()) and (select nol_everywhere()));

do $$
declare name text;
begin
  foreach name in array array['screening_grid', 'screening_target', 'screening_find'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_grids on %I using (county_id = (select nol_county()) and ((select nol_everywhere())
        or (tree = ''area'' and path ^@ any(array(select unnest(nol_areas()))))
        or (tree = ''school'' and path ^@ any(array(select unnest(nol_schools()))))))
      with check (county_id = (select nol_county()))', name);
  end loop;
  foreach name in array array['screening_answer', 'screening_file'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_grids on %I using (county_id = (select nol_county()) and ((select nol_everywhere()) or exists (
        select 1 from screening_target t where t.county_id = %I.county_id and t.target_id = %I.target_id)))
      with check (county_id = (select nol_county()))', name, name, name);
  end loop;
  foreach name in array array['screening_sample', 'screening_recall'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy county_wide on %I using (county_id = (select nol_county()) and (select nol_everywhere()))
      with check (county_id = (select nol_county()) and (select nol_everywhere()))', name);
  end loop;
end $$;

alter table screening_sign enable row level security;
alter table screening_sign force row level security;
create policy own_schools on screening_sign using (county_id = (select nol_county()) and ((select nol_everywhere())
    or path ^@ any(array(select unnest(nol_schools())))))
  with check (county_id = (select nol_county()) and ((select nol_everywhere()) or path ^@ any(array(select unnest(nol_schools())))));

-- Whoever looks at a child in a running campaign sees it, also when it has moved since. (Named to be looked at after own_children,
-- which answers for nearly every row.)
create policy listed_children on child for select using (county_id = (select nol_county()) and exists (
    select 1 from screening_target t join screening_campaign c on c.county_id = t.county_id and c.campaign_id = t.campaign_id
    where t.county_id = child.county_id and t.child_id = child.child_id and c.state = 'running'));
`,
} satisfies Migration;
