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
create table scope_secret (inner_pad bytea not null, outer_pad bytea not null);

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
  county_id text primary key,
  name text not null,
  created_at timestamptz not null,
  demo boolean not null
);

create table app_user (
  county_id text not null references county,
  user_id text not null,
  login text not null,
  name text not null,
  unit text not null,
  language text not null check (language in ('zh', 'en')),
  state text not null check (state in ('invited', 'active', 'disabled')),
  password_hash text,
  password_set_at timestamptz,
  must_change_password boolean not null,
  totp_secret bytea,
  totp_step bigint not null,
  last_seen_at timestamptz,
  created_at timestamptz not null,
  version int not null,
  primary key (county_id, user_id),
  unique (county_id, login)
);

create table role_grant (
  county_id text not null,
  grant_id text not null,
  user_id text not null,
  role text not null,
  tree text not null check (tree in ('area', 'school', 'county')),
  path text not null check (path like '%/'),
  from_day text not null,
  until_day text,
  asked_by text,
  approved_by text,
  approved_at timestamptz,
  ended_at timestamptz,
  version int not null,
  primary key (county_id, grant_id),
  foreign key (county_id, user_id) references app_user
);
create index role_grant_user on role_grant (county_id, user_id);

create table session (
  county_id text not null,
  session_id text not null,
  token_hash bytea not null,
  user_id text not null,
  device text not null,
  source text not null,
  second_factor_at timestamptz,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  primary key (county_id, session_id),
  unique (county_id, token_hash),
  foreign key (county_id, user_id) references app_user
);
create index session_of_user on session (county_id, user_id);

create table audit_head (
  county_id text not null references county,
  chain smallint not null,
  seq bigint not null,
  mac bytea not null,
  primary key (county_id, chain)
);

create table audit_line (
  county_id text not null references county,
  chain smallint not null,
  seq bigint not null,
  at timestamptz not null,
  user_id text,
  request_id text not null,
  source text not null,
  act text not null,
  object text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  reason text,
  detail jsonb,
  mac bytea not null,
  primary key (county_id, chain, seq)
);
create index audit_line_at on audit_line (county_id, at);
create index audit_line_object on audit_line (county_id, object, at);
create index audit_line_user on audit_line (county_id, user_id, at);

create table idempotency_key (
  county_id text not null,
  user_id text not null,
  key text not null,
  request_hash text not null,
  answer jsonb,
  created_at timestamptz not null,
  primary key (county_id, user_id, key)
);

create table setting (
  county_id text not null references county,
  key text not null,
  from_day text not null,
  value jsonb not null,
  source text not null check (source in ('law', 'county', 'proposal', 'open')),
  reason text not null,
  set_by text,
  set_at timestamptz not null,
  version int not null,
  primary key (county_id, key, from_day)
);

create table job (
  county_id text not null references county,
  job_id text not null,
  kind text not null,
  object text not null,
  input jsonb not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  progress jsonb,
  outcome jsonb,
  asked_by text,
  cancel_asked boolean not null,
  lease_until timestamptz,
  tries int not null,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  primary key (county_id, job_id)
);
create index job_waiting on job (county_id, state, created_at);

create table stored_file (
  county_id text not null references county,
  file_id text not null,
  name text not null,
  size bigint not null,
  sha256 bytea not null,
  media_type text not null,
  purpose text not null,
  stored_by text,
  stored_at timestamptz not null,
  discarded_at timestamptz,
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
