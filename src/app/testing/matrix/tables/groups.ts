import type { Allowed, Expected } from '../types';
import { leader, officer, whole } from '../whose';

/** A class teacher learns of 需关注 and nothing else; a township, a village and whoever inspects are told nothing (PRV-04). */
const flagged: Allowed = { ...officer, ...leader, 'class-teacher': ['own'], registrar: whole, principal: whole };
const marks: Allowed = { ...officer, registrar: whole };
const reveals: Allowed = { ...marks, principal: whole };
const lists: Allowed = { ...officer, ...leader, registrar: 'all', principal: 'all' };
/** No mark of any child: it passes the gate and leaves the world as it is. */
const markId = '00000000-0000-7000-8000-000000000000';

/** Marked groups of children. */
export const groupsTable: Readonly<Record<string, Expected>> = {
  'GET /api/children/:id/groups': { about: 'child', allowed: flagged },
  'POST /api/children/:id/groups': {
    about: 'child',
    allowed: marks,
    // The days are in the wrong order, so that nothing is marked.
    body: { group: 'migrant', definition: 'residence', document: '试验材料', fromDay: '2025-03-02', untilDay: '2025-03-01' },
  },
  'POST /api/children/:id/groups/end': { about: 'child', allowed: marks, body: { markId, version: 9, reason: '试验试验试验' } },
  'POST /api/children/:id/groups/reveal': { about: 'child', allowed: reveals, body: { markId, reason: 'case-work' } },
  'POST /api/groups/lists': { about: 'nothing', allowed: { ...officer, registrar: 'all' }, query: '?group=orphan', upload: true },
  'POST /api/groups/list-marks': {
    about: 'child',
    allowed: marks,
    // The day is over, so that nothing is marked.
    body: { marks: [{ childId: '{id}', group: 'orphan' }], document: '试验材料', untilDay: '2025-03-01' },
  },
  'GET /api/groups': { about: 'nothing', allowed: lists },
  'GET /api/groups/due': { about: 'nothing', allowed: lists },
  'GET /api/groups/children': { about: 'nothing', allowed: lists, query: '?group=migrant' },
};
