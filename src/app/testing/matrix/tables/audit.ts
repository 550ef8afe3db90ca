import type { Allowed, Expected } from '../types';
import { sec } from '../whose';

const audit: Allowed = { 'audit-admin': 'all' };

/** The audit trail and the security events. */
export const auditTable: Readonly<Record<string, Expected>> = {
  'GET /api/audit/lines': { about: 'nothing', allowed: audit },
  'GET /api/audit/lines/:id': { about: 'line', allowed: audit },
  'GET /api/audit/acts': { about: 'nothing', allowed: { ...audit, ...sec } },
  'GET /api/audit/verification': { about: 'nothing', allowed: audit },
  'POST /api/audit/verification': { about: 'nothing', allowed: audit },
  'POST /api/audit/export': { about: 'nothing', allowed: audit, body: { form: 'xlsx', reason: '试验' } },
  'GET /api/security-events': { about: 'nothing', allowed: sec },
};
