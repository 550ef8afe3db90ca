import type { Allowed, Expected } from '../types';
import { inTownship, leader, officer, whole } from '../whose';

const everybody: Allowed = {
  ...officer,
  'class-teacher': 'all',
  registrar: 'all',
  principal: 'all',
  township: 'all',
  village: 'all',
};
/** A question asked of a class is the school's and the bureau's; one asked of a village is the township's as well. */
const ofClass: Allowed = { ...officer, 'class-teacher': ['own'], registrar: whole, principal: whole };
const ofVillage: Allowed = { ...officer, village: ['own'], township: inTownship };
const decides: Allowed = { ...officer, ...leader };

/** Questions about children, and their answers. */
export const verificationTable: Readonly<Record<string, Expected>> = {
  'GET /api/verification/askable': { about: 'nothing', allowed: officer },
  'GET /api/verification/preview': { about: 'nothing', allowed: officer, query: '?finding=absent' },
  'POST /api/verification-batches': { about: 'nothing', allowed: officer, body: { finding: 'absent', dueDay: '2025-03-20' } },
  'GET /api/verification-batches': { about: 'nothing', allowed: decides },
  'POST /api/verification-batches/:id/recall': { about: 'exception', allowed: officer, absent: true, body: { reason: '试验' } },
  'GET /api/verification-units': { about: 'nothing', allowed: decides },
  'GET /api/verification-tasks': { about: 'nothing', allowed: { ...everybody, ...leader } },
  'GET /api/verification-counts': { about: 'nothing', allowed: { ...everybody, ...leader } },
  'GET /api/verification-tasks/:id': { about: 'village task', allowed: { ...ofVillage, ...leader } },
  'GET /api/children/:id/verification': { about: 'child', allowed: decides },
  'POST /api/verification-tasks/:id/answers': {
    about: 'class task',
    allowed: ofClass,
    body: { outcome: 'other', foundDay: '2025-03-10', version: 99 },
  },
  'POST /api/verification-tasks/:id/contact': { about: 'village task', allowed: ofVillage, body: { for: 'visit' } },
  'POST /api/verification-tasks/:id/files': { about: 'class task', allowed: ofClass, upload: true, query: '?proof=home-visit' },
  'DELETE /api/verification-tasks/:id/files/:file': { about: 'village task', allowed: ofVillage, absent: true },
  'GET /api/verification-tasks/:id/files/:file': { about: 'village task', allowed: ofVillage, absent: true },
  'POST /api/verification-tasks/:id/decision': {
    about: 'class task',
    allowed: decides,
    body: { verdict: 'accepted', version: 99 },
  },
  // What is not there for the asker comes back as refused, one by one, and not as a refusal of the whole.
  'POST /api/verification-acceptances': { about: 'nothing', allowed: decides, body: { tasks: [{ id: 'none', version: 99 }] } },
  'PUT /api/verification-tasks/:id/unit': {
    about: 'village task',
    allowed: officer,
    body: { tree: 'area', path: '211324/211324101/', reason: '试验', version: 99 },
  },
};
