import type { CoreTables } from '../db';

/** The tables of accounts, rights and sessions, as migrations 0001 and 0004 made them. */
export type AccessTables = Pick<CoreTables, 'session'> & {
  app_user: CoreTables['app_user'] & { totp_pending: Buffer | null; state_reason: string | null; state_at: Date | null };
  role_grant: CoreTables['role_grant'] & { asked_at: Date | null; reason: string | null; ended_by: string | null };
  login_attempt: {
    county_id: string;
    attempt_id: string;
    account: Buffer;
    source: string;
    device: Buffer | null;
    at: Date;
    passed: boolean;
  };
  known_device: { county_id: string; user_id: string; device_hash: Buffer; first_at: Date; last_at: Date };
  recovery_code: { county_id: string; user_id: string; code_index: Buffer; used_at: Date | null };
  invitation: {
    county_id: string;
    invitation_id: string;
    user_id: string;
    code_hash: Buffer;
    made_by: string | null;
    made_at: Date;
    expires_at: Date;
    used_at: Date | null;
    voided_at: Date | null;
  };
  setup_secret: { county_id: string; secret_hash: Buffer; expires_at: Date };
  oidc_login: {
    county_id: string;
    state_hash: Buffer;
    device_hash: Buffer;
    nonce: string;
    verifier: string;
    expires_at: Date;
  };
};
