import type { Allowed, Expected } from '../types';
import { inTownship, leader, officer, whole } from '../whose';

const everybody: Allowed = {
  ...officer,
  ...leader,
  'class-teacher': 'all',
  registrar: 'all',
  principal: 'all',
  township: 'all',
  village: 'all',
};
/** A campaign asks about a class: its school and the bureau see it, the teacher and the registrar answer. */
const ofClass: Allowed = { ...officer, ...leader, 'class-teacher': ['own'], registrar: whole, principal: whole };
const answersClass: Allowed = { ...officer, 'class-teacher': ['own'], registrar: whole };
/** One that asks at home is the village's and the township's. */
const ofVillage: Allowed = { ...officer, ...leader, village: ['own'], township: inTownship };
const answersVillage: Allowed = { ...officer, village: ['own'], township: inTownship };
const decides: Allowed = { ...officer, ...leader };
/** Whoever answers at all; of a class or village that is nowhere everybody is told that it is absent. */
const nobodyYet = { about: 'exception', absent: true } as const;
const plan = { template: 'special', method: 'home', places: [], grades: [], from: '2025-03-01', until: '2025-02-01' };

/** Screening campaigns, and what is said in them of a child. */
export const screeningTable: Readonly<Record<string, Expected>> = {
  'GET /api/screening-campaigns': { about: 'nothing', allowed: everybody },
  'GET /api/screening-counts': { about: 'nothing', allowed: everybody },
  'GET /api/screening-work': {
    about: 'nothing',
    allowed: { ...officer, 'class-teacher': 'all', registrar: 'all', township: 'all', village: 'all' },
  },
  'POST /api/screening-previews': { about: 'nothing', allowed: officer, body: plan },
  // Ends before it begins, so that nothing is started.
  'POST /api/screening-campaigns': { about: 'nothing', allowed: officer, body: { ...plan, name: '试验' } },
  // The names of campaigns lie open to the county's transactions; what is in them does not.
  'GET /api/screening-campaigns/:id': { about: 'class campaign', allowed: ofClass },
  'GET /api/screening-campaigns/:id/replies': { about: 'class campaign', allowed: ofClass },
  'GET /api/screening-campaigns/:id/targets': { about: 'village campaign', allowed: ofVillage },
  'GET /api/screening-campaigns/:id/grid': { ...nobodyYet, allowed: everybody, query: '?path=211324/none/none/' },
  'POST /api/screening-campaigns/:id/class-answers': {
    ...nobodyYet,
    allowed: everybody,
    body: { path: '211324/none/none/', version: 0, day: '2025-03-10', exceptions: [] },
  },
  'POST /api/screening-campaigns/:id/closing': {
    about: 'class campaign',
    allowed: officer,
    body: { reason: '试验', version: 99 },
  },
  'POST /api/screening-campaigns/:id/reminders': { about: 'class campaign', allowed: officer, body: {} },
  'POST /api/screening-campaigns/:id/signatures': { ...nobodyYet, allowed: everybody, body: { path: '211324/none/' } },
  'GET /api/screening-campaigns/:id/samples': { about: 'class campaign', allowed: decides },
  // Nothing is answered in the campaigns of this world, so nothing is drawn.
  'POST /api/screening-campaigns/:id/samples': { about: 'class campaign', allowed: officer, body: { size: 1 } },
  'POST /api/screening-samples/:id/calls': { ...nobodyYet, allowed: officer, body: { targetId: 'none', result: 'same' } },
  'GET /api/screening-targets/:id': { about: 'village target', allowed: ofVillage },
  'POST /api/screening-targets/:id/answers': {
    about: 'class target',
    allowed: answersClass,
    body: { outcome: 'other', foundDay: '2025-03-10', version: 99 },
  },
  'POST /api/screening-targets/:id/decision': {
    about: 'village target',
    allowed: decides,
    body: { verdict: 'accepted', version: 99 },
  },
  'POST /api/screening-targets/:id/contact': { about: 'village target', allowed: answersVillage, body: { for: 'visit' } },
  'POST /api/screening-targets/:id/files': { about: 'class target', allowed: answersClass, upload: true },
  'DELETE /api/screening-targets/:id/files/:file': { about: 'village target', allowed: answersVillage, absent: true },
  'GET /api/screening-targets/:id/files/:file': { about: 'village target', allowed: ofVillage, absent: true },
  'GET /api/screening-campaigns/:id/finds': { about: 'village campaign', allowed: ofVillage },
  'POST /api/screening-campaigns/:id/finds': {
    ...nobodyYet,
    allowed: everybody,
    body: { path: '211324/none/none/', name: '张小路', outcome: 'out-of-school', foundDay: '2025-03-10' },
  },
  'GET /api/screening-finds/:id': { about: 'village find', allowed: ofVillage },
  // Settled already in this world, so that nothing more is made of it.
  'POST /api/screening-finds/:id/decision': { about: 'village find', allowed: decides, body: { verdict: 'entered' } },
  'GET /api/children/:id/screening': {
    about: 'child',
    allowed: { ...ofClass, township: inTownship, village: ['own'] },
  },
};
