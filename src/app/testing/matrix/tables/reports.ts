import type { Allowed, Expected } from '../types';
import { leader, officer, whole } from '../whose';

const sees: Allowed = {
  ...officer,
  ...leader,
  'class-teacher': 'all',
  registrar: 'all',
  principal: 'all',
  township: 'all',
  inspector: 'all',
};
const asks: Allowed = { ...officer, registrar: 'all', principal: 'all' };
const concerned: Allowed = { ...asks, ...leader };
/** What a registrar asked for is decided on by the principal and by the bureau's leader. */
const decides: Allowed = { principal: whole, ...leader };
const filter = { grade: [], state: [] };
const purpose = { purpose: 'school-work' };

/** Ledgers, and what leaves the house. */
export const reportsTable: Readonly<Record<string, Expected>> = {
  'GET /api/ledgers': { about: 'nothing', allowed: sees },
  'GET /api/ledgers/:ledger': { about: 'nothing', allowed: sees },
  'POST /api/ledgers/:ledger/roster': {
    about: 'nothing',
    allowed: { ...asks, 'class-teacher': 'all' },
    body: { filter, ...purpose },
  },
  'POST /api/ledgers/:ledger/prints': {
    about: 'nothing',
    allowed: { ...concerned, 'class-teacher': 'all' },
    body: { filter, ...purpose },
  },
  'GET /api/exports': { about: 'nothing', allowed: concerned },
  'GET /api/export-counts': { about: 'nothing', allowed: concerned },
  'POST /api/exports': {
    about: 'nothing',
    allowed: asks,
    body: { ledger: 'school-age', filter, classes: [], ...purpose, purposeText: '班级核对名单', receiver: '本校教师' },
  },
  'GET /api/exports/:id': {
    about: 'export',
    allowed: decides,
    // That an officer and a registrar see their own wishes only is a rule of the queries.
    rowsAlone: { ...decides, ...officer, registrar: whole },
  },
  'GET /api/exports/:id/children': { about: 'export', allowed: decides, rowsAlone: { ...decides, ...officer } },
  'PUT /api/exports/:id/decision': {
    about: 'export',
    allowed: decides,
    body: { verdict: 'refuse', reason: '试验', version: 99 },
  },
  // Somebody else asked for it, so nobody else does anything with it.
  'PUT /api/exports/:id/withdrawal': { about: 'export', allowed: {}, body: { version: 99 } },
  'PUT /api/exports/:id/writing': { about: 'export', allowed: {}, body: { version: 99 } },
  'PUT /api/exports/:id/password': { about: 'export', allowed: {}, body: { version: 99 } },
  'POST /api/exports/:id/file': { about: 'export', allowed: {}, body: { version: 99 } },
  'GET /api/children/:id/exports': { about: 'child', allowed: { ...officer, ...leader, principal: whole } },
};
