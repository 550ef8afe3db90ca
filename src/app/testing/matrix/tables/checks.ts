import type { Allowed, Expected } from '../types';
import { leader, officer, whole } from '../whose';

/** A class is signed by its teacher, or by the registrar of its school, and seen by its school, whoever inspects it, and the bureau. */
const ofClass: Allowed = {
  ...officer,
  ...leader,
  ...{ 'class-teacher': ['own'], registrar: whole, principal: whole, inspector: whole },
};
/** The account of a school is not its class teachers' to see. */
const ofSchool: Allowed = { ...officer, ...leader, registrar: whole, principal: whole, inspector: whole };
const everySeer: Allowed = {
  ...officer,
  ...leader,
  ...{ 'class-teacher': 'all', registrar: 'all', principal: 'all', inspector: 'all' },
};
const follows: Allowed = { 'class-teacher': ['own'], registrar: whole, principal: whole };
const month = '2025-03';
/** Places, schools and classes lie open to every transaction of the county; of another's row-level security hides what was signed. */
const open = (allowed: Allowed): Allowed => Object.fromEntries(Object.keys(allowed).map((role) => [role, 'all']));

/** The monthly check: sheets of classes, accounts of schools, and the list of differences. */
export const checksTable: Readonly<Record<string, Expected>> = {
  'GET /api/checks/schools': { about: 'nothing', allowed: everySeer },
  'GET /api/checks/classes': { about: 'nothing', allowed: everySeer },
  'POST /api/checks/months': {
    about: 'nothing',
    allowed: officer,
    // A day of another month is refused and opens nothing.
    body: { month, day: '2025-02-28', reason: '试验' },
  },
  'GET /api/classes/:id/check': { about: 'class', allowed: ofClass, rowsAlone: open(ofClass) },
  'POST /api/classes/:id/checks': {
    about: 'class',
    allowed: { 'class-teacher': ['own'], registrar: whole },
    rowsAlone: { 'class-teacher': 'all', registrar: 'all' },
    body: { month, base: 99, seen: '', answers: [], added: [] },
  },
  'PUT /api/classes/:id/check/return': {
    about: 'class',
    allowed: { registrar: whole },
    rowsAlone: { registrar: 'all' },
    body: { month, version: 99, reason: '试验' },
  },
  'PUT /api/schools/:id/check/judged': {
    about: 'school',
    allowed: { registrar: whole },
    rowsAlone: { registrar: 'all' },
    body: { month, sheets: [{ classId: '01900000-0000-7000-8000-000000000000', version: 1 }] },
  },
  'GET /api/schools/:id/check': { about: 'school', allowed: ofSchool, rowsAlone: open(ofSchool) },
  'POST /api/schools/:id/checks': {
    about: 'school',
    allowed: { principal: whole },
    rowsAlone: { principal: 'all' },
    body: { month, base: 99, seen: '' },
  },
  'POST /api/schools/:id/check/print': {
    about: 'school',
    allowed: { registrar: whole, principal: whole },
    rowsAlone: { registrar: 'all', principal: 'all' },
    body: { month, version: 1 },
  },
  'POST /api/schools/:id/check/file': {
    about: 'school',
    allowed: { registrar: whole, principal: whole },
    rowsAlone: { registrar: 'all', principal: 'all' },
    body: { month, version: 1 },
  },
  'GET /api/check-items': { about: 'nothing', allowed: everySeer },
  'GET /api/check-items/:id': { about: 'check item', allowed: ofClass },
  'PUT /api/check-items/:id/state': { about: 'check item', allowed: follows, body: { version: 99, state: 'visiting' } },
  'PUT /api/check-items/:id/owner': {
    about: 'check item',
    allowed: { registrar: whole, principal: whole },
    body: { version: 99, owner: 'teacher', dueDay: '2025-04-01' },
  },
  'GET /api/children/:id/check-items': { about: 'child', allowed: ofClass },
};
