import type { Allowed, Expected } from '../types';
import { leader, officer } from '../whose';

const bureau: Allowed = { ...officer, ...leader };

/** Comparisons and pairs to decide: the bureau's alone, for rows of every place lie side by side there. */
export const matchingTable: Readonly<Record<string, Expected>> = {
  'GET /api/comparison': { about: 'nothing', allowed: bureau },
  'GET /api/comparison-runs': { about: 'nothing', allowed: bureau },
  'GET /api/comparison-runs/:run': { about: 'comparison run', allowed: bureau },
  'GET /api/comparison-findings': { about: 'nothing', allowed: bureau, query: '?finding=absent' },
  // No list has been imported, so whoever may begin is told that one is missing.
  'POST /api/comparison-runs': { about: 'nothing', allowed: officer, body: {} },
  'PUT /api/comparison-jobs/:job/cancel': { about: 'comparison run', allowed: officer, absent: true },
  'GET /api/comparison-reviews': { about: 'nothing', allowed: bureau },
  'GET /api/comparison-reviews/:id': { about: 'review', allowed: bureau },
  'PUT /api/comparison-reviews/:id/decision': {
    about: 'review',
    allowed: officer,
    body: { answer: 'same', reason: '试验', version: 99 },
  },
  'PUT /api/comparison-reviews/:id/take-back': { about: 'review', allowed: officer, body: { version: 99 } },
  'GET /api/comparison-alike': { about: 'nothing', allowed: bureau },
  'POST /api/comparison-alike': {
    about: 'nothing',
    allowed: officer,
    body: { reviews: [{ id: 'somebody', version: 99 }], reason: '试验' },
  },
  'PUT /api/comparison-alike/:group/take-back': { about: 'review', allowed: officer, absent: true },
};
