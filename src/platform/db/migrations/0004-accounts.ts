import type { Migration } from './migration';

/**
 * What signing in and giving rights need beside the tables of 0001.
 *
 * Each column says its class (F0 public … F6 credentials), what it is for and how long it is kept. Secrets are kept as digests;
 * only the authenticator's secret, which must be read, is sealed with a key outside the database.
 */
export const m0004 = {
  name: '0004-accounts',
  sql: `
alter table app_user add column totp_pending bytea;   -- class F6 · an authenticator that was shown and is not yet confirmed, sealed · until confirmed
alter table app_user add column state_reason text;    -- class F0 · why the account was disabled · until it is enabled
alter table app_user add column state_at timestamptz; -- class F0 · since when its state is what it is · as long as the account

alter table role_grant add column asked_at timestamptz;   -- class F0 · when it was asked for · 5 years after ended_at
alter table role_grant add column reason text;            -- class F0 · why it was asked for · 5 years after ended_at
alter table role_grant add column ended_by text;          -- class F1 · user id of who ended or refused it, null: the clock · 5 years after ended_at
-- SEC-07: nobody holds, or is about to hold, two of the three offices of administrator.
create unique index role_grant_one_administration on role_grant (county_id, user_id)
  where ended_at is null and role in ('system-admin', 'security-admin', 'audit-admin');
create index role_grant_asked on role_grant (county_id, asked_at) where ended_at is null and approved_at is null;

-- The trail is looked through by what was done, and by what was refused; both are pages of newest lines, however long the trail.
create index audit_line_act on audit_line (county_id, act, at);
create index audit_line_refused on audit_line (county_id, at) where outcome = 'refused';

-- login_attempt: one row a guess at a password or a code, for the limits of SEC-02.
create table login_attempt (
  county_id  text not null references county,   -- class F0 · whose county · 1 day
  attempt_id text not null,                     -- class F0 · id · 1 day
  account    bytea not null,                    -- class F6 · keyed digest of what was guessed at · 1 day
  source     text not null,                     -- class F1 · address it came from · 1 day
  device     bytea,                             -- class F6 · digest of the known device it came from · 1 day
  at         timestamptz not null,              -- class F0 · when · 1 day
  passed     boolean not null,                  -- class F0 · whether it was right; false while nobody knows · 1 day
  primary key (county_id, attempt_id)
);
create index login_attempt_account on login_attempt (county_id, account, at);
create index login_attempt_source on login_attempt (county_id, source, at) where not passed;
create index login_attempt_age on login_attempt (county_id, at);

-- known_device: a browser from which somebody has signed in wholly; it is let in while strangers guess (SEC-02).
create table known_device (
  county_id   text not null,          -- class F0 · whose county · 180 days after last_at
  user_id     text not null,          -- class F1 · whose · 180 days after last_at
  device_hash bytea not null,         -- class F6 · digest of its cookie · 180 days after last_at
  first_at    timestamptz not null,   -- class F0 · since when · 180 days after last_at
  last_at     timestamptz not null,   -- class F0 · last sign-in · 180 days after last_at
  primary key (county_id, user_id, device_hash),
  foreign key (county_id, user_id) references app_user
);
create index known_device_hash on known_device (county_id, device_hash);

-- recovery_code: one of ten codes on paper, each good for one sign-in without the authenticator.
create table recovery_code (
  county_id  text not null,           -- class F0 · whose county · until new codes are made
  user_id    text not null,           -- class F1 · whose · until new codes are made
  code_index bytea not null,          -- class F6 · keyed digest of the code · until new codes are made
  used_at    timestamptz,             -- class F0 · when it was used · until new codes are made
  primary key (county_id, user_id, code_index),
  foreign key (county_id, user_id) references app_user
);

-- invitation: a code handed to a person, who chooses a password with it once.
create table invitation (
  county_id     text not null,        -- class F0 · whose county · 1 year after expires_at
  invitation_id text not null,        -- class F0 · id · 1 year after expires_at
  user_id       text not null,        -- class F1 · for whom · 1 year after expires_at
  code_hash     bytea not null,       -- class F6 · digest of the code · 1 year after expires_at
  made_by       text,                 -- class F1 · user id of who made it, null: setup or the console · 1 year after expires_at
  made_at       timestamptz not null, -- class F0 · when · 1 year after expires_at
  expires_at    timestamptz not null, -- class F0 · until when it is good · 1 year after expires_at
  used_at       timestamptz,          -- class F0 · when it was used · 1 year after expires_at
  voided_at     timestamptz,          -- class F0 · when a newer one, or disabling the account, took its place · 1 year after expires_at
  primary key (county_id, invitation_id),
  unique (county_id, code_hash),
  foreign key (county_id, user_id) references app_user
);
create index invitation_user on invitation (county_id, user_id);

-- setup_secret: printed once on the console of a fresh installation (SEC-06).
create table setup_secret (
  county_id   text primary key references county,   -- class F0 · whose county · until used
  secret_hash bytea not null,                       -- class F6 · digest of the secret · until used
  expires_at  timestamptz not null                  -- class F0 · until when it is good · until used
);

-- oidc_login: a sign-in with somebody else's provider that is under way.
create table oidc_login (
  county_id   text not null references county,   -- class F0 · whose county · 10 minutes
  state_hash  bytea not null,                    -- class F6 · digest of its state · 10 minutes
  device_hash bytea not null,                    -- class F6 · digest of the cookie of the browser that began it · 10 minutes
  nonce       text not null,                     -- class F6 · what the provider's answer must bear · 10 minutes
  verifier    text not null,                     -- class F6 · PKCE verifier (RFC 7636) · 10 minutes
  expires_at  timestamptz not null,              -- class F0 · until when · 10 minutes
  primary key (county_id, state_hash)
);

do $$
declare name text;
begin
  foreach name in array array['login_attempt', 'known_device', 'recovery_code', 'invitation', 'setup_secret', 'oidc_login'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
  foreach name in array array['login_attempt', 'invitation'] loop
    execute format('create policy own_county on %I using (county_id = (select nol_county())) with check (county_id = (select nol_county()))', name);
  end loop;
  foreach name in array array['known_device', 'recovery_code'] loop
    execute format('create policy own_person on %I using (county_id = (select nol_county()) and ((select nol_system()) or user_id = (select nol_user())))
      with check (county_id = (select nol_county()) and ((select nol_system()) or user_id = (select nol_user())))', name);
  end loop;
  foreach name in array array['setup_secret', 'oidc_login'] loop
    execute format('create policy server_only on %I using (county_id = (select nol_county()) and (select nol_system()))
      with check (county_id = (select nol_county()) and (select nol_system()))', name);
  end loop;
end $$;
`,
} satisfies Migration;
