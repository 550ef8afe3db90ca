import type { Allowed, Expected } from '../types';
import { officer, whole } from '../whose';

const bringsLists: Allowed = { ...officer, registrar: 'all' };
const ownLists: Allowed = { ...officer, registrar: whole };

/** Lists brought from outside. */
export const registersTable: Readonly<Record<string, Expected>> = {
  'GET /api/register-batches': { about: 'nothing', allowed: bringsLists },
  'GET /api/registers': { about: 'nothing', allowed: bringsLists },
  'GET /api/register-kinds/:kind/columns': { about: 'nothing', allowed: bringsLists },
  'GET /api/register-kinds/:kind/template': { about: 'nothing', allowed: bringsLists },
  'GET /api/register-batches/:id': { about: 'batch', allowed: ownLists },
  'GET /api/register-batches/:id/preview': { about: 'batch', allowed: ownLists, absent: true },
  'GET /api/register-batches/:id/problems': { about: 'batch', allowed: ownLists, absent: true, query: '?group=0' },
  'POST /api/register-batches': {
    about: 'school unit',
    allowed: ownLists,
    body: { kind: 'attending', unit: '{id}', asOf: '2025-03-01' },
  },
  'POST /api/register-batches/:id/files': { upload: true, about: 'batch', allowed: ownLists },
  'POST /api/register-batches/:id/read': { about: 'batch', allowed: ownLists, body: { version: 99 } },
  'PUT /api/register-batches/:id/mapping': {
    about: 'batch',
    allowed: ownLists,
    body: { version: 99, sources: [], remember: false },
  },
  'POST /api/register-batches/:id/problem-rows': { about: 'batch', allowed: ownLists, absent: true },
  'POST /api/register-batches/:id/commit': {
    about: 'batch',
    allowed: ownLists,
    body: { version: 99, mode: 'replace', badRows: 'wait' },
  },
  'POST /api/register-batches/:id/undo': { about: 'batch', allowed: ownLists, body: { version: 99, reason: '试验' } },
  'POST /api/register-batches/:id/cancel': { about: 'batch', allowed: ownLists, body: { version: 99 } },
};
