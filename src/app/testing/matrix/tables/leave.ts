import type { Allowed, Expected } from '../types';
import { leader, officer, whole } from '../whose';

/** Leave is the school's: its class teacher and registrar keep it, the principal decides with them; the bureau and the inspector look on. */
const sees: Allowed = {
  ...officer,
  ...leader,
  'class-teacher': ['own'],
  registrar: whole,
  principal: whole,
  inspector: whole,
};
const keeps: Allowed = { 'class-teacher': ['own'], registrar: whole };
const everySeer: Allowed = {
  ...officer,
  ...leader,
  ...{ 'class-teacher': 'all', registrar: 'all', principal: 'all', inspector: 'all' },
};
/** Leaders and inspectors look at a list, and take none away. */
const everySheet: Allowed = { ...officer, 'class-teacher': 'all', registrar: 'all', principal: 'all' };
const everyKeeper: Allowed = { 'class-teacher': 'all', registrar: 'all' };

const guests = ['nobody', 'class-teacher'] as const;

const span = '?fromDay=2025-03-10&fromHalf=am&untilDay=2025-03-10&untilHalf=pm';
const wish = { kind: 'sick', fromDay: '2025-03-15', fromHalf: 'am', untilDay: '2025-03-16', untilHalf: 'pm' };

/** Leave: asked for, decided on, ended; and the links by which guardians ask. */
export const leaveTable: Readonly<Record<string, Expected>> = {
  'GET /api/leaves': { about: 'nothing', allowed: everySeer },
  'POST /api/leaves/sheets': { about: 'nothing', allowed: everySheet, body: {} },
  'POST /api/leaves/prints': { about: 'nothing', allowed: everySheet, body: {} },
  'GET /api/leaves/:id': { about: 'leave', allowed: sees },
  'GET /api/children/:id/leaves': { about: 'child', allowed: sees },
  'GET /api/leave-classes': { about: 'nothing', allowed: everyKeeper },
  'GET /api/classes/:id/leave': { about: 'class', allowed: keeps, rowsAlone: everyKeeper },
  'GET /api/children/:id/leave-check': { about: 'child', allowed: keeps, query: span },
  // A weekend: whoever may ask is told that there are no lessons, and nothing is kept.
  'POST /api/leaves': { about: 'child', allowed: keeps, body: { childId: '{id}', ...wish } },
  'POST /api/leaves/:id/decision': {
    about: 'leave',
    allowed: { ...keeps, principal: whole },
    body: { verdict: 'approve', version: 99 },
  },
  'POST /api/leaves/:id/withdrawal': { about: 'leave', allowed: keeps, body: { version: 99 } },
  'POST /api/leaves/:id/return': { about: 'leave', allowed: keeps, body: { backDay: '2025-03-10', version: 99 } },
  'POST /api/children/:id/leave-link': { about: 'child', allowed: keeps, body: { origin: 'https://example.test' } },
  // Whoever has a link needs no account; nobody has one here, and is told so as of something that is not there. Asked by all, the
  // token would have been tried too often.
  'POST /api/leave-link/look': { about: 'nothing', allowed: {}, only: guests, body: { token: 'none' } },
  'POST /api/leave-link': { about: 'nothing', allowed: {}, only: guests, body: { token: 'none', guardian: '林大山', ...wish } },
};
