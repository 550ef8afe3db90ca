import type { Allowed, Expected } from '../types';
import { inTownship, leader, officer, whole } from '../whose';

/** Who sees a child at all: its class, its school, its township, the bureau; an inspector what he was sent to. */
const finds: Allowed = {
  ...officer,
  ...leader,
  'class-teacher': ['own'],
  registrar: whole,
  principal: whole,
  inspector: whole,
  township: inTownship,
};
/** Who may see a guardian's telephone in full. */
const reveals: Allowed = { ...officer, ...leader, 'class-teacher': ['own'], registrar: whole, principal: whole };

/** One record a child. */
export const childrenTable: Readonly<Record<string, Expected>> = {
  'GET /api/children/:id': { about: 'child', allowed: finds },
  'POST /api/children/:id/reveals': {
    about: 'child',
    allowed: reveals,
    body: { field: 'guardianPhone', reason: 'contact-guardian' },
  },
};
