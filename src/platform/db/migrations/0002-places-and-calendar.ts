import type { Migration } from './migration';

/**
 * The two trees of places with their owners, and the calendar. Days are text; `until_day` is the last day on which a row
 * holds, null while it is open. Paths end in `/` and sort by bytes, so that everything below a place is one range.
 */
export const m0002 = {
  name: '0002-places-and-calendar',
  sql: `
-- area: one row a code, alive from_day..until_day. Row-level security: county only (public data, every signed-in user reads).
create table area (
  county_id      text not null,              -- class F0 · whose county · kept for ever
  area_code      text not null,              -- class F0 · 统计用区划代码, 6, 9 or 12 digits · kept for ever
  level          text not null check (level in ('county', 'township', 'village')),  -- class F0 · place in the tree · kept for ever
  parent_code    text,                       -- class F0 · the area above, null for the county · kept for ever
  path           text collate "C" not null,  -- class F0 · 211324/211324101/211324101201/ · kept for ever
  name           text not null check (name <> ''),           -- class F0 · name of today, with its suffix · kept for ever
  other_names    text[] not null default '{}',               -- class F0 · other spellings in old lists · kept for ever
  from_day       text not null,              -- class F0 · first day of the area · kept for ever
  until_day      text,                       -- class F0 · last day of the area, null while it exists · kept for ever
  successor_code text,                       -- class F0 · the area that took over when it was closed · kept for ever
  reason         text not null,              -- class F0 · why it was last changed · kept for ever
  version        int not null default 1,     -- class F0 · guards against lost changes · kept for ever
  changed_at     timestamptz not null default now(),         -- class F0 · when it was last changed · kept for ever
  changed_by     text not null,              -- class F1 · user id of who changed it · kept for ever
  primary key (county_id, area_code),
  unique (county_id, path),
  foreign key (county_id, parent_code) references area (county_id, area_code),
  foreign key (county_id, successor_code) references area (county_id, area_code),
  check (until_day is null or until_day >= from_day),
  check ((level = 'county') = (parent_code is null))
);

-- area_name: the names an area has had; the row with the latest from_day <= day is its name on that day.
create table area_name (
  county_id   text not null,                 -- class F0 · whose county · kept for ever
  area_code   text not null,                 -- class F0 · the area · kept for ever
  from_day    text not null,                 -- class F0 · first day of the name · kept for ever
  name        text not null check (name <> ''),              -- class F0 · the name from that day · kept for ever
  reason      text not null,                 -- class F0 · the decision that changed it · kept for ever
  changed_at  timestamptz not null default now(),            -- class F0 · when it was written · kept for ever
  changed_by  text not null,                 -- class F1 · user id of who wrote it · kept for ever
  primary key (county_id, area_code, from_day),
  foreign key (county_id, area_code) references area (county_id, area_code)
);

-- school: schools and teaching points. Names of schools are public within the county.
create table school (
  county_id        text not null,            -- class F0 · whose county · kept for ever
  school_id        text not null,            -- class F0 · id · kept for ever
  path             text collate "C" not null,                -- class F0 · 211324/<school_id>/ · kept for ever
  official_code    text,                     -- class F0 · 学校标识码, null until known · kept for ever
  name             text not null check (name <> ''),         -- class F0 · full name · kept for ever
  other_names      text[] not null default '{}',             -- class F0 · what lists also call it · kept for ever
  kind             text not null check (kind in ('primary', 'junior', 'nine-year', 'junior-part', 'special', 'teaching-point')),
                                             -- class F0 · kind of school · kept for ever
  parent_school_id text,                     -- class F0 · the school a teaching point belongs to · kept for ever
  area_code        text not null,            -- class F0 · township or village it stands in · kept for ever
  area_path        text collate "C" not null,                -- class F0 · path of that area, for scope · kept for ever
  first_grade      smallint not null check (first_grade between 1 and 9),    -- class F0 · lowest grade taught · kept for ever
  last_grade       smallint not null check (last_grade between 1 and 9),     -- class F0 · highest grade taught · kept for ever
  from_day         text not null,            -- class F0 · first day · kept for ever
  until_day        text,                     -- class F0 · last day, null while it is open · kept for ever
  reason           text not null,            -- class F0 · why it was last changed · kept for ever
  version          int not null default 1,   -- class F0 · guards against lost changes · kept for ever
  changed_at       timestamptz not null default now(),       -- class F0 · when it was last changed · kept for ever
  changed_by       text not null,            -- class F1 · user id of who changed it · kept for ever
  primary key (county_id, school_id),
  unique (county_id, path),
  foreign key (county_id, parent_school_id) references school (county_id, school_id),
  foreign key (county_id, area_code) references area (county_id, area_code),
  check (first_grade <= last_grade),
  check ((kind = 'teaching-point') = (parent_school_id is not null)),
  check (until_day is null or until_day >= from_day)
);
create unique index school_official_code on school (county_id, official_code) where until_day is null;
create index school_area_path on school (county_id, area_path);
create index school_name on school (county_id, name);

-- school_class: a class of one school year; the next year is a new row, so a class teacher's grant ends with the year.
-- Names of schools are public within the county.
create table school_class (
  county_id         text not null,           -- class F0 · whose county · kept for ever
  class_id          text not null,           -- class F0 · id · kept for ever
  school_id         text not null,           -- class F0 · its school · kept for ever
  path              text collate "C" not null,               -- class F0 · 211324/<school_id>/<class_id>/ · kept for ever
  area_path         text collate "C" not null,               -- class F0 · area of the school, for scope · kept for ever
  school_year       text not null check (school_year ~ '^[0-9]{4}-[0-9]{4}$'),  -- class F0 · 2024-2025 · kept for ever
  grades            smallint[] not null check (cardinality(grades) between 1 and 9),
                                             -- class F0 · one grade, several for a 复式班, ascending · kept for ever
  number            smallint not null check (number between 1 and 99),        -- class F0 · number within the grade · kept for ever
  label             text,                    -- class F0 · a name of its own, such as 向日葵班 · kept for ever
  previous_class_id text,                    -- class F0 · the class of the year before that moved up · kept for ever
  from_day          text not null,           -- class F0 · first day · kept for ever
  until_day         text,                    -- class F0 · last day when it ended before the year did · kept for ever
  version           int not null default 1,  -- class F0 · guards against lost changes · kept for ever
  changed_at        timestamptz not null default now(),      -- class F0 · when it was last changed · kept for ever
  changed_by        text not null,           -- class F1 · user id of who changed it · kept for ever
  primary key (county_id, class_id),
  unique (county_id, path),
  unique (county_id, school_id, school_year, grades, number),
  foreign key (county_id, school_id) references school (county_id, school_id),
  foreign key (county_id, previous_class_id) references school_class (county_id, class_id)
);
create index school_class_year on school_class (county_id, school_year, school_id);
create index school_class_area_path on school_class (county_id, area_path);

-- grid_owner: who answers for a township, village, school or class from–until; exactly one on each day.
-- Row-level security: (tree = 'school' and path under nol_schools()) or area_path under nol_areas().
create table grid_owner (
  county_id   text not null,                 -- class F0 · whose county · kept for ever
  owner_id    text not null,                 -- class F0 · id of the assignment · 5 years after until_day
  grid        text not null check (grid in ('township', 'village', 'school', 'class')),  -- class F0 · kind of grid · 5 years after until_day
  path        text collate "C" not null,     -- class F0 · path of the grid in its tree · 5 years after until_day
  area_path   text collate "C" not null,     -- class F0 · where the grid lies, for scope · 5 years after until_day
  user_id     text,                          -- class F1 · the account of the person, null without one · 5 years after until_day
  name        text not null check (name <> ''),              -- class F1 · who answers, 方案 三(一)2 · 5 years after until_day
  duty        text not null default '',      -- class F1 · office, such as 班主任 · 5 years after until_day
  from_day    text not null,                 -- class F0 · first day · 5 years after until_day
  until_day   text,                          -- class F0 · last day, null while it lasts · 5 years after until_day
  reason      text not null default '',      -- class F0 · why the owner changed · 5 years after until_day
  version     int not null default 1,        -- class F0 · guards against lost changes · 5 years after until_day
  changed_at  timestamptz not null default now(),            -- class F0 · when it was last changed · 5 years after until_day
  changed_by  text not null,                 -- class F1 · user id of who changed it · 5 years after until_day
  primary key (county_id, owner_id),
  check (until_day is null or until_day >= from_day)
);
create unique index grid_owner_open on grid_owner (county_id, path) where until_day is null;
create index grid_owner_path on grid_owner (county_id, path, from_day);
create index grid_owner_area_path on grid_owner (county_id, area_path);
create index grid_owner_user on grid_owner (county_id, user_id) where user_id is not null;

-- calendar: public facts of the county; row-level security: county only.
create table term (
  county_id   text not null,                 -- class F0 · whose county · kept for ever
  school_year text not null check (school_year ~ '^[0-9]{4}-[0-9]{4}$'),  -- class F0 · 2024-2025 · kept for ever
  number      smallint not null check (number in (1, 2)),    -- class F0 · JY/T: 1 秋季 2 春季 · kept for ever
  opens_day   text not null,                 -- class F0 · 开学（报到）日 · kept for ever
  first_day   text not null,                 -- class F0 · first day of lessons · kept for ever
  last_day    text not null,                 -- class F0 · last day of lessons · kept for ever
  confirmed   boolean not null default false,                -- class F0 · false = 待县局确认 · kept for ever
  source      text not null,                 -- class F0 · the document it comes from · kept for ever
  reason      text not null,                 -- class F0 · why it was last changed · kept for ever
  version     int not null default 1,        -- class F0 · guards against lost changes · kept for ever
  changed_at  timestamptz not null default now(),            -- class F0 · when it was last changed · kept for ever
  changed_by  text not null,                 -- class F1 · user id of who changed it · kept for ever
  primary key (county_id, school_year, number),
  check (opens_day <= first_day and first_day < last_day)
);

create table school_year_setting (
  county_id           text not null,         -- class F0 · whose county · kept for ever
  school_year         text not null check (school_year ~ '^[0-9]{4}-[0-9]{4}$'),  -- class F0 · 2024-2025 · kept for ever
  exam_day            text,                  -- class F0 · first day of the 中考, null = 待县局确认 · kept for ever
  make_up_days_taught boolean not null default true,         -- class F0 · whether 调休上班日 are taught · kept for ever
  source              text not null,         -- class F0 · the document it comes from · kept for ever
  reason              text not null,         -- class F0 · why it was last changed · kept for ever
  version             int not null default 1,                -- class F0 · guards against lost changes · kept for ever
  changed_at          timestamptz not null default now(),    -- class F0 · when it was last changed · kept for ever
  changed_by          text not null,         -- class F1 · user id of who changed it · kept for ever
  primary key (county_id, school_year)
);

-- calendar_exception: days taught or closed against the rule, for a county, area, school or class and perhaps some grades.
create table calendar_exception (
  county_id      text not null,              -- class F0 · whose county · kept for ever
  exception_id   text not null,              -- class F0 · id · kept for ever
  tree           text not null check (tree in ('county', 'area', 'school')),  -- class F0 · which tree the path is of · kept for ever
  path           text collate "C" not null,  -- class F0 · for whom it holds: everything below the path · kept for ever
  grades         smallint[] not null default '{}',           -- class F0 · only these grades, empty = all · kept for ever
  from_day       text not null,              -- class F0 · first day · kept for ever
  until_day      text not null,              -- class F0 · last day · kept for ever
  kind           text not null check (kind in ('taught', 'closed')),           -- class F0 · lessons or none · kept for ever
  reason         text not null check (reason <> ''),         -- class F0 · why, shown to everybody · kept for ever
  version        int not null default 1,     -- class F0 · guards against lost changes · kept for ever
  changed_at     timestamptz not null default now(),         -- class F0 · when it was last changed · kept for ever
  changed_by     text not null,              -- class F1 · user id of who changed it · kept for ever
  removed_at     timestamptz,                -- class F0 · when it was taken back, null while it holds · kept for ever
  removed_reason text,                       -- class F0 · why it was taken back · kept for ever
  primary key (county_id, exception_id),
  check (until_day >= from_day),
  check ((removed_at is null) = (removed_reason is null))
);
create index calendar_exception_days on calendar_exception (county_id, from_day, until_day) where removed_at is null;

-- holiday_year: the public holidays of a calendar year as the county entered them; goes before the package's data.
create table holiday_year (
  county_id  text not null,                  -- class F0 · whose county · kept for ever
  year       smallint not null check (year between 2000 and 2199),             -- class F0 · calendar year · kept for ever
  days       jsonb not null,                 -- class F0 · [{day, name, off}] · kept for ever
  source     text not null,                  -- class F0 · the notice it comes from · kept for ever
  reason     text not null,                  -- class F0 · why it was last changed · kept for ever
  version    int not null default 1,         -- class F0 · guards against lost changes · kept for ever
  changed_at timestamptz not null default now(),             -- class F0 · when it was last changed · kept for ever
  changed_by text not null,                  -- class F1 · user id of who changed it · kept for ever
  primary key (county_id, year)
);

do $$
declare name text;
begin
  foreach name in array array['area', 'area_name', 'school', 'school_class', 'term', 'school_year_setting', 'calendar_exception', 'holiday_year'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_county on %I using (county_id = (select nol_county())) with check (county_id = (select nol_county()))', name);
  end loop;
end $$;

alter table grid_owner enable row level security;
alter table grid_owner force row level security;
create policy own_places on grid_owner using (county_id = (select nol_county()) and ((select nol_everywhere())
    or path ^@ any(array(select unnest(nol_schools()))) or area_path ^@ any(array(select unnest(nol_areas())))));
`,
} satisfies Migration;
