import type { Migration } from './migration';

/**
 * Comparisons, the questions they put to people, and what schools, townships and villages answer. Every comparison writes only
 * what changed, so that a list of today and of any earlier run is one range of run numbers.
 */
export const m0006 = {
  name: '0006-comparison',
  sql: `
-- comparison_run: one 四查三比对 over the lists that counted at that moment. County-wide: the bureau's roles alone see it.
create table comparison_run (
  county_id   text not null references county,            -- class F0 · whose county · kept for ever
  run_no      int not null,                               -- class F0 · 1, 2, 3 … in the order in which results were taken over · kept for ever
  run_id      text not null,                              -- class F0 · id; the same job run again after a crash is recognised by it · kept for ever
  as_of_day   text not null,                              -- class F0 · the day of which school age is reckoned · kept for ever
  inputs      jsonb not null,                             -- class F0 · the snapshots: list, unit, day, rows · kept for ever
  counts      jsonb not null,                             -- class F0 · rows by status, as result.json counts them · kept for ever
  equation    jsonb not null,                             -- class F0 · children by finding: the balance of 四查三比对 · kept for ever
  changes     jsonb not null,                             -- class F0 · what is new and what is gone since the run before, by finding · kept for ever
  compared    jsonb not null,                             -- class F0 · rows looked at, rows of them written anew, rows gone, milliseconds · kept for ever
  asked_by    text,                                       -- class F1 · user · kept for ever
  began_at    timestamptz not null,                       -- class F0 · audit · kept for ever
  ended_at    timestamptz not null,                       -- class F0 · audit · kept for ever
  primary key (county_id, run_no),
  unique (county_id, run_id)
);

-- comparison_finding: where a comparison puts a child, from one run until another; written only when it changes.
create table comparison_finding (
  county_id text not null,                                -- class F0 · whose county · as the child
  finding   text not null,                                -- class F4 · enrolled, not-enrolled, absent, unregistered, double-enrolment, on-poverty-list … · as the child
  child_id  text not null,                                -- class F0 · the child · as the child
  since_run int not null,                                 -- class F0 · the run that found it · as the child
  until_run int,                                          -- class F0 · the run that no longer found it, null while it holds · as the child
  primary key (county_id, child_id, finding, since_run),
  foreign key (county_id, child_id) references child (county_id, child_id),
  check (until_run > since_run)
);
create unique index comparison_finding_now on comparison_finding (county_id, finding, child_id) where until_run is null;
create index comparison_finding_since on comparison_finding (county_id, since_run, finding, child_id);
create index comparison_finding_until on comparison_finding (county_id, until_run, finding, child_id) where until_run is not null;

-- match_review: two rows that may be one child, put before a person. Seen by the bureau alone.
create table match_review (
  county_id  text not null references county,             -- class F0 · whose county · as the rows
  review_id  text not null,                               -- class F0 · id · as the rows
  left_kind  text not null,                               -- class F4 · list of the one row · as the rows
  left_key   text collate "C" not null,                   -- class F3 · the one row · as the rows
  right_kind text not null,                               -- class F4 · list of the other · as the rows
  right_key  text collate "C" not null,                   -- class F3 · the other row · as the rows
  state      text not null check (state in ('open', 'decided', 'gone')), -- class F0 · waiting, decided, or no longer asked because the data changed · as the rows
  score      real not null,                               -- class F0 · how sure the program was · as the rows
  evidence   bytea not null,                              -- class F2 · reasons for and against, sealed · as the rows
  compared   bytea not null,                              -- class F3 · keyed fingerprint of the compared fields of both rows · as the rows
  decision   text check (decision in ('same', 'different', 'unsure')), -- class F0 · what was decided; stays to be shown when it has lapsed · as the rows
  decided_compared bytea,                                 -- class F3 · the fingerprint it was decided on; another one now: it has lapsed · as the rows
  reason     text not null default '',                    -- class F1 · why · as the rows
  decided_by text,                                        -- class F1 · user · as the rows
  decided_at timestamptz,                                 -- class F0 · when · as the rows
  applied_run int,                                        -- class F0 · the comparison that followed the decision, null while it waits for the next · as the rows
  version    int not null default 1,                      -- class F0 · two people decide: the second is told · as the rows
  first_run  int not null,                                -- class F0 · the comparison that asked · as the rows
  last_run   int not null,                                -- class F0 · the comparison in which it last changed · as the rows
  primary key (county_id, review_id),
  unique (county_id, left_kind, left_key, right_kind, right_key),
  check (state <> 'decided' or decision is not null)
);
create index match_review_state on match_review (county_id, state, score desc, review_id);
create index match_review_right on match_review (county_id, right_kind, right_key);
create index match_review_waits on match_review (county_id, review_id)
  where state = 'decided' and decision <> 'unsure' and applied_run is null;

-- match_decision: every decision and every taking back, in order; a lapsed one is still told.
create table match_decision (
  county_id   text not null,                              -- class F0 · whose county · as the review
  decision_id text not null,                              -- class F0 · id · as the review
  review_id   text not null,                              -- class F0 · the question · as the review
  decision    text not null check (decision in ('same', 'different', 'unsure', 'taken-back')), -- class F0 · the answer · as the review
  reason      text not null,                              -- class F1 · why · as the review
  decided_by  text not null,                              -- class F1 · user · as the review
  decided_at  timestamptz not null,                       -- class F0 · when · as the review
  group_id    text,                                       -- class F0 · decided together in one go, taken back together · as the review
  before      jsonb,                                      -- class F1 · what stood there before, to be put back exactly; null for a taking back · as the review
  primary key (county_id, decision_id),
  foreign key (county_id, review_id) references match_review (county_id, review_id)
);
create index match_decision_review on match_decision (county_id, review_id);
create index match_decision_group on match_decision (county_id, group_id) where group_id is not null;

-- verification_batch: questions sent out together.
create table verification_batch (
  county_id   text not null references county,            -- class F0 · whose county · kept for ever
  batch_id    text not null,                              -- class F0 · id · kept for ever
  finding     text not null,                              -- class F0 · what was found of the children · kept for ever
  run_no      int not null,                               -- class F0 · by which comparison · kept for ever
  due_day     text not null,                              -- class F0 · to be answered by · kept for ever
  note        text not null default '',                   -- class F0 · what the bureau adds for those who answer; no names · kept for ever
  tasks       int not null,                               -- class F0 · how many were sent · kept for ever
  sent_by     text not null,                              -- class F1 · user · kept for ever
  sent_at     timestamptz not null,                       -- class F0 · when · kept for ever
  recalled_by text,                                       -- class F1 · user · kept for ever
  recalled_at timestamptz,                                -- class F0 · when what was not answered was called back · kept for ever
  recall_reason text not null default '',                 -- class F0 · why · kept for ever
  primary key (county_id, batch_id)
);

-- verification_task: where is this child? asked of one school, township or village.
create table verification_task (
  county_id   text not null,                              -- class F0 · whose county · as the child
  task_id     text not null,                              -- class F0 · id · as the child
  batch_id    text not null,                              -- class F0 · sent with · as the child
  child_id    text not null,                              -- class F0 · about whom · as the child
  finding     text not null,                              -- class F1 · what was found · as the child
  tree        text not null check (tree in ('area', 'school')), -- class F0 · whom it is asked of · as the child
  path        text collate "C" not null,                  -- class F0 · township, village or school; scope · as the child
  due_day     text not null,                              -- class F0 · to be answered by · as the child
  state       text not null check (state in ('open', 'answered', 'accepted', 'sent-back', 'recalled')), -- class F0 · where it stands · as the child
  recall_why  text check (recall_why in ('bureau', 'moved', 'found')), -- class F0 · called back by the bureau, the child moved to another place, a list has it again · as the child
  answer_id   text,                                       -- class F0 · the newest answer · as the child
  version     int not null default 1,                     -- class F0 · against two writers · as the child
  created_at  timestamptz not null,                       -- class F0 · audit · as the child
  changed_at  timestamptz not null,                       -- class F0 · audit · as the child
  primary key (county_id, task_id),
  foreign key (county_id, batch_id) references verification_batch (county_id, batch_id),
  foreign key (county_id, child_id) references child (county_id, child_id)
);
create unique index verification_task_open on verification_task (county_id, child_id, finding) where state in ('open', 'answered', 'sent-back');
create index verification_task_path on verification_task (county_id, path, state, due_day);
create index verification_task_state on verification_task (county_id, state, due_day, task_id);
create index verification_task_batch on verification_task (county_id, batch_id);
create index verification_task_child on verification_task (county_id, child_id);

-- verification_answer: what the field found out, and what the bureau made of it. Answers stay; a new one follows a sent-back one.
create table verification_answer (
  county_id    text not null,                             -- class F0 · whose county · as the child
  answer_id    text not null,                             -- class F0 · id · as the child
  task_id      text not null,                             -- class F0 · the question · as the child
  child_id     text not null,                             -- class F0 · about whom · as the child
  outcome      text not null,                             -- class F5 · one of the outcomes (policy.md §5.2) · as the child
  proofs       text[] not null,                           -- class F5 · which kinds of proof are there · as the child
  body         bytea not null,                            -- class F5 · school elsewhere and place, document, who was met, words; sealed · as the child
  found_day    text not null,                             -- class F1 · the day it was found out · as the child
  answered_by  text not null,                             -- class F1 · user · as the child
  answered_as  text not null,                             -- class F0 · school, township, village or bureau · as the child
  answered_at  timestamptz not null,                      -- class F0 · when · as the child
  verdict      text check (verdict in ('accepted', 'sent-back')), -- class F0 · the bureau's decision · as the child
  verdict_reason bytea,                                   -- class F5 · why it was sent back, sealed · as the child
  valid_until_day text,                                   -- class F1 · until when the document holds · as the child
  decided_by   text,                                      -- class F1 · user, never the one who answered · as the child
  decided_at   timestamptz,                               -- class F0 · when · as the child
  primary key (county_id, answer_id),
  foreign key (county_id, task_id) references verification_task (county_id, task_id),
  foreign key (county_id, child_id) references child (county_id, child_id),
  check (decided_by is null or decided_by <> answered_by)
);
create index verification_answer_task on verification_answer (county_id, task_id);
create index verification_answer_child on verification_answer (county_id, child_id);

-- verification_file: papers and photographs behind an answer.
create table verification_file (
  county_id text not null,                                -- class F0 · whose county · as the answer; photographs 1 year after acceptance
  task_id   text not null,                                -- class F0 · the question · as the answer
  file_id   text not null,                                -- class F5 · the encrypted file in the attachment store · as the answer
  answer_id text,                                         -- class F0 · the answer it belongs to, null while it is being written · as the answer
  proof     text not null,                                -- class F5 · what kind of proof it is · as the answer
  added_by  text not null,                                -- class F1 · user · as the answer
  added_at  timestamptz not null,                         -- class F0 · when · as the answer
  primary key (county_id, task_id, file_id),
  foreign key (county_id, task_id) references verification_task (county_id, task_id),
  foreign key (county_id, answer_id) references verification_answer (county_id, answer_id)
);

-- What hangs on a question is seen by whom it is asked.
alter table verification_task enable row level security;
alter table verification_task force row level security;
create policy own_tasks on verification_task using (county_id = (select nol_county()) and ((select nol_everywhere())
    or (tree = 'area' and path ^@ any(array(select unnest(nol_areas()))))
    or (tree = 'school' and path ^@ any(array(select unnest(nol_schools()))))))
  with check (county_id = (select nol_county()));

-- Whoever is asked about a child sees it while it is asked about, also when it lives elsewhere. (PostgreSQL looks at the last name
-- first: named so that own_children comes before it, which answers for nearly every row.)
create policy asked_children on child for select using (county_id = (select nol_county()) and exists (
    select 1 from verification_task t where t.county_id = child.county_id and t.child_id = child.child_id
      and t.state in ('open', 'answered', 'sent-back')));

do $$
declare name text;
begin
  foreach name in array array['verification_answer', 'verification_file'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_tasks on %I using (county_id = (select nol_county()) and ((select nol_everywhere()) or exists (
        select 1 from verification_task t where t.county_id = %I.county_id and t.task_id = %I.task_id)))
      with check (county_id = (select nol_county()))', name, name, name);
  end loop;
end $$;

do $$
declare name text;
begin
  foreach name in array array['comparison_finding'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_children on %I using (county_id = (select nol_county()) and ((select nol_everywhere()) or exists (
        select 1 from child c where c.county_id = %I.county_id and c.child_id = %I.child_id)))
      with check (county_id = (select nol_county()))', name, name, name);
  end loop;
end $$;

do $$
declare name text;
begin
  foreach name in array array['comparison_run', 'match_review', 'match_decision'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy county_wide on %I using (county_id = (select nol_county()) and (select nol_everywhere()))
      with check (county_id = (select nol_county()) and (select nol_everywhere()))', name);
  end loop;
end $$;

do $$
declare name text;
begin
  foreach name in array array['verification_batch'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_county on %I using (county_id = (select nol_county())) with check (county_id = (select nol_county()))', name);
  end loop;
end $$;
`,
} satisfies Migration;
