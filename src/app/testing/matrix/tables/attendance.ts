import type { Allowed, Expected } from '../types';
import { inTownship, leader, officer, whole } from '../whose';

/** A class is called by its teacher and its registrar, and seen by its school, whoever inspects it, and the bureau; the township's people are not told. */
const ofClass: Allowed = {
  ...officer,
  ...leader,
  'class-teacher': ['own'],
  registrar: whole,
  principal: whole,
  inspector: whole,
};
const takes: Allowed = { ...officer, 'class-teacher': ['own'], registrar: whole };
/** Leaders and inspectors look at a sheet, and take none away. */
const sheets: Allowed = { ...officer, 'class-teacher': ['own'], registrar: whole, principal: whole };
const everySeer: Allowed = {
  ...officer,
  ...leader,
  ...{ 'class-teacher': 'all', registrar: 'all', principal: 'all', inspector: 'all' },
};
/** Row-level security knows classes as the county's; of another's class it hides the children and the rolls, and not that it is there. */
const everyTaker: Allowed = { ...officer, 'class-teacher': 'all', registrar: 'all' };
const everySheet: Allowed = { ...everyTaker, principal: 'all' };

/** A report goes up: its school, the township where the child lives, and the bureau; the class teacher has told what it says. */
const ofReport: Allowed = {
  ...officer,
  ...leader,
  ...{ registrar: whole, principal: whole, inspector: whole, township: inTownship },
};
const readers: Allowed = {
  ...officer,
  ...leader,
  ...{ registrar: 'all', principal: 'all', inspector: 'all', township: 'all' },
};

/** Rolls of classes, and how the days of a child went. */
export const attendanceTable: Readonly<Record<string, Expected>> = {
  'GET /api/attendance/schools': { about: 'nothing', allowed: everySeer },
  'GET /api/attendance/classes': { about: 'nothing', allowed: everySeer },
  'GET /api/classes/:id/roll': { about: 'class', allowed: ofClass, rowsAlone: everySeer },
  'POST /api/classes/:id/rolls': {
    about: 'class',
    allowed: takes,
    rowsAlone: everyTaker,
    body: { day: '2025-03-10', session: 'am', base: 99, called: [], marks: [] },
  },
  'GET /api/classes/:id/month': { about: 'class', allowed: ofClass, query: '?month=2025-03', rowsAlone: everySeer },
  'POST /api/classes/:id/month-sheets': { about: 'class', allowed: sheets, rowsAlone: everySheet, body: { month: '2025-03' } },
  'POST /api/classes/:id/month-prints': { about: 'class', allowed: sheets, rowsAlone: everySheet, body: { month: '2025-03' } },
  'POST /api/classes/:id/mark-sheets': {
    about: 'class',
    allowed: takes,
    rowsAlone: everyTaker,
    query: '?month=2025-03',
    upload: true,
  },
  'POST /api/classes/:id/sheet-rolls': {
    about: 'class',
    allowed: takes,
    rowsAlone: everyTaker,
    body: { days: [{ day: '2025-03-10', session: 'am', base: 99, here: [], rest: [], marks: [] }] },
  },
  'GET /api/attendance/patterns': { about: 'nothing', allowed: everySeer },
  'GET /api/children/:id/attendance-signs': { about: 'child', allowed: ofClass },
  'GET /api/attendance/undone': { about: 'nothing', allowed: everySeer },
  'GET /api/absences': { about: 'nothing', allowed: everySeer },
  'GET /api/children/:id/follow-up': { about: 'child', allowed: ofClass },
  'POST /api/children/:id/contacts': {
    about: 'child',
    allowed: takes,
    // Nobody in the world of this table is away, so that what may be noted is refused and leaves it as it is.
    body: { day: '2025-03-10', way: 'phone', reached: 'guardian' },
  },
  'GET /api/children/:id/attendance': { about: 'child', allowed: ofClass, query: '?from=2025-03-01&to=2025-03-31' },
  'POST /api/children/:id/absence-reports': {
    about: 'child',
    allowed: { ...officer, registrar: whole },
    // Nobody here is away either.
    body: { kind: 'report' },
  },
  'GET /api/children/:id/absence-report-draft': {
    about: 'child',
    allowed: { ...officer, registrar: whole },
    query: '?kind=report',
  },
  'GET /api/absence-reports': { about: 'nothing', allowed: readers },
  'GET /api/absence-reports/:id': { about: 'absence report', allowed: ofReport },
  'POST /api/absence-reports/:id/letters': { about: 'absence report', allowed: ofReport },
  'POST /api/absence-reports/:id/prints': { about: 'absence report', allowed: ofReport },
  'POST /api/absence-reports/:id/receipts': {
    about: 'absence report',
    allowed: { ...officer, township: inTownship },
    body: { words: '已派人上门' },
  },
};
