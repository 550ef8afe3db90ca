import type { Allowed, Expected } from '../types';
import { inTownship, leader, officer, stale, whole } from '../whose';

const bureau: Allowed = { ...officer, ...leader };
/** A class is seen by its teacher, its school, whoever inspects the school, and the bureau; not by the township. */
const ofClass: Allowed = { ...bureau, 'class-teacher': ['own'], registrar: whole, principal: whole, inspector: whole };
/** The children of a village: its township and the bureau. The village officer sees numbers only. */
const ofVillage: Allowed = { ...bureau, township: inTownship };
/** Whoever may call a roll may know by which numbers it is called; only the bureau's officer sets them. */
const callsRolls: Allowed = {
  ...bureau,
  ...{ 'class-teacher': 'all', registrar: 'all', principal: 'all', township: 'all', village: 'all', inspector: 'all' },
};

/** The roll call, the children behind it, where one child stands, and the numbers by which that is judged. */
export const standingTable: Readonly<Record<string, Expected>> = {
  'GET /api/roll-call': { about: 'class grid', allowed: ofClass, query: '?tree=school&grid={id}' },
  'GET /api/roll-call/children': { about: 'village grid', allowed: ofVillage, query: '?tree=area&grid={id}&part=all' },
  'GET /api/roll-call/changes': {
    about: 'class grid',
    allowed: ofClass,
    query: '?tree=school&grid={id}&from=2025-03-02&to=2025-03-10',
  },
  'POST /api/roll-call/prints': {
    about: 'class grid',
    allowed: ofClass,
    body: { tree: 'school', grid: '{id}', day: null, part: null, rows: 1 },
  },
  'GET /api/children/:id/standing': { about: 'child', allowed: { ...ofClass, ...ofVillage } },
  'GET /api/standing-policy': { about: 'nothing', allowed: callsRolls },
  'POST /api/standing-policy/versions': {
    about: 'nothing',
    allowed: officer,
    body: { from: '2025-03-20', changes: { elsewhere: 90 }, document: '试验', ...stale },
  },
};
