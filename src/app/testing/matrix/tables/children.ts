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

/** Who looks behind a record. */
const behind: Allowed = { ...officer, ...leader, registrar: whole, principal: whole };
/** Finding asks for no object; who finds whom is tried beside the module. */
const searches: Allowed = {
  ...officer,
  ...leader,
  ...{ 'class-teacher': 'all', registrar: 'all', principal: 'all', inspector: 'all', township: 'all' },
};

/** One record a child. */
export const childrenTable: Readonly<Record<string, Expected>> = {
  'GET /api/children': { about: 'nothing', allowed: searches, query: '?q=lin' },
  'POST /api/child-number-searches': { about: 'nothing', allowed: searches, body: { number: '13800000000' } },
  'GET /api/children/:id': { about: 'child', allowed: finds },
  'GET /api/children/:id/sources': { about: 'child', allowed: behind },
  'GET /api/children/:id/timeline': { about: 'child', allowed: behind },
  'GET /api/children/:id/looks': { about: 'child', allowed: behind },
  'POST /api/children/:id/reveals': {
    about: 'child',
    allowed: reveals,
    body: { field: 'guardianPhone', reason: 'contact-guardian' },
  },
  'PUT /api/children/:id/corrections/:field': {
    about: 'child',
    allowed: { ...officer, registrar: whole },
    body: { value: '试验', reason: '试验试验试验', version: 99 },
  },
  'GET /api/child-merges': { about: 'nothing', allowed: { ...officer, ...leader } },
  'GET /api/child-merges/:id': { about: 'merge', allowed: { ...officer, ...leader } },
  'POST /api/child-merges': {
    about: 'child',
    allowed: officer,
    // Both are the same record, which passes the gate and is refused for what it says.
    body: { kept: '{id}', other: '{id}', reason: '试验' },
  },
  'POST /api/child-merges/:id/steps': { about: 'merge', allowed: officer, body: { step: 'ask', reason: '试验', version: 99 } },
};
