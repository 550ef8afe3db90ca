import type { Allowed, Expected } from '../types';
import { inTownship, officer, stale, whole } from '../whose';

const readsSchools: Allowed = {
  'class-teacher': whole,
  registrar: whole,
  principal: whole,
  inspector: whole,
  township: inTownship,
  department: 'all',
  'bureau-officer': 'all',
  'bureau-leader': 'all',
  'system-admin': 'all',
  'security-admin': 'all',
  'audit-admin': 'all',
};
/** Owners' names are for those whose places they are; of a class also for the school's township and its inspector. */
const readsOwners: Allowed = {
  'class-teacher': ['own'],
  registrar: whole,
  principal: whole,
  inspector: whole,
  township: inTownship,
  'bureau-officer': 'all',
  'bureau-leader': 'all',
};
/** Row-level security knows schools, classes and grids as the county's; only an owner's name is for his place alone. */
const open: Allowed = { ...officer, registrar: 'all' };
const openOwners: Allowed = {
  ...officer,
  registrar: whole,
  principal: whole,
  // That a township names the owners of villages only is a rule of the queries.
  township: inTownship,
};
const working: Allowed = {
  ...readsOwners,
  'class-teacher': 'all',
  registrar: 'all',
  principal: 'all',
  inspector: 'all',
  township: 'all',
  village: 'all',
};
const schoolFields = {
  officialCode: null,
  name: '改名小学',
  otherNames: [],
  kind: 'primary',
  parentId: null,
  areaCode: '211324101',
  firstGrade: 1,
  lastGrade: 6,
};

/** Places, schools, classes and who answers for them. */
export const areaTable: Readonly<Record<string, Expected>> = {
  'GET /api/areas': { about: 'nothing', allowed: 'signed in' },
  'GET /api/areas/:code': { about: 'village', allowed: 'signed in' },
  'GET /api/area-table': { about: 'nothing', allowed: 'signed in' },
  'POST /api/areas': {
    about: 'nothing',
    allowed: officer,
    body: { code: '211324101999', name: '新村', otherNames: [], from: '2025-03-10', reason: '试验' },
  },
  'PUT /api/areas/:code': {
    about: 'village',
    allowed: officer,
    body: { name: '改名村', otherNames: [], from: '2025-03-10', ...stale },
  },
  'PUT /api/areas/:code/end': { about: 'village', allowed: officer, body: { until: '2025-03-10', successor: null, ...stale } },
  'GET /api/area-table/template': { about: 'nothing', allowed: officer },
  // It is asked without a file.
  'POST /api/area-table/sheet': { wrong: true, about: 'nothing', allowed: officer },
  'POST /api/area-table/preview': { about: 'nothing', allowed: officer, body: { text: 'code,name\n211324,喀左县\n' } },
  'POST /api/area-table': {
    about: 'nothing',
    allowed: officer,
    body: { text: 'code,name\n211324,喀左县\n', state: -1, from: '2025-03-10', reason: '试验' },
  },
  'GET /api/schools': { about: 'nothing', allowed: 'signed in' },
  'GET /api/schools/:id': { about: 'school', allowed: readsSchools, rowsAlone: { ...everywhere(readsSchools), village: 'all' } },
  'POST /api/schools': {
    about: 'nothing',
    allowed: officer,
    body: { ...schoolFields, name: '新建小学', from: '2025-03-10', reason: '试验' },
  },
  'PUT /api/schools/:id': { about: 'school', allowed: officer, body: { ...schoolFields, ...stale } },
  'PUT /api/schools/:id/end': { about: 'school', allowed: officer, body: { until: '2025-03-10', ...stale } },
  'GET /api/classes': { about: 'nothing', allowed: 'signed in', query: '?schoolYear=2024-2025' },
  'PUT /api/classes/:id': {
    about: 'class',
    allowed: { ...officer, registrar: whole },
    rowsAlone: open,
    body: { grades: [3], number: 9, label: null, version: 99 },
  },
  'PUT /api/classes/:id/end': {
    about: 'class',
    allowed: { ...officer, registrar: whole },
    rowsAlone: open,
    body: { until: '2025-03-10', ...stale },
  },
  'GET /api/roll-over': { about: 'nothing', allowed: { ...officer, registrar: 'all' }, query: '?from=2024-2025' },
  'POST /api/roll-over': {
    about: 'nothing',
    allowed: { ...officer, registrar: 'all' },
    body: { from: '2024-2025', entrants: false, state: -1 },
  },
  'POST /api/classes': {
    about: 'school',
    allowed: { ...officer, registrar: whole },
    rowsAlone: open,
    body: { schoolId: '{id}', schoolYear: '2024-2025', grades: [9], number: 1, label: null },
  },
  'GET /api/grids': { about: 'nothing', allowed: working },
  'GET /api/grid': { about: 'class grid', allowed: readsOwners, rowsAlone: working, query: '?path={id}' },
  'POST /api/grid-owners': {
    about: 'class grid',
    allowed: { ...officer, registrar: whole, principal: whole },
    rowsAlone: openOwners,
    body: { path: '{id}', userId: null, name: '李老师', duty: '班主任', from: '2025-03-10', until: null, reason: '试验' },
  },
  'PUT /api/grid-owners/:id': {
    about: 'owner',
    allowed: { ...officer, registrar: whole, principal: whole },
    rowsAlone: openOwners,
    body: { userId: null, name: '李老师', duty: '班主任', from: '2024-09-01', until: null, ...stale },
  },
};

/** The same askers, wherever the object lies. */
function everywhere(allowed: Allowed): Allowed {
  return Object.fromEntries(Object.keys(allowed).map((asker) => [asker, 'all' as const]));
}
