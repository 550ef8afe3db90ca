import type { Migration } from './migration';

/**
 * Lists from outside as they came. A batch is what somebody uploaded at one time and never changes once committed. A snapshot
 * is what counts for one kind and unit: layers of batches, each without the rows that a newer layer, the mending or the
 * waiting took out. `register_current` points to the snapshot that counts; undo points back to the one before.
 */
export const m0003 = {
  name: '0003-registers',
  sql: `
create table register_batch (
  county_id text not null,                 -- class F0 · owner of the row · as the row
  batch_id text not null,                  -- class F0 · names the batch · as the row
  kind text not null check (kind in ('household', 'enrolment', 'attending', 'poverty', 'disability')), -- class F0 · which of the five lists · as the row
  unit_tree text not null check (unit_tree in ('county', 'area', 'school')), -- class F0 · for whom the list speaks · as the row
  unit_path text not null,                 -- class F0 · '211324/' or a school's or an area's path · as the row
  as_of_day text not null check (as_of_day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'), -- class F0 · the day the list speaks of · as the row
  state text not null check (state in ('uploaded', 'reading', 'previewed', 'committing', 'committed', 'undone', 'refused', 'cancelled')), -- class F0 · where the batch stands · as the row
  version integer not null default 1,      -- class F0 · against two writers · as the row
  mode text check (mode in ('replace', 'add', 'mend')), -- class F0 · whole list, part of a list, or mended rows; set at commit · as the row
  bad_rows text check (bad_rows in ('wait', 'take')),   -- class F0 · what was done with rows that have errors; set at commit · as the row
  mends_batch_id text,                     -- class F0 · the batch whose rows this one mends · as the row
  source_key text,                         -- class F0 · fingerprint of the set of headers (remembered mapping) · as the row
  mapping jsonb not null default '{}',     -- class F0 · what the user said about columns: header → field · as the row
  rows integer not null default 0,         -- class F0 · rows that name a person · as the row
  error_rows integer not null default 0,   -- class F0 · rows with at least one error · as the row
  job_id text,                             -- class F0 · the reading or committing job · as the row
  preview bytea,                           -- class F1 · sealed: columns with masked examples, counts, groups of problems, guards, effect · 2 years after undone, refused or cancelled; else with the batch
  refusal jsonb,                           -- class F0 · { code, zh, en } why the file was not read · as the row
  reason text,                             -- class F0 · why it was undone or why a guard was overruled · as the row
  created_by text not null,                -- class F0 · user · as the row
  created_at timestamptz not null,         -- class F0 · audit · as the row
  committed_by text,                       -- class F0 · user · as the row
  committed_at timestamptz,                -- class F0 · audit · as the row
  undone_by text,                          -- class F0 · user · as the row
  undone_at timestamptz,                   -- class F0 · audit · as the row
  primary key (county_id, batch_id),
  foreign key (county_id, mends_batch_id) references register_batch (county_id, batch_id)
);
create index register_batch_by_day on register_batch (county_id, created_at desc, batch_id);
create index register_batch_by_unit on register_batch (county_id, unit_path text_pattern_ops, kind);

create table register_file (
  county_id text not null,                 -- class F0 · owner of the row · as the batch
  batch_id text not null,                  -- class F0 · batch · as the batch
  file_no integer not null,                -- class F0 · order of the files · as the batch
  file_id text not null,                   -- class F0 · the encrypted file in the attachment store · as the batch
  name text not null,                      -- class F1 · name of the file as uploaded, shown back to the uploader · as the batch
  bytes bigint not null,                   -- class F0 · size · as the batch
  sha256 bytea not null,                   -- class F0 · the same file again is told before it is read · as the batch
  primary key (county_id, batch_id, file_no),
  foreign key (county_id, batch_id) references register_batch (county_id, batch_id)
);
create index register_file_same on register_file (county_id, sha256);

create table register_sheet (
  county_id text not null,                 -- class F0 · owner of the row · as the batch
  batch_id text not null,                  -- class F0 · batch · as the batch
  sheet_no integer not null,               -- class F0 · order of the sheets over all files · as the batch
  file_no integer not null,                -- class F0 · file · as the batch
  name text not null,                      -- class F1 · name of the sheet as the file has it · as the batch
  layout jsonb not null,                   -- class F1 · header row, headers, what each column means, class and school of the title · as the batch
  first_row integer not null,              -- class F0 · number of its first row among the rows of the batch · as the batch
  rows integer not null,                   -- class F0 · rows stored · as the batch
  primary key (county_id, batch_id, sheet_no),
  foreign key (county_id, batch_id) references register_batch (county_id, batch_id)
);

create table register_chunk (
  county_id text not null,                 -- class F0 · owner of the row · as the batch
  batch_id text not null,                  -- class F0 · batch · as the batch
  chunk_no integer not null,               -- class F0 · order · as the batch
  sheet_no integer not null,               -- class F0 · sheet · as the batch
  first_row integer not null,              -- class F0 · number of its first row among the rows of the batch · as the batch
  rows integer not null,                   -- class F0 · rows in it · as the batch
  body bytea not null,                     -- class F4 · sealed: the raw cells of the rows as the file had them (F1–F4), packed · as the batch; bodies of undone, refused, cancelled batches go after 90 days
  primary key (county_id, batch_id, chunk_no),
  foreign key (county_id, batch_id, sheet_no) references register_sheet (county_id, batch_id, sheet_no)
);

create table register_index (
  county_id text not null,                 -- class F0 · owner of the row · as the batch
  batch_id text not null,                  -- class F0 · batch · as the batch
  bucket integer not null,                 -- class F0 · first bits of the row keys in it · as the batch
  body bytea not null,                     -- class F3 · sealed: row key (keyed hash), content fingerprint, row number; finds a child's row and what changed · as the batch
  primary key (county_id, batch_id, bucket),
  foreign key (county_id, batch_id) references register_batch (county_id, batch_id)
);

create table register_problem (
  county_id text not null,                 -- class F0 · owner of the row · as the batch
  batch_id text not null,                  -- class F0 · batch · as the batch
  group_no integer not null,               -- class F0 · one sort of mistake in one column · as the batch
  page_no integer not null,                -- class F0 · pages of 200, from 0 · as the batch
  body bytea not null,                     -- class F1 · sealed: sheet, row, masked value of each · as the batch
  primary key (county_id, batch_id, group_no, page_no),
  foreign key (county_id, batch_id) references register_batch (county_id, batch_id)
);

create table register_mapping (
  county_id text not null,                 -- class F0 · owner of the row · until the county says otherwise
  kind text not null,                      -- class F0 · which of the five lists · as the row
  source_key text not null,                -- class F0 · fingerprint of the set of headers · as the row
  choices jsonb not null,                  -- class F0 · header → field, as a person said · as the row
  version integer not null default 1,      -- class F0 · against two writers · as the row
  changed_by text not null,                -- class F0 · user · as the row
  changed_at timestamptz not null,         -- class F0 · audit · as the row
  primary key (county_id, kind, source_key)
);

create table register_snapshot (
  county_id text not null,                 -- class F0 · owner of the row · as the batches in it
  snapshot_id text not null,               -- class F0 · names the snapshot · as the row
  kind text not null,                      -- class F0 · which of the five lists · as the row
  unit_tree text not null check (unit_tree in ('county', 'area', 'school')), -- class F0 · for whom it speaks · as the row
  unit_path text not null,                 -- class F0 · scope · as the row
  as_of_day text not null,                 -- class F0 · the day it speaks of · as the row
  batch_id text not null,                  -- class F0 · the commit that made it · as the row
  previous_snapshot_id text,               -- class F0 · what undo goes back to · as the row
  rows integer not null,                   -- class F0 · rows that count · as the row
  created_at timestamptz not null,         -- class F0 · audit · as the row
  primary key (county_id, snapshot_id),
  unique (county_id, batch_id),
  foreign key (county_id, batch_id) references register_batch (county_id, batch_id),
  foreign key (county_id, previous_snapshot_id) references register_snapshot (county_id, snapshot_id)
);

create table register_layer (
  county_id text not null,                 -- class F0 · owner of the row · as the snapshot
  snapshot_id text not null,               -- class F0 · snapshot · as the snapshot
  layer_no integer not null,               -- class F0 · order, oldest first · as the snapshot
  batch_id text not null,                  -- class F0 · whose rows · as the snapshot
  dropped bytea not null,                  -- class F0 · numbers of the rows of the batch that do not count in this snapshot, packed · as the snapshot
  primary key (county_id, snapshot_id, layer_no),
  unique (county_id, snapshot_id, batch_id),
  foreign key (county_id, snapshot_id) references register_snapshot (county_id, snapshot_id),
  foreign key (county_id, batch_id) references register_batch (county_id, batch_id)
);

create table register_current (
  county_id text not null,                 -- class F0 · owner of the row · while the list counts
  kind text not null,                      -- class F0 · which of the five lists · as the row
  unit_path text not null,                 -- class F0 · for whom it speaks · as the row
  unit_tree text not null check (unit_tree in ('county', 'area', 'school')), -- class F0 · scope · as the row
  snapshot_id text not null,               -- class F0 · what counts · as the row
  version integer not null default 1,      -- class F0 · two commits at once: one of them is told · as the row
  changed_at timestamptz not null,         -- class F0 · audit · as the row
  primary key (county_id, kind, unit_path),
  foreign key (county_id, snapshot_id) references register_snapshot (county_id, snapshot_id)
);

do $$
declare name text;
begin
  foreach name in array array['register_mapping'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_county on %I using (county_id = (select nol_county())) with check (county_id = (select nol_county()))', name);
  end loop;
end $$;

do $$
declare name text;
begin
  foreach name in array array['register_batch', 'register_snapshot', 'register_current'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_units on %I using (county_id = (select nol_county()) and ((select nol_everywhere())
        or (unit_tree = ''school'' and unit_path ^@ any(array(select unnest(nol_schools()))))
        or (unit_tree = ''area'' and unit_path ^@ any(array(select unnest(nol_areas()))))))', name);
  end loop;
  foreach name in array array['register_file', 'register_sheet', 'register_chunk', 'register_index', 'register_problem'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_batches on %I using (county_id = (select nol_county()) and exists (
        select 1 from register_batch b where b.county_id = %I.county_id and b.batch_id = %I.batch_id))', name, name, name);
  end loop;
  alter table register_layer enable row level security;
  alter table register_layer force row level security;
  create policy own_snapshots on register_layer using (county_id = (select nol_county()) and exists (
    select 1 from register_snapshot s where s.county_id = register_layer.county_id and s.snapshot_id = register_layer.snapshot_id));
end $$;
`,
} satisfies Migration;
