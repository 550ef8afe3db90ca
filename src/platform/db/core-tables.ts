import type { Generated } from 'kysely';
import type { Role, Tree } from '../access';

/** The platform's own tables as migration 0001 made them. */
export type CoreTables = {
  county: { county_id: string; name: string; created_at: Date; demo: boolean; clock_shift_ms: number };
  app_user: UserTable;
  role_grant: GrantTable;
  session: SessionTable;
  audit_head: { county_id: string; chain: number; seq: number; mac: Buffer };
  audit_line: AuditLineTable;
  idempotency_key: {
    county_id: string;
    user_id: string;
    key: string;
    request_hash: string;
    answer: unknown;
    created_at: Date;
  };
  setting: SettingTable;
  job: JobTable;
  stored_file: FileTable;
  scope_secret: { inner_pad: Buffer; outer_pad: Buffer };
  schema_migration: { name: string; sha256: string; applied_at: Generated<Date> };
};

type UserTable = {
  county_id: string;
  user_id: string;
  login: string;
  name: string;
  unit: string;
  language: 'zh' | 'en';
  state: 'invited' | 'active' | 'disabled';
  password_hash: string | null;
  password_set_at: Date | null;
  must_change_password: boolean;
  totp_secret: Buffer | null;
  totp_step: number;
  last_seen_at: Date | null;
  created_at: Date;
  version: number;
};

type GrantTable = {
  county_id: string;
  grant_id: string;
  user_id: string;
  role: Role;
  tree: Tree;
  path: string;
  from_day: string;
  until_day: string | null;
  asked_by: string | null;
  approved_by: string | null;
  approved_at: Date | null;
  ended_at: Date | null;
  version: number;
};

type SessionTable = {
  county_id: string;
  session_id: string;
  token_hash: Buffer;
  user_id: string;
  device: string;
  source: string;
  second_factor_at: Date | null;
  created_at: Date;
  seen_at: Date;
  ends_at: Date;
  ended_at: Date | null;
};

type AuditLineTable = {
  county_id: string;
  chain: number;
  seq: number;
  at: Date;
  user_id: string | null;
  request_id: string;
  source: string;
  act: string;
  object: string;
  outcome: 'done' | 'refused';
  reason: string | null;
  detail: unknown;
  mac: Buffer;
};

type SettingTable = {
  county_id: string;
  key: string;
  from_day: string;
  value: unknown;
  source: 'law' | 'county' | 'proposal' | 'open';
  reason: string;
  set_by: string | null;
  set_at: Date;
  version: number;
};

type JobTable = {
  county_id: string;
  job_id: string;
  kind: string;
  object: string;
  input: unknown;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  progress: unknown;
  outcome: unknown;
  asked_by: string | null;
  cancel_asked: boolean;
  lease_until: Date | null;
  holder: number | null;
  tries: number;
  created_at: Date;
  started_at: Date | null;
  ended_at: Date | null;
};

type FileTable = {
  county_id: string;
  file_id: string;
  name: string;
  size: number;
  sha256: Buffer;
  media_type: string;
  purpose: string;
  stored_by: string | null;
  stored_at: Date;
  discarded_at: Date | null;
};
