import type { Migration } from './migration';

/**
 * What everything else stands on: the county, accounts, sessions, the audit trail, work in the background, settings.
 *
 * Row-level security asks `nol_scope()`, which believes only what the server has sealed with a key that SQL cannot see:
 * whoever smuggles a statement in may set `nol.scope`, and is refused for the missing seal.
 */
export const m0001 = {
  name: '0001-foundation',
  sql: `
create table scope_secret (
  inner_pad bytea not null, -- class F6 · checks the seal of a scope · while the installation lives
  outer_pad bytea not null -- class F6 · checks the seal of a scope · while the installation lives
);

create function nol_scope() returns jsonb language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  said text := current_setting('nol.scope', true);
  pads record;
begin
  if said is null or said = '' then return null; end if;
  select inner_pad, outer_pad into pads from scope_secret;
  if encode(sha256(pads.outer_pad || sha256(pads.inner_pad || convert_to(said, 'UTF8'))), 'hex')
     is distinct from current_setting('nol.seal', true) then
    raise insufficient_privilege using message = 'nol.scope does not bear the seal of the server';
  end if;
  return said::jsonb;
end $$;

create function nol_county() returns text language sql stable as $$ select nol_scope() ->> 'county' $$;
create function nol_system() returns boolean language sql stable as $$ select coalesce((nol_scope() ->> 'system')::boolean, false) $$;
create function nol_user() returns text language sql stable as $$ select nol_scope() ->> 'user' $$;
create function nol_everywhere() returns boolean language sql stable as $$ select coalesce((nol_scope() ->> 'everywhere')::boolean, false) $$;
create function nol_areas() returns text[] language sql stable as $$
  select coalesce(array(select jsonb_array_elements_text(nol_scope() -> 'areas')), '{}') $$;
create function nol_schools() returns text[] language sql stable as $$
  select coalesce(array(select jsonb_array_elements_text(nol_scope() -> 'schools')), '{}') $$;

create table county (
  county_id text primary key, -- class F0 · names the county · kept for ever
  name text not null, -- class F0 · name · kept for ever
  created_at timestamptz not null, -- class F0 · when its books were opened · kept for ever
  demo boolean not null, -- class F0 · everybody in it is fictional · kept for ever
  clock_shift_ms bigint not null -- class F0 · a demo county lives on a day of its own: added to the machine's clock · kept for ever
);

create table app_user (
  county_id text not null references county, -- class F0 · whose county · 3 years after the account ends
  user_id text not null, -- class F1 · names the account · 3 years after the account ends
  login text not null, -- class F1 · to sign in by · 3 years after the account ends
  name text not null, -- class F1 · shown beside what the person did · 3 years after the account ends
  unit text not null, -- class F1 · where the person works · 3 years after the account ends
  language text not null check (language in ('zh', 'en')), -- class F0 · of the pages · until the account ends
  state text not null check (state in ('invited', 'active', 'disabled')), -- class F0 · whether it may be used · 3 years after the account ends
  password_hash text, -- class F6 · argon2id · until it is changed
  password_set_at timestamptz, -- class F0 · when a change is due · until the account ends
  must_change_password boolean not null, -- class F0 · the next sign-in asks for a new one · until the account ends
  totp_secret bytea, -- class F6 · authenticator, sealed · until it is replaced
  totp_step bigint not null, -- class F0 · newest code used: none is good twice · until it is replaced
  last_seen_at timestamptz, -- class F1 · unused accounts are disabled · until the account ends
  created_at timestamptz not null, -- class F0 · when it was made · 3 years after the account ends
  version int not null, -- class F0 · against two writers · until the account ends
  primary key (county_id, user_id),
  unique (county_id, login)
);

create table role_grant (
  county_id text not null, -- class F0 · whose county · 5 years after ended_at
  grant_id text not null, -- class F0 · id · 5 years after ended_at
  user_id text not null, -- class F1 · who holds it · 5 years after ended_at
  role text not null, -- class F0 · which role · 5 years after ended_at
  tree text not null check (tree in ('area', 'school', 'county')), -- class F0 · tree of the place · 5 years after ended_at
  path text not null check (path like '%/'), -- class F0 · place it covers · 5 years after ended_at
  from_day text not null, -- class F0 · first day · 5 years after ended_at
  until_day text, -- class F0 · last day, null: open · 5 years after ended_at
  asked_by text, -- class F1 · who asked for it · 5 years after ended_at
  approved_by text, -- class F1 · the second person · 5 years after ended_at
  approved_at timestamptz, -- class F0 · in force since · 5 years after ended_at
  ended_at timestamptz, -- class F0 · taken back · 5 years after ended_at
  version int not null, -- class F0 · against two writers · 5 years after ended_at
  primary key (county_id, grant_id),
  foreign key (county_id, user_id) references app_user
);
create index role_grant_user on role_grant (county_id, user_id);

create table session (
  county_id text not null, -- class F0 · whose county · 180 days after it ended
  session_id text not null, -- class F0 · id · 180 days after it ended
  token_hash bytea not null, -- class F6 · digest of the cookie · 180 days after it ended
  user_id text not null, -- class F1 · whose · 180 days after it ended
  device text not null, -- class F1 · what it is used from, shown to its owner · 180 days after it ended
  source text not null, -- class F1 · address it came from · 180 days after it ended
  second_factor_at timestamptz, -- class F0 · whether the sign-in is complete · 180 days after it ended
  created_at timestamptz not null, -- class F0 · since when · 180 days after it ended
  seen_at timestamptz not null, -- class F0 · idle since · 180 days after it ended
  ends_at timestamptz not null, -- class F0 · at the latest · 180 days after it ended
  ended_at timestamptz, -- class F0 · ended by somebody · 180 days after it ended
  primary key (county_id, session_id),
  unique (county_id, token_hash),
  foreign key (county_id, user_id) references app_user
);
create index session_of_user on session (county_id, user_id);

create table audit_head (
  county_id text not null references county, -- class F0 · whose county · kept for ever
  chain smallint not null, -- class F0 · which chain · kept for ever
  seq bigint not null, -- class F0 · number of its newest line · kept for ever
  mac bytea not null, -- class F0 · its newest link · kept for ever
  primary key (county_id, chain)
);

create table audit_line (
  county_id text not null references county, -- class F0 · whose county · 3 years
  chain smallint not null, -- class F0 · which chain · 3 years
  seq bigint not null, -- class F0 · number in the chain · 3 years
  at timestamptz not null, -- class F0 · when · 3 years
  user_id text, -- class F1 · who, null: the server · 3 years
  request_id text not null, -- class F0 · by which request · 3 years
  source text not null, -- class F1 · from where · 3 years
  act text not null, -- class F0 · what was done · 3 years
  object text not null, -- class F0 · to what, by id · 3 years
  outcome text not null check (outcome in ('done', 'refused')), -- class F0 · done or refused · 3 years
  reason text, -- class F1 · why, without values · 3 years
  detail jsonb, -- class F1 · names of fields and counts, no values of F2 to F4 · 3 years
  mac bytea not null, -- class F0 · link of the chain · 3 years
  primary key (county_id, chain, seq)
);
create index audit_line_at on audit_line (county_id, at);
create index audit_line_object on audit_line (county_id, object, at);
create index audit_line_user on audit_line (county_id, user_id, at);

create table idempotency_key (
  county_id text not null, -- class F0 · whose county · 7 days
  user_id text not null, -- class F1 · whose request · 7 days
  key text not null, -- class F0 · names the request · 7 days
  request_hash text not null, -- class F0 · whether it is still the same request · 7 days
  answer jsonb, -- class F1 · first answer, given again · 7 days
  created_at timestamptz not null, -- class F0 · when · 7 days
  primary key (county_id, user_id, key)
);

create table setting (
  county_id text not null references county, -- class F0 · whose county · kept for ever
  key text not null, -- class F0 · which number · kept for ever
  from_day text not null, -- class F0 · in force from · kept for ever
  value jsonb not null, -- class F0 · what it is · kept for ever
  source text not null check (source in ('law', 'county', 'proposal', 'open')), -- class F0 · law, county, proposal of ours, or open · kept for ever
  reason text not null, -- class F0 · clause or reason · kept for ever
  set_by text, -- class F1 · who set it · kept for ever
  set_at timestamptz not null, -- class F0 · when · kept for ever
  version int not null, -- class F0 · against two writers · kept for ever
  primary key (county_id, key, from_day)
);

create table job (
  county_id text not null references county, -- class F0 · whose county · 90 days after ended_at
  job_id text not null, -- class F0 · id · 90 days after ended_at
  kind text not null, -- class F0 · which work · 90 days after ended_at
  object text not null, -- class F0 · on what, by id · 90 days after ended_at
  input jsonb not null, -- class F0 · ids and choices, no personal values · 90 days after ended_at
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')), -- class F0 · how it stands · 90 days after ended_at
  progress jsonb, -- class F0 · counts for whoever watches · 90 days after ended_at
  outcome jsonb, -- class F0 · counts, or the refusal · 90 days after ended_at
  asked_by text, -- class F1 · in whose name it runs · 90 days after ended_at
  cancel_asked boolean not null, -- class F0 · somebody wants it stopped · 90 days after ended_at
  lease_until timestamptz, -- class F0 · its process lives until then or renews it · 90 days after ended_at
  holder bigint, -- class F0 · the mark of its process, which PostgreSQL holds while that lives · 90 days after ended_at
  tries int not null, -- class F0 · how often it was begun · 90 days after ended_at
  created_at timestamptz not null, -- class F0 · when it was asked for · 90 days after ended_at
  started_at timestamptz, -- class F0 · when it was begun · 90 days after ended_at
  ended_at timestamptz, -- class F0 · when it ended · 90 days after ended_at
  primary key (county_id, job_id)
);
create index job_waiting on job (county_id, state, created_at);
create index job_kind on job (county_id, kind, created_at);

create table stored_file (
  county_id text not null references county, -- class F0 · whose county · as what names the file
  file_id text not null, -- class F0 · id, and name on the disk · as what names the file
  name text not null, -- class F1 · name it came with · as what names the file
  size bigint not null, -- class F0 · bytes of its content · as what names the file
  sha256 bytea not null, -- class F0 · whether it is the same · as what names the file
  media_type text not null, -- class F0 · kind of content · as what names the file
  purpose text not null, -- class F0 · why it is kept · as what names the file
  stored_by text, -- class F1 · who brought it · as what names the file
  stored_at timestamptz not null, -- class F0 · when · as what names the file
  discarded_at timestamptz, -- class F0 · content removed · as what names the file
  primary key (county_id, file_id)
);

create function nol_session(token bytea, today text) returns jsonb language sql stable security definer
  set search_path = pg_catalog, public as $$
  select jsonb_build_object(
    'sessionId', s.session_id, 'userId', u.user_id, 'countyId', u.county_id, 'name', u.name, 'login', u.login,
    'unit', u.unit, 'language', u.language, 'state', u.state, 'mustChangePassword', u.must_change_password,
    'hasSecondFactor', u.totp_secret is not null, 'secondFactorAt', s.second_factor_at,
    'seenAt', s.seen_at, 'endsAt', s.ends_at, 'device', s.device,
    'grants', coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'tree', g.tree, 'path', g.path)
        order by g.from_day, g.grant_id)
      from role_grant g where g.county_id = u.county_id and g.user_id = u.user_id and g.ended_at is null
        and g.approved_at is not null and g.from_day <= today and (g.until_day is null or g.until_day >= today)), '[]'))
  from session s join app_user u on u.county_id = s.county_id and u.user_id = s.user_id
  where s.token_hash = token and s.ended_at is null
$$;

create function nol_last_audit(county text) returns timestamptz language sql stable security definer
  set search_path = pg_catalog, public as $$
  select max(at) from audit_line where county_id = county
$$;

create function nol_touch_session(county text, session_id text, at timestamptz) returns void language sql security definer
  set search_path = pg_catalog, public as $$
  update session set seen_at = at where county_id = county and session.session_id = nol_touch_session.session_id and ended_at is null
$$;

do $$
declare name text;
begin
  foreach name in array array['county', 'audit_head', 'idempotency_key', 'setting', 'job', 'stored_file'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_county on %I using (county_id = (select nol_county())) with check (county_id = (select nol_county()))', name);
  end loop;
  -- No FORCE on these: nol_session() and nol_last_audit() read them as their owner, before anybody is known.
  foreach name in array array['app_user', 'role_grant', 'session', 'audit_line'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_county on %I using (county_id = (select nol_county())) with check (county_id = (select nol_county()))', name);
  end loop;
end $$;
`,
} satisfies Migration;
